import type { Area } from "./areas";

/** A range as Univer has it: zero-based, ends inclusive. */
export interface UniverRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

export const univerRangeOf = ({ row, column, rows, columns }: Area): UniverRange => ({
  startRow: row,
  endRow: row + rows - 1,
  startColumn: column,
  endColumn: column + columns - 1,
});

export const areaOfRange = ({ startRow, endRow, startColumn, endColumn }: UniverRange): Area => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});
