import { presentNames, type PresentNames, type UnitChange } from "../../assessment/present-names";
import { unitOfKey } from "../../matrix/columns";
import type { LocatedMatrix } from "../../matrix/locate";
import type { CellValue } from "../../matrix/sheet";
import { kindNames } from "../../sync/change";
import type { Edit } from "../../sync/edit";
import type { SideSheet } from "../read-matrix";
import type { HistoryEntry, Journal } from "../store/journal";

/** A change of units as journal and 变更记录 record it: by column headers. */
interface Told {
  kind: string;
  before: string;
  after: string;
}

type NameOf = (header: string) => string;

/** Maps a column's header to the unit's name, from which it may differ. */
function namesBy({ headers }: Pick<LocatedMatrix, "headers">, edits: readonly Edit[] = []): NameOf {
  const keys = new Map<string, string>([...headers].map(([key, header]) => [header, key]));
  for (const edit of edits) if (edit.do === "addColumn") keys.set(edit.header, edit.column);
  return (header) => /^unit:(.+)$/s.exec(keys.get(header) ?? "")?.[1] ?? header;
}

function changesIn(told: readonly Told[], nameOf: NameOf): UnitChange[] {
  return told.flatMap(({ kind, before, after }): UnitChange[] => {
    const [from, to] = [before, after].map(nameOf) as [string, string];
    // The header is still the former name if the user left the renaming out of the sheet.
    if (kind === kindNames.unitRenamed)
      return [{ ...(from === to ? { from: before, to: after } : { from, to }), kind: "renamed" }];
    if (kind !== kindNames.unitMerged) return [];
    return before
      .split("、")
      .map(nameOf)
      .flatMap((from) => (from === to ? [] : [{ from, to, kind: "joined" }]));
  });
}

/** Renamings and mergers of units by syncs, as far as the journal goes back. */
export function changesInJournal(
  { history }: Pick<Journal, "history">,
  matrix: Pick<LocatedMatrix, "headers">,
): UnitChange[] {
  return history.flatMap(({ changes, undo }: HistoryEntry) => {
    // The undo edits give a column its former key.
    const renamed = undo.flatMap((edit): UnitChange[] => {
      if (edit.do !== "columnKey") return [];
      const [from, to] = [unitOfKey(edit.as), unitOfKey(edit.column)];
      return from === undefined || to === undefined ? [] : [{ from, to, kind: "renamed" }];
    });
    return [...renamed, ...changesIn(changes, namesBy(matrix, undo))];
  });
}

/**
 * The same from 变更记录, which goes back further than the journal. One round trip; called only for names that are
 * otherwise unknown, since the log grows over the years.
 */
export async function changesInLog(
  context: Excel.RequestContext,
  log: SideSheet | undefined,
  matrix: Pick<LocatedMatrix, "headers">,
): Promise<UnitChange[]> {
  if (!log || log.end === 0) return [];
  const used = log.sheet.getUsedRange(true);
  used.load("values");
  await context.sync();
  const [headers = [], ...rows] = used.values as CellValue[][];
  const at = (name: string): number => headers.findIndex((header) => String(header) === name);
  const [action, kind, before, after] = ["操作", "类别", "改前", "改后"].map(at) as [number, number, number, number];
  const told = rows
    .filter((row) => row[action] === "同步" || row[action] === "生成")
    .map((row): Told => ({
      kind: String(row[kind] ?? ""),
      before: String(row[before] ?? ""),
      after: String(row[after] ?? ""),
    }));
  return changesIn(told, namesBy(matrix));
}

/** Whether every name is known as a present or former name of a unit. */
export function knowsAll(names: Iterable<string>, units: readonly string[], changes: readonly UnitChange[]): boolean {
  const present: PresentNames = presentNames(units, changes);
  for (const name of names) if (!present(name)) return false;
  return true;
}
