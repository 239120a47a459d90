import type { CleanText } from "../characters";
import { idSource } from "../identity";
import type { Evidence, Finding, Indicator, Printed } from "../model";
import type { Passage } from "../passages";
import { inScale } from "../amount-scales";
import { doubt, doubtOfName, IN_A_NAME, judge, type RefusedAmount, type Verdict } from "./judge";
import type { Amount } from "./amounts";
import { readClauses, type Clause, type TextRange } from "./clauses";
import { changeInWords, goalInWords } from "./goals-in-words";
import { nameOf, subject, subjectsOf, surroundings, verbOf, withoutTimes, type Surroundings } from "./indicator-names";
import { grantPosition, grants } from "./objections/grants";
import { criteriaPosition, defines, tellsEvent } from "./objections/sentence-kinds";
import { TimeScope, type StandingDate, type Timing } from "./time-scope";
import { contextOf, type AmountContext, type SentenceContext } from "./context";

/** A quantity found, before it has an id and a name of its own. */
interface IndicatorDraft {
  start: number;
  end: number;
  name: string;
  op: Indicator["op"];
  value: number;
  max?: number;
  unit: string;
  printed?: Printed;
  timing: Timing;
  evidence: Evidence[];
  passage: Passage;
}

/** Headings of chapters that list goals: a date said once holds for all that stands under them. */
const GOALS = /目标|指标|总体要求|总体思路/;

/** What became of the amounts of a text: every one is an indicator, or refused by a rule, or told as a finding. */
export interface QuantityReading {
  /** In the order of the text. */
  indicators: Indicator[];
  findings: Finding[];
  refused: RefusedAmount[];
}

/**
 * Reads the quantities that a plan promises. Work grows linearly with the passages' length.
 * @param passages stretches of the clean text, in order, attributions cut out.
 * @param years first and last year of the plan; `[0, 0]` when unknown.
 * @param annual the year of a plan made for one year: what it promises without a date is due then.
 */
export function readQuantities(
  text: CleanText,
  passages: readonly Passage[],
  years: readonly [number, number],
  annual?: number,
): QuantityReading {
  const reader = new AmountReader(text, years);
  let goals: { section: readonly string[]; date: StandingDate } | undefined;
  for (const passage of passages) {
    const listsGoals = !passage.taskId && passage.section.some((heading) => GOALS.test(heading));
    const carried = goals && under(passage.section, goals.section) ? goals.date : undefined;
    const scope = new TimeScope(text.text, carried, listsGoals, annual);
    reader.readPassage(passage, scope);
    if (listsGoals && scope.last) goals = { section: carried ? goals!.section : passage.section, date: scope.last };
  }
  return { indicators: finish(text, reader.drafts), findings: reader.findings, refused: reader.refused };
}

/** Amounts that a person has chosen. */
export interface ChosenWords extends TextRange {
  /** Stands for the person's word among the evidence. */
  notation: string;
}

/**
 * The amounts that a person has chosen, read as the plan's own targets are, whether or not anything promises them.
 * @param passage what stands around them: a date or a cadence said before holds for them
 */
export function readChosen(
  text: CleanText,
  passage: Passage,
  chosen: ChosenWords,
  years: readonly [number, number],
  annual?: number,
): Indicator[] {
  const reader = new AmountReader(text, years, chosen);
  reader.readPassage(passage, new TimeScope(text.text, undefined, false, annual));
  return finish(
    text,
    reader.drafts.filter(({ evidence }) => evidence.some(({ notation }) => notation === chosen.notation)),
  );
}

function under(section: readonly string[], above: readonly string[]): boolean {
  return above.length > 0 && above.every((heading, k) => section[k] === heading);
}

interface Target {
  amount: Amount;
  timing: Timing;
  evidence: Evidence[];
}

/** Collects what becomes of the amounts, passage by passage. */
class AmountReader {
  readonly drafts: IndicatorDraft[] = [];
  readonly findings: Finding[] = [];
  readonly refused: RefusedAmount[] = [];
  private passage!: Passage;
  private scope!: TimeScope;
  /** What the text spoke of last: 占比达到80% is about that. */
  private topic = "";
  /** Where, in the clause before, a bracket would belong to an amount that was refused. */
  private spreading: { end: number; next: number }[] = [];
  /** The clause in which a bracket stands grants money. */
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
      const periods = this.scope.read(clause);
      const targets = this.targetsOf(clause, periods.amounts, sentence, listed && continuesList(text, clause));
      listed =
        targets.length > 0 &&
        COUNTED.test(text.slice(targets.at(-1)!.amount.end, clause.end)) &&
        text[clause.end] === "，";
      this.draft(clause, targets);
      inWords(this.text, this.passage, clause, periods.end, this.topic, this.drafts);
      if (targets.length === 0) this.noteTopic(clause);
    }
    applyTrailingDate(clauses, this.scope, this.drafts, from);
  }

  /** Names the targets of a clause. */
  private draft(clause: Clause, targets: readonly Target[]): void {
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

  /** The amounts of a clause that are targets; of the others, what is to be said of them. */
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

  /** What a name in quotes holds is no target; where it looks like one, that is said. */
  private passOver(amount: Amount): void {
    if (amount.measure.kind === "none") return;
    this.refused.push({ objection: IN_A_NAME, span: this.text.span(amount.start, amount.end) });
    const said = doubtOfName(amount, this.text);
    if (said) this.findings.push(said);
  }

  private refuse(context: AmountContext, objection: Extract<Verdict, { objection: unknown }>["objection"]): void {
    const { amount, sentence } = context;
    if (objection.id === "background") sentence.background = true;
    this.refused.push({ objection: objection.id, span: this.text.span(amount.start, amount.end) });
    const said = doubt(context, objection, this.text);
    if (said) this.findings.push(said);
  }
}

