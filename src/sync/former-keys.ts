import type { LocatedMatrix } from "../matrix/locate";
import { renameColumnKeys } from "./rename-units";
import type { Edit } from "./edit";

/**
 * The sheet after an interrupted run, with its columns under the keys that the run's edits start from: a column may
 * already have its new header or key while cells under the old one are still to be written.
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
  return renameColumnKeys(held, names);
}
