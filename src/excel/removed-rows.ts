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

/** The matrix whose columns they are. */
type MatrixColumns = Pick<LocatedMatrix, "headers" | "style">;

/**
 * What leaves the matrix, by column key. Units stand under their full names: 简称 are other ones when units come and go.
 */
export interface RemovedRows {
  matrix: MatrixColumns;
  rows: readonly Readonly<Record<string, CellValue>>[];
}

const filled = (value: CellValue | undefined): boolean => String(value ?? "") !== "";

/**
 * Queues appending rows under what is there already, below a header of their own, so that columns of different plans do
 * not mix. What an interrupted run has appended before is not appended again. Queued before anything is taken out of
 * the matrix, so that nothing typed is missing at any moment.
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
 * A row as what its filled cells say; calculated ones aside, which may show something else each time, and marks, whose
 * columns may have been renamed since.
 */
const record = (header: readonly CellValue[], row: readonly CellValue[]): string =>
  JSON.stringify(
    row
      .map((cell, column) => [String(header[column] ?? ""), String(cell)])
      .filter(([name, cell]) => cell !== "" && !calculated.has(name!) && !marked.has(cell!))
      .sort(),
  );

/** All rows of the sheet, each under the header that it stands below. */
function recordsIn(values: readonly CellValue[][]): { header: CellValue[]; row: CellValue[]; record: string }[] {
  let header: CellValue[] = [];
  return values.flatMap((row) => {
    if (row.includes(keyHeader)) header = row;
    else if (row.some(filled)) return [{ header, row, record: record(header, row) }];
    return [];
  });
}

/**
 * The rows of 已移出, for tasks that come back.
 * @param matrix the matrix, to know its columns by
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
