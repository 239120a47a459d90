import type { YearResults } from "../../assessment/year-results";
import type { CellValue } from "../../matrix/sheet";
import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix, LocatedRow } from "../../matrix/locate";
import { ExcelFailure, protectedSheet } from "../failure";
import { runWithPauses } from "../pause";
import { withRowsShown } from "../filters";
import { locateIn, readWorkbook, storedPlan } from "../read-matrix";
import { inExcel, sendParts, writingInExcel } from "../session";
import { cellParts, type PlacedCell } from "./cell-parts";
import { readAssessmentData } from "./assessment-data";
import { resultsWithOverview } from "./results-and-overview";

/**
 * The results of every row and unit in the sheet's 评估年度. One round trip; writes nothing.
 * @throws ExcelFailure `NoMatrix`
 */
export function readYearResults(): Promise<YearResults> {
  return inExcel(async (context) => {
    const { results } = await runWithPauses(resultsWithOverview(await readAssessmentData(context)));
    return results;
  });
}

/** The user's decision on one cell: another number for it, a confirmation of its number, or both. */
export interface AcceptedEntry {
  /** The row's hidden key. */
  key: string;
  /** Column key. */
  column: string;
  /** What the cell held when it was shown. */
  seen: CellValue;
  /** Written into the cell; if absent, the cell stays. */
  value?: number;
  /** Appended to 备注: `已核：0.8%`. */
  confirmation?: string;
}

/**
 * Writes the decisions; one read, one write. If any of the cells no longer holds what was shown, nothing is written.
 * @returns how many entries were settled
 * @throws ExcelFailure `SheetChanged` (also if the matrix is gone), `AccessDenied`, `NoRemark`
 */
export function acceptEntries(wanted: readonly AcceptedEntry[]): Promise<number> {
  return writingInExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const matrix = await locateIn(state, storedPlan(state));
    if (!state.sheet || !matrix) throw changed("no matrix");
    const settled = wanted.map((entry) => ({ entry, row: rowOf(matrix, entry) }));
    const placed = [...settled.flatMap(({ entry, row }) => valueOf(matrix, entry, row)), ...remarksOf(matrix, settled)];
    if (placed.length > 0 && state.isProtected) throw protectedSheet();
    const { sheet } = state;
    await withRowsShown(context, state.tables, () => sendParts(context, cellParts(sheet, placed)));
    return settled.length;
  });
}

function rowOf({ rows, columns }: LocatedMatrix, { key, column, seen, value }: AcceptedEntry): LocatedRow {
  const holds = (cell: CellValue | undefined): boolean => String(cell ?? "") === String(seen);
  // Of several copies of a row, the one that was shown. A formula is the user's own and is not overwritten.
  const row = rows.find(
    ({ keyText, cells, formulas }) =>
      keyText === key && holds(cells[column]) && (value === undefined || formulas[column] === undefined),
  );
  if (!row || !columns.has(column)) throw changed(`${key} ${column}`);
  return row;
}

const valueOf = (
  { columns }: LocatedMatrix,
  { column, value }: AcceptedEntry,
  { row, cells }: LocatedRow,
): PlacedCell[] =>
  value === undefined
    ? []
    : [
        {
          row,
          column: columns.get(column)!,
          value,
          isPlain: typeof cells[column] === "number" && cells.measure === "%",
        },
      ];

/** 备注 of each row, with what was confirmed behind what somebody has written there. */
function remarksOf(
  { columns }: LocatedMatrix,
  settled: readonly { entry: AcceptedEntry; row: LocatedRow }[],
): PlacedCell[] {
  const column = columns.get("remark");
  const said = new Map<LocatedRow, string[]>();
  for (const { entry, row } of settled)
    if (entry.confirmation !== undefined) said.set(row, [...(said.get(row) ?? []), entry.confirmation]);
  if (said.size > 0 && column === undefined) throw new ExcelFailure("NoRemark.noColumn", {});
  return [...said].map(([{ row, cells, formulas }, all]) => {
    if (formulas.remark !== undefined) throw new ExcelFailure("NoRemark.formula", {});
    const before = String(cells.remark ?? "").trim();
    return {
      row,
      column: column!,
      value: [...(before === "" ? [] : [before]), ...all.filter((one) => !before.includes(one))].join("；"),
    };
  });
}

const changed = (what: string): ExcelFailure => new ExcelFailure("SheetChanged.entries", {}, { detail: what });
