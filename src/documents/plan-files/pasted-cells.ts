import type { Block, CellBlock } from "../../plan/layout/blocks";

const MIN_ROWS = 2;

/**
 * Recognises cells copied from a spreadsheet: rows with the same number of cells, separated by tabs; a cell with line
 * breaks or quotes is quoted. Leading rows with at most one filled cell (the title) become paragraphs.
 * @returns undefined for any other text
 */
export function pastedCells(text: string): Block[] | undefined {
  const rows = text.includes("\t") ? rowsIn(text) : undefined;
  if (!rows || rows.length < MIN_ROWS || rows.some(({ length }) => length !== rows[0]!.length)) return undefined;
  const isTitle = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== "").length <= 1;
  const first = Math.max(
    0,
    rows.findIndex((row) => !isTitle(row)),
  );
  const titles = rows.slice(0, first).map((row): Block => ({ kind: "paragraph", text: row.join("").trim() }));
  const cells = rows.slice(first).map((row) => row.map((cell): CellBlock => ({ lines: cell.split("\n") })));
  return [...titles, { kind: "table", hidesMerging: true, rows: cells }];
}

/** Splits the text into rows of cells; a quote that is never closed before a tab or line end is taken literally. */
function rowsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length;) {
    const cell = text[at] === '"' ? quoted(text, at) : undefined;
    const end = cell?.end ?? endOfCell(text, at);
    rows.at(-1)!.push(cell?.words ?? text.slice(at, end));
    if (end >= text.length) break;
    if (text[end] === "\n") {
      if (end + 1 >= text.length) break;
      rows.push([]);
    }
    at = end + 1;
  }
  return rows;
}

/**
 * Reads a quoted cell, in which two quotes stand for one.
 * @returns undefined if the closing quote does not end the cell: the quote is part of the text then
 */
function quoted(text: string, start: number): { words: string; end: number } | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    if (at + 1 < text.length && text[at + 1] !== "\t" && text[at + 1] !== "\n") return undefined;
    return { words: text.slice(start + 1, at).replace(/""/g, '"'), end: at + 1 };
  }
  return undefined;
}

function endOfCell(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n") end++;
  return end;
}
