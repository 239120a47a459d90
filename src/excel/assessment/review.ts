import { reviewing, type Review } from "../../assessment/review";
import type { CellValue } from "../../matrix/sheet";
import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import { ExcelFailure, protectedSheet } from "../failure";
import { inPieces } from "../pause";
import { withRowsShown } from "../filters";
import { locateIn, readWorkbook, storedPlan } from "../read-matrix";
import { inExcel, sendParts } from "../session";
import { cellParts, type PlacedCell } from "./cell-parts";
import { readGround } from "./ground";

/**
 * Where every row and every unit stands in the sheet's 评估年度; one round trip, nothing is written.
 * @throws ExcelFailure `NoMatrix`
 */
export function readReview(): Promise<Review> {
  return inExcel(async (context) => {
    const { plan, held, details, totals } = await readGround(context);
    return await inPieces(reviewing({ plan, held, details, totals }));
  });
}

/** A number that was offered for a text, and accepted. */
export interface AcceptedEntry {
  /** The row's hidden key. */
  key: string;
  /** Column key. */
  column: string;
  /** What the cell was shown to hold. */
  seen: string;
  value: number;
}

/**
 * Writes accepted numbers over the texts that they were offered for; one read, one write. Where one of the cells no
 * longer holds the text that was shown, nothing is written at all.
 * @returns how many cells were written
 * @throws ExcelFailure `SheetChanged`, `AccessDenied`, `NoMatrix`
 */
export function acceptEntries(wanted: readonly AcceptedEntry[]): Promise<number> {
  return inExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const held = await locateIn(state, storedPlan(state));
    if (!state.sheet || !held) throw changed("no matrix");
    const placed = wanted.map((entry) => placeOf(held, entry));
    if (placed.length > 0 && state.isProtected) throw protectedSheet();
    const { sheet } = state;
    await withRowsShown(context, state.tables, () => sendParts(context, cellParts(sheet, placed)));
    return placed.length;
  });
}

function placeOf({ rows, columns }: LocatedMatrix, { key, column, seen, value }: AcceptedEntry): PlacedCell {
  const holds = (cell: CellValue | undefined): boolean => String(cell ?? "") === seen;
  // Of a row that people have copied, the one that was shown.
  const row = rows.find(({ keyText, cells, formulas }) => keyText === key && holds(cells[column]) && formulas[column] === undefined);
  const at = columns.get(column);
  if (!row || at === undefined) throw changed(`${key} ${column}`);
  return { row: row.row, column: at, value };
}

const changed = (what: string): ExcelFailure =>
  new ExcelFailure("SheetChanged", "您查看之后，表中的填报又有了改动，为免误改，没有写入。表中内容没有改动。请点“刷新”核对后再试。", what);
