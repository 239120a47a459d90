import { matrixSheetName, matrixTableName } from "../matrix/sheet-name";
import { inExcel } from "./session";

/**
 * Whether the workbook seems to have a matrix, by the names of its sheets and tables: one small request that reads no
 * cells, good enough as a hint. `hasMatrix` reads the sheet itself.
 */
export function seemsToHoldMatrix(): Promise<boolean> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(matrixSheetName);
    sheet.load("name");
    const { tables } = context.workbook;
    tables.load("items/name");
    await context.sync();
    return !sheet.isNullObject || tables.items.some(({ name }) => name.startsWith(matrixTableName));
  });
}

/**
 * Calls `onChange` when a table is added or deleted, or a sheet is deleted. Generating adds the matrix's table last.
 */
export function watchPresence(onChange: () => void): Promise<void> {
  return inExcel(async (context) => {
    const heard = async (): Promise<void> => onChange();
    context.workbook.tables.onAdded.add(heard);
    context.workbook.tables.onDeleted.add(heard);
    context.workbook.worksheets.onDeleted.add(heard);
    await context.sync();
  });
}
