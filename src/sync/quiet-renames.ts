import { unitOfKey } from "../matrix/columns";
import type { Edit } from "./edit";

/**
 * Units that a sync has given another name while the headers of their columns stayed: renamings that somebody has left
 * out of the list, so that no change tells of them. Forms go out under the new name all the same.
 * @param undo what takes the sync back
 * @returns in the order in which the sync did it
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
