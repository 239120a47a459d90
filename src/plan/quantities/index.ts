import type { CleanText } from "../characters";
import { finding } from "../finding";
import { idSource } from "../identity";
import type { Finding, Indicator } from "../model";
import type { Passage } from "../passages";
import { sentence, type Sentence } from "../sentence";
import type { Amount } from "./amounts";
import { readClauses, type Clause } from "./clauses";
import { changeInWords, goalInWords } from "./in-words";
import { grantPosition, refuse, type Refusal } from "./judge";
import { nameOf, subject, subjectsOf, surroundings, verbOf, withoutTimes, type Surroundings } from "./names";
import { Scope, type Outer, type When } from "./scope";

/** A quantity found, before it has an id and a name of its own. */
interface Draft {
  start: number;
  end: number;
  name: string;
  op: Indicator["op"];
  value: number;
  max?: number;
  unit: string;
  when: When;
  passage: Passage;
}

/** Headings of chapters that list goals: a date said once holds for all that stands under them. */
const GOALS = /目标|指标|总体要求|总体思路/;

const LEFT_ALONE: Readonly<Partial<Record<Refusal, (printed: string) => Sentence>>> = {
  qualifier: (printed) => sentence("“{{words}}”像是限定条件，未作为指标，请核对。", { words: printed }),
  grant: (printed) => sentence("“{{words}}”像是补助、奖励或处罚标准，未作为指标，请核对。", { words: printed }),
};

/**
 * Reads the quantities that a plan promises. Work grows linearly with the passages' length.
 * @param passages stretches of the clean text, in order, attributions cut out.
 * @param years first and last year of the plan; `[0, 0]` when unknown.
 * @returns indicators in the order of the text, and, as findings, compared numbers that were left alone.
 */
export function readQuantities(text: CleanText, passages: readonly Passage[], years: readonly [number, number]): { value: Indicator[]; findings: Finding[] } {
  const drafts: Draft[] = [];
  const findings: Finding[] = [];
  let goals: { section: readonly string[]; outer: Outer } | undefined;
  for (const passage of passages) {
    const listsGoals = !passage.taskId && passage.section.some((heading) => GOALS.test(heading));
    const carried = goals && under(passage.section, goals.section) ? goals.outer : undefined;
    const scope = new Scope(text.text, carried, listsGoals);
    readPassage(text, passage, scope, years, drafts, findings);
    if (!carried && listsGoals && scope.last) goals = { section: passage.section, outer: scope.last };
    else if (carried && listsGoals && scope.last) goals = { section: goals!.section, outer: scope.last };
  }
  return { value: finish(text, drafts), findings };
}

function under(section: readonly string[], above: readonly string[]): boolean {
  return above.length > 0 && above.every((heading, k) => section[k] === heading);
}

function readPassage(text: CleanText, passage: Passage, scope: Scope, years: readonly [number, number], drafts: Draft[], findings: Finding[]): void {
  const clauses = readClauses(text.text, passage.start, passage.end, years);
  // What the text spoke of last: 占比达到80% is about that.
  const heard = { topic: subject(passage.section[passage.section.length - 1] ?? "") };
  for (let first = 0; first < clauses.length; ) {
    let last = first;
    while (last < clauses.length && clauses[last]!.sentence === clauses[first]!.sentence) last++;
    readSentence(text, passage, clauses.slice(first, last), scope, heard, drafts, findings);
    first = last;
  }
}

function readSentence(text: CleanText, passage: Passage, clauses: readonly Clause[], scope: Scope, heard: { topic: string }, drafts: Draft[], findings: Finding[]): void {
  const from = drafts.length;
  const grantFrom = grantPosition(text.text, clauses);
  let listed = false;
  for (const clause of clauses) {
    const periods = scope.read(clause);
    const kept = targetsOf(text, passage, clause, periods.amounts, { grantFrom, afterTarget: listed && continuesList(text.text, clause) }, findings);
    listed = kept.length > 0 && COUNTED.test(text.text.slice(kept.at(-1)!.amount.end, clause.end)) && text.text[clause.end] === "，";
    const names = new Names(text.text, clause, heard.topic);
    kept.forEach(({ amount, when }, k) => {
      const around = surroundings(text.text, clause, amount, kept[k - 1]?.amount, kept[k + 1]?.amount);
      const year = kept.length === scope.years.length && kept.length > 1 ? scope.years[k] : undefined;
      const dated = year === undefined ? when : { ...when, deadline: year };
      const name = names.next(amount, around);
      drafts.push({ start: around.start, end: around.end, name, op: amount.op, value: amount.value, ...(amount.max === undefined ? {} : { max: amount.max }), unit: amount.measure.unit, when: dated, passage });
    });
    names.distribute(drafts.slice(drafts.length - kept.length));
    inWords(text.text, passage, clause, periods.end, heard.topic, drafts);
    heard.topic = kept.length > 0 ? names.topic : subject(withoutTimes(text.text, clause, Math.max(clause.start, clause.end - 24), clause.end)) || heard.topic;
  }
  applyTrailingDate(clauses, scope, drafts, from);
}

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

