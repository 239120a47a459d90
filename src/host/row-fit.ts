import { pixelsPerPoint } from "./pixels-per-point";
import { readValue } from "./cells";
import type { HostSheet, HostWorkbook } from "./workbook";

/** Points that Excel leaves free in a cell: left and right margin together. */
const padding = 5;
const lineHeight = 1.35;
const smallest = 15;

/** A character's width in em: Han and full-width characters are square, others about half. */
const em = (char: string): number => (char.charCodeAt(0) > 0x2e7f || "●○△▲≥≤—“”".includes(char) ? 1 : 0.55);

/** How many lines a text takes in a cell of this width, in points. */
function linesOf(text: string, fontSize: number, width: number): number {
  const room = Math.max(fontSize, width - padding);
  return text.split("\n").reduce((lines, paragraph) => {
    const length = [...paragraph].reduce((sum, char) => sum + em(char) * fontSize, 0);
    return lines + Math.max(1, Math.ceil(length / room));
  }, 0);
}

/**
 * Fits row heights to wrapped text, as Excel's autofit does. They are estimated: without a screen, text cannot be
 * measured. The rows stay self-fitting.
 */
export function fitRows(sheet: HostSheet, row: number, rows: number, book: HostWorkbook): void {
  const core = book.grid.sheet(sheet.id).getSheet();
  const used = book.grid.used(sheet.id, true);
  if (!used) return;
  for (let index = row; index < Math.min(row + rows, used.row + used.rows); index++) {
    let height = smallest;
    for (let column = used.column; column < used.column + used.columns; column++) {
      const style = book.grid.style(sheet.id, index, column);
      const text = String(readValue(book, sheet.id, index, column));
      if (text === "" || style.tb !== 3 || style.tr?.v || !core.getColVisible(column)) continue;
      const size = style.fs ?? 11;
      height = Math.max(
        height,
        linesOf(text, size, core.getColumnWidth(column) / pixelsPerPoint) * size * lineHeight + 4,
      );
    }
    const record = core.getRowManager().getRowOrCreate(index);
    record.ia = 1;
    record.ah = Math.min(Math.round(height), 409) * pixelsPerPoint;
  }
}
