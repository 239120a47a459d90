import { calculatedKeys, spokenName } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { rowsByIdentity } from "../matrix/located-rows";
import type { CellValue } from "../matrix/sheet";
import { sentence, series, type Sentence } from "../plan/sentence";
import { placeOfRow } from "./describe";
import type { Edit } from "./edit";

const same = (a: CellValue | undefined, b: CellValue | undefined): boolean => String(a ?? "") === String(b ?? "");

/**
 * What people have done since a sync and would lose by undoing it: cells and headers that no longer hold what the sync
 * wrote, and entries in rows and columns that it added. Empty where undoing loses nothing.
 * @param undo the edits that would be applied
 */
export function laterEdits(held: LocatedMatrix, undo: readonly Edit[]): Sentence[] {
  const context: UndoContext = {
    held,
    rows: rowsByIdentity(held.rows),
    leaving: new Set(undo.flatMap((edit) => (edit.do === "removeRow" ? [edit.row] : []))),
  };
  return undo.flatMap((edit) => {
    if (edit.do === "set") return lostInCell(edit, context);
    if (edit.do === "header") return lostInHeader(edit, context);
    if (edit.do === "removeRow") return lostInRow(edit, context);
    return edit.do === "removeColumn" ? lostInColumn(edit, context) : [];
  });
}

interface UndoContext {
  held: LocatedMatrix;
  rows: ReadonlyMap<string, LocatedRow>;
  /** Identities of rows that undoing removes. */
  leaving: ReadonlySet<string>;
}

type EditOf<Kind extends Edit["do"]> = Extract<Edit, { do: Kind }>;

function lostInCell(edit: EditOf<"set">, { held, rows, leaving }: UndoContext): Sentence[] {
  const row = rows.get(edit.row);
  const isAsWritten =
    row === undefined || row.formulas[edit.column] !== undefined || same(row.cells[edit.column], edit.before);
  // For a removed row, `lostInRow` tells all of it.
  if (isAsWritten || leaving.has(edit.row)) return [];
  return [
    sentence("{{place}} 的“{{header}}”已被改为“{{now}}”", {
      place: placeOfRow(row),
      header: spokenName(held, edit.column),
      now: String(row.cells[edit.column] ?? ""),
    }),
  ];
}

function lostInHeader({ column, before }: EditOf<"header">, { held }: UndoContext): Sentence[] {
  const now = held.headers.get(column);
  return now === undefined || now === before ? [] : [sentence("列名“{{before}}”已被改为“{{now}}”", { before, now })];
}

function lostInRow(edit: EditOf<"removeRow">, { held, rows }: UndoContext): Sentence[] {
  const row = rows.get(edit.row);
  if (!row) return [];
  const written = edit.cells ?? {};
  const changed = Object.keys(row.cells).filter(
    (key) => key !== "key" && !calculatedKeys.includes(key) && !same(row.cells[key], written[key]),
  );
  if (changed.length === 0) return [];
  return [
    sentence("{{place}} 的行里已填了内容（{{headers}}）", {
      place: placeOfRow(row),
      headers: series(changed.map((key) => spokenName(held, key))),
    }),
  ];
}

function lostInColumn(
  { column, cells = {} }: EditOf<"removeColumn">,
  { held, rows, leaving }: UndoContext,
): Sentence[] {
  if (!held.columns.has(column)) return [];
  const identities = new Map([...rows].map(([identity, row]) => [row, identity]));
  const isChanged = (row: LocatedRow): boolean => {
    const identity = identities.get(row);
    if (identity !== undefined && leaving.has(identity)) return false;
    return !same(row.cells[column], identity === undefined ? "" : cells[identity]);
  };
  return held.rows.some(isChanged)
    ? [sentence("“{{header}}”列里已填了内容", { header: spokenName(held, column) })]
    : [];
}
