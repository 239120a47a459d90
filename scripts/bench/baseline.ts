import type { CellStyle, SheetData } from "../../src/matrix/sheet";
import { asWritten } from "../../src/excel/cell-text";

/**
 * Writes the same sheet as one would without regard to round trips: row by row with a `sync` after each, and every
 * cell's format set on that cell. It does less than the product: no conditional formats, validations, table, names or
 * page setup.
 */
export async function writeRowByRow(excel: typeof Excel, data: SheetData): Promise<void> {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(data.name);
    for (const { name, area } of data.names) context.workbook.names.add(name, sheet.getCell(area.row, area.column));
    await context.sync();
    for (let row = 0; row < data.cells.length; row++) {
      sheet.getRangeByIndexes(row, 0, 1, data.cells[row]!.length).values = [data.cells[row]!.map(asWritten)];
      for (const { area, formula } of data.filledFormulas) {
        // The formula's text is built for each row, as one would in a loop.
        if (row >= area.row && row < area.row + area.rows)
          sheet.getCell(row, area.column).formulas = [[inRow(formula, area.row, row)]];
      }
      await context.sync();
      for (let column = 0; column < data.cells[row]!.length; column++) {
        for (const { area, style } of data.styles) {
          const inside =
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns;
          if (inside) formatCell(sheet.getCell(row, column).format, style);
        }
      }
      await context.sync();
    }
  });
}

/** The formula of the first row, adjusted to another row: references without `$` before the row move. */
const inRow = (formula: string, first: number, row: number): string =>
  formula.replace(new RegExp(`(?<![A-Z$0-9"])(\\$?[A-Z]{1,2})${first + 1}(?![0-9])`, "g"), `$1${row + 1}`);

function formatCell(format: Excel.RangeFormat, style: CellStyle): void {
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.horizontal === "center") format.horizontalAlignment = "Center";
  if (style.border !== undefined) {
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
      format.borders.getItem(edge).color = style.border;
    }
  }
}
