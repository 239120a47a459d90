import { calculatedKeys, fixedColumns, spokenName } from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey, rowIdentity } from "../matrix/row-key";
import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import type { RemovedRecord } from "../sync/records";
import { asWritten } from "./cell-text";
import type { SideSheet } from "./read-matrix";
import { removedSheetName } from "./sheet-names";

export { removedSheetName } from "./sheet-names";

/** The matrix from which rows were removed. */
type MatrixColumns = Pick<LocatedMatrix, "headers" | "style">;

/**
 * Rows that leave the matrix, by column key. In 已移出 units have their full names, since 简称 change as units come and
 * go.
 */
export interface RemovedRows {
  matrix: MatrixColumns;
  rows: readonly Readonly<Record<string, CellValue>>[];
}

const filled = (value: CellValue | undefined): boolean => String(value ?? "") !== "";

/**
 * Queues appending the rows to 已移出 under a header of their own, so that columns of different plans do not mix. Rows
 * that an interrupted run has appended are not appended again. Must be queued before anything is removed from the
 * matrix, so that typed data is in the workbook at every moment.
 */
export function queueRemoved(
  context: Excel.RequestContext,
  existing: SideSheet | undefined,
  { matrix, rows: removed }: RemovedRows,
): void {
  const columns = [...matrix.headers.keys()].filter((key) => removed.some((cells) => filled(cells[key])));
  const header = columns.map((key) => (key === "key" ? keyHeader : spokenName(matrix, key)));
  const known = new Set(recordsIn(existing?.values ?? []).map(({ record: text }) => text));
  const rows = removed
    .map((cells) => columns.map((key) => cells[key] ?? ""))
    .filter((row) => !known.has(record(header, row)));
  if (rows.length === 0) return;
  const sheet = existing?.sheet ?? context.workbook.worksheets.add(removedSheetName);
  const start = existing && existing.end > 0 ? existing.end + 1 : 0;
  const lines = [header, ...rows].map((row) => row.map(asWritten));
  sheet.getRangeByIndexes(start, 0, lines.length, columns.length).values = lines;
  sheet.getRangeByIndexes(start, 0, 1, columns.length).format.font.bold = true;
}

const fixedHeaders = new Map(fixedColumns.map(({ key, header }) => [header, key]));
const keyHeader = fixedColumns.find(({ key }) => key === "key")!.header;
const marked = new Set<string>(Object.values(marks));
const calculated = new Set(fixedColumns.filter(({ key }) => calculatedKeys.includes(key)).map(({ header }) => header));

/**
 * A row's contents as text, to compare it by. Leaves out calculated cells, whose values change, and marks, whose
 * columns may have been renamed since.
 */
const record = (header: readonly CellValue[], row: readonly CellValue[]): string =>
  JSON.stringify(
    row
      .map((cell, column) => [String(header[column] ?? ""), String(cell)])
      .filter(([name, cell]) => cell !== "" && !calculated.has(name!) && !marked.has(cell!))
      .sort(),
  );

/** All rows of the sheet, each with the nearest header above it. */
function recordsIn(values: readonly CellValue[][]): { header: CellValue[]; row: CellValue[]; record: string }[] {
  let header: CellValue[] = [];
  return values.flatMap((row) => {
    if (row.includes(keyHeader)) header = row;
    else if (row.some(filled)) return [{ header, row, record: record(header, row) }];
    return [];
  });
}

/**
 * The rows of 已移出, to restore what was typed when a task comes back.
 * @param matrix the matrix whose headers name the columns
 */
export function removedRecords(existing: SideSheet | undefined, matrix: MatrixColumns): RemovedRecord[] {
  const named = (nameOf: (key: string) => string): [string, string][] =>
    [...matrix.headers.keys()].map((key) => [nameOf(key), key]);
  const keys = new Map([
    ...fixedHeaders,
    ...named((key) => matrix.headers.get(key)!),
    ...named((key) => spokenName(matrix, key)),
  ]);
  return recordsIn(existing?.values ?? []).map(({ header, row }) => {
    const cells = Object.fromEntries(
      row.flatMap((cell, column) =>
        filled(cell) ? [[keys.get(String(header[column])) ?? String(header[column]), cell]] : [],
      ),
    );
    const key = parseRowKey(String(cells.key ?? ""));
    return { ...(key ? { identity: rowIdentity(key) } : {}), cells };
  });
}
