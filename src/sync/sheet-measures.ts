import { actualYear } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import type { Plan } from "../plan/model";
import { scaleIn, withScale } from "../plan/amount-scales";

/**
 * The plan in the units of the sheet: a row in which numbers are typed keeps its 吨 or 万吨, whatever the plan prints now,
 * since what is typed there is in that. Rows without a number take the plan's own.
 * @param plan under the identities that the sheet has
 */
export function inSheetMeasures(plan: Plan, { rows }: Pick<LocatedMatrix, "rows">): Plan {
  const held = new Map<string, string>();
  for (const row of rows) {
    const id = row.key?.indicatorId;
    if (id !== undefined && !held.has(id) && hasNumbers(row)) held.set(id, String(row.cells.measure ?? "").trim());
  }
  return {
    ...plan,
    indicators: plan.indicators.map((indicator) => {
      const measure = held.get(indicator.id);
      const scale = measure === undefined ? undefined : scaleIn(measure, indicator.unit);
      return scale === undefined ? indicator : withScale(indicator, scale);
    }),
  };
}

const hasNumbers = ({ cells }: LocatedRow): boolean =>
  Object.keys(cells).some((key) => actualYear(key) !== undefined && isFilled(cells[key]));
