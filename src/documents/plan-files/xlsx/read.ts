import { readXlsx } from "../../spreadsheets/read-xlsx";
import type { ReadOptions, ReadResult } from "../format-reader";
import { readSheets } from "../read-sheets";

/**
 * Reads the tables of an .xlsx workbook, as `read-sheets.ts` chooses them.
 * @throws PackageError for damaged or oversized files
 */
export const readXlsxPlan = (bytes: Uint8Array, { sheets }: ReadOptions = {}): ReadResult =>
  readSheets(readXlsx(bytes), sheets);
