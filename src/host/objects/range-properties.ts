import { apiNotFound, invalidArgument } from "../errors";
import type { HostWorkbook, Position } from "../workbook";
import { columnWidthOf, rowHeightOf, setColumnWidth, setRowHeight } from "./range-format";
import { hiddenState, hide } from "./range-visibility";

interface Properties {
  columnHidden?: boolean;
  rowHidden?: boolean;
  format?: Record<string, unknown>;
}

/** `Range.setColumnProperties`: widths and visibility, one entry for each column. */
export function setColumnProperties(self: Position, list: Properties[], book: HostWorkbook): void {
  each(list, self.area.columns, "setColumnProperties", ["columnHidden", "columnWidth"]).forEach(
    ({ columnHidden, format }, index) => {
      const column = { sheet: self.sheet, area: { ...self.area, column: self.area.column + index, columns: 1 } };
      if (columnHidden !== undefined) hide(column, book, "column", columnHidden);
      if (format?.columnWidth !== undefined) setColumnWidth(column, format.columnWidth as number, book);
    },
  );
}

/** `Range.setRowProperties`: heights and visibility, one entry for each row. */
export function setRowProperties(self: Position, list: Properties[], book: HostWorkbook): void {
  each(list, self.area.rows, "setRowProperties", ["rowHidden", "rowHeight"]).forEach(({ rowHidden, format }, index) => {
    const row = { sheet: self.sheet, area: { ...self.area, row: self.area.row + index, rows: 1 } };
    if (rowHidden !== undefined) hide(row, book, "row", rowHidden);
    if (format?.rowHeight !== undefined) setRowHeight(row, format.rowHeight as number, book);
  });
}

interface Wanted {
  columnHidden?: boolean;
  rowHidden?: boolean;
  format?: { columnWidth?: boolean; rowHeight?: boolean };
}

/** `Range.getColumnProperties`: the requested properties, one entry for each column. */
export function getColumnProperties(self: Position, wanted: Wanted, book: HostWorkbook): Properties[] {
  check([wanted], "getColumnProperties", ["columnHidden", "columnWidth"]);
  const { column, columns } = book.grid.clip(self.sheet.id, self.area);
  return Array.from({ length: columns }, (_, index): Properties => {
    const one = { sheet: self.sheet, area: { ...self.area, column: column + index, columns: 1 } };
    return {
      ...(wanted.columnHidden ? { columnHidden: hiddenState(one, book, "column")! } : {}),
      ...(wanted.format?.columnWidth ? { format: { columnWidth: columnWidthOf(one, book) } } : {}),
    };
  });
}

/** `Range.getRowProperties`: the requested properties, one entry for each row. */
export function getRowProperties(self: Position, wanted: Wanted, book: HostWorkbook): Properties[] {
  check([wanted], "getRowProperties", ["rowHidden", "rowHeight"]);
  const { row, rows } = book.grid.clip(self.sheet.id, self.area);
  return Array.from({ length: rows }, (_, index): Properties => {
    const one = { sheet: self.sheet, area: { ...self.area, row: row + index, rows: 1 } };
    return {
      ...(wanted.rowHidden ? { rowHidden: hiddenState(one, book, "row")! } : {}),
      ...(wanted.format?.rowHeight ? { format: { rowHeight: rowHeightOf(one, book) } } : {}),
    };
  });
}

function each(list: Properties[], count: number, method: string, known: string[]): Properties[] {
  if (list.length !== count)
    throw invalidArgument(`${method} takes one entry for each of ${count}, not ${list.length}`);
  check(list, method, known);
  return list;
}

function check(list: Properties[], method: string, known: string[]): void {
  for (const { format, ...own } of list) {
    for (const name of [...Object.keys(own), ...Object.keys(format ?? {})])
      if (!known.includes(name)) throw apiNotFound(`Range.${method} ${name}`);
  }
}
