import type { CleanText } from "../characters";
import { inScale } from "../amount-scales";
import type { Evidence, Finding } from "../model";
import type { Passage } from "../passages";
import type { Amount } from "./amounts";
import { ClauseNames } from "./clause-names";
import { readClauses, type Clause, type TextRange } from "./clauses";
import { contextOf, type AmountContext, type SentenceContext } from "./context";
import { changeInWords, goalInWords } from "./goals-in-words";
import { subject, surroundings, withoutTimes } from "./indicator-names";
import type { IndicatorDraft } from "./indicators";
import { doubt, doubtOfName, IN_A_NAME, judge, type RefusedAmount, type Verdict } from "./judge";
import { grantPosition, grants } from "./objections/grants";
import { criteriaPosition, defines, tellsEvent } from "./objections/sentence-kinds";
import type { TimeScope, Timing } from "./time-scope";

/** Words of the text that a person has selected. */
export interface ChosenWords extends TextRange {
  /** Id of the evidence that records the person's choice. */
  notation: string;
}

interface Target {
  amount: Amount;
  timing: Timing;
  evidence: Evidence[];
}

/** Decides what becomes of each amount, passage by passage. */
export class AmountReader {
  readonly drafts: IndicatorDraft[] = [];
  readonly findings: Finding[] = [];
  readonly refused: RefusedAmount[] = [];
  private passage!: Passage;
  private scope!: TimeScope;
  /** The last subject that the text mentioned: 占比达到80% refers back to it. */
  private topic = "";
  /** Ranges of the previous clause in which a bracket would belong to a refused amount. */
  private spreading: { end: number; next: number }[] = [];
  /** The clause that contains the bracket grants money. */
  private granting = false;

  constructor(
    private readonly text: CleanText,
    private readonly years: readonly [number, number],
    private readonly chosen?: ChosenWords,
  ) {}

  readPassage(passage: Passage, scope: TimeScope): void {
    this.passage = passage;
    this.scope = scope;
    this.topic = subject(passage.section[passage.section.length - 1] ?? "");
    const clauses = readClauses(this.text.text, passage.start, passage.end, this.years, this.chosen);
    for (let first = 0; first < clauses.length;) {
      let last = first;
      while (last < clauses.length && clauses[last]!.sentence === clauses[first]!.sentence) last++;
      this.readSentence(clauses.slice(first, last));
      first = last;
    }
  }

  private readSentence(clauses: Clause[]): void {
    const { text } = this.text;
    const from = this.drafts.length;
    const [start, end] = [clauses[0]!.start, clauses.at(-1)!.end];
    const sentence: SentenceContext = {
      grantFrom: grantPosition(text, clauses),
      criteriaFrom: criteriaPosition(text, start, end),
      describesEvent: tellsEvent(text, start, end),
      defines: defines(this.passage.section),
      background: false,
      splitsBackground: false,
      refused: false,
    };
    let listed = false;
    for (const clause of clauses) {
      const timings = this.scope.read(clause);
      const targets = this.targetsOf(clause, timings.amounts, sentence, listed && continuesList(text, clause));
      listed =
        targets.length > 0 &&
        COUNTED.test(text.slice(targets.at(-1)!.amount.end, clause.end)) &&
        text[clause.end] === "，";
      this.addDrafts(clause, targets);
      addGoalInWords(this.text, this.passage, clause, timings.end, this.topic, this.drafts);
      if (targets.length === 0) this.noteTopic(clause);
    }
    applyTrailingDate(clauses, this.scope, this.drafts, from);
  }

  /** Makes drafts of a clause's targets and names them. */
  private addDrafts(clause: Clause, targets: readonly Target[]): void {
    const names = new ClauseNames(this.text.text, clause, this.topic);
    targets.forEach(({ amount, timing, evidence }, k) => {
      const around = surroundings(this.text.text, clause, amount, targets[k - 1]?.amount, targets[k + 1]?.amount);
      const year = targets.length === this.scope.years.length && targets.length > 1 ? this.scope.years[k] : undefined;
      const dated = year === undefined ? timing : { ...timing, deadline: year };
      const { op, value, max, measure, myriad } = amount;
      const quantity = { value, ...(max === undefined ? {} : { max }), unit: measure.unit };
      const printed = myriad ? { printed: inScale(quantity, myriad) } : {};
      this.drafts.push({
        start: around.start,
        end: around.end,
        name: names.next(amount, around),
        op,
        ...quantity,
        ...printed,
        timing: dated,
        evidence,
        passage: this.passage,
      });
    });
    names.distribute(this.drafts.slice(this.drafts.length - targets.length));
    this.topic = names.topic;
  }

  private noteTopic(clause: Clause): void {
    const words = subject(withoutTimes(this.text.text, clause, Math.max(clause.start, clause.end - 24), clause.end));
    if (words !== "" && !ONLY_CHANGE.test(words)) this.topic = words;
  }

