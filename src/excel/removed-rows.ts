import type { RemovedRow } from "../matrix/carry";
import { fixedColumns } from "../matrix/columns";
import type { CellValue } from "../matrix/sheet";
import { asWritten } from "./cell-text";

/** The sheet that takes what leaves the plan, with everything that was typed in it. */
export const removedSheetName = "已移出";

/** Column keys of the matrix, in the order in which they are written. */
export type RemovedColumns = string[];

/**
 * Appends rows under what is there already, below a header of their own, so that columns of different plans do not mix.
 * What an interrupted run has appended before is not appended again.
 */
export async function queueRemoved(context: Excel.RequestContext, columns: RemovedColumns, removed: RemovedRow[]): Promise<void> {
  const existing = context.workbook.worksheets.getItemOrNullObject(removedSheetName);
  const used = existing.getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount,values");
  await context.sync();
  const there = used.isNullObject ? new Set<string>() : recorded(used.values as CellValue[][]);
  const header = columns.map(label);
  const rows = removed.map(({ cells }) => columns.map((key) => cells[key] ?? "")).filter((row) => !there.has(record(header, row)));
  if (rows.length === 0) return;
  const sheet = existing.isNullObject ? context.workbook.worksheets.add(removedSheetName) : existing;
  const start = used.isNullObject ? 0 : used.rowIndex + used.rowCount + 1;
  const lines = [header, ...rows].map((row) => row.map(asWritten));
  sheet.getRangeByIndexes(start, 0, lines.length, columns.length).values = lines;
  sheet.getRangeByIndexes(start, 0, 1, columns.length).format.font.bold = true;
  await context.sync();
}

/** A row as what its filled cells say, calculated ones aside: they may show something else each time. */
const record = (header: readonly CellValue[], row: readonly CellValue[]): string =>
  JSON.stringify(
    row
      .map((cell, column) => [String(header[column]), String(cell)])
      .filter(([name, cell]) => cell !== "" && !calculated.has(name!))
      .sort(),
  );

/** All rows of the sheet, each under the header that it stands below. */
function recorded(values: CellValue[][]): Set<string> {
  let header: CellValue[] = [];
  const found = new Set<string>();
  for (const row of values) {
    if (row.includes(label("key"))) header = row;
    else found.add(record(header, row));
  }
  return found;
}

const headers = new Map(fixedColumns.map(({ key, header }) => [key, header]));
const calculated = new Set(fixedColumns.filter(({ kind }) => kind === "formula").map(({ header }) => header));

const label = (key: string): string => headers.get(key) ?? key.replace(/^(?:actual|user|unit|group):/, "");
