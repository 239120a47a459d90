import type { CleanText } from "../characters";
import type { Finding, Indicator } from "../model";
import type { Passage } from "../passages";
import { AmountReader, type ChosenWords } from "./amount-reader";
import { indicatorsFrom } from "./indicators";
import type { RefusedAmount } from "./judge";
import { TimeScope, type StandingDate } from "./time-scope";

/** Headings of chapters that list goals. A date in such a chapter applies to everything after it in the chapter. */
const GOALS = /目标|指标|总体要求|总体思路/;

/** What became of each amount in the text: an indicator, an amount refused by a rule, or a finding for the user. */
export interface QuantityReading {
  /** In text order. */
  indicators: Indicator[];
  findings: Finding[];
  refused: RefusedAmount[];
}

/**
 * Reads the quantities that a plan promises. The work grows linearly with the length of the passages.
 * @param passages ranges of the cleaned text in order, with attributions cut out
 * @param years first and last year of the plan; `[0, 0]` when unknown
 * @param annual the year of a plan made for one year; undated targets are due in that year
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
  return { indicators: indicatorsFrom(text, reader.drafts), findings: reader.findings, refused: reader.refused };
}

/**
 * Reads the amounts that a person has selected as targets, whether or not the text promises them.
 * @param passage the surrounding text; dates and frequencies stated before the selection apply to it
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
  return indicatorsFrom(
    text,
    reader.drafts.filter(({ evidence }) => evidence.some(({ notation }) => notation === chosen.notation)),
  );
}

function under(section: readonly string[], above: readonly string[]): boolean {
  return above.length > 0 && above.every((heading, k) => section[k] === heading);
}
