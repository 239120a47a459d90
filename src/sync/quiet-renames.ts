import { unitOfKey } from "../matrix/columns";
import type { Edit } from "./edit";

/**
 * Units that a sync has renamed while the headers of their columns stayed: the user left the renaming out of the list,
 * so no change tells of it, but forms go out under the new name.
 * @param undo the edits that undo the sync
 * @returns in the order in which the sync did them
 */
export function quietRenames(undo: readonly Edit[]): { from: string; to: string }[] {
  const told = new Set(undo.flatMap((edit) => (edit.do === "header" ? [edit.column] : [])));
  return undo
    .flatMap((edit) => {
      if (edit.do !== "columnKey" || told.has(edit.column)) return [];
      const [from, to] = [unitOfKey(edit.as), unitOfKey(edit.column)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    })
    .reverse();
}
