import { kindOfCell } from "./cell-kinds";
import { Fit, never } from "./fit";
import { dividedHeaders, columnsUnder, isHeaderRow, isUnitHeader, mayBeHeader, type TableColumn } from "./headers";
import { emptyCell, type Cell, type Table } from "./table";

/** A row whose cells are assigned to columns; the heading of a chapter is a row of one cell. */
export interface GridRow {
  /** As many as there are columns, unless the row is a chapter's heading. */
  cells: readonly Cell[];
  isChapter: boolean;
  /** How its lines of units divide into cells is uncertain. */
  isDoubtful: boolean;
  /** Its empty cells may be missing ones. */
  isGapped: boolean;
  /** The file says which cells are merged, so an empty cell is really empty. */
  isSure: boolean;
}

/** The rows below one header. */
export interface Grid {
  columns: TableColumn[];
  rows: GridRow[];
  start: number;
  end: number;
}

/**
 * Divides a table by its headers. Cells are assigned to columns where merged ones were left out; a header repeated on
 * the next page is skipped; a different header begins a new grid.
 */
export function gridsOf(table: Table): Grid[] {
  const grids: Grid[] = [];
  let header: readonly Cell[] = table.header ?? [];
  if (table.header) grids.push({ columns: columnsUnder(table.header), rows: [], start: table.start, end: table.start });
  for (let k = 0; k < table.rows.length; k++) {
    const row = table.rows[k]!;
    const cells = row.map(unquoted);
    const grid = grids.at(-1);
    const two = table.isFromFile ? undefined : secondRow(row, table.rows[k + 1]);
    if (two || isHeader(row, grid === undefined)) {
      if (two) k++;
      if (!grid || !sameWords(row, header))
        grids.push({ columns: columnsUnder(two ?? row), rows: [], start: row[0]!.start, end: row.at(-1)!.end });
      header = row;
    } else if (grid && row.some(({ text }) => text !== "")) {
      addRow(grid, table, row, cells);
    }
  }
  return grids;
}

function addRow(grid: Grid, table: Table, row: readonly Cell[], cells: readonly Cell[]): void {
  const last = grid.rows.at(-1);
  if (table.isFromFile && last && isRestOf(last, cells, grid.columns, table.seams?.has(row) === true))
    last.cells = joined(last.cells, cells);
  else
    grid.rows.push({
      ...placed(cells, grid.columns),
      isDoubtful: table.doubtful.has(row),
      isGapped:
        (!table.isFromFile && row.length < grid.columns.length) ||
        table.gapped.has(row) ||
        cells.some(({ isUnsure }) => isUnsure),
      isSure: table.isFromFile === true && !cells.some(({ isUnsure }) => isUnsure),
    });
  grid.end = Math.max(grid.end, row.at(-1)!.end);
}

/**
 * Whether a row is the rest of the row above, which was cut at a page's end: `完善`, `县水利局、` above and `设施`, `县审计局`
 * without a number below; or any row without a number at the beginning of a page.
 */
function isRestOf(
  { cells: above, isChapter }: GridRow,
  below: readonly Cell[],
  columns: readonly TableColumn[],
  isAtSeam: boolean,
): boolean {
  const number = columns.findIndex(({ kind }) => kind === "number");
  if (
    isChapter ||
    number < 0 ||
    below.length !== columns.length ||
    above.length !== columns.length ||
    below[number]!.text !== "" ||
    below[number]!.above
  )
    return false;
  const rest = below.flatMap(({ text }, k) => (text === "" ? [] : [k]));
  return isAtSeam || (rest.every((k) => above[k]!.text !== "") && rest.some((k) => /[、，,]$/.test(above[k]!.text)));
}

/** Joins the cells of a row with those of its rest. */
const joined = (above: readonly Cell[], below: readonly Cell[]): Cell[] =>
  above.map((cell, k) =>
    below[k]!.text === ""
      ? cell
      : cell.text === ""
        ? below[k]!
        : {
            ...cell,
            text: `${cell.text}\n${below[k]!.text}`,
            lines: [...cell.lines, ...below[k]!.lines],
            end: below[k]!.end,
          },
  );

