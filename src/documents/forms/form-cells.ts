import type { CellValue } from "../../matrix/sheet";
import { isoDate, kindOfFormat } from "../spreadsheets/number-format";
import type { SheetCell } from "../spreadsheets/sheet";
import { readXlsx } from "../spreadsheets/read-xlsx";

/** A cell of a returned form. */
export interface FormCell {
  value: CellValue;
  /** Whether the number is displayed as a percentage. */
  isPercent: boolean;
}

/** Cells by zero-based row, then column; only cells with a value. */
export type FormSheet = Map<number, Map<number, FormCell>>;

/** The sheets of a returned form's file. */
export interface FormWorkbook {
  sheets: FormSheet[];
  /** When the file was last saved, as an ISO date and time; `""` if it does not say. */
  saved: string;
}

/**
 * Reads the cells of a returned form's file, including hidden ones.
 * @throws PackageError if the file cannot be read or is larger than any form
 */
export function readFormCells(bytes: Uint8Array): FormWorkbook {
  const { sheets, saved, is1904 } = readXlsx(bytes);
  return {
    sheets: sheets.map(
      ({ rows }) =>
        new Map(
          [...rows].map(([row, cells]) => [
            row,
            new Map([...cells].map(([column, cell]) => [column, formCell(cell, is1904)])),
          ]),
        ),
    ),
    saved,
  };
}

function formCell({ value, format }: SheetCell, is1904: boolean): FormCell {
  if (typeof value !== "number") return { value, isPercent: false };
  const kind = kindOfFormat(format);
  // Excel turns a typed `5/6` into a date. Its serial number is not a number anybody reported, so the date is returned.
  return kind === "date"
    ? { value: isoDate(value, is1904), isPercent: false }
    : { value, isPercent: kind === "percent" };
}
