import { trimmedLine, type Line } from "../outline/lines";

/**
 * A cell of a table; cleaned offsets without surrounding blanks. An empty cell has no lines; its offsets say where it
 * would be.
 */
export interface Cell {
  /** Its lines, joined by line feeds, as in the cleaned text. */
  text: string;
  lines: readonly Line[];
  start: number;
  end: number;
  /** The cell above that covers this place. */
  above?: Cell;
  /** Empty or covered by a merged cell: the source does not say. */
  isUnsure?: true;
  /** This is a cell from above that also applies to this row. */
  isFromAbove?: true;
}

/**
 * A table of the plan, wherever it came from: its rows as they stand, header rows among them. A row may have fewer
 * cells than the header where merged cells were left out.
 */
export interface Table {
  start: number;
  end: number;
  rows: Cell[][];
  /** The header of the table that this one continues, having none of its own. */
  header?: readonly Cell[];
  /** The file itself contained the table, so its cells are certain. */
  isFromFile?: true;
  /** The first rows of the parts on further pages: each may be the rest of the row before. */
  seams?: Set<readonly Cell[]>;
  /** Rows whose lines of units could not be divided into cells for certain. */
  doubtful: ReadonlySet<readonly Cell[]>;
  /** Rows whose empty cells may be missing ones. */
  gapped: ReadonlySet<readonly Cell[]>;
}

/** The cell that consists of some lines of the cleaned text; at least one. */
export function cellOf(text: string, lines: readonly Line[]): Cell {
  const trimmed = lines.map((line) => trimmedLine(text, line)).filter(({ start, end }) => end > start);
  const [start, end] = [trimmed[0]?.start ?? lines[0]!.start, trimmed.at(-1)?.end ?? lines[0]!.start];
  return { text: trimmed.map((line) => text.slice(line.start, line.end)).join("\n"), lines: trimmed, start, end };
}

/** An empty cell at a position. */
export const emptyCell = (at: number): Cell => ({ text: "", lines: [], start: at, end: at });

/** `—`, `/`, `无`: a cell that says that there is nothing. */
export const NOTHING = /^(?:[—–\-/\\]+|无|暂无)$/;
