import { asOfIn } from "../../assessment/as-of";
import { reviewing, type Review } from "../../assessment/review";
import type { Pieces } from "../../plan/pieces";
import { overviewing, type ReportingOverview } from "./forms";
import type { AssessmentData } from "./assessment-data";

/** Where all rows and units stand: what the numbers say, and who has reported them. With places to wait. */
export function* reviewingWithOverview(
  data: AssessmentData,
  year?: number,
): Pieces<{ review: Review; overview: ReportingOverview }> {
  const overview = yield* overviewing(data, year);
  yield;
  const { plan, matrix, details } = data;
  const { units, chase } = overview;
  const review = yield* reviewing({
    plan,
    held: matrix,
    details,
    asOf: asOfIn(matrix, overview.year),
    reporting: { units, missing: chase.missing },
  });
  return { review, overview };
}