/** 较上一年增加: says of what was named before how it changes. */
const ONLY_CHANGE =
  /^(?:较|比|同比|逐[年步]|持续|稳步|不断|进一步)?.{0,6}(?:增加|增长|提高|提升|上升|下降|降低|减少|改善|扩大|好转|稳定)$/;

/** What is counted stands behind the number. */
const COUNTED = /^[\u4e00-\u9fff]/;
const NO_ITEM = /^(?:已|为|是|在|位于|由|分别|以|及|左右|的)/;

/** 建设10个县级中心，50个乡镇中心: the verb is said once for both. */
function continuesList(text: string, { start, end, amounts }: Clause): boolean {
  const amount = amounts[0];
  if (!amount || amount.start !== start || amount.measure.kind !== "count" || amount.chinese) return false;
  const counted = text.slice(amount.end, end);
  return COUNTED.test(counted) && !NO_ITEM.test(counted);
}

/** Names of a clause's targets: a list shares its verb, 分别 its subjects. */
class ClauseNames {
  private verb = "";
  private shared = "";

  constructor(
    private readonly text: string,
    private readonly clause: Clause,
    public topic: string,
  ) {}

  next(amount: Amount, around: Surroundings): string {
    const first = this.shared === "";
    const name = nameOf(this.text, this.clause, amount, around, {
      verb: this.verb,
      subject: first ? this.topic : this.shared,
    });
    if (first) {
      this.verb = verbOf(name);
      this.shared = name;
    }
    if (name !== "") this.topic = name;
    return name;
  }

  /** 花生种植、收获机械化率分别达到65%和55%: each number gets its own subject. */
  distribute(drafts: readonly IndicatorDraft[]): void {
    if (drafts.length < 2 || drafts.some((draft) => draft.name !== this.shared)) return;
    const subjects = subjectsOf(this.shared, drafts.length);
    subjects.forEach((one, k) => {
      drafts[k]!.name = `${this.shared}（${one}）`;
    });
  }
}

function inWords(
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

/** 建成基地5个，2025年底前完成: a date behind the numbers of its sentence holds for those that have none. */
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

/** Gives each draft its quote, a name that is its own within its task, and an id derived from what it says. */
function finish(text: CleanText, drafts: readonly IndicatorDraft[]): Indicator[] {
  const id = idSource("i");
  const taken: Taken = { names: new Set(), repeats: new Map() };
  return drafts.map((draft) => {
    const { passage, timing } = draft;
    const span = text.span(...trimmed(text.text, draft.start, draft.end));
    const owner = passage.taskId ?? passage.section.join("/");
    const name = ownName(draft, owner, taken);
    return {
      id: id(owner, name, draft.unit),
      ...(passage.taskId ? { taskId: passage.taskId } : { section: [...passage.section] }),
      name,
      quote: text.source.slice(...span),
      op: draft.op,
      value: draft.value,
      ...(draft.max === undefined ? {} : { max: draft.max }),
      unit: draft.unit,
      ...(draft.printed ? { printed: draft.printed } : {}),
      period: timing.period,
      ...(timing.deadline === undefined ? {} : { deadline: timing.deadline }),
      evidence: draft.evidence,
      span,
    };
  });
}

/** Names taken so far, and how often a name was wanted that was taken. */
interface Taken {
  names: Set<string>;
  repeats: Map<string, number>;
}

function ownName(draft: IndicatorDraft, owner: string, taken: Taken): string {
  const base = draft.name || "未写明的指标";
  const choices = [
    base,
    ...(draft.timing.deadline ? [`${base}（${draft.timing.deadline}年）`] : []),
    ...(draft.unit ? [`${base}（${draft.unit}）`] : []),
  ];
  let name = choices.find((choice) => !taken.names.has(key(owner, choice)));
  while (name === undefined) {
    const count = (taken.repeats.get(key(owner, base)) ?? 1) + 1;
    taken.repeats.set(key(owner, base), count);
    const numbered = `${base}（${count}）`;
    if (!taken.names.has(key(owner, numbered))) name = numbered;
  }
  taken.names.add(key(owner, name));
  return name;
}

function key(owner: string, name: string): string {
  return `${owner}\u0000${name}`;
}

/** The stretch without separators at its ends. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && /[、，,：:；;。\s)和及与]/.test(text[from]!)) from++;
  while (to > from && /[、，,：:；;。\s(]/.test(text[to - 1]!)) to--;
  return [from, to];
}
