import { noCorrections, type Corrections } from "../../plan/corrections";
import { carryCorrections, isVersionOf, isWorthCarrying } from "../../plan/by-hand/carry-corrections";
import type { Sentence } from "../../plan/sentence";

/** A text with its corrections. */
export interface StoredText {
  source: string;
  corrections: Corrections;
}

/**
 * The corrections for a text that is being opened: its own if there are any, else those of the text that it revises.
 * @param before texts that were open before, the most relevant first
 */
export function correctionsFor(
  source: string,
  own: Corrections | undefined,
  before: readonly StoredText[],
): { corrections: Corrections; notes: readonly Sentence[] } {
  if (own) return { corrections: own, notes: [] };
  // Take the first match even if it has no corrections any more. Otherwise what the user took back there would return
  // from an earlier text.
  const base = before.find((one) => isVersionOf(one.source, source));
  return base && isWorthCarrying(base.corrections)
    ? carryCorrections(base.corrections, base.source, source)
    : { corrections: noCorrections, notes: [] };
}
