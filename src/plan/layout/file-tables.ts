import { CELL_BREAK, FROM_ABOVE, FROM_LEFT, MAYBE_COVERED, TABLE_EDGE } from "./marks";

/**
 * A place of a table that a file contained, `[start, end)` in the text as read; `reaches` where a cell from above or
 * from the left covers it.
 */
export interface FileCell {
  start: number;
  end: number;
  reaches?: "down" | "right";
  /** Empty or covered: the source does not say. */
  isUnsure?: true;
}

/** A table that a file contained; `[start, end)` with its edge marks. All rows list all places, covered ones too. */
export interface FileTable {
  start: number;
  end: number;
  rows: FileCell[][];
}

/**
 * The tables that {@link textOfBlocks} has printed into a text, in order. An edge mark without a second one is ignored.
 */
export function fileTablesIn(source: string): FileTable[] {
  const tables: FileTable[] = [];
  for (let start = source.indexOf(TABLE_EDGE); start >= 0;) {
    const last = source.indexOf(TABLE_EDGE, start + 1);
    if (last < 0) break;
    tables.push({ start, end: last + 1, rows: rowsOf(source, start + 1, last) });
    start = source.indexOf(TABLE_EDGE, last + 1);
  }
  return tables;
}

function rowsOf(source: string, from: number, to: number): FileCell[][] {
  const rows: FileCell[][] = [[]];
  let start = from;
  for (let at = from; at <= to; at++) {
    const c = at < to ? source[at] : "\n";
    if (c !== "\n" && c !== CELL_BREAK) continue;
    rows.at(-1)!.push(cellAt(source, start, at));
    start = at + 1;
    if (c === "\n" && at < to) rows.push([]);
  }
  return rows;
}

function cellAt(source: string, start: number, end: number): FileCell {
  const only = end - start === 1 ? source[start] : "";
  if (only === MAYBE_COVERED) return { start, end, isUnsure: true };
  return {
    start,
    end,
    ...(only === FROM_ABOVE ? { reaches: "down" } : only === FROM_LEFT ? { reaches: "right" } : {}),
  };
}
