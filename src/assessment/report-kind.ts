import { wholeYear } from "../matrix/as-of";
import type { AsOf } from "./as-of";

/** 年度, 中期 and 期末 assessments use the same rules; only the year and the report's name differ. */
export type AssessmentKind = "annual" | "midterm" | "final";

type Years = readonly [first: number, last: number];

/** Plans with fewer years usually have no midterm assessment. */
const shortestWithMidterm = 4;

/**
 * The possible kinds of assessment in a year: 期末 from the last year on; 中期 between the first and the last year, and in
 * any year before it is over.
 */
export const kindsIn = ({ year, month }: AsOf, [first, last]: Years): AssessmentKind[] => [
  "annual",
  ...(month < wholeYear || (year > first && year < last) ? (["midterm"] as const) : []),
  ...(year >= last ? (["final"] as const) : []),
];

/**
 * The default kind: 中期 before the year is over; for a whole year, 期末 in the last one and 中期 when half of the plan is
 * over.
 */
export function kindIn({ year, month }: AsOf, [first, last]: Years): AssessmentKind {
  if (month < wholeYear) return "midterm";
  const years = last - first + 1;
  if (years > 1 && year >= last) return "final";
  return years >= shortestWithMidterm && year === first + Math.ceil(years / 2) - 1 ? "midterm" : "annual";
}

/** The report's name, used in its title and file name; before December it includes the month. */
export function reportName(kind: AssessmentKind, { year, month }: AsOf, [first, last]: Years): string {
  if (month < wholeYear)
    return `${kind === "annual" ? `${year}年度` : kind === "midterm" ? "中期" : "期末"}自查评估报告（截至${year}年${month}月底）`;
  if (kind === "annual") return `${year}年度自查评估报告`;
  return kind === "midterm"
    ? `中期自查评估报告（${first}—${year}年）`
    : `期末自查评估报告（${first}—${Math.max(last, year)}年）`;
}
