import type { LocatedMatrix } from "../matrix/locate";
import { columnsCalled } from "./called";
import type { Edit } from "./edit";

/**
 * The sheet of a run that broke off, its columns under the keys that the run's edits begin with: a column may have its
 * new header or its new key already, while cells that go by the old one are still to be written.
 */
export function byFormerKeys(held: LocatedMatrix, edits: readonly Edit[]): LocatedMatrix {
  const names = new Map(
    edits.flatMap((edit) =>
      edit.do === "columnKey" && !held.columns.has(edit.column) && held.columns.has(edit.as)
        ? [[edit.as, edit.column] as const]
        : [],
    ),
  );
  if (names.size === 0) return held;
  return columnsCalled(held, names);
}
