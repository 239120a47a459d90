import type { TableBlock } from "../../../plan/layout/blocks";
import { columnOf } from "../../../plan/tables/columns";
import { isHeaderRow } from "../../../plan/tables/headers";
import { textOf, type Row } from "./lines";
import type { PlacedText } from "./page";

/** In font sizes: a wider gap separates headers, and cells. */
const HEADER_GAP = 0.8;
const MIN_HEADERS = 3;
/** In font sizes: a larger vertical gap ends the table. */
const MAX_GAP = 5;

/** A table without ruling lines, and how many lines of the page it takes. */
export interface AlignedTable {
  block: TableBlock;
  rows: number;
}

/** A part of a line, separated from the others by wide gaps. */
interface Part {
  left: number;
  right: number;
  texts: PlacedText[];
}

/**
 * Recognises a table without ruling lines: a row of headers, with cells aligned below them.
 * @param all the rows of the page
 * @param from index of the possible header row
 * @returns undefined if that row is not a header row or has no rows below it
 */
export function alignedTable(all: readonly Row[], from: number): AlignedTable | undefined {
  const headers = partsAt(all[from]!, HEADER_GAP);
  const words = headers.map(wordsOf);
  if (headers.length < MIN_HEADERS || !isHeaderRow(words)) return undefined;
  const rows = all.slice(from);
  const cells: string[][][] = [words.map((header) => [header])];
  // A new row has something in its number column, or in its first column if rows are not numbered. Other lines continue
  // cells of the row before.
  const first = Math.max(
    0,
    words.findIndex((header) => columnOf(header).kind === "number"),
  );
  let count = 1;
  for (; count < rows.length; count++) {
    const placed = placedUnder(headers, rows[count]!);
    if (!placed || rows[count]![0]!.y - rows[count - 1]![0]!.y > MAX_GAP * rows[count]![0]!.size) break;
    if (placed[first] !== undefined || cells.length === 1)
      cells.push(headers.map((_, k) => (placed[k] === undefined ? [] : [placed[k]])));
    else placed.forEach((text, k) => text !== undefined && goOn(cells.at(-1)![k]!, text));
  }
  if (cells.length < 2) return undefined;
  return {
    rows: count,
    block: { kind: "table", hidesMerging: true, rows: cells.map((row) => row.map((lines) => ({ lines }))) },
  };
}

/** Continues a cell with a wrapped line. */
function goOn(lines: string[], text: string): void {
  if (lines.length === 0) lines.push(text);
  else lines[lines.length - 1] += text;
}

function partsAt(row: Row, gap: number): Part[] {
  const parts: Part[] = [];
  for (const placed of row) {
    const last = parts.at(-1);
    const right = placed.x + placed.width;
    if (last && placed.x - last.right <= gap * placed.size) {
      last.texts.push(placed);
      last.right = Math.max(last.right, right);
    } else parts.push({ left: placed.x, right, texts: [placed] });
  }
  return parts;
}

const wordsOf = ({ texts }: Part): string => textOf(texts).replace(/\s/g, "");

/**
 * Assigns the parts of a line to the headers above them.
 * @returns the text under each header; undefined if a part lies under several headers, as in a line that is not a table
 * row
 */
function placedUnder(headers: readonly Part[], row: Row): (string | undefined)[] | undefined {
  const placed: (string | undefined)[] = headers.map(() => undefined);
  for (const part of partsAt(row, HEADER_GAP)) {
    const over = headers.flatMap((header, k) =>
      Math.min(header.right, part.right) > Math.max(header.left, part.left) ? [k] : [],
    );
    if (over.length > 1) return undefined;
    const column = over[0] ?? nearest(headers, part);
    placed[column] = (placed[column] ?? "") + textOf(part.texts).trim();
  }
  return placed;
}

function nearest(headers: readonly Part[], part: Part): number {
  const distance = (header: Part): number => Math.abs((header.left + header.right) / 2 - (part.left + part.right) / 2);
  return headers.reduce((best, header, k) => (distance(header) < distance(headers[best]!) ? k : best), 0);
}
