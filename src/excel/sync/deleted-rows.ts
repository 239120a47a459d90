import { reportersOf } from "../../assessment/answering";
import { derivedCells } from "../../assessment/derive";
import { merged } from "../../assessment/details";
import { knownAliases, presentNames } from "../../assessment/present-names";
import type { LocatedMatrix, LocatedRow } from "../../matrix/locate";
import { parseRowKey } from "../../matrix/row-key";
import type { MatrixRow } from "../../matrix/rows";
import type { RemovedRecord } from "../../sync/records";
import { detailsIn, detailsSpec } from "../assessment/details-sheet";
import { recordSheetFound, queueRecordSheet } from "../assessment/record-sheet";
import { changesInJournal } from "../assessment/unit-changes";
import type { ReadStore } from "../store";
import type { Journal } from "../store/journal";

/**
 * What the workbook still knows of rows that were deleted, from the journal and from 填报明细, which has priority. One
 * round trip.
 */
export async function recordsOfDeleted(
  context: Excel.RequestContext,
  rows: readonly MatrixRow[],
  matrix: LocatedMatrix,
  { stored, journal }: Pick<ReadStore, "stored" | "journal">,
): Promise<RemovedRecord[]> {
  const { plan, reading, settings } = stored;
  const queued = queueRecordSheet(context, detailsSpec);
  await context.sync();
  const known = [...knownAliases(plan, reading?.corrections.units), ...changesInJournal(journal, matrix)];
  const present = presentNames(
    reportersOf(plan, matrix).map(({ name }) => name),
    known,
  );
  const details = detailsIn(await recordSheetFound(context, detailsSpec, queued), present).map(({ detail }) => detail);
  const totals = new Set(settings?.totals ?? []);
  // The deleted rows as if they were in the sheet with nothing typed in them.
  const asInSheet: LocatedMatrix = {
    ...matrix,
    rows: rows.map(({ key, cells }): LocatedRow => ({
      row: 0,
      ...keyOf(key),
      keyText: key,
      cells: { ...cells },
      formulas: {},
    })),
  };
  const cells = [...new Set(details.map(({ year }) => year))].flatMap((year) =>
    derivedCells({ plan, held: asInSheet, year, totals, before: new Map(), after: merged(details) }),
  );
  return [
    ...inJournal(journal),
    ...cells
      .filter(({ kind }) => kind === "take")
      .map(({ identity, column, after }) => ({ identity, cells: { [column]: after } })),
  ];
}

function keyOf(text: string): Pick<LocatedRow, "key"> {
  const key = parseRowKey(text);
  return key ? { key } : {};
}

/** Cells of rows that earlier syncs added, oldest first. */
const inJournal = ({ history }: Journal): RemovedRecord[] =>
  history.flatMap(({ undo }) =>
    undo.flatMap((edit) => (edit.do === "removeRow" && edit.cells ? [{ identity: edit.row, cells: edit.cells }] : [])),
  );
