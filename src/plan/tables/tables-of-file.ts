import type { CleanText } from "../characters";
import type { FileCell, FileTable } from "../layout/file-tables";
import { columnOf } from "./columns";
import { isHeaderRow, isUnitHeader } from "./headers";
import { cellOf, emptyCell, type Cell, type Table } from "./table";

/** The most header rows: 责任分工 above 牵头单位 | 责任单位, and one more. */
const MOST_HEAD_ROWS = 3;
/** What may stand between two parts of a table: 续表, a page number, （接上页）. */
const BETWEEN_PARTS = /^[\s(]*(?:续表|接上页|续上页|续)?[\s)\d—-]*$/;
/** How much text may stand between a table and its next part, where that has no header. */
const LONGEST_BETWEEN = 120;

/**
 * The tables that the file itself contained, merged cells resolved. Tables that a program has cut at a page's end are
 * joined; a table that continues below a heading stays separate, with the header of the one before.
 */
export function tablesOfFile(clean: CleanText): Table[] {
  const tables: Table[] = [];
  for (const fileTable of clean.fileTables) {
    const table = tableOf(clean, fileTable);
    const before = tables.at(-1);
    if (!table) continue;
    if (!before || !goesOn(clean, before, table)) tables.push(table);
    else if (BETWEEN_PARTS.test(clean.text.slice(before.end, table.start))) {
      const rows = repeatsHeader(table, headerOf(before)!) ? table.rows.slice(1) : table.rows;
      before.seams = (before.seams ?? new Set()).add(rows[0]!);
      before.rows.push(...rows);
      before.end = table.end;
    } else tables.push({ ...table, header: headerOf(before)! });
  }
  return tables;
}

/**
 * Whether a table continues the one before: it has as many columns, little stands between, and it has no header or the
 * same.
 */
function goesOn(clean: CleanText, before: Table, table: Table): boolean {
  const header = headerOf(before);
  if (!header || table.start - before.end > LONGEST_BETWEEN || widthOf(table) !== widthOf(before)) return false;
  if (repeatsHeader(table, header)) return true;
  return (
    !isHeaderRow(table.rows.find((row) => row.length > 1)?.map(({ text }) => text) ?? []) &&
    !/[。；]/.test(clean.text.slice(before.end, table.start))
  );
}

const repeatsHeader = ({ rows }: Table, header: readonly Cell[]): boolean =>
  rows.length > 1 && rows[0]!.length === header.length && rows[0]!.every(({ text }, k) => text === header[k]!.text);

const headerOf = ({ header, rows }: Table): readonly Cell[] | undefined =>
  header ?? rows.find((row) => isHeaderRow(row.map(({ text }) => text)));

const widthOf = ({ rows }: Table): number => Math.max(0, ...rows.map(({ length }) => length));

function tableOf(clean: CleanText, { start, end, rows }: FileTable): Table | undefined {
  const placed: Cell[][] = [];
  for (const row of rows) placed.push(cellsOf(clean, row, placed.at(-1)));
  const [from, to] = [clean.cleaned(start), clean.cleaned(end)];
  const first = placed.findIndex((row, k) => !coversRow(row, rows[k]!));
  if (to <= from || first < 0) return undefined;
  const depth = headerRowCount(rows.slice(first));
  const header = placed[first]!.map((_, column) =>
    headerAt(
      placed.slice(first, first + depth).map((row) => row[column]!),
      rows.slice(first, first + depth).map((row) => row[column]),
    ),
  );
  const body = placed.map((row, k) => (coversRow(row, rows[k]!) ? row.slice(0, 1) : row));
  return {
    start: from,
    end: to,
    rows: [...body.slice(0, first), header, ...body.slice(first + depth)],
    isFromFile: true,
    doubtful: new Set(),
    gapped: new Set(),
  };
}

function cellsOf(clean: CleanText, row: readonly FileCell[], above: readonly Cell[] | undefined): Cell[] {
  return row.map(({ start, end, reaches, isUnsure }, column) => {
    const at = clean.cleaned(start);
    const over = reaches === "down" ? above?.[column] : undefined;
    if (over) return { ...emptyCell(at), above: over.above ?? over };
    if (isUnsure) return { ...emptyCell(at), isUnsure };
    return cellOf(clean.text, linesOf(clean.text, at, clean.cleaned(end)));
  });
}

function linesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const lines = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== "\n") continue;
    lines.push({ start: from, end: at });
    from = at + 1;
  }
  return lines;
}

/** `一、强化保障` across all columns: a chapter's heading, or the table's title. */
const coversRow = (cells: readonly Cell[], row: readonly FileCell[]): boolean =>
  row.length > 1 && cells[0]!.text !== "" && row.slice(1).every(({ reaches }) => reaches === "right");

/**
 * How many rows the header has. Where a header cell spans several columns, the next row names these, while header cells
 * of a single column reach down into it.
 */
function headerRowCount(rows: readonly (readonly FileCell[])[]): number {
  let depth = 1;
  while (
    depth < MOST_HEAD_ROWS &&
    depth < rows.length &&
    rows[depth]!.some(({ reaches }) => reaches === "down") &&
    rows.slice(0, depth).some((row) => row.some(({ reaches }) => reaches === "right"))
  )
    depth++;
  return depth;
}

/** The header cell of a column: the lowest says most, unless only one above it says that the column is for units. */
function headerAt(column: readonly Cell[], fileTable: readonly (FileCell | undefined)[]): Cell {
  const own = column.filter(({ text }, k) => text !== "" && fileTable[k]?.reaches === undefined);
  const lowest = own.at(-1);
  if (!lowest) return column[0]!.above ?? column[0]!;
  const over = own.find(({ text }) => isUnitHeader(text));
  return over && !columnOf(lowest.text).isKnown ? over : lowest;
}
