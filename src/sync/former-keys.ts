import type { LocatedMatrix } from "../matrix/locate";
import type { Edit } from "./edit";

/**
 * The sheet of a run that broke off, its columns under the keys that the run's edits begin with: a column may have its
 * new header or its new key already, while cells that go by the old one are still to be written.
 */
export function byFormerKeys(held: LocatedMatrix, edits: readonly Edit[]): LocatedMatrix {
  const names = new Map(
    edits.flatMap((edit) => (edit.do === "columnKey" && !held.columns.has(edit.column) && held.columns.has(edit.as) ? [[edit.as, edit.column] as const] : [])),
  );
  if (names.size === 0) return held;
  const former = (key: string): string => names.get(key) ?? key;
  const entries = <T>(map: ReadonlyMap<string, T>): Map<string, T> => new Map([...map].map(([key, value]) => [former(key), value]));
  return {
    ...held,
    columns: entries(held.columns),
    headers: entries(held.headers),
    rows: held.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([key, value]) => [former(key), value])) })),
  };
}
