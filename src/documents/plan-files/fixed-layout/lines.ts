import type { PlacedText } from "./page";

/** Pieces on one baseline, in reading order. */
export interface PageLine {
  text: string;
  page: number;
  /** Lines that share their margins: pages of one size, a column of such pages. */
  margins: string;
  /** How wide the page or the column is; its text reaches over most of it. */
  area: number;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** In font sizes: texts closer in height than this share a line. */
const SAME_BASELINE = 0.4;
/** In font sizes: a gap wider than this parts what stands side by side. */
const CELL_GAP = 2;
/**
 * In font sizes: a gap wider than this is a blank between Latin words; Chinese that fills its line has small ones
 * everywhere.
 */
const BLANK_GAP = 0.2;
const WIDE_BLANK = 0.45;

/** Pieces that stand on one line, from left to right. */
export type Row = PlacedText[];

/** The texts of an area by their baselines, from top to bottom. */
export function rowsOf(texts: readonly PlacedText[]): Row[] {
  const rows: Row[] = [];
  for (const placed of texts.filter(({ text }) => text.trim() !== "").sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (first && Math.abs(placed.y - first.y) < SAME_BASELINE * Math.max(placed.size, first.size)) row!.push(placed);
    else rows.push([placed]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The parts of a row that wide gaps leave. */
export function partsOf(row: Row): Row[] {
  const parts: Row[] = [];
  for (const placed of row) {
    const last = parts.at(-1)?.at(-1);
    if (last && placed.x - (last.x + last.width) <= CELL_GAP * Math.max(placed.size, last.size))
      parts.at(-1)!.push(placed);
    else parts.push([placed]);
  }
  return parts;
}

/** The text of texts on one line; Latin words keep their blanks, and so do names that blanks part. */
export function textOf(row: Row): string {
  let text = "";
  let end = -Infinity;
  for (const placed of row) {
    const gap = (placed.x - end) / Math.max(1, placed.size);
    const isLatin = /[\w,.;:)]/.test(text.at(-1) ?? "") && /^[\w(]/.test(placed.text);
    text += (text !== "" && gap > (isLatin ? BLANK_GAP : WIDE_BLANK) ? " " : "") + placed.text;
    end = Math.max(end, placed.x + placed.width);
  }
  return text;
}

/** A line of the page; parts that stand apart have a tab between them. */
export function lineOf(row: Row, page: { number: number; width: number }, column: 0 | 1 | 2): PageLine {
  return {
    text: partsOf(row).map(textOf).join("\t"),
    page: page.number,
    margins: `${Math.round(page.width)}/${column}`,
    area: column === 0 ? page.width : page.width / 2,
    left: row[0]!.x,
    right: Math.max(...row.map(({ x, width }) => x + width)),
    y: row[0]!.y,
    size: Math.max(...row.map(({ size }) => size)),
  };
}
