import type { MeasureKind } from "../lexicon/measure-words";
import { PROMISE_VERBS, REGION, WANTING_WORDS } from "../lexicon/promises";
import { anyOf } from "../lexicon/wording";
import type { Amount } from "./amounts";
import { firstTimeAfter, type Clause } from "./clauses";
import type { Timing } from "./time-scope";

/** What has been read so far about the sentence around an amount. */
export interface SentenceContext {
  /** Position from which the sentence grants money; `Infinity` if it grants none. */
  grantFrom: number;
  /** Position from which the sentence lists conditions that somebody must meet; `Infinity` if it lists none. */
  criteriaFrom: number;
  /** The sentence describes the consequences that put an event into a class. */
  describesEvent: boolean;
  /** The headings above announce a definition: classes of events, levels of response and the like. */
  defines: boolean;
  /** An earlier clause described the past or present; clauses that continue it do the same. */
  background: boolean;
  /** 其中 breaks down an existing number. */
  splitsBackground: boolean;
  /** The last amount before a bracket was refused, so the amounts in the bracket are refused too. */
  refused: boolean;
}

/** An amount with the surrounding words that the rules look at. */
export interface AmountContext {
  text: string;
  amount: Amount;
  clause: Clause;
  timing: Timing;
  previous: Amount | undefined;
  next: Amount | undefined;
  /**
   * The text from the previous amount, or from the start of the clause after any time expressions, to the amount with
   * its comparing words.
   */
  sincePrevious: string;
  /** The clause before the amount and its comparing words. */
  clauseBefore: string;
  /** The clause after the amount. */
  clauseAfter: string;
  kind: MeasureKind;
  unit: string;
  compared: boolean;
  /** The previous amount, in this clause or in the list that this clause continues, was a target. */
  afterTarget: boolean;
  /** The passage is a heading or title. */
  isTitle: boolean;
  sentence: SentenceContext;
}

/** How many characters around a number are looked at. The limit keeps the work on a long clause linear. */
const REACH = 80;
const REACH_ON = 40;

export interface ContextInput {
  text: string;
  clause: Clause;
  index: number;
  timing: Timing;
  afterTarget: boolean;
  isTitle: boolean;
  sentence: SentenceContext;
}

/** The context of the amount at `index` of a clause. */
export function contextOf({ text, clause, index, ...rest }: ContextInput): AmountContext {
  const amount = clause.amounts[index]!;
  const previous = clause.amounts[index - 1];
  return {
    ...rest,
    text,
    clause,
    amount,
    previous,
    next: clause.amounts[index + 1],
    sincePrevious: text.slice(
      behindTimes(clause, Math.max(clause.start, previous?.end ?? 0, amount.start - REACH), amount.start),
      amount.start,
    ),
    clauseBefore: text.slice(Math.max(clause.start, amount.start - REACH), amount.start),
    clauseAfter: text.slice(amount.end, Math.min(clause.end, amount.end + REACH_ON)),
    kind: amount.measure.kind,
    unit: amount.measure.unit,
    compared: amount.before !== undefined || amount.after !== undefined,
  };
}

/** Start of the words after leading time expressions: in 6月底前3个项目开工 they start with the number. */
function behindTimes(clause: Clause, from: number, to: number): number {
  let at = from;
  for (let k = firstTimeAfter(clause, from); clause.times[k]?.start === at && clause.times[k]!.end <= to; k++)
    at = clause.times[k]!.end;
  return at;
}

/** Whether the number comes right after a time expression: 6月底前3个. */
export const followsTime = ({ clause, amount }: AmountContext): boolean =>
  clause.times[firstTimeAfter(clause, amount.number - 1)]?.end === amount.number;

/** The clause around the amount, limited to `back` characters before it and `on` characters after it. */
export function around({ text, clause, amount }: AmountContext, back: number, on: number): string {
  return text.slice(Math.max(clause.start, amount.start - back), Math.min(clause.end, amount.end + on));
}

const OPENING_MODALS = new RegExp(`^${anyOf(WANTING_WORDS)}+|^(?:${REGION})`);
/** The words before an amount, without those that only say that it is wanted. */
export function withoutModals(before: string): string {
  let words = before.replace(/^[、和及与]+/, "");
  for (let k = 0; k < 6; k++) {
    const shorter = words.replace(OPENING_MODALS, "");
    if (shorter === words) break;
    words = shorter;
  }
  return words;
}

export const VERB = new RegExp(anyOf(PROMISE_VERBS));
const MAIN_VERB = new RegExp(`^.{0,3}?${anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1))}`);

/** Whether a promise verb opens the clause, apart from time expressions and the like: 关停退出参与整合的6家小炼厂. */
export function opensWithVerb({ text, clause, amount }: AmountContext): boolean {
  const [time] = clause.times;
  const opens = time !== undefined && time.start <= clause.start + 8 && time.end <= amount.start;
  const from = Math.max(opens ? time.end : clause.start, amount.start - REACH);
  return MAIN_VERB.test(withoutModals(text.slice(from, amount.start)));
}
