import { firstIndexWhere } from "../../plan/binary-search";
import type { CellBlock } from "../../plan/layout/blocks";
import { shownNumber } from "../spreadsheets/number-format";
import type { Merge, Sheet, SheetCell } from "../spreadsheets/sheet";
import { PlanFileError } from "./plan-file-error";

/** The visible text of a sheet: cell texts by row and column, with numbers and dates as displayed. */
export interface VisibleSheet {
  name: string;
  isHidden: boolean;
  texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Merged ranges; the first row and column are the first visible ones. */
  merges: readonly Merge[];
  /** Set if it is not known which cells are merged. */
  hidesMerging: boolean;
  /** How many hidden rows and columns hold something. */
  hiddenFilled: { rows: number; columns: number };
  characters: number;
}

/**
 * Leaves hidden rows and columns out of a sheet.
 * @param is1904 whether the workbook's dates use the 1904 date system
 */
export function visibleSheet(sheet: Sheet, is1904: boolean): VisibleSheet {
  const [row, column] = [visibleFrom(sheet.hiddenRows), visibleFrom(sheet.hiddenColumns)];
  const mergedAt = new Map(sheet.merges.map((merge) => [placeKey(merge.firstRow, merge.firstColumn), merge]));
  const texts = new Map<number, Map<number, string>>();
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  let characters = 0;
  for (const [firstRow, cells] of sheet.rows) {
    for (const [firstColumn, cell] of cells) {
      const text = shownText(cell, is1904);
      if (text.trim() === "") continue;
      // A merged range that reaches into visible cells shows its text there, even if its own first row or column is
      // hidden.
      const { lastRow, lastColumn } = mergedAt.get(placeKey(firstRow, firstColumn)) ?? {
        lastRow: firstRow,
        lastColumn: firstColumn,
      };
      if (row(firstRow) > lastRow) hidden.rows.add(firstRow);
      else if (column(firstColumn) > lastColumn) hidden.columns.add(firstColumn);
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
    hiddenFilled: { rows: hidden.rows.size, columns: hidden.columns.size },
    characters,
  };
}

/** Returns a function that gives the first index at or after its argument that is not hidden. */
function visibleFrom(hidden: ReadonlySet<number>): (number: number) => number {
  const next = new Map<number, number>();
  for (const number of [...hidden].sort((a, b) => b - a)) next.set(number, next.get(number + 1) ?? number + 1);
  return (number) => next.get(number) ?? number;
}

function shownText({ value, format }: SheetCell, is1904: boolean): string {
  return typeof value === "number" ? shownNumber(value, format, is1904) : String(value);
}

/** The most columns a sheet can have in any program. */
const SHEET_WIDTH = 16_384;
const placeKey = (row: number, column: number): number => row * SHEET_WIDTH + column;

/** A row of the grid. */
export interface GridRow {
  /** The cells that begin in the row, from left to right. */
  cells: CellBlock[];
  /** The texts of its filled cells. */
  texts: string[];
  /** Whether a cell from an earlier row spans into it. */
  continuesFromAbove: boolean;
}

/** `plan/layout` prints no table wider than this. */
const MAX_COLUMNS = 256;
/** Limit on grid positions: a few cells far apart would make a huge, empty table. */
const MAX_PLACES = 1_000_000;
const NOTHING: readonly string[] = [];

/**
 * Builds a grid of the rows and columns of a sheet that hold something, with the spans of merged cells.
 * @throws PlanFileError `zipBomb` if the cells lie so far apart that no table could hold them
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
 * Maps grid positions (row × MAX_COLUMNS + column) to what merged ranges make of them: the first position gets the
 * span; the others are covered from the left, or reached from above. A range that overlaps another one is ignored;
 * Excel never writes one.
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

/** Index of the first number in ascending `numbers` that is not below `least`. */
const firstFrom = (numbers: readonly number[], least: number): number =>
  firstIndexWhere(numbers.length, (k) => numbers[k]! >= least);

const linesOf = (text: string | undefined): readonly string[] =>
  text === undefined ? NOTHING : text.split(/\r\n?|\n/);
