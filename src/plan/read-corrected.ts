import { readPlan } from ".";
import { placesIn } from "./by-hand/place";
import { applyCorrections, decisionsOf, type Corrections } from "./corrections";
import type { Plan } from "./model";

/** Reads a text and applies what was settled about it. */
export function readCorrected(source: string, corrections: Corrections): Plan {
  const plan = readPlan(source, decisionsOf(corrections));
  return applyCorrections(plan, corrections, corrections.marked.length > 0 ? placesIn(source) : undefined);
}
