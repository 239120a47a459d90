import { actualYear } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import type { Plan } from "../plan/model";
import { scaleIn, withScale } from "../plan/amount-scales";

/**
 * The plan with the sheet's measures: a row with typed numbers keeps its 吨 or 万吨, whatever the plan prints now, since
 * the numbers are in that measure. Rows without numbers take the plan's measure.
 * @param plan under the sheet's identities
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