/** The amounts of a clause that are targets. */
function targetsOf(text: CleanText, passage: Passage, clause: Clause, whens: readonly When[], { grantFrom, afterTarget }: { grantFrom: number; afterTarget: boolean }, findings: Finding[]): { amount: Amount; when: When }[] {
  const kept: { amount: Amount; when: When }[] = [];
  clause.amounts.forEach((amount, index) => {
    const when = whens[index]!;
    const refusal = refuse(amount, { text: text.text, clause, index, when, afterTarget: kept.length > 0 || (afterTarget && index === 0), grantFrom, isTitle: passage.isTitle ?? false });
    if (!refusal) {
      kept.push({ amount, when });
      return;
    }
    const said = LEFT_ALONE[refusal];
    if (said && !amount.chinese && amount.measure.kind !== "none" && (amount.before || (amount.after && amount.after.word !== "内"))) {
      const printed = text.printed(amount.number, amount.measure.end);
      findings.push(finding("quantity-left-alone", "info", said(printed), text.span(amount.start, amount.end)));
    }
  });
  return kept;
}

/** Names of a clause's targets: a list shares its verb, 分别 its subjects. */
class Names {
  private verb = "";
  private shared = "";

  constructor(
    private readonly text: string,
    private readonly clause: Clause,
    public topic: string,
  ) {}

  next(amount: Amount, around: Surroundings): string {
    const first = this.shared === "";
    const name = nameOf(this.text, this.clause, amount, around, { verb: this.verb, subject: first ? this.topic : this.shared });
    if (first) {
      this.verb = verbOf(name);
      this.shared = name;
    }
    if (name !== "") this.topic = name;
    return name;
  }

  /** 花生种植、收获机械化率分别达到65%和55%: each number gets its own subject. */
  distribute(drafts: readonly Draft[]): void {
    if (drafts.length < 2 || drafts.some((draft) => draft.name !== this.shared)) return;
    const subjects = subjectsOf(this.shared, drafts.length);
    subjects.forEach((one, k) => {
      drafts[k]!.name = `${this.shared}（${one}）`;
    });
  }
}

function inWords(text: string, passage: Passage, clause: Clause, when: When, topic: string, drafts: Draft[]): void {
  if (when.past) return;
  const change = changeInWords(text, clause);
  const goal = change ? undefined : goalInWords(text, clause);
  if (change) {
    drafts.push({ start: clause.start, end: change.end, name: subject(withoutTimes(text, clause, clause.start, change.start)) || topic, op: ">=", value: change.value, unit: change.unit, when, passage });
  } else if (goal && when.stated) {
    drafts.push({ start: clause.start, end: clause.end, name: subject(withoutTimes(text, clause, clause.start, clause.end)), op: ">=", value: 100, unit: "%", when, passage });
  }
}

/** 建成基地5个，2025年底前完成: a date behind the numbers of its sentence holds for those that have none. */
function applyTrailingDate(clauses: readonly Clause[], scope: Scope, drafts: Draft[], from: number): void {
  const last = clauses[clauses.length - 1];
  if (!last || last.amounts.length > 0 || last.end - last.start > 24) return;
  const due = last.times.find((time) => time.kind === "due");
  if (!due || due.start > last.start + 4 || scope.last?.kind !== "due") return;
  for (let k = from; k < drafts.length; k++) {
    const draft = drafts[k]!;
    if (draft.when.period === "other" && draft.when.deadline === undefined) draft.when = { period: "byDeadline", ...(due.year ? { deadline: due.year } : {}), stated: true };
  }
}

/** Gives each draft its quote, a name that is its own within its task, and an id derived from what it says. */
function finish(text: CleanText, drafts: readonly Draft[]): Indicator[] {
  const id = idSource("i");
  const taken: Taken = { names: new Set(), repeats: new Map() };
  return drafts.map((draft) => {
    const { passage, when } = draft;
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
      period: when.period,
      ...(when.deadline === undefined ? {} : { deadline: when.deadline }),
      evidence: [],
      span,
    };
  });
}

/** Names taken so far, and how often a name was wanted that was taken. */
interface Taken {
  names: Set<string>;
  repeats: Map<string, number>;
}

function ownName(draft: Draft, owner: string, taken: Taken): string {
  const base = draft.name || "未写明的指标";
  const choices = [base, ...(draft.when.deadline ? [`${base}（${draft.when.deadline}年）`] : []), ...(draft.unit ? [`${base}（${draft.unit}）`] : [])];
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
