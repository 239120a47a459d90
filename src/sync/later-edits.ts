import { fixedColumns } from "../matrix/columns";
import { spokenName } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { rowIdentity } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { sentence, series, type Sentence } from "../plan/sentence";
import { placeOfRow } from "./describe";
import type { Edit } from "./edit";

const calculated = new Set(fixedColumns.filter(({ kind }) => kind === "formula").map(({ key }) => key));
const same = (a: CellValue | undefined, b: CellValue | undefined): boolean => String(a ?? "") === String(b ?? "");

/**
 * What people have done since a sync that its undoing would lose: cells and headers that no longer hold what the sync
 * wrote, entries in rows and columns that it brought. Empty where undoing loses nothing.
 * @param undo the edits that would be applied
 */
export function laterEdits(held: LocatedMatrix, undo: readonly Edit[]): Sentence[] {
  const rows = new Map<string, LocatedRow>();
  for (const row of held.rows) {
    const identity = row.key && rowIdentity(row.key);
    if (identity !== undefined && !rows.has(identity)) rows.set(identity, row);
  }
  const leaving = new Set(undo.flatMap((edit) => (edit.do === "removeRow" ? [edit.row] : [])));
  const found: Sentence[] = [];
  for (const edit of undo) {
    if (edit.do === "set") {
      const row = rows.get(edit.row);
      if (
        row &&
        row.formulas[edit.column] === undefined &&
        !same(row.cells[edit.column], edit.before) &&
        !leaving.has(edit.row)
      ) {
        found.push(
          sentence("{{place}} 的“{{header}}”已被改为“{{now}}”", {
            place: placeOfRow(row),
            header: spokenName(held, edit.column),
            now: String(row.cells[edit.column] ?? ""),
          }),
        );
      }
    } else if (edit.do === "header") {
      const shown = held.headers.get(edit.column);
      if (shown !== undefined && shown !== edit.before)
        found.push(sentence("列名“{{before}}”已被改为“{{now}}”", { before: edit.before, now: shown }));
    } else if (edit.do === "removeRow") {
      const row = rows.get(edit.row);
      const written = edit.cells ?? {};
      const changed = Object.keys(row?.cells ?? {}).filter(
        (key) => key !== "key" && !calculated.has(key) && !same(row!.cells[key], written[key]),
      );
      if (changed.length > 0)
        found.push(
          sentence("{{place}} 的行里已填了内容（{{headers}}）", {
            place: placeOfRow(row!),
            headers: series(changed.map((key) => spokenName(held, key))),
          }),
        );
    } else if (edit.do === "removeColumn" && held.columns.has(edit.column)) {
      const written = edit.cells ?? {};
      const changed = held.rows.some((row) => {
        const identity = row.key && rowIdentity(row.key);
        const ours = identity !== undefined && rows.get(identity) === row ? identity : undefined;
        return (
          (ours === undefined || !leaving.has(ours)) &&
          !same(row.cells[edit.column], ours === undefined ? "" : written[ours])
        );
      });
      if (changed) found.push(sentence("“{{header}}”列里已填了内容", { header: spokenName(held, edit.column) }));
    }
  }
  return found;
}
