import type { Plan } from "../plan/model";

/** A plan that names no years is taken to run this many, which is how long county plans without a stated term run. */
const usualYears = 3;

/**
 * The plan with years to make columns for. One that names none (`[0, 0]`) takes those that its sheet had before; else
 * it begins in the year of its issue, or with `year`, and reaches its last deadline or `usualYears`.
 * @param before the years of the plan that the workbook holds, where it holds one
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
