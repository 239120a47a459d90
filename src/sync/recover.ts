import { fixedColumns } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { identitiesOf } from "../matrix/located-rows";
import { parseRowKey } from "../matrix/row-key";
import type { MatrixRow } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { sentence, type Sentence } from "../plan/sentence";
import type { Edit } from "./edit";

/** A row's words, by which it is recognised without its key. */
const wordsOf = (cells: Readonly<Record<string, CellValue>>): string =>
  JSON.stringify([cells.section, cells.task, cells.indicator].map((value) => String(value ?? "").trim()));

/**
 * Recognises rows whose hidden key was deleted, alone or with the key column, by section, task and indicator. Only if
 * exactly one row of the plan has these words and no other row has its key; every other row counts as the user's own.
 * The keys are not written here but with those that follow the plan (`keysInStep`).
 */
export function recoverKeys(
  held: LocatedMatrix,
  planned: readonly MatrixRow[],
): { sheet: LocatedMatrix; edits: Edit[]; notes: Sentence[] } {
  const present = identitiesOf(held.rows);
  const wanted = new Map<string, MatrixRow | undefined>();
  for (const row of planned) {
    if (present.has(row.identity)) continue;
    const words = wordsOf(row.cells);
    wanted.set(words, wanted.has(words) ? undefined : row);
  }
  let found = 0;
  const rows = held.rows.map((row): LocatedRow => {
    const match = row.key || wanted.size === 0 ? undefined : wanted.get(wordsOf(row.cells));
    const key = match && parseRowKey(match.key);
    if (!match || !key) return row;
    wanted.delete(wordsOf(row.cells));
    found++;
    return { ...row, key };
  });
  const isColumnThere = held.columns.has("key");
  if (found === 0 && isColumnThere) return { sheet: held, edits: [], notes: [] };
  const column = fixedColumns.find(({ key }) => key === "key")!;
  const edits: Edit[] = isColumnThere ? [] : [{ do: "addColumn", column: "key", header: column.header, cells: {} }];
  const note = isColumnThere
    ? sentence("有 {{count}} 行的键被清除，已按板块、任务和指标的文字重新对上，同步时补回。", { count: found })
    : sentence("隐藏的键列被删除，已按板块、任务和指标的文字重新对上，同步时补回。");
  return { sheet: { ...held, rows }, edits, notes: [note] };
}
