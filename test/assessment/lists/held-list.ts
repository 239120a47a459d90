import type { HeldList } from "../../../src/assessment/lists/typed";
import type { CellValue, SheetData } from "../../../src/matrix/sheet";

/** A list's cells below its header, by header. */
export type ListRow = Record<string, CellValue>;

/**
 * The rows below the header of a list, by header.
 * @param known a header that the list has
 */
export function listRowsIn({ cells }: SheetData, known: string): ListRow[] {
  const at = cells.findIndex((row) => row.includes(known));
  const headers = cells[at]!.map(String);
  return cells.slice(at + 1).map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column]!])));
}

/** A list as it would be read again, with `touch` done to its rows. */
export function heldListOf(rows: ListRow[], touch: (rows: ListRow[]) => void = () => undefined): HeldList {
  touch(rows);
  return {
    headers: [...new Set(rows.flatMap((row) => Object.keys(row)))],
    formats: {},
    rows: rows.map((cells) => ({ key: String(cells["键"] ?? ""), cells })),
    above: [],
  };
}
