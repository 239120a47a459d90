import { cellAddress } from "../../matrix/address";
import type { SheetReading } from "../../matrix/locate";
import { isFilled } from "../../matrix/ownership";
import type { CellValue, SheetData } from "../../matrix/sheet";
import { listMark } from "./page";

/**
 * What people have typed into the sheet of 看板, told apart from what the board itself wrote there. Column A, which is
 * hidden, says of each line what the board put into it: the first cell that the sheet is ours and how large the board
 * is, and every cell, as its last part, the line's contents.
 */
export interface TypedCell {
  row: number;
  column: number;
  value: CellValue;
}

/** The sheet as read; `formulas` absent where it was not asked for them. */
export type BoardReading = Pick<SheetReading, "top" | "left" | "values"> & Partial<Pick<SheetReading, "formulas">>;

/** Says that the sheet is ours, and how many lines and columns of it. */
const boardMark = (lines: number, columns: number): string => `${listMark("dashboard")}|${lines}|${columns}`;

/** A board of an earlier version does not say how wide it is. */
const formerWidth = 14;

const lineMark = "看板行|";

/** Puts into column A what every line of a board holds; of lines without contents only the last is marked. */
export function markLines(cells: CellValue[][], formulas: SheetData["formulas"], width: number): void {
  const calculated = new Set(formulas.map(({ row, column }) => `${row} ${column}`));
  const lines = cells.map((line, row) =>
    line.filter((value, column) => value !== "" && !calculated.has(`${row} ${column}`)),
  );
  lines.forEach((contents, row) => {
    const mark = row === 0 ? `${boardMark(cells.length, width)}|` : lineMark;
    if (row === 0 || row === cells.length - 1 || contents.length > 0)
      cells[row]![0] = mark + JSON.stringify(contents.map(String));
  });
}

export interface TypedInBoard {
  /** Typed within the board, over its own cells or between them. */
  inside: TypedCell[];
  /** Typed right of the board. */
  beside: TypedCell[];
  /** Typed below the board; rows count from its end. */
  below: TypedCell[];
  /** How wide the board was. */
  width: number;
}

/**
 * What people have typed into the sheet since the board was made. A board of an earlier version does not mark its
 * lines: of what stands within it nothing is known then, and nothing is told.
 */
export function typedInBoard({ top, left, values, formulas }: BoardReading): TypedInBoard {
  const [, , lines = NaN, width = formerWidth] = String(values.flat().find(isBoardMark)).split("|").map(Number);
  const contents = values.map((line) => contentsIn(line.find(isMark)));
  const last = Math.max(...contents.map((own, index) => (own ? index : -1)));
  const isMarked = last > 0 && formulas !== undefined;
  // Somebody may have put rows into the board, or taken some out.
  const end = isMarked ? top + last + 1 : lines;
  const found: TypedInBoard = { inside: [], beside: [], below: [], width };
  values.forEach((line, index) => {
    const row = top + index;
    const own = [...(contents[index] ?? [])];
    line.forEach((value, offset) => {
      const column = left + offset;
      if (!isFilled(value) || isMark(value)) return;
      if (row >= end) found.below.push({ row: row - end, column, value });
      else if (column >= width) found.beside.push({ row, column, value });
      else if (isMarked && !isFormula(formulas[index]![offset]) && !isOwn(own, value))
        found.inside.push({ row, column, value });
    });
  });
  return found;
}

const isMark = (value: CellValue): boolean => isBoardMark(value) || String(value).startsWith(lineMark);
const isBoardMark = (value: CellValue): boolean => String(value).startsWith(listMark("dashboard"));
const isFormula = (formula: CellValue | undefined): boolean => String(formula ?? "").startsWith("=");

/** What a line's mark says that the board wrote there; undefined for a line without one. */
function contentsIn(mark: CellValue | undefined): string[] | undefined {
  const text = /\[.*\]$/s.exec(String(mark ?? ""))?.[0];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as string[];
  } catch {
    return undefined;
  }
}

/** Takes `value` out of what is left of the line's own contents. */
function isOwn(own: string[], value: CellValue): boolean {
  const at = own.indexOf(String(value));
  if (at >= 0) own.splice(at, 1);
  return at >= 0;
}

/** What stands over the cells that a new board has no place for. */
export const movedHeading = "以下内容原来填在看板的格子里，重新生成看板时移到这里：";

/**
 * Where everything that was typed goes on a new board of `lines` × `width`: what stood beside or below it stays there,
 * what stood within it goes below all of it, under a heading and with its former address.
 */
export function placedOnBoard(
  { inside, beside, below, width: before }: TypedInBoard,
  lines: number,
  width: number,
): TypedCell[] {
  const kept = [
    ...beside.map(({ row, column, value }) => ({ row, column: column - before + width, value })),
    ...below.map(({ row, column, value }) => ({ row: row + lines, column, value })),
  ];
  if (inside.length === 0) return kept;
  const start = Math.max(lines, ...kept.map(({ row }) => row + 2));
  return [
    ...kept,
    { row: start, column: 1, value: movedHeading },
    ...inside.flatMap(({ row, column, value }, index) => [
      { row: start + 1 + index, column: 1, value: `原在 ${cellAddress(row, column)}` },
      { row: start + 1 + index, column: 2, value },
    ]),
  ];
}
