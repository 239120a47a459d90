import { readPlan } from ".";
import { applyCorrections, decisionsOf, type Corrections } from "./corrections";
import type { Plan } from "./model";

/** Reads a text and applies what was settled about it. */
export const readCorrected = (source: string, corrections: Corrections): Plan => applyCorrections(readPlan(source, decisionsOf(corrections)), corrections);
