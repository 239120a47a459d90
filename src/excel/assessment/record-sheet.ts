import { consecutive } from "../../matrix/consecutive";
import { header } from "../../matrix/look";
import type { CellValue } from "../../matrix/sheet";
import { columnLetters } from "../../matrix/address";
import { canResize } from "../operations";
import { asWritten } from "../cell-text";
import { filteredPath, filtersKnown } from "../filters";
import { requestEach, type RequestPart } from "../session";
import { asksWithCare, sheetNamed, tableNamed } from "../first-request";
import { bytesOf, rangeOf } from "../sheet-contents";
import { queueStyle } from "../write-sheet";

/** A sheet of the add-in that grows by rows, as one Excel table. People may sort and filter it and add columns. */
export interface RecordSpec {
  sheet: string;
  table: string;
  columns: readonly RecordColumn[];
}

interface RecordColumn {
  header: string;
  width: number;
  isHidden?: boolean;
  /**
   * For a column that sheets of earlier versions lack: its value in the rows written before it existed. The column is
   * added as soon as a row has another value.
   */
  before?: CellValue;
}

export type RecordCells = Readonly<Record<string, CellValue>>;

export interface RecordSheet {
  sheet?: Excel.Worksheet;
  /** Absent if it was converted to a range, or nothing has been written yet. */
  table?: Excel.Table;
  /** Column of the sheet by header, including users' own columns. */
  columns: Map<string, number>;
  left: number;
  width: number;
  /** Row of the headers. */
  top: number;
  /** First row below. */
  end: number;
  rows: { row: number; cells: Record<string, CellValue> }[];
}

interface QueuedRecordSheet {
  table: Excel.Table;
  area: Excel.Range;
  sheet: Excel.Worksheet;
}

/** Queues reading. One round trip, one more if the sheet exists without its table. */
export function queueRecordSheet(
  context: Excel.RequestContext,
  { sheet: name, table: tableName }: RecordSpec,
): QueuedRecordSheet {
  const table = tableNamed(context, tableName);
  table.load(["name", filteredPath()]);
  const area = table.getRange();
  if (asksWithCare()) area.load("rowIndex,columnIndex,rowCount,columnCount");
  else area.load("values,rowIndex,columnIndex");
  const sheet = sheetNamed(context, name);
  sheet.load("name");
  return { table, area, sheet };
}

export async function recordSheetFound(
  context: Excel.RequestContext,
  spec: RecordSpec,
  { table, area, sheet }: QueuedRecordSheet,
): Promise<RecordSheet> {
  if (!table.isNullObject) {
    await filtersKnown(context, [table]);
    const values = asksWithCare() ? await inBlocks(context, area) : (area.values as CellValue[][]);
    return located(spec, table.worksheet, table, values, area.rowIndex, area.columnIndex);
  }
  if (sheet.isNullObject) return nothing;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values,rowIndex,columnIndex");
  await context.sync();
  if (used.isNullObject) return { ...nothing, sheet };
  return located(spec, sheet, undefined, used.values as CellValue[][], used.rowIndex, used.columnIndex);
}

/** Cells of one answer when the sheet is read in blocks. */
const cellsAtOnce = 20_000;

async function inBlocks(context: Excel.RequestContext, area: Excel.Range): Promise<CellValue[][]> {
  const most = Math.max(1, Math.floor(cellsAtOnce / area.columnCount));
  const blocks = Array.from({ length: Math.ceil(area.rowCount / most) }, (_, index) =>
    area.getRow(index * most).getResizedRange(Math.min(most, area.rowCount - index * most) - 1, 0),
  );
  await requestEach(
    context,
    blocks.map((block) => () => void block.load("values")),
  );
  return blocks.flatMap(({ values }) => values as CellValue[][]);
}

/** Its table, for `withRowsShown`. */
export const tableOf = ({ table }: RecordSheet): Excel.Table[] => (table ? [table] : []);

const nothing: RecordSheet = { columns: new Map(), left: 0, width: 0, top: 0, end: 0, rows: [] };

