import { cellAddress, columnLetters } from "../address";

/** Where the cells of the former sheet are in the new one; all numbers are zero-based. */
export interface CellMoves {
  /** Undefined for a row that is gone, or is none of the matrix's. */
  row: (row: number) => number | undefined;
  column: (column: number) => number | undefined;
  /** The last row of the former and of the new matrix; below it a sheet is empty. */
  lastRow: { before: number; now: number };
  /** The former column under this header; for `[@目标]`. */
  columnUnder: (header: string) => number | undefined;
  /** The matrix's own sheet, whose name may stand before a reference. */
  sheetName: string;
}

interface Reference {
  letters: string;
  isFixedColumn: boolean;
  row: number;
  isFixedRow: boolean;
  column: number;
}

const sheetMark = String.raw`(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!`;
const address = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const wholeColumns = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const wholeRows = String.raw`\$?[1-9]\d*:\$?[1-9]\d*`;
/** What follows shows that it is no address but the beginning of a name or of a function: `LOG10(`. */
const isName = String.raw`[\p{L}\p{N}_.(]`;

/** The parts of a formula that are looked at as one; the first that fits is taken. */
const tokens = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    `(?<sheet>${sheetMark})?(?:(?<cells>${address}(?::${address})?)|(?<columns>${wholeColumns})|(?<rows>${wholeRows}))(?!${isName})`,
    // `[@目标]`, `[@[计量单位]]`, `责任矩阵表[@目标]`: a cell of the formula's own row.
    String.raw`(?:[\p{L}_][\p{L}\p{N}_.]*)?\[@\[?(?<header>[^[\]]+)\]{1,2}`,
    String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`,
    // What is left of a reference to the table, and `#REF!`.
    String.raw`(?<unknown>[[\]#])`,
  ].join("|"),
  "gu",
);

type Token = Partial<Record<"sheet" | "cells" | "columns" | "rows" | "header" | "unknown", string>>;

/**
 * A formula of the user's for its new place: references to cells of the matrix follow the cells, as they would in Excel
 * when rows and columns come in or are moved.
 * @param ownRow the former row of the formula's cell
 * @returns undefined where a reference cannot follow: its cell is gone or outside the matrix, or the formula speaks of
 * the table in a way that holds in the former one alone
 */
export function movedFormula(formula: string, ownRow: number, moves: CellMoves): string | undefined {
  let isLost = false;
  const moved = formula.replace(tokens, (text: string, ...rest: unknown[]) => {
    const replaced = movedToken(text, rest[rest.length - 1] as Token, ownRow, moves);
    if (replaced === undefined) isLost = true;
    return replaced ?? text;
  });
  return isLost ? undefined : moved;
}

function movedToken(text: string, token: Token, ownRow: number, moves: CellMoves): string | undefined {
  const { sheet = "", cells, columns, rows, header, unknown } = token;
  if (unknown !== undefined) return undefined;
  if (header !== undefined) return cellInOwnRow(header, ownRow, moves);
  if (sheet !== "" && !isSheet(sheet, moves.sheetName)) return text;
  if (rows !== undefined) return undefined;
  if (columns !== undefined) return withSheet(sheet, movedColumns(columns, moves));
  if (cells === undefined) return text;
  const [from, to] = cells.split(":").map(referenceOf);
  return withSheet(sheet, to ? movedRange(from!, to, moves) : movedCell(from!, moves));
}

const isSheet = (mark: string, name: string): boolean =>
  mark === `${name}!` || mark === `'${name.replace(/'/g, "''")}'!`;

const withSheet = (sheet: string, moved: string | undefined): string | undefined =>
  moved === undefined ? undefined : sheet + moved;

function cellInOwnRow(header: string, ownRow: number, moves: CellMoves): string | undefined {
  const column = moves.columnUnder(header.trim());
  const [newRow, newColumn] = [moves.row(ownRow), column === undefined ? undefined : moves.column(column)];
  // As an address, since the table is only made once all cells are written.
  return newRow === undefined || newColumn === undefined ? undefined : cellAddress(newRow, newColumn, { column: true });
}

function referenceOf(text: string): Reference {
  const [, fixedColumn, letters, fixedRow, row] = /^(\$?)([A-Za-z]+)(\$?)(\d*)$/.exec(text)!;
  return {
    letters: letters!,
    isFixedColumn: fixedColumn === "$",
    isFixedRow: fixedRow === "$",
    row: Number(row) - 1,
    column: columnNumber(letters!),
  };
}

/** `A` is 0, `AB` is 27. */
const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const addressOf = ({ isFixedColumn, isFixedRow }: Reference, row: number, column: number): string =>
  cellAddress(row, column, { row: isFixedRow, column: isFixedColumn });

function movedCell(from: Reference, { row, column }: CellMoves): string | undefined {
  const [newRow, newColumn] = [row(from.row), column(from.column)];
  return newRow === undefined || newColumn === undefined ? undefined : addressOf(from, newRow, newColumn);
}

function movedRange(from: Reference, to: Reference, moves: CellMoves): string | undefined {
  const { before, now } = moves.lastRow;
  // Rows below the table are ranged over so that the table can grow.
  const below = (row: number): number | undefined => (row > before ? row - before + now : moves.row(row));
  const rows = movedSpan([from.row, to.row], below, before);
  const columns = movedSpan([from.column, to.column], moves.column);
  return rows && columns ? `${addressOf(from, rows[0], columns[0])}:${addressOf(to, rows[1], columns[1])}` : undefined;
}

function movedColumns(text: string, moves: CellMoves): string | undefined {
  const [from, to] = text.split(":").map(referenceOf) as [Reference, Reference];
  const columns = movedSpan([from.column, to.column], moves.column);
  const letters = ({ isFixedColumn }: Reference, column: number): string =>
    (isFixedColumn ? "$" : "") + columnLetters(column);
  return columns ? `${letters(from, columns[0])}:${letters(to, columns[1])}` : undefined;
}

/** Columns that no cell of a matrix lies beyond. */
const furthest = 1_000;

/**
 * Where a span of rows or columns has come to lie. What came in between belongs to it, what is gone leaves it; undefined
 * where something that lay outside is now among it, since the formula would then count what it did not.
 */
function movedSpan(
  [first, last]: readonly [number, number],
  to: (at: number) => number | undefined,
  most = furthest,
): readonly [number, number] | undefined {
  const within = Array.from({ length: last - first + 1 }, (_, index) => to(first + index)).filter(
    (at) => at !== undefined,
  );
  if (within.length === 0) return undefined;
  const span = [Math.min(...within), Math.max(...within)] as const;
  for (let at = 0; at <= most; at++) {
    if (at >= first && at <= last) continue;
    const moved = to(at);
    if (moved !== undefined && moved >= span[0] && moved <= span[1]) return undefined;
  }
  return span;
}
