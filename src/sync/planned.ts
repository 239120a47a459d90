import { matrixColumns, type HeaderStyle, type MatrixColumn } from "../matrix/columns";
import { groupsToExpand, matrixRows, type MatrixRow } from "../matrix/rows";
import { fitted, type CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import type { ApplyContext } from "./apply-context";

/** What a plan wants to see in the sheet: its rows and columns under the names of the plan that is coming. */
export interface Planned {
  plan: Plan;
  rows: MatrixRow[];
  byIdentity: ReadonlyMap<string, MatrixRow>;
  /** Identity → place in the plan's order. */
  ranks: ReadonlyMap<string, number>;
  columns: MatrixColumn[];
}

/**
 * @param style what the sheet's headers of units say
 * @param renamed column keys of this plan → keys of the plan that is coming; for those that differ
 */
export function plannedOf(
  plan: Plan,
  style: HeaderStyle = "short",
  renamed: ReadonlyMap<string, string> = new Map(),
): Planned {
  const rename = (key: string): string => renamed.get(key) ?? key;
  const rows = matrixRows(plan, { expandGroups: groupsToExpand(plan) }).map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([key, value]): [string, CellValue] => [rename(key), fitted(value)]),
    ),
  }));
  return {
    plan,
    rows,
    byIdentity: new Map(rows.map((row) => [row.identity, row])),
    ranks: new Map(rows.map(({ identity }, index) => [identity, index])),
    columns: matrixColumns(plan, style).map((column) => ({ ...column, key: rename(column.key) })),
  };
}

/** What edits need to know of the plan to which they bring the sheet. */
export const contextOf = ({ plan, rows, columns }: Planned): Omit<ApplyContext, "table"> => ({
  order: rows.map(({ identity }) => identity),
  columns,
  years: plan.years,
  indicators: new Map(rows.flatMap(({ identity, indicator }) => (indicator ? [[identity, indicator]] : []))),
});
