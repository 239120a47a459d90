/** 年度, 中期 and 期末 assessments judge by the same rules; what differs is the year and what the report is called. */
export type AssessmentKind = "annual" | "midterm" | "final";

type Years = readonly [first: number, last: number];

/** Plans of fewer years than these are not assessed in their middle as a rule. */
const shortestWithMidterm = 4;

/** What an assessment of a year of the plan can be: 期末 not before the last year, 中期 only between the first and the last. */
export const kindsIn = (year: number, [first, last]: Years): AssessmentKind[] => ["annual", ...(year > first && year < last ? (["midterm"] as const) : []), ...(year >= last ? (["final"] as const) : [])];

/** What it is where nobody says otherwise: 期末 in the last year, 中期 in the year with which half of the plan is over. */
export function kindIn(year: number, [first, last]: Years): AssessmentKind {
  const years = last - first + 1;
  if (years > 1 && year >= last) return "final";
  return years >= shortestWithMidterm && year === first + Math.ceil(years / 2) - 1 ? "midterm" : "annual";
}

/** The report's name, as its title ends and as its file is called. */
export function reportName(kind: AssessmentKind, year: number, [first, last]: Years): string {
  if (kind === "annual") return `${year}年度自查评估报告`;
  return kind === "midterm" ? `中期自查评估报告（${first}—${year}年）` : `期末自查评估报告（${first}—${Math.max(last, year)}年）`;
}
