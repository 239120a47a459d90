import { asOfIn } from "../../assessment/as-of";
import { yearResults, type YearResults } from "../../assessment/year-results";
import type { Pausable } from "../../plan/pausable";
import { overviewing, type ReportingOverview } from "./forms";
import type { AssessmentGround } from "./ground";

/** Where all rows and units stand: what the numbers say, and who has reported them. With places to wait. */
export function* standing(
  ground: AssessmentGround,
  year?: number,
): Pausable<{ results: YearResults; overview: ReportingOverview }> {
  const overview = yield* overviewing(ground, year);
  yield;
  const { plan, held, details } = ground;
  const { units, chase } = overview;
  const results = yield* yearResults({
    plan,
    held,
    details,
    asOf: asOfIn(held, overview.year),
    reporting: { units, missing: chase.missing },
  });
  return { results, overview };
}
