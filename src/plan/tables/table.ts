import type { Line } from "../outline/lines";

/**
 * A cell of a table; cleaned offsets without surrounding blanks. An empty cell has no lines, and stands where it would.
 */
export interface Cell {
  /** Its lines one below the other, as in the cleaned text. */
  text: string;
  lines: readonly Line[];
  start: number;
  end: number;
  /** In place of a cell that one above reaches down over: that one. */
  above?: Cell;
  /** Empty, or covered by a merged cell: the source does not say. */
  isUnsure?: true;
  /** Stands above in truth, and holds for this row as well. */
  isFromAbove?: true;
}

/**
 * A table of the plan, wherever it came from: the rows as they stand, heads among them. A row may have fewer cells than
 * the head, where merged cells were left out.
 */
export interface Table {
  start: number;
  end: number;
  rows: Cell[][];
  /** The head of the table before, which this one goes on with; it has none of its own. */
  header?: readonly Cell[];
  /** A file said where the cells are. */
  isFromFile?: true;
  /** The first rows of the parts that other pages hold: such a row may be the rest of the one before. */
  seams?: Set<readonly Cell[]>;
  /** Rows whose lines of units could not be told apart for certain. */
  doubtful: ReadonlySet<readonly Cell[]>;
  /** Rows whose empty cells may have been left out by what printed them, rather than being empty. */
  gapped: ReadonlySet<readonly Cell[]>;
}

/** The cell that some lines of the cleaned text make. */
export function cellOf(text: string, lines: readonly Line[]): Cell {
  const trimmed = lines.map((line) => trimmedLine(text, line)).filter(({ start, end }) => end > start);
  const [start, end] = [trimmed[0]?.start ?? lines[0]!.start, trimmed.at(-1)?.end ?? lines[0]!.start];
  return { text: trimmed.map((line) => text.slice(line.start, line.end)).join("\n"), lines: trimmed, start, end };
}

/** An empty cell at a place. */
export const emptyCell = (at: number): Cell => ({ text: "", lines: [], start: at, end: at });

/** `—`, `/`, `无` in a cell: nothing. */
export const NOTHING = /^(?:[—–\-/\\]+|无|暂无)$/;

function trimmedLine(text: string, { start, end }: Line): Line {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
