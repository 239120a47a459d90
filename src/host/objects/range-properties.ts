import { apiNotFound, invalidArgument } from "../errors";
import type { HostWorkbook, Position } from "../workbook";
import { setColumnWidth, setRowHeight } from "./range-format";
import { hide } from "./range-visibility";

interface Properties {
  columnHidden?: boolean;
  rowHidden?: boolean;
  format?: Record<string, unknown>;
}

/** `Range.setColumnProperties`: widths and visibility, one entry for each column. */
export function setColumnProperties(self: Position, list: Properties[], book: HostWorkbook): void {
  each(list, self.area.columns, "setColumnProperties", ["columnHidden", "columnWidth"]).forEach(({ columnHidden, format }, index) => {
    const column = { sheet: self.sheet, area: { ...self.area, column: self.area.column + index, columns: 1 } };
    if (format?.columnWidth !== undefined) setColumnWidth(column, format.columnWidth as number, book);
    if (columnHidden !== undefined) hide(column, book, "column", columnHidden);
  });
}

/** `Range.setRowProperties`: heights and visibility, one entry for each row. */
export function setRowProperties(self: Position, list: Properties[], book: HostWorkbook): void {
  each(list, self.area.rows, "setRowProperties", ["rowHidden", "rowHeight"]).forEach(({ rowHidden, format }, index) => {
    const row = { sheet: self.sheet, area: { ...self.area, row: self.area.row + index, rows: 1 } };
    if (format?.rowHeight !== undefined) setRowHeight(row, format.rowHeight as number, book);
    if (rowHidden !== undefined) hide(row, book, "row", rowHidden);
  });
}

function each(list: Properties[], count: number, method: string, known: string[]): Properties[] {
  if (list.length !== count) throw invalidArgument(`${method} takes one entry for each of ${count}, not ${list.length}`);
  for (const { format, ...own } of list) {
    for (const name of [...Object.keys(own), ...Object.keys(format ?? {})]) if (!known.includes(name)) throw apiNotFound(`Range.${method} ${name}`);
  }
  return list;
}