  /** The amounts of a clause that are targets. The others are recorded as refused, with findings where needed. */
  private targetsOf(
    clause: Clause,
    timings: readonly Timing[],
    sentence: SentenceContext,
    afterTarget: boolean,
  ): Target[] {
    const targets: Target[] = [];
    if (this.text.text.startsWith("其中", clause.start)) sentence.splitsBackground = true;
    if (clause.isBracketed) {
      while (this.spreading.length > 0 && this.spreading[0]!.next < clause.start) this.spreading.shift();
      sentence.refused = this.granting || (this.spreading[0]?.end ?? Infinity) <= clause.start;
    } else {
      this.spreading = [];
      this.granting = grants(this.text.text, clause);
    }
    clause.amounts.forEach((amount, index) => {
      const timing = timings[index]!;
      const context = contextOf({
        text: this.text.text,
        clause,
        index,
        timing,
        afterTarget: targets.length > 0 || (afterTarget && index === 0),
        isTitle: this.passage.isTitle ?? false,
        sentence,
      });
      const verdict = this.verdictOn(context);
      if ("evidence" in verdict) targets.push({ amount, timing, evidence: verdict.evidence });
      else this.refuse(context, verdict.objection);
      if (!clause.isBracketed && "objection" in verdict && verdict.objection.spreads)
        this.spreading.push({ end: amount.end, next: clause.amounts[index + 1]?.start ?? clause.end });
    });
    for (const amount of clause.inNames) this.passOver(amount);
    return targets;
  }

  private verdictOn(context: AmountContext): Verdict {
    const { number, end, start } = context.amount;
    const { chosen } = this;
    if (chosen && number >= chosen.start && number < chosen.end)
      return { evidence: [{ notation: chosen.notation, span: this.text.span(start, end) }] };
    return judge(context, this.text);
  }

  /** An amount inside a quoted name is no target; a finding says so where it looks like one. */
  private passOver(amount: Amount): void {
    if (amount.measure.kind === "none") return;
    this.refused.push({ objection: IN_A_NAME, span: this.text.span(amount.start, amount.end) });
    const finding = doubtOfName(amount, this.text);
    if (finding) this.findings.push(finding);
  }

  private refuse(context: AmountContext, objection: Extract<Verdict, { objection: unknown }>["objection"]): void {
    const { amount, sentence } = context;
    if (objection.id === "background") sentence.background = true;
    this.refused.push({ objection: objection.id, span: this.text.span(amount.start, amount.end) });
    const finding = doubt(context, objection, this.text);
    if (finding) this.findings.push(finding);
  }
}

/** 较上一年增加: says how something named earlier changes, and names nothing new. */
const ONLY_CHANGE =
  /^(?:较|比|同比|逐[年步]|持续|稳步|不断|进一步)?.{0,6}(?:增加|增长|提高|提升|上升|下降|降低|减少|改善|扩大|好转|稳定)$/;

/** The counted thing comes after the number. */
const COUNTED = /^[\u4e00-\u9fff]/;
const NO_ITEM = /^(?:已|为|是|在|位于|由|分别|以|及|左右|的)/;

/** In 建设10个县级中心，50个乡镇中心 the verb appears once and applies to both. */
function continuesList(text: string, { start, end, amounts }: Clause): boolean {
  const amount = amounts[0];
  if (!amount || amount.start !== start || amount.measure.kind !== "count" || amount.chinese) return false;
  const counted = text.slice(amount.end, end);
  return COUNTED.test(counted) && !NO_ITEM.test(counted);
}

function addGoalInWords(
  { text, span }: CleanText,
  passage: Passage,
  clause: Clause,
  timing: Timing,
  topic: string,
  drafts: IndicatorDraft[],
): void {
  if (timing.past) return;
  const change = changeInWords(text, clause);
  const goal = change ?? (timing.stated ? goalInWords(text, clause) : undefined);
  if (!goal) return;
  const [end, named] = change ? [change.end, change.start] : [clause.end, clause.end];
  const name = subject(withoutTimes(text, clause, clause.start, named)) || (change ? topic : "");
  drafts.push({
    start: clause.start,
    end,
    name,
    op: ">=",
    value: goal.value,
    unit: goal.unit,
    timing,
    evidence: [{ notation: goal.id, span: span(goal.start, goal.end) }],
    passage,
  });
}

/** 建成基地5个，2025年底前完成: a date at the end of a sentence applies to its undated numbers. */
function applyTrailingDate(clauses: readonly Clause[], scope: TimeScope, drafts: IndicatorDraft[], from: number): void {
  const last = clauses[clauses.length - 1];
  if (!last || last.amounts.length > 0 || last.end - last.start > 24) return;
  const due = last.times.find((time) => time.kind === "due");
  if (!due || due.start > last.start + 4 || scope.last?.kind !== "due") return;
  for (let k = from; k < drafts.length; k++) {
    const draft = drafts[k]!;
    if (draft.timing.period === "other" && draft.timing.deadline === undefined && draft.timing.word?.kind !== "cadence")
      draft.timing = { period: "byDeadline", ...(due.year ? { deadline: due.year } : {}), stated: true };
  }
}
