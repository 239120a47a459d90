import type { Area } from "./areas";
import type { CellPatch } from "./grid";
import { relativeForm } from "./references";
import type { HostTable, HostWorkbook } from "./workbook";

/**
 * Fills new rows of a table in its calculated columns, as Excel does: those in which all other body cells hold copies of
 * one formula.
 * @param added the new rows, part of the table's body already
 */
export function fillCalculatedColumns(book: HostWorkbook, table: HostTable, added: Pick<Area, "row" | "rows">): void {
  const { sheet, area } = table;
  const mover = book.grid.univer.getFormula();
  for (let column = area.column; column < area.column + area.columns; column++) {
    const source = commonFormula(book, table, column, added);
    if (!source) continue;
    book.grid.write(sheet.id, { row: added.row, rows: added.rows, column, columns: 1 }, (row): CellPatch => {
      return { formula: mover.moveFormulaRefOffset(source.formula, 0, added.row + row - source.row) as string };
    });
  }
}

function commonFormula(book: HostWorkbook, { sheet, area }: HostTable, column: number, except: Pick<Area, "row" | "rows">): { formula: string; row: number } | undefined {
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
