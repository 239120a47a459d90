import { intersection, type Area } from "./areas";
import { HostError } from "./errors";
import type { HostSheet, HostWorkbook } from "./workbook";

/**
 * Refuses to write into several rows of a filtered table, with the code that Excel has for it. Excel itself writes into
 * other cells than requested (office-js issue 224) and leaves rows that should be deleted (issue 994), which no caller
 * can want.
 */
export function checkUnfiltered(sheet: HostSheet, area: Area, book: HostWorkbook): void {
  const filtered = book.tables.find(
    (table) => table.sheet === sheet && table.filters?.size && intersection(table.area, area),
  );
  if (filtered && area.rows > 1)
    throw new HostError("FilteredRangeConflict", `the rows of the table ${filtered.name} are filtered`);
}

/** The same for rows that are inserted, deleted or moved. */
export function checkRowsUnfiltered(sheet: HostSheet, area: Area, book: HostWorkbook): void {
  checkUnfiltered(sheet, { ...area, rows: Math.max(2, area.rows) }, book);
}
