import { headersOf } from "./table-headers";
import type { HostTable, HostWorkbook } from "./workbook";

/** Shows the rows of a table that pass all of its filters, and hides the others. */
export function filterRows(table: HostTable, book: HostWorkbook): void {
  const { row, column, rows } = table.area;
  if (rows < 2) return;
  const grid = book.grid.sheet(table.sheet.id);
  const headers = headersOf(table, book);
  const tests = [...(table.filters ?? [])]
    .map(([name, shown]) => ({ column: headers.indexOf(name), shown: new Set(shown) }))
    .filter((test) => test.column >= 0);
  const texts = grid.getRange(row + 1, column, rows - 1, headers.length).getDisplayValues() as unknown[][];
  book.grid.setHidden(table.sheet.id, "row", row + 1, rows - 1, false);
  texts.forEach((line, index) => {
    if (!tests.every((test) => test.shown.has(String(line[test.column] ?? ""))))
      book.grid.setHidden(table.sheet.id, "row", row + 1 + index, 1, true);
  });
}

export function clearFilters(table: HostTable, book: HostWorkbook): void {
  delete table.filtersUnreadable;
  if (table.filters?.size) {
    delete table.filters;
    filterRows(table, book);
  }
  book.mirror.clearFilter(table);
}
