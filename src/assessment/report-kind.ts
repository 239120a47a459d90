import { wholeYear } from "../matrix/as-of";
import type { AsOf } from "./as-of";

/** 年度, 中期 and 期末 assessments judge by the same rules; what differs is the year and what the report is called. */
export type AssessmentKind = "annual" | "midterm" | "final";

type Years = readonly [first: number, last: number];

/** Plans of fewer years than these are not assessed in their middle as a rule. */
const shortestWithMidterm = 4;

/**
 * What an assessment of a year of the plan can be: 期末 not before the last year; 中期 between the first and the last, and
 * in any year before it is over.
 */
export const kindsIn = ({ year, month }: AsOf, [first, last]: Years): AssessmentKind[] => [
  "annual",
  ...(month < wholeYear || (year > first && year < last) ? (["midterm"] as const) : []),
  ...(year >= last ? (["final"] as const) : []),
];

/**
 * What it is where nobody says otherwise: 中期 before a year is over; of whole years 期末 in the last one, 中期 in that with
 * which half of the plan is over.
 */
export function kindIn({ year, month }: AsOf, [first, last]: Years): AssessmentKind {
  if (month < wholeYear) return "midterm";
  const years = last - first + 1;
  if (years > 1 && year >= last) return "final";
  return years >= shortestWithMidterm && year === first + Math.ceil(years / 2) - 1 ? "midterm" : "annual";
}

/** The report's name, as its title ends and as its file is called; before December with the month. */
export function reportName(kind: AssessmentKind, { year, month }: AsOf, [first, last]: Years): string {
  if (month < wholeYear)
    return `${kind === "annual" ? `${year}年度` : kind === "midterm" ? "中期" : "期末"}自查评估报告（截至${year}年${month}月底）`;
  if (kind === "annual") return `${year}年度自查评估报告`;
  return kind === "midterm"
    ? `中期自查评估报告（${first}—${year}年）`
    : `期末自查评估报告（${first}—${Math.max(last, year)}年）`;
}
