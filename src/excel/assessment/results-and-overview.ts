import { asOfIn } from "../../assessment/as-of";
import { yearResults, type YearResults } from "../../assessment/year-results";
import type { Pausable } from "../../plan/pausable";
import { overviewing, type ReportingOverview } from "./forms";
import type { AssessmentData } from "./assessment-data";

/** Results of all rows and units, and who has reported; a generator that can pause (`pause.ts`). */
export function* resultsWithOverview(
  data: AssessmentData,
  year?: number,
): Pausable<{ results: YearResults; overview: ReportingOverview }> {
  const overview = yield* overviewing(data, year);
  yield;
  const { plan, matrix, details } = data;
  const { units, chase } = overview;
  const results = yield* yearResults({
    plan,
    held: matrix,
    details,
    asOf: asOfIn(matrix, overview.year),
    reporting: { units, missing: chase.missing },
  });
  return { results, overview };
}
