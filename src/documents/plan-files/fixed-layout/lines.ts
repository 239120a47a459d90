import type { PlacedText } from "./page";

/** A line of text on a page. Lengths are in points. */
export interface PageLine {
  text: string;
  page: number;
  /** Key of the lines that share their margins: those of pages of one size, or of one column of such pages. */
  margins: string;
  /** The width of the page or column; text takes most of it. */
  area: number;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** In font sizes: texts whose baselines are closer than this share a line. */
const SAME_BASELINE = 0.4;
/** In font sizes: a wider gap separates parts that stand side by side. */
const CELL_GAP = 2;
/**
 * In font sizes: a wider gap is a space between Latin words, or (WIDE_BLANK) between other characters. Justified
 * Chinese lines have small gaps everywhere.
 */
const BLANK_GAP = 0.2;
const WIDE_BLANK = 0.45;

/** The texts on one baseline, from left to right. */
export type Row = PlacedText[];

/** Groups texts into rows by their baselines, from top to bottom. */
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

/** Splits a row at wide gaps. */
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

/** The text of a row. Gaps become spaces between Latin words and where they are wide, as between names. */
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

/**
 * Makes a line of a row; parts separated by wide gaps are separated by tabs.
 * @param column 1 or 2 for the left or right column of a two-column page; 0 if the row runs across the page
 */
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
