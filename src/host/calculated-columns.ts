import { intersection, type Area } from "./areas";
import type { CellPatch } from "./cell-data";
import { readValue } from "./cells";
import { relativeForm } from "./references";
import type { HostSheet, HostTable, HostWorkbook } from "./workbook";

/**
 * Fills calculated columns in new rows of a table, as Excel does: columns in which all other body cells hold copies of
 * one formula.
 * @param added the new rows, which are part of the table's body already
 * @param filling `where empty`: cells that have a value keep it, as when a table is enlarged over them
 */
export function fillCalculatedColumns(
  book: HostWorkbook,
  table: HostTable,
  added: Pick<Area, "row" | "rows">,
  filling: "always" | "where empty" = "always",
): void {
  const { sheet, area } = table;
  const mover = book.grid.univer.getFormula();
  for (let column = area.column; column < area.column + area.columns; column++) {
    const source = commonFormula(book, table, column, added);
    if (!source) continue;
    book.grid.write(
      sheet.id,
      { row: added.row, rows: added.rows, column, columns: 1 },
      (row): CellPatch | undefined => {
        if (filling === "where empty" && readValue(book, sheet.id, added.row + row, column) !== "") return undefined;
        return { formula: mover.moveFormulaRefOffset(source.formula, 0, added.row + row - source.row) as string };
      },
    );
  }
}

function commonFormula(
  book: HostWorkbook,
  { sheet, area }: HostTable,
  column: number,
  except: Pick<Area, "row" | "rows">,
): { formula: string; row: number } | undefined {
  let common: { formula: string; row: number; form: string } | undefined;
  for (let row = area.row + 1; row < area.row + area.rows; row++) {
    if (row >= except.row && row < except.row + except.rows) continue;
    const formula = book.grid.formula(sheet.id, row, column);
    if (!formula) return undefined;
    const form = relativeForm(formula, row, column);
    if (common && common.form !== form) return undefined;
    common ??= { formula, row, form };
  }
  return common;
}

/**
 * Excel's “fill formulas in tables to create calculated columns”: a formula written into some cells of a table's column
 * fills the whole column, overwriting typed values (switch `columnsRefilled`). It does so only if all other cells are
 * empty or one has a formula.
 * @param area where something was just written
 */
export function refillColumns(book: HostWorkbook, sheet: HostSheet, area: Area): void {
  if (!book.switches.has("columnsRefilled")) return;
  const mover = book.grid.univer.getFormula();
  for (const table of book.tables) {
    const body = { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
    const hit = table.sheet === sheet && body.rows > 0 ? intersection(body, area) : undefined;
    for (let column = hit?.column ?? 0; hit && column < hit.column + hit.columns; column++) {
      const formula = book.grid.formula(sheet.id, hit.row, column);
      const others = Array.from({ length: body.rows }, (_, index) => body.row + index).filter(
        (row) => row < hit.row || row >= hit.row + hit.rows,
      );
      const isCalculated =
        others.some((row) => book.grid.formula(sheet.id, row, column) !== "") ||
        others.every((row) => readValue(book, sheet.id, row, column) === "");
      if (!formula || !isCalculated) continue;
      for (const row of others)
        book.grid.write(sheet.id, { row, column, rows: 1, columns: 1 }, (): CellPatch => ({
          formula: mover.moveFormulaRefOffset(formula, 0, row - hit.row) as string,
        }));
    }
  }
}
