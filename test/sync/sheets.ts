import { buildMatrix } from "../../src/matrix/build";
import { locateMatrix, type LocatedMatrix } from "../../src/matrix/locate";
import { groupsToExpand } from "../../src/matrix/rows";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { applyEdits, type Applied } from "../../src/sync/apply";
import type { Change } from "../../src/sync/change";
import { chosenEdits, compare, type Comparison } from "../../src/sync/compare";
import type { CompareOptions } from "../../src/sync/sides";
import { readingOf } from "../matrix/readings";

/** A plan's sheet as it is after being made, and then changed by `touch`. */
export function sheetOf(plan: Plan, touch: (sheet: LocatedMatrix) => void = () => undefined): LocatedMatrix {
  const located = locateMatrix(readingOf(buildMatrix(plan, { expandGroups: groupsToExpand(plan) }).sheet), [plan])!;
  const copy = copied(located);
  touch(copy);
  return copy;
}

export const copied = (sheet: LocatedMatrix): LocatedMatrix => ({
  ...sheet,
  columns: new Map(sheet.columns),
  headers: new Map(sheet.headers),
  above: sheet.above.map((cell) => ({ ...cell })),
  rows: sheet.rows.map((row) => ({ ...row, cells: { ...row.cells }, formulas: { ...row.formulas } })),
});

/** The row of an indicator, or of a task without any. */
export const rowNamed = (sheet: LocatedMatrix, name: string): LocatedMatrix["rows"][number] =>
  sheet.rows.find(({ cells }) => cells.indicator === name || ((cells.indicator ?? "") === "" && cells.task === name))!;

export const cellsNamed = (sheet: LocatedMatrix, name: string): Record<string, CellValue> =>
  rowNamed(sheet, name).cells;

export const tableOf = (sheet: LocatedMatrix): { row: number; column: number; rows: number; columns: number } => ({
  row: sheet.headerRow,
  column: 0,
  rows: Math.max(2, (sheet.rows[sheet.rows.length - 1]?.row ?? sheet.headerRow + 1) - sheet.headerRow + 1),
  columns: Math.max(...sheet.columns.values()) + 1,
});

export interface Synced extends Applied {
  comparison: Comparison;
}

/** Compares and applies, as a sync does. */
export function synced(
  base: Plan,
  incoming: Plan,
  sheet: LocatedMatrix,
  isChosen: (change: Change) => boolean = (change) => change.default,
  options: CompareOptions = {},
): Synced {
  const comparison = compare({ plan: base, known: true }, incoming, sheet, options);
  const applied = applyEdits(comparison.sheet, chosenEdits(comparison, isChosen), {
    ...comparison.context,
    table: tableOf(sheet),
  });
  return { ...applied, comparison };
}

/** What a sheet shows: headers in their order, and the rows below them. */
export function shown(sheet: LocatedMatrix): CellValue[][] {
  const keys = [...sheet.columns].sort((a, b) => a[1] - b[1]).map(([key]) => key);
  const cells = (row: LocatedMatrix["rows"][number]): CellValue[] =>
    keys.map((key) => (row.formulas[key] === undefined ? (row.cells[key] ?? "") : "="));
  return [keys.map((key) => sheet.headers.get(key)!), ...[...sheet.rows].sort((a, b) => a.row - b.row).map(cells)];
}
