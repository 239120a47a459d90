import { noCorrections, type Corrections } from "../../plan/corrections";
import { carryCorrections, isVersionOf, isWorthCarrying } from "../../plan/by-hand/carry-corrections";
import type { Sentence } from "../../plan/sentence";

/** A text with what was settled about it. */
export interface StoredText {
  source: string;
  corrections: Corrections;
}

/**
 * What holds of a text that is opened: what was settled about just this text, else what was settled about the one that
 * it is a revision of.
 * @param before texts that were open before, those that count most first
 */
export function correctionsFor(
  source: string,
  own: Corrections | undefined,
  before: readonly StoredText[],
): { corrections: Corrections; notes: readonly Sentence[] } {
  if (own) return { corrections: own, notes: [] };
  // The first, also where nothing is settled about it any more: what was taken back there does not come again from an
  // earlier one.
  const base = before.find((one) => isVersionOf(one.source, source));
  return base && isWorthCarrying(base.corrections)
    ? carryCorrections(base.corrections, base.source, source)
    : { corrections: noCorrections, notes: [] };
}
