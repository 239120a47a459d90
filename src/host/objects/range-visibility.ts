import type { HostWorkbook, Position } from "../workbook";

/** Whether the rows or columns of the range are hidden; null if only some are. */
export function hiddenState(self: Position, book: HostWorkbook, axis: "row" | "column"): boolean | null {
  const area = book.grid.clip(self.sheet.id, self.area);
  const sheet = book.grid.sheet(self.sheet.id).getSheet();
  const [start, count] = axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const states = new Set(
    Array.from({ length: count }, (_, index) =>
      axis === "row" ? !sheet.getRowVisible(start + index) : !sheet.getColVisible(start + index),
    ),
  );
  return states.size > 1 ? null : states.has(true);
}

export function hide(self: Position, book: HostWorkbook, axis: "row" | "column", hidden: boolean): void {
  book.checkUnprotected(self.sheet);
  const area = book.grid.clip(self.sheet.id, self.area);
  const [at, count] = axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
  book.grid.setHidden(self.sheet.id, axis, at, count, hidden);
}
