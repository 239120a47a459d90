import { Workbook, type CellValue } from "exceljs";

export interface SheetContent {
  rows: readonly (readonly CellValue[])[];
  merges?: readonly string[];
  /** Number formats by address. */
  formats?: Readonly<Record<string, string>>;
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  state?: "hidden" | "veryHidden";
}

/** An .xlsx with the sheets given, by name; rows and columns count from 1. */
export async function workbookFile(
  sheets: Readonly<Record<string, SheetContent>>,
  is1904 = false,
): Promise<Uint8Array> {
  const book = new Workbook();
  book.properties.date1904 = is1904;
  for (const [name, { rows, merges = [], formats = {}, hiddenRows = [], hiddenColumns = [], state }] of Object.entries(
    sheets,
  )) {
    const sheet = book.addWorksheet(name, state ? { state } : {});
    rows.forEach((values, row) =>
      values.forEach((value, column) => value !== null && (sheet.getCell(row + 1, column + 1).value = value)),
    );
    for (const range of merges) sheet.mergeCells(range);
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
