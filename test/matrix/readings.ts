import fc from "fast-check";
import type { Matrix } from "../../src/matrix/build";
import { actualYear, columnMark } from "../../src/matrix/columns";
import type { SheetReading } from "../../src/matrix/locate";
import type { CellValue, SheetData } from "../../src/matrix/sheet";

/** The reading of a sheet that was written and not touched since. */
export function readingOf(sheet: SheetData): SheetReading {
  const formulas = sheet.cells.map((row) => [...row]);
  const calculated = new Set<string>();
  const put = (row: number, column: number, formula: string): void => {
    formulas[row]![column] = formula;
    calculated.add(`${row} ${column}`);
  };
  for (const { area, formula } of sheet.filledFormulas) {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) put(row, column, formula);
  }
  for (const { row, column, formula } of sheet.formulas) put(row, column, formula);
  const values = formulas.map((line, row) =>
    line.map((cell, column) => (calculated.has(`${row} ${column}`) ? "算得" : cell)),
  );
  return { top: 0, left: 0, values, formulas };
}

/** A change to a reading, made to values and formulas alike. */
const both = (reading: SheetReading, change: (lines: CellValue[][]) => CellValue[][]): SheetReading => ({
  ...reading,
  values: change(reading.values),
  formulas: change(reading.formulas),
});

export const headerRowOf = ({ values }: SheetReading): number =>
  values.findIndex((row) => row.includes("任务") && row.includes("状态"));

/** The index of a column in a sheet as it was made, by the column's key. */
export function columnIn({ columns }: Pick<Matrix, "columns">, key: string): number {
  const column = columns.findIndex((one) => one.key === key);
  if (column < 0) throw new Error(`no column ${key}`);
  return column;
}

const keyRowOf = ({ values }: SheetReading): number => values.findIndex((row) => row.includes(columnMark("key")));

/** The index of a column in a sheet as read, by the key in the hidden row above it. */
export function columnOf(reading: SheetReading, key: string): number {
  const column = reading.values[keyRowOf(reading)]!.indexOf(actualYear(key) ?? columnMark(key));
  if (column < 0) throw new Error(`no column ${key}`);
  return column;
}

/** The line of the one row of an indicator, or of a task that has none, among the lines that were read. */
export function lineOf(reading: SheetReading, name: string): number {
  const [task, indicator] = ["task", "indicator"].map((key) => columnOf(reading, key));
  const line = reading.values.findIndex(
    (row, index) =>
      index > headerRowOf(reading) && (row[indicator!] === name || (row[indicator!] === "" && row[task!] === name)),
  );
  if (line < 0) throw new Error(`no row of ${name}`);
  return line;
}

/**
 * Puts values into cells, which are given by the indicator of their row (or its task, if it has none) and the key of
 * their column.
 */
export const typedAt = (
  reading: SheetReading,
  ...entries: readonly (readonly [name: string, key: string, value: CellValue])[]
): SheetReading =>
  typedInto(
    reading,
    entries.map(([name, key, value]) => [lineOf(reading, name), columnOf(reading, key), value] as const),
  );

/** Puts values into cells. */
export function typedInto(
  reading: SheetReading,
  entries: readonly (readonly [row: number, column: number, value: CellValue])[],
): SheetReading {
  return both(reading, (lines) => {
    const copy = lines.map((row) => [...row]);
    for (const [row, column, value] of entries) copy[row]![column] = value;
    return copy;
  });
}

/** Inserts a column at `at`: nothing above the table, then `header`, and one cell for each row. */
export function withColumn(
  reading: SheetReading,
  at: number,
  header: string,
  cells: (row: number) => CellValue,
): SheetReading {
  const headerRow = headerRowOf(reading);
  const column = reading.values.map((_, index) =>
    index < headerRow ? "" : index === headerRow ? header : cells(index),
  );
  return both(reading, (lines) => lines.map((row, index) => [...row.slice(0, at), column[index]!, ...row.slice(at)]));
}

export function withRow(reading: SheetReading, cells: (column: number) => CellValue): SheetReading {
  const row = reading.values[0]!.map((_, column) => cells(column));
  return both(reading, (lines) => [...lines, row]);
}

/** The table's rows in another order: `order` has an index for each of them. */
export function sortedRows(reading: SheetReading, order: readonly number[]): SheetReading {
  const first = headerRowOf(reading) + 1;
  return both(reading, (lines) => [...lines.slice(0, first), ...order.map((index) => lines[first + index]!)]);
}

export const movedColumns = (reading: SheetReading, order: readonly number[]): SheetReading =>
  both(reading, (lines) => lines.map((row) => order.map((column) => row[column]!)));

export const pushedTo = (reading: SheetReading, top: number, left: number): SheetReading => ({ ...reading, top, left });

export const rowsOf = (reading: SheetReading): number => reading.values.length - headerRowOf(reading) - 1;

/** The numbers below `length`, in any order. */
export const anyOrder = (length: number): fc.Arbitrary<number[]> => {
  const all = Array.from({ length }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: length, maxLength: length });
};
