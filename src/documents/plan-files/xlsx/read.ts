import { readXlsx } from "../../spreadsheets/xlsx";
import type { HowToRead, ReadFile } from "../file-reader";
import { readSheets } from "../sheets";

/**
 * The tables of an .xlsx workbook, as `sheets.ts` chooses them.
 * @throws PackageError for damaged or oversized files
 */
export const readXlsxPlan = (bytes: Uint8Array, { sheets }: HowToRead = {}): ReadFile =>
  readSheets(readXlsx(bytes), sheets);
