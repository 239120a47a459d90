import fc from "fast-check";
import { actualYear, columnMark, headerOfUserKey } from "../../src/matrix/columns";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { applyEdits } from "../../src/sync/apply";
import type { Operation } from "../../src/sync/operation";
import { runs } from "../runs";
import { shown, synced, tableOf } from "./sheets";
import { anyState } from "./worked-on";

/** Cells by row and column; a formula of any kind is `=`. */
type Grid = CellValue[][];

/** More than any sheet here takes. */
const [height, width] = [80, 80];
const blank = (): CellValue[] => Array.from({ length: width }, () => "");

function gridOf(sheet: LocatedMatrix): Grid {
  const grid = Array.from({ length: height }, blank);
  for (const { row, column, value } of sheet.above) grid[row]![column] = value;
  for (const [key, column] of sheet.columns) {
    grid[sheet.headerRow]![column] = sheet.headers.get(key)!;
    for (const { row, cells, formulas } of sheet.rows)
      grid[row]![column] = formulas[key] === undefined ? (cells[key] ?? "") : "=";
  }
  return grid;
}

type Cell = { value: CellValue } | { formula: string };
const written = (cell: Cell): CellValue => ("formula" in cell ? "=" : cell.value);

/** Does the operation as a spreadsheet does it. */
function done(grid: Grid, operation: Operation): void {
  switch (operation.op) {
    case "insertRow":
    case "appendRow":
      grid.splice(operation.row, 0, blank());
      break;
    case "deleteRow":
      grid.splice(operation.row, 1);
      break;
    case "moveRow":
      for (let column = operation.column; column < operation.column + operation.columns; column++) {
        expect(grid[operation.to]![column]).toBe("");
        grid[operation.to]![column] = grid[operation.from]![column]!;
        grid[operation.from]![column] = "";
      }
      // Nothing may be left in a row that is going to be deleted.
      expect(grid[operation.from]!.filter((cell) => cell !== "")).toEqual([]);
      break;
    case "insertColumn":
    case "appendColumn":
      for (const row of grid) row.splice(operation.column, 0, "");
      break;
    case "deleteColumn":
      for (const row of grid) row.splice(operation.column, 1);
      break;
    case "write":
      operation.values.forEach((line, row) =>
        line.forEach((value, column) => {
          if (value !== null) grid[operation.row + row]![operation.column + column] = value;
        }),
      );
      break;
    case "formula":
      for (let row = 0; row < operation.rows; row++) grid[operation.row + row]![operation.column] = "=";
      break;
    case "keep":
      grid[operation.row]![operation.column] = written(operation);
      break;
    case "column":
      operation.cells.forEach((cell, row) => {
        if (cell) grid[operation.row + row]![operation.column] = written(cell);
      });
      break;
    case "dress":
  }
}

/** What the grid shows where the sheet is said to be. */
function shownIn(grid: Grid, sheet: LocatedMatrix): CellValue[][] {
  const columns = [...sheet.columns.values()].sort((a, b) => a - b);
  const rows = [sheet.headerRow, ...sheet.rows.map(({ row }) => row).sort((a, b) => a - b)];
  return rows.map((row) => columns.map((column) => grid[row]![column]!));
}

/** What the title block says, and the hidden keys above our columns. */
const aboveIn = (grid: Grid, { above, columns, keyRow }: LocatedMatrix): CellValue[] => [
  ...above.flatMap(({ row, column }) => (row === keyRow ? [] : [grid[row]![column]!])),
  ...[...columns].flatMap(([key, column]) => (headerOfUserKey(key) === undefined ? [grid[keyRow!]![column]!] : [])),
];
const aboveOf = ({ above, columns, keyRow }: LocatedMatrix): CellValue[] => [
  ...above.flatMap(({ row, value }) => (row === keyRow ? [] : [value])),
  ...[...columns.keys()].flatMap((key) =>
    headerOfUserKey(key) === undefined ? [actualYear(key) ?? columnMark(key)] : [],
  ),
];

describe("the operations of a sync", () => {
  it("bring the cells to what the sheet is said to be afterwards, whichever changes are taken, and those of undoing it back", () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), ({ base, incoming, sheet }, isAll) => {
        const {
          operations,
          sheet: after,
          inverse,
          comparison,
        } = synced(base, incoming, sheet, (change) => isAll || change.default);
        const grid = gridOf(comparison.sheet);
        for (const operation of operations) done(grid, operation);
        expect(shownIn(grid, after)).toEqual(shown(after));
        expect(aboveIn(grid, after)).toEqual(aboveOf(after));
        const back = applyEdits(after, inverse, {
          ...comparison.context,
          order: [],
          years: base.years,
          table: tableOf(after),
        });
        for (const operation of back.operations) done(grid, operation);
        expect(shownIn(grid, back.sheet)).toEqual(shown(back.sheet));
        expect(aboveIn(grid, back.sheet)).toEqual(aboveOf(back.sheet));
      }),
      { seed: 20261129, numRuns: runs(400) },
    );
  });
});
