import { derivedCells } from "../../assessment/derive";
import { merged } from "../../assessment/details";
import type { LocatedMatrix, LocatedRow } from "../../matrix/locate";
import { parseRowKey } from "../../matrix/row-key";
import type { MatrixRow } from "../../matrix/rows";
import type { Plan } from "../../plan/model";
import type { RemovedRecord } from "../../sync/records";
import { detailsIn, detailsSpec } from "../assessment/details-sheet";
import { heldRecords, queueRecords } from "../assessment/record-sheet";
import type { Journal } from "../store/journal";

/** What the workbook still knows of rows that were deleted: in the journal and in 填报明细, which goes before. One round trip. */
export async function reportedOf(context: Excel.RequestContext, rows: readonly MatrixRow[], plan: Plan, held: LocatedMatrix, journal: Journal, totals: ReadonlySet<string>): Promise<RemovedRecord[]> {
  const queued = queueRecords(context, detailsSpec);
  await context.sync();
  const details = detailsIn(await heldRecords(context, detailsSpec, queued)).map(({ detail }) => detail);
  // They are asked for as if they stood in the sheet, with nothing typed in them.
  const asThere: LocatedMatrix = { ...held, rows: rows.map(({ key, cells }): LocatedRow => ({ row: 0, ...keyOf(key), keyText: key, cells: { ...cells }, formulas: {} })) };
  const cells = [...new Set(details.map(({ year }) => year))].flatMap((year) => derivedCells({ plan, held: asThere, year, totals, before: new Map(), after: merged(details) }));
  return [...inJournal(journal), ...cells.filter(({ kind }) => kind === "take").map(({ identity, column, after }) => ({ identity, cells: { [column]: after } }))];
}

function keyOf(text: string): Pick<LocatedRow, "key"> {
  const key = parseRowKey(text);
  return key ? { key } : {};
}

/** What earlier syncs wrote into rows that they brought, older ones first. */
const inJournal = ({ history }: Journal): RemovedRecord[] =>
  history.flatMap(({ undo }) => undo.flatMap((edit) => (edit.do === "removeRow" && edit.cells ? [{ identity: edit.row, cells: edit.cells }] : [])));
