import { distinctHeader } from "../../matrix/columns";
import type { SheetReading } from "../../matrix/locate";
import { isFilled } from "../../matrix/ownership";
import type { CellValue } from "../../matrix/sheet";

/** A list as its sheet holds it before it is made again. */
export interface HeldList {
  /**
   * All headers from left to right, the key's first if it is still there. A column without a header gets a made-up one.
   */
  headers: string[];
  /** Number formats of the user's columns by header, where a column has a uniform one. */
  formats: Record<string, string>;
  rows: HeldListRow[];
  /** Filled cells above the header. */
  above: { row: number; column: number; value: CellValue }[];
}

export interface HeldListRow {
  /** The hidden key; empty for a row that somebody has added. */
  key: string;
  /** By header. */
  cells: Record<string, CellValue>;
}

export const keyHeader = "键";

/** A list's sheet as read: all cells of the used range, with their number formats. */
export interface ListReading extends Pick<SheetReading, "top" | "left" | "values"> {
  formats: string[][];
}

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/**
 * Finds a list by its headers, wherever it was moved.
 * @param known the list's fixed headers
 * @returns undefined where the sheet holds no such list
 */
export function readList({ top, left, values, formats }: ListReading, known: readonly string[]): HeldList | undefined {
  const wanted = new Set(known);
  const at = values.findIndex(
    (row) => new Set(row.map(text).filter((cell) => wanted.has(cell))).size >= known.length / 2,
  );
  if (at < 0) return undefined;
  const body = values.slice(at + 1);
  const taken = new Set<string>();
  const headers = values[at]!.map((cell, index) => {
    const header = text(cell) || (body.some((row) => isFilled(row[index])) ? "未命名" : "");
    return header === "" ? "" : distinctHeader(header, taken);
  });
  const rows = body.flatMap((row): HeldListRow[] => {
    if (!row.some(isFilled)) return [];
    const cells = Object.fromEntries(
      headers.flatMap((header, index) => (header === "" ? [] : [[header, row[index]!]])),
    );
    return [{ key: text(cells[keyHeader]), cells }];
  });
  return {
    headers: headers.filter((header) => header !== ""),
    formats: Object.fromEntries(
      headers.flatMap((header, index) =>
        header === "" ? [] : formatOf(formats.slice(at + 1), body, index).map((format) => [header, format]),
      ),
    ),
    rows,
    above: values
      .slice(0, at)
      .flatMap((row, index) =>
        row.flatMap((value, column) => (isFilled(value) ? [{ row: top + index, column: left + column, value }] : [])),
      ),
  };
}

/**
 * Renames a user's column that has the name of a new column of ours: a list of an earlier version did not have the
 * column `header`, so people have added it there.
 * @param formerStart how keys in lists of that version begin
 */
export function keepingOwn(held: HeldList, header: string, formerStart: string): HeldList {
  if (!held.headers.includes(header) || !held.rows.some(({ key }) => key.startsWith(formerStart))) return held;
  const own = distinctHeader(header, new Set(held.headers.map((one) => one.toLowerCase())));
  const renamed = <T>(of: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).map(([one, value]) => [one === header ? own : one, value]));
  return {
    ...held,
    headers: held.headers.map((one) => (one === header ? own : one)),
    formats: renamed(held.formats),
    rows: held.rows.map((row) => ({ ...row, cells: renamed(row.cells) })),
  };
}

/** The number format that all filled numbers of a column share, unless it is the plain one. */
function formatOf(formats: readonly string[][], body: readonly CellValue[][], column: number): string[] {
  const used = new Set(
    body.flatMap((row, index) => (typeof row[column] === "number" ? [formats[index]?.[column] ?? "General"] : [])),
  );
  return used.size === 1 && !used.has("General") ? [...used] : [];
}

/** What people wrote above the list's header, and how many lines the title block needs for it. */
export function keptAbove(
  held: HeldList | undefined,
  isOurs: (cell: HeldList["above"][number]) => boolean,
  lines: number,
): { kept: HeldList["above"]; lines: number } {
  const kept = (held?.above ?? []).filter((cell) => !isOurs(cell));
  return { kept, lines: Math.max(lines, ...kept.map(({ row }) => row + 1)) };
}
