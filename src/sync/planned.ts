import { matrixColumns, type HeaderStyle, type MatrixColumn } from "../matrix/columns";
import { groupsToExpand, matrixRows, type MatrixRow } from "../matrix/rows";
import { fitted, type CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import type { ApplyContext } from "./apply-context";

/** The rows and columns that a plan wants in the sheet, under the names of the incoming plan. */
export interface Planned {
  plan: Plan;
  rows: MatrixRow[];
  byIdentity: ReadonlyMap<string, MatrixRow>;
  /** Identity → position in the plan's order. */
  ranks: ReadonlyMap<string, number>;
  columns: MatrixColumn[];
}

/**
 * @param style the style of the sheet's unit headers
 * @param renamed column key of this plan → key in the incoming plan, for those that differ
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

/** What applying edits needs to know of the incoming plan. */
export const contextOf = ({ plan, rows, columns }: Planned): Omit<ApplyContext, "table"> => ({
  order: rows.map(({ identity }) => identity),
  columns,
  years: plan.years,
  indicators: new Map(rows.flatMap(({ identity, indicator }) => (indicator ? [[identity, indicator]] : []))),
});
