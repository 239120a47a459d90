import { intersection, type Area } from "./areas";
import { HostError } from "./errors";
import type { HostSheet, HostWorkbook } from "./workbook";

/**
 * Excel puts what is written over several rows of a filtered table into other cells than asked for (office-js issue
 * 224), and leaves rows that are to go (issue 994). Nobody can want either: it is refused, under the code that Excel
 * has for it.
 */
export function checkUnfiltered(sheet: HostSheet, area: Area, book: HostWorkbook): void {
  const filtered = book.tables.find(
    (table) => table.sheet === sheet && table.filters?.size && intersection(table.area, area),
  );
  if (filtered && area.rows > 1)
    throw new HostError("FilteredRangeConflict", `the rows of the table ${filtered.name} are filtered`);
}

/** The same for rows that come, go or move. */
export function checkRowsUnfiltered(sheet: HostSheet, area: Area, book: HostWorkbook): void {
  checkUnfiltered(sheet, { ...area, rows: Math.max(2, area.rows) }, book);
}
