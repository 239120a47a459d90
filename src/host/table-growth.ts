import { intersection, joined, type Area } from "./areas";
import { fillCalculatedColumns } from "./calculated-columns";
import { readValue } from "./cells";
import { HostError } from "./errors";
import { growRules } from "./rules";
import type { HostTable, HostWorkbook } from "./workbook";

/** The number of body rows. The one row that is left when all were deleted counts only if something is in it. */
export function bodyRows(table: HostTable, book: HostWorkbook): number {
  return isBlank(table, book) ? 0 : table.area.rows - 1;
}

function isBlank({ sheet, area, blankRow }: HostTable, book: HostWorkbook): boolean {
  return blankRow === true && area.rows === 2 && isEmpty(sheet.id, { ...area, row: area.row + 1, rows: 1 }, book);
}

export function isEmpty(sheetId: string, { row, column, rows, columns }: Area, book: HostWorkbook): boolean {
  for (let at = row; at < row + rows; at++) {
    for (let over = column; over < column + columns; over++) {
      if (book.grid.formula(sheetId, at, over) || readValue(book, sheetId, at, over) !== "") return false;
    }
  }
  return true;
}

/**
 * @throws HostError NotImplemented if rows are to be added in the middle of a table, or would have to push down what is
 * below it: Excel does both, the host does not
 */
export function checkRoomBelow(table: HostTable, atEnd: boolean, count: number, book: HostWorkbook): void {
  const { sheet, area, name } = table;
  if (!atEnd)
    throw new HostError("NotImplemented", "The embedded host adds rows at a table's end only (TableRowCollection.add)");
  const needed = count - (isBlank(table, book) ? 1 : 0);
  if (needed < 1) return;
  const end = area.row + area.rows;
  const used = book.grid.used(sheet.id, true);
  const below = used && intersection(used, { ...area, row: end, rows: Math.max(1, used.row + used.rows - end) });
  const under = { ...area, row: end, rows: needed };
  const other = book.tables.some(
    (one) =>
      one !== table && one.sheet === sheet && intersection(one.area, { ...area, row: end, rows: 1_048_576 - end }),
  );
  const merged = book.grid.merges(sheet.id).some((one) => intersection(one, under));
  if (other || merged || (below && !isEmpty(sheet.id, below, book))) {
    throw new HostError(
      "NotImplemented",
      `The embedded host adds rows only where nothing stands below the table ${name} (TableRowCollection.add)`,
    );
  }
}

/**
 * Adds rows at the end of a table. They take over formats, locking, validations and conditional formats from the last
 * row, and get the formulas of calculated columns.
 * @returns the new rows
 */
export function appendRows(
  table: HostTable,
  count: number,
  book: HostWorkbook,
  filling: "always" | "where empty" = "always",
): Area {
  const { sheet } = table;
  const reused = filling === "always" && isBlank(table, book) ? 1 : 0;
  delete table.blankRow;
  const { area } = table;
  const end = area.row + area.rows;
  const added = { ...area, row: end, rows: count - reused };
  if (added.rows > 0) {
    book.grid.clip(sheet.id, added);
    table.area = { ...area, rows: area.rows + added.rows };
    if (area.rows > 1) lookLikeLast(table, added, book);
  }
  const all = { ...added, row: end - reused, rows: count };
  fillCalculatedColumns(book, table, all, filling);
  book.mirror.table(table);
  return all;
}

function lookLikeLast({ sheet }: HostTable, added: Area, book: HostWorkbook): void {
  const last = added.row - 1;
  const styles = Array.from({ length: added.columns }, (_, index) => ({
    ...book.grid.style(sheet.id, last, added.column + index),
  }));
  book.grid.write(sheet.id, added, () => ({ style: null }));
  book.grid.write(sheet.id, added, (_row, column) => ({ style: styles[column]! }));
  const lastRow = { ...added, row: last, rows: 1 };
  const open = sheet.unlocked.map((area) => intersection(area, lastRow)).filter((area) => area !== undefined);
  sheet.unlocked = joined([...sheet.unlocked, ...open.map((area) => ({ ...area, row: added.row, rows: added.rows }))]);
  growRules(book.conditionalFormats, { sheet, area: added });
  growRules(book.validations, { sheet, area: added });
  book.mirror.conditionalFormats(sheet);
  book.mirror.validations(sheet);
}
