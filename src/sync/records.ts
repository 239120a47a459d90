import type { MatrixRow } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { lettersOf } from "../plan/identity";

/** What another place of the workbook (已移出, 填报明细, the journal) holds of a row that is not in the sheet. */
export interface RemovedRecord {
  identity?: string;
  /** By column key where the sheet has the column, else by header. */
  cells: Readonly<Record<string, CellValue>>;
}

type Cells = RemovedRecord["cells"];

/**
 * Returns what is known of a row: its latest record in 已移出, by identity or else by its words, overlaid with what was
 * reported.
 */
export function recordsOf(
  removedBefore: readonly RemovedRecord[],
  reported: readonly RemovedRecord[],
): (row: MatrixRow) => Cells {
  const words = (cells: Cells): string =>
    `${lettersOf(String(cells.task ?? ""))}|${lettersOf(String(cells.indicator ?? ""))}`;
  const byIdentity = new Map(
    removedBefore.flatMap((record) => (record.identity === undefined ? [] : [[record.identity, record]])),
  );
  const byWords = new Map(removedBefore.map((record) => [words(record.cells), record]));
  const told = new Map<string, Cells>();
  for (const { identity, cells } of reported)
    if (identity !== undefined) told.set(identity, { ...told.get(identity), ...cells });
  return (row) => ({
    ...(byIdentity.get(row.identity) ?? byWords.get(words(row.cells)))?.cells,
    ...told.get(row.identity),
  });
}
