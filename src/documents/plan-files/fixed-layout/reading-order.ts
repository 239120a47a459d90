import { partsOf, rowsOf, type Row } from "./lines";
import type { PlacedPage, PlacedText } from "./page";

/** Fewest lines on each side of the gap between two columns. */
const MIN_LINES = 5;
/** Where the gap may lie, as shares of the page's width. */
const GAP_FROM = 0.35;
const GAP_TO = 0.65;
/**
 * How wide the lines of a column are, as a share of its width, and the share of lines that are so wide. The cells of a
 * table are narrower.
 */
const FULL_SHARE = 0.6;
/** Highest share of lines that may cross the gap: headings across both columns. */
const MAX_CROSSING_SHARE = 0.25;

/** A row with its column: 1 left, 2 right, 0 across the page. */
export interface ColumnRow {
  row: Row;
  column: 0 | 1 | 2;
}

/**
 * The rows of a page in reading order. On a two-column page, between lines that cross the gap, the left column comes
 * before the right one.
 */
export function readingOrder(page: Pick<PlacedPage, "width">, texts: readonly PlacedText[]): ColumnRow[] {
  const rows = rowsOf(texts);
  const gap = gapIn(page.width, rows);
  if (gap === undefined) return rows.map((row) => ({ row, column: 0 }));
  const ordered: ColumnRow[] = [];
  let right: ColumnRow[] = [];
  for (const row of rows) {
    const sides = [
      row.filter((placed) => middleOf(placed) <= gap),
      row.filter((placed) => middleOf(placed) > gap),
    ] as const;
    if (row.some(({ x, width, size }) => x < gap - size && x + width > gap + size)) {
      ordered.push(...right, { row, column: 0 });
      right = [];
      continue;
    }
    if (sides[0].length > 0) ordered.push({ row: sides[0], column: 1 });
    if (sides[1].length > 0) right.push({ row: sides[1], column: 2 });
  }
  return [...ordered, ...right];
}

/** The x position of the gap between two columns of text; undefined if the page does not have two. */
function gapIn(width: number, rows: readonly Row[]): number | undefined {
  const parts = rows
    .flatMap(partsOf)
    .map((part) => ({ left: part[0]!.x, right: Math.max(...part.map((placed) => placed.x + placed.width)) }));
  const possible: { x: number; crossing: number }[] = [];
  for (let x = width * GAP_FROM; x <= width * GAP_TO; x += STEP) {
    const crossing = parts.filter(({ left, right }) => left < x && right > x).length;
    const sides = [parts.filter(({ right }) => right <= x), parts.filter(({ left }) => left >= x)];
    if (crossing <= rows.length * MAX_CROSSING_SHARE && sides.every(isColumn)) possible.push({ x, crossing });
  }
  const fewest = Math.min(...possible.map(({ crossing }) => crossing));
  return middleOfWidest(possible.filter(({ crossing }) => crossing === fewest).map(({ x }) => x));
}

/** Step in points with which the gap is searched. */
const STEP = 3;

const middleOf = ({ x, width }: PlacedText): number => x + width / 2;

/** The middle of the longest run of adjacent positions: punctuation may hang into the gap at its edges. */
function middleOfWidest(places: readonly number[]): number | undefined {
  const stretches: number[][] = [];
  for (const x of places) {
    const last = stretches.at(-1);
    if (last && x - last.at(-1)! <= STEP * 1.5) last.push(x);
    else stretches.push([x]);
  }
  const widest = stretches.reduce<number[]>((best, one) => (one.length > best.length ? one : best), []);
  return widest[widest.length >> 1];
}

function isColumn(parts: readonly { left: number; right: number }[]): boolean {
  if (parts.length < MIN_LINES) return false;
  const width = Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left));
  const full = parts.filter(({ left, right }) => right - left >= width * FULL_SHARE).length;
  return full >= parts.length * FULL_SHARE;
}
