import { readXlsx } from "../../spreadsheets/xlsx";
import type { ReadFile } from "../file-reader";
import { readSheets } from "../sheets";

/**
 * The tables of an .xlsx workbook, as `sheets.ts` chooses them.
 * @throws PackageError for damaged or oversized files
 */
export const readXlsxPlan = (bytes: Uint8Array): ReadFile => readSheets(readXlsx(bytes));
