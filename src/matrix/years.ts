import type { Plan } from "../plan/model";

/** How many years a plan is taken to run that names none: the usual term of county plans. */
const usualYears = 3;

/**
 * The plan with years for which columns can be made. A plan that names none (`[0, 0]`) takes those that its sheet had
 * before; else it begins in the year of its issue, or in `year`, and lasts until its last deadline, or for
 * `usualYears`.
 * @param before the years of the plan that the workbook holds, if any
 * @param year the year in which the sheet is made
 */
export function withYears(plan: Plan, before: Plan["years"] | undefined, year: number | undefined): Plan {
  if (plan.years[0] > 0) return plan;
  if (before && before[0] > 0) return { ...plan, years: before };
  const deadlines = plan.indicators.flatMap(({ deadline }) => (deadline === undefined ? [] : [deadline]));
  const issued = Number(/^\d{4}/.exec(plan.issued ?? "")?.[0] ?? NaN);
  const first = [issued, year ?? NaN, Math.min(...deadlines)].find(Number.isFinite);
  if (first === undefined) return plan;
  return { ...plan, years: [first, Math.max(first + usualYears - 1, ...deadlines)] };
}
