import type { CellBlock } from "../../plan/layout/blocks";
import { shownNumber } from "../spreadsheets/number-format";
import type { Merge, Sheet, SheetCell } from "../spreadsheets/sheet";
import { PlanFileError } from "./plan-file-error";
import { firstIndexWhere } from "../../plan/binary-search";

/** What can be seen of a sheet: texts by row and column, numbers and days as shown. */
export interface VisibleSheet {
  name: string;
  isHidden: boolean;
  texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** From their first row and column that can be seen. */
  merges: readonly Merge[];
  /** It is not known which cells are merged. */
  hidesMerging: boolean;
  /** Hidden rows and columns that hold something, counted. */
  hiddenFilled: { rows: number; columns: number };
  characters: number;
}

/** Sheets with their hidden rows and columns left out. */
export function visibleSheet(sheet: Sheet, is1904: boolean): VisibleSheet {
  const [row, column] = [visibleFrom(sheet.hiddenRows), visibleFrom(sheet.hiddenColumns)];
  const mergedAt = new Map(sheet.merges.map((merge) => [placeKey(merge.firstRow, merge.firstColumn), merge]));
  const texts = new Map<number, Map<number, string>>();
  const left = { rows: new Set<number>(), columns: new Set<number>() };
  let characters = 0;
  for (const [firstRow, cells] of sheet.rows) {
    for (const [firstColumn, cell] of cells) {
      const text = shownText(cell, is1904);
      if (text.trim() === "") continue;
      // What is merged over visible cells is seen there though its own row is hidden.
      const { lastRow, lastColumn } = mergedAt.get(placeKey(firstRow, firstColumn)) ?? {
        lastRow: firstRow,
        lastColumn: firstColumn,
      };
      if (row(firstRow) > lastRow) left.rows.add(firstRow);
      else if (column(firstColumn) > lastColumn) left.columns.add(firstColumn);
      else {
        characters += text.length;
        const own = texts.get(row(firstRow)) ?? new Map<number, string>();
        texts.set(row(firstRow), own.set(column(firstColumn), text));
      }
    }
  }
  const merges = sheet.merges.map((merge) => ({
    ...merge,
    firstRow: row(merge.firstRow),
    firstColumn: column(merge.firstColumn),
  }));
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    texts,
    merges,
    hidesMerging: sheet.hidesMerging ?? false,
    hiddenFilled: { rows: left.rows.size, columns: left.columns.size },
    characters,
  };
}

/** The first number from one on that is not hidden. */
function visibleFrom(hidden: ReadonlySet<number>): (number: number) => number {
  const next = new Map<number, number>();
  for (const number of [...hidden].sort((a, b) => b - a)) next.set(number, next.get(number + 1) ?? number + 1);
  return (number) => next.get(number) ?? number;
}

function shownText({ value, format }: SheetCell, is1904: boolean): string {
  return typeof value === "number" ? shownNumber(value, format, is1904) : String(value);
}

/** Columns of a sheet, as far as any program has them. */
const SHEET_WIDTH = 16_384;
const placeKey = (row: number, column: number): number => row * SHEET_WIDTH + column;

/** A row of a sheet as a table lists it. */
export interface GridRow {
  /** The cells that begin in it, from left to right. */
  cells: CellBlock[];
  /** What stands in those that hold anything. */
  texts: string[];
  /** A cell from above reaches down into it. */
  continuesFromAbove: boolean;
}

/** A table is printed no wider. */
const MAX_COLUMNS = 256;
/** A few cells far apart make a large and empty table. */
const MAX_PLACES = 1_000_000;
const NOTHING: readonly string[] = [];

/**
 * The rows of a sheet that hold something, and of each the cells in the columns that hold something, with their spans.
 * @throws PlanFileError `zipBomb` where its cells stand so far apart that no table could hold them
 */
export function gridRows({ texts, merges }: VisibleSheet): GridRow[] {
  const rows = [...texts.keys()].sort((a, b) => a - b);
  const columns = [...new Set([...texts.values()].flatMap((cells) => [...cells.keys()]))]
    .sort((a, b) => a - b)
    .slice(0, MAX_COLUMNS);
  if (rows.length * columns.length > MAX_PLACES) throw new PlanFileError("zipBomb");
  const spans = spansOf(merges, rows, columns);
  return rows.map((number, row) => {
    const own = texts.get(number)!;
    const cells: CellBlock[] = [];
    let continuesFromAbove = false;
    columns.forEach((column, k) => {
      const span = spans.get(row * MAX_COLUMNS + k);
      if (span === "covered") return;
      if (span === "reached") continuesFromAbove = true;
      else cells.push({ lines: linesOf(own.get(column)), ...span });
    });
    return { cells, texts: columns.flatMap((column) => own.get(column) ?? []), continuesFromAbove };
  });
}

/**
 * What merges make of the places of the grid: the first of each has its span, others are covered from beside or reached
 * from above. One that overlaps another is none; Excel makes none such.
 */
function spansOf(
  merges: readonly Merge[],
  rows: readonly number[],
  columns: readonly number[],
): Map<number, { rows: number; columns: number } | "covered" | "reached"> {
  const spans: ReturnType<typeof spansOf> = new Map();
  let covered = 0;
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merges) {
    const [top, left] = [firstFrom(rows, firstRow), firstFrom(columns, firstColumn)];
    const [height, width] = [firstFrom(rows, lastRow + 1) - top, firstFrom(columns, lastColumn + 1) - left];
    if (
      height < 1 ||
      width < 1 ||
      height * width < 2 ||
      covered + height * width > MAX_PLACES ||
      spans.has(top * MAX_COLUMNS + left)
    )
      continue;
    covered += height * width;
    for (let row = top; row < top + height; row++)
      for (let column = left; column < left + width; column++)
        spans.set(row * MAX_COLUMNS + column, row === top ? "covered" : "reached");
    spans.set(top * MAX_COLUMNS + left, { rows: height, columns: width });
  }
  return spans;
}

/** The index of the first number that is not less. */
const firstFrom = (numbers: readonly number[], least: number): number =>
  firstIndexWhere(numbers.length, (k) => numbers[k]! >= least);

const linesOf = (text: string | undefined): readonly string[] =>
  text === undefined ? NOTHING : text.split(/\r\n?|\n/);