function located(
  { columns: known }: RecordSpec,
  sheet: Excel.Worksheet,
  table: Excel.Table | undefined,
  values: CellValue[][],
  top: number,
  left: number,
): RecordSheet {
  const wanted = new Set(known.map((column) => column.header));
  const at = values.findIndex((row) => row.filter((cell) => wanted.has(String(cell))).length >= known.length / 2);
  const end = top + values.length;
  if (at < 0) return { ...nothing, sheet, end: end + 1 };
  const headers = values[at]!.map(String);
  const columns = new Map(headers.flatMap((text, index) => (text === "" ? [] : [[text, left + index] as const])));
  const rows = values.slice(at + 1).flatMap((row, index) => {
    const cells = Object.fromEntries(headers.map((text, column) => [text, row[column]!]));
    return row.every((cell) => cell === "") ? [] : [{ row: top + at + 1 + index, cells }];
  });
  return { sheet, ...(table ? { table } : {}), columns, left, width: headers.length, top: top + at, end, rows };
}

export interface RecordChanges {
  /** Existing rows; only the given cells are written. */
  updated: readonly { row: number; cells: RecordCells }[];
  added: readonly RecordCells[];
  /** Headers to sort the rows by afterwards, so that their order does not depend on when they were added. */
  sortBy?: readonly string[];
}

/** Rows in one part. */
const rowsPerPart = 200;

/** The writes, as parts of requests. Sends nothing. */
export function recordParts(
  context: Excel.RequestContext,
  there: RecordSheet,
  spec: RecordSpec,
  { updated, added, sortBy = [] }: RecordChanges,
): RequestPart[] {
  if (updated.length === 0 && added.length === 0) return [];
  if (there.columns.size === 0) return freshParts(context, there, spec, added, sortBy);
  const { parts, records } = grown(there, spec, [...updated.map(({ cells }) => cells), ...added]);
  for (let from = 0; from < updated.length; from += rowsPerPart) {
    const some = updated.slice(from, from + rowsPerPart);
    parts.push({
      bytes: bytesOf(some) + some.length * 900,
      queue: () => some.forEach(({ row, cells }) => update(records, row, cells)),
    });
  }
  for (let from = 0; from < added.length; from += rowsPerPart) {
    const some = added.slice(from, from + rowsPerPart);
    parts.push({ bytes: bytesOf(some) * 2, queue: () => append(records, some, from) });
  }
  const { table } = records;
  if (table && sortBy.length > 0)
    parts.push({ bytes: 600, queue: () => table.sort.apply(sortFields(sortBy, records)) });
  return parts;
}

/** Office.js would split a larger write into several. */
const mostCells = 1400;

