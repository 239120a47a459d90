import type { Area, CellValue, SheetData } from "../matrix/sheet";
import { asWritten } from "./cell-text";
import type { RequestPart } from "./session";

/** Writes the values and formulas of `SheetData`, in parts that are each small enough for one action. */

export type RangeAt = (area: Area) => Excel.Range;

/**
 * A range for use within one request. It is untracked, so that Office.js does not keep a reference in Excel, which it
 * would need another request to release.
 */
export const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).untrack();

/** The same with one cached proxy for each area: a proxy costs more bytes than most operations on it. */
export function rangesOf(sheet: Excel.Worksheet): RangeAt {
  const known = new Map<string, Excel.Range>();
  return (area) => {
    const key = `${area.row} ${area.column} ${area.rows} ${area.columns}`;
    const range = known.get(key) ?? rangeOf(sheet, area);
    known.set(key, range);
    return range;
  };
}

const utf8 = new TextEncoder();
export const bytesOf = (values: unknown): number => utf8.encode(JSON.stringify(values)).length;

/** Bytes of one block of rows; at 1 MB several blocks and their formats still fit into requests. */
const blockLimit = 1_000_000;
/** Office.js splits a larger write by itself, which costs three proxy objects for each piece. */
export const maxCellsPerWrite = 1500;

/**
 * Texts that need a leading apostrophe, which copying loses; `null` for all other cells, which writing leaves alone.
 */
export function apostrophes({ cells, formulas }: SheetData): (CellValue | null)[][] {
  const lines = cells.map((row) => row.map((cell) => (asWritten(cell) === cell ? null : asWritten(cell))));
  for (const { row, column } of formulas) lines[row]![column] = null;
  return lines;
}

/**
 * Writes the values in blocks of whole rows, first the block with the header, by which the sheet is recognised as the
 * add-in's.
 */
export function valueParts(
  sheet: Excel.Worksheet,
  data: SheetData,
  rows: (CellValue | null)[][] = data.cells.map((row) => row.map(asWritten)),
): RequestPart[] {
  const width = data.cells[0]?.length ?? 0;
  const blocks: { start: number; end: number; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const bytes = bytesOf(row);
    const last = blocks[blocks.length - 1];
    if (last && last.bytes + bytes <= blockLimit && (index - last.start + 1) * width <= maxCellsPerWrite) {
      last.end = index + 1;
      last.bytes += bytes;
    } else blocks.push({ start: index, end: index + 1, bytes });
  });
  const header = data.table?.area.row ?? 0;
  const hasHeader = ({ start, end }: { start: number; end: number }): boolean => start <= header && header < end;
  return [...blocks.filter(hasHeader), ...blocks.filter((block) => !hasHeader(block))].map(({ start, end, bytes }) => ({
    bytes,
    queue: () =>
      void (rangeOf(sheet, { row: start, column: 0, rows: end - start, columns: width }).values = rows.slice(
        start,
        end,
      )),
  }));
}

export function formulaPart(sheet: Excel.Worksheet, data: SheetData): RequestPart {
  const range = rangesOf(sheet);
  const queue = (): void => {
    for (const { row, column, formula } of data.formulas)
      range({ row, column, rows: 1, columns: 1 }).formulas = [[formula]];
    queueFilledFormulas(range, data);
  };
  return { bytes: bytesOf([data.formulas, data.filledFormulas]) * 2 + 4_000, queue };
}

/** Sends formulas for the first row and lets Excel fill them down, which adjusts relative references. */
function queueFilledFormulas(range: RangeAt, data: SheetData): void {
  for (const { area, formulas } of adjacentBlocks(data.filledFormulas)) {
    const first = range({ ...area, rows: 1 });
    first.formulas = [formulas];
    if (area.rows > 1) range({ ...area, row: area.row + 1, rows: area.rows - 1 }).copyFrom(first, "Formulas");
  }
}

/** Filled columns that stand side by side over the same rows, as one block. */
function adjacentBlocks(filled: SheetData["filledFormulas"]): { area: Area; formulas: string[] }[] {
  const blocks: { area: Area; formulas: string[] }[] = [];
  for (const { area, formula } of filled) {
    const formulas = Array.from({ length: area.columns }, () => formula);
    const last = blocks[blocks.length - 1];
    if (
      last &&
      last.area.row === area.row &&
      last.area.rows === area.rows &&
      last.area.column + last.area.columns === area.column
    ) {
      last.area = { ...last.area, columns: last.area.columns + area.columns };
      last.formulas.push(...formulas);
    } else blocks.push({ area, formulas });
  }
  return blocks;
}