/** Removes the quotes in which a sheet's cells with line breaks are copied: `"first line⏎second line"`. */
function unquoted(cell: Cell): Cell {
  const { lines, text } = cell;
  if (lines.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return cell;
  const inner = lines.map(({ start, end }, k) => ({
    start: k === 0 ? start + 1 : start,
    end: k === lines.length - 1 ? end - 1 : end,
  }));
  return { text: text.slice(1, -1), lines: inner, start: inner[0]!.start, end: inner.at(-1)!.end };
}

/** Whether a row is a header. For the first row it is enough that the header of a units column is known. */
function isHeader(row: readonly Cell[], isFirst: boolean): boolean {
  const words = row.map(({ text }) => text);
  return (
    isHeaderRow(words) ||
    (isFirst &&
      words.length >= 2 &&
      words.some(isUnitHeader) &&
      words.every((header) => header === "" || mayBeHeader(header)))
  );
}

const sameWords = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.map(({ text }) => text).join("|") === b.map(({ text }) => text).join("|");

/**
 * The header cells of a header of two rows: the lower row names columns that the upper one leaves empty, or divides one
 * of them. Undefined where the lower row is no part of a header.
 */
function secondRow(upper: readonly Cell[], lower: readonly Cell[] | undefined): Cell[] | undefined {
  const filled = lower?.filter(({ text }) => text !== "") ?? [];
  if (!lower || filled.length < 2) return undefined;
  const columns = dividedHeaders(
    upper.filter(({ text }) => text !== ""),
    filled,
  );
  if (!columns) return undefined;
  // Where all cells are printed, the lower header cells are already in their columns.
  const inPlace = lower.length >= upper.length;
  return inPlace ? lower.map((cell, k) => (cell.text !== "" ? cell : (upper[k] ?? cell))) : columns;
}

/** Units and persons of a merged cell apply to each row that it covers. */
const reaching = (cell: Cell, { kind, persons }: TableColumn): Cell =>
  cell.above && (kind === "unit" || kind === "person" || persons) ? { ...cell.above, isFromAbove: true } : cell;

function placed(row: readonly Cell[], columns: readonly TableColumn[]): Pick<GridRow, "cells" | "isChapter"> {
  if (row.length >= columns.length)
    return { cells: row.slice(0, columns.length).map((cell, k) => reaching(cell, columns[k]!)), isChapter: false };
  if (row.length === 1 && (columns.length > 2 || kindOfCell(row[0]!) === "heading"))
    return { cells: row, isChapter: true };
  return { cells: aligned(row, columns), isChapter: false };
}

/** Assigns the cells of a row that has too few to the columns that they fit best, keeping their order. */
function aligned(row: readonly Cell[], columns: readonly TableColumn[]): Cell[] {
  const fit = new Fit(columns);
  const kinds = row.map(kindOfCell);
  // least[c]: the least cost with the current cell in column c and all cells before it in columns before c.
  let least = columns.map((_, column) => fit.merged[column]! + fit.cell(column, kinds[0]!));
  const before: number[][] = [];
  for (const kind of kinds.slice(1)) {
    const from = columns.map((_, column) => bestBefore(least, column, fit));
    before.push(from);
    least = columns.map((_, column) =>
      from[column]! < 0
        ? never * columns.length
        : least[from[column]!]! + fit.empty(from[column]! + 1, column) + fit.cell(column, kind),
    );
  }
  let column = least.reduce(
    (best, cost, c) =>
      cost + fit.empty(c + 1, columns.length) < least[best]! + fit.empty(best + 1, columns.length) ? c : best,
    0,
  );
  const cells = columns.map(() => emptyCell(row[0]!.start));
  for (let k = row.length - 1; k >= 0; k--) {
    cells[column] = row[k]!;
    column = k > 0 ? before[k - 1]![column]! : column;
  }
  return cells;
}

function bestBefore(least: readonly number[], column: number, fit: Fit): number {
  let best = -1;
  for (let c = 0; c < column; c++)
    if (best < 0 || least[c]! + fit.empty(c + 1, column) < least[best]! + fit.empty(best + 1, column)) best = c;
  return best;
}
