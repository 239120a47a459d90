import type { MeasureKind } from "../lexicon/measure-words";
import { PROMISE_VERBS, REGION, WANTING_WORDS } from "../lexicon/promises";
import { anyOf } from "../lexicon/wording";
import type { Amount } from "./amounts";
import { firstTimeAfter, type Clause } from "./clauses";
import type { Timing } from "./time-scope";

/** What the sentence around an amount says, as far as it was read. */
export interface SentenceContext {
  /** It grants money from this position on; `Infinity` where it grants none. */
  grantFrom: number;
  /** From here on it lists the conditions that somebody has to meet; `Infinity` where it lists none. */
  criteriaFrom: number;
  /** It tells what an event has to have caused to be of a class. */
  describesEvent: boolean;
  /** The headings above say that classes of events, levels of response and the like are defined here. */
  defines: boolean;
  /** A clause before told what was or is; what goes on with it tells the same. */
  background: boolean;
  /** 其中 goes into what there is. */
  splitsBackground: boolean;
  /** The last amount before a bracket was refused, and so is what the bracket says of it. */
  refused: boolean;
}

/** An amount with the words around it, as far as the rules look. */
export interface AmountContext {
  text: string;
  amount: Amount;
  clause: Clause;
  timing: Timing;
  previous: Amount | undefined;
  next: Amount | undefined;
  /** From the amount before it, or where the clause begins behind words of time, up to the words that compare it. */
  sincePrevious: string;
  /** The clause up to the words that compare it. */
  clauseBefore: string;
  /** The clause behind the amount. */
  clauseAfter: string;
  kind: MeasureKind;
  unit: string;
  compared: boolean;
  /** The amount before it was a target, of this clause or of the list that the clause goes on with. */
  afterTarget: boolean;
  /** The stretch is a heading or title. */
  isTitle: boolean;
  sentence: SentenceContext;
}

/** How far words around a number are looked at; keeps the work on a long clause linear. */
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

/** Where the words begin behind those of time: 6月底前3个项目开工 begins with the number. */
function behindTimes(clause: Clause, from: number, to: number): number {
  let at = from;
  for (let k = firstTimeAfter(clause, from); clause.times[k]?.start === at && clause.times[k]!.end <= to; k++)
    at = clause.times[k]!.end;
  return at;
}

/** The number stands right behind words of time: 6月底前3个. */
export const followsTime = ({ clause, amount }: AmountContext): boolean =>
  clause.times[firstTimeAfter(clause, amount.number - 1)]?.end === amount.number;

/** The clause around the amount, so many characters each way. */
export function around({ text, clause, amount }: AmountContext, back: number, on: number): string {
  return text.slice(Math.max(clause.start, amount.start - back), Math.min(clause.end, amount.end + on));
}

const OPENING_MODALS = new RegExp(`^${anyOf(WANTING_WORDS)}+|^(?:${REGION})`);
/** The words before an amount without those that say only that it is wanted. */
export function withoutModals(lead: string): string {
  let words = lead.replace(/^[、和及与]+/, "");
  for (let k = 0; k < 6; k++) {
    const shorter = words.replace(OPENING_MODALS, "");
    if (shorter === words) break;
    words = shorter;
  }
  return words;
}

export const VERB = new RegExp(anyOf(PROMISE_VERBS));
const MAIN_VERB = new RegExp(`^.{0,3}?${anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1))}`);

/** A promise verb opens the clause, behind words of time and the like: 关停退出参与整合的6家小炼厂. */
export function opensWithVerb({ text, clause, amount }: AmountContext): boolean {
  const [time] = clause.times;
  const opens = time !== undefined && time.start <= clause.start + 8 && time.end <= amount.start;
  const from = Math.max(opens ? time.end : clause.start, amount.start - REACH);
  return MAIN_VERB.test(withoutModals(text.slice(from, amount.start)));
}
