import { readPlan } from ".";
import { placesIn } from "./by-hand/place-in-plan";
import { applyCorrections, decisionsOf, type Corrections } from "./corrections";
import type { ReadingDecisions } from "./decisions";
import type { Plan } from "./model";
import { openFindings } from "./open-findings";

/**
 * Reads a text and applies the corrections to it. Findings about the text are those of the text as issued, see
 * {@link openFindings}.
 */
export function readCorrected(source: string, corrections: Corrections): Plan {
  const decisions = decisionsOf(corrections);
  const read = readPlan(source, decisions);
  const plan = applyCorrections(read, corrections, corrections.marked.length > 0 ? placesIn(source) : undefined);
  const issued = decidesAnything(decisions) ? readPlan(source) : read;
  return { ...plan, findings: openFindings(issued.findings, plan, corrections) };
}

const decidesAnything = ({ units, ...reading }: ReadingDecisions): boolean =>
  [...Object.values(units), ...Object.values(reading)].some((part: object) => Object.keys(part).length > 0);
