import type { CellValue } from "../../matrix/sheet";
import { isoDate, kindOfFormat } from "../spreadsheets/number-format";
import type { SheetCell } from "../spreadsheets/sheet";
import { readXlsx } from "../spreadsheets/read-xlsx";

/** A cell of a returned form. */
export interface FormCell {
  value: CellValue;
  /** It shows its number as a percentage. */
  isPercent: boolean;
}

/** By zero-based row, then column; only cells that hold something. */
export type FormSheet = Map<number, Map<number, FormCell>>;

export interface FormWorkbook {
  sheets: FormSheet[];
  /** ISO date and time at which it was last saved; empty where it does not say. */
  saved: string;
}

/**
 * The cells of a returned file, hidden ones too.
 * @throws PackageError for what cannot be read, or is larger than any form
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
  // `5/6`, typed, becomes a date: its serial number is no number that anybody reported.
  return kind === "date"
    ? { value: isoDate(value, is1904), isPercent: false }
    : { value, isPercent: kind === "percent" };
}