/** Adds, at the right, columns that the sheet lacks and one of the lines needs. */
function grown(
  records: RecordSheet,
  { columns }: RecordSpec,
  lines: readonly RecordCells[],
): { records: RecordSheet; parts: RequestPart[] } {
  const missing = columns.filter(
    ({ header: text, before }) =>
      before !== undefined &&
      !records.columns.has(text) &&
      lines.some((cells) => cells[text] !== undefined && cells[text] !== before),
  );
  if (missing.length === 0) return { records, parts: [] };
  const { sheet, table, left, width, rows } = records;
  const end = left + width;
  const [first, last] = [Math.min(...rows.map(({ row }) => row)), Math.max(...rows.map(({ row }) => row))];
  const ours = new Set(rows.flatMap(({ row, cells }) => (String(cells[columns[0]!.header] ?? "") === "" ? [] : [row])));
  const fill = (column: number, before: CellValue): void => {
    for (let from = first; from <= last; from += mostCells) {
      const values = Array.from({ length: Math.min(mostCells, last - from + 1) }, (_, index) => [
        ours.has(from + index) ? before : "",
      ]);
      rangeOf(sheet!, { row: from, column, rows: values.length, columns: 1 }).values = values;
    }
  };
  const queue = (): void =>
    missing.forEach(({ header: text, width: points, before }, index) => {
      const column = end + index;
      if (table) table.columns.add(undefined, undefined, text);
      else rangeOf(sheet!, { row: records.top, column, rows: 1, columns: 1 }).values = [[text]];
      rangeOf(sheet!, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = points;
      if (before !== "") fill(column, before!);
    });
  const known = new Map([
    ...records.columns,
    ...missing.map(({ header: text }, index) => [text, end + index] as const),
  ]);
  return {
    records: { ...records, columns: known, width: width + missing.length },
    parts: [{ bytes: missing.length * (2_000 + rows.length * 20), queue }],
  };
}

const sortFields = (
  headers: readonly string[],
  { columns, left }: Pick<RecordSheet, "columns" | "left">,
): Excel.SortField[] =>
  headers.flatMap((text) => (columns.has(text) ? [{ key: columns.get(text)! - left, ascending: true }] : []));

function update({ sheet, columns }: RecordSheet, row: number, cells: RecordCells): void {
  const sorted = Object.entries(cells)
    .flatMap(([text, value]) => (columns.has(text) ? [{ column: columns.get(text)!, value: asWritten(value) }] : []))
    .sort((a, b) => a.column - b.column);
  for (const run of consecutive(sorted, (cell, before) => cell.column === before.column + 1)) {
    const area = { row, column: run[0]!.column, rows: 1, columns: run.length };
    rangeOf(sheet!, area).values = [run.map(({ value }) => value)];
  }
}

/**
 * Adds rows by writing right below the table and resizing it: `Table.rows.add` causes merge conflicts for co-authors
 * (Microsoft: co-authoring in Excel add-ins). Users' own columns are left alone, since they may be calculated.
 */
function append(
  { sheet, table, columns, left, top, width, end }: RecordSheet,
  added: readonly RecordCells[],
  from: number,
): void {
  const values = added.map((cells) => {
    const line: (CellValue | null)[] = Array.from({ length: width }, () => null);
    for (const [text, value] of Object.entries(cells))
      if (columns.has(text)) line[columns.get(text)! - left] = asWritten(value);
    return line;
  });
  if (table && !canResize()) {
    table.rows.add(undefined, values as CellValue[][]);
    return;
  }
  rangeOf(sheet!, { row: end + from, column: left, rows: values.length, columns: width }).values = values;
  table?.resize(rangeOf(sheet!, { row: top, column: left, rows: end + from + values.length - top, columns: width }));
}

/** Makes the table in a new sheet, or below the contents of an existing sheet of that name. */
function freshParts(
  context: Excel.RequestContext,
  records: RecordSheet,
  { sheet: name, table: tableName, columns }: RecordSpec,
  added: readonly RecordCells[],
  sortBy: readonly string[],
): RequestPart[] {
  const top = records.end;
  const width = columns.length;
  const line = (cells: RecordCells): CellValue[] => columns.map((column) => asWritten(cells[column.header] ?? ""));
  let sheet = records.sheet;
  const begin = (): void => {
    sheet ??= context.workbook.worksheets.add(name);
    const headerArea = { row: top, column: 0, rows: 1, columns: width };
    rangeOf(sheet, headerArea).values = [columns.map((column) => column.header)];
    queueStyle(rangeOf(sheet, headerArea), header, headerArea);
    columns.forEach((column, index) => {
      const one = sheet!.getRange(`${columnLetters(index)}:${columnLetters(index)}`);
      one.format.columnWidth = column.width;
      if (column.isHidden) one.columnHidden = true;
    });
    if (top === 0) sheet.freezePanes.freezeRows(1);
  };
  const rows: RequestPart[] = [];
  const most = Math.floor(mostCells / width);
  for (let from = 0; from < added.length; from += most) {
    const values = added.slice(from, from + most).map(line);
    rows.push({
      bytes: bytesOf(values),
      queue: () =>
        void (rangeOf(sheet!, { row: top + 1 + from, column: 0, rows: values.length, columns: width }).values = values),
    });
  }
  const end = (): void => {
    const area = { row: top, column: 0, rows: added.length + 1, columns: width };
    const table = sheet!.tables.add(rangeOf(sheet!, area), true);
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.name = tableName;
    const own = { columns: new Map(columns.map((column, index) => [column.header, index])), left: 0 };
    if (sortBy.length > 0) table.sort.apply(sortFields(sortBy, own));
  };
  return [{ bytes: 6_000 + width * 900, queue: begin }, ...rows, { bytes: 2_000, queue: end }];
}
