import type { CellValue } from "./sheet";

/** 截至: the month of 评估年度 at whose end deadlines and pace are judged. */

/** The defined name of its cell. */
export const asOfName = "截至";

/** Judges the whole year; used where a sheet names no month. */
export const wholeYear = 12;

/** The cell's text, `截至6月`. It explains itself, and no program takes it for a date. */
export const asOfText = (month: number): string => `${asOfName}${month}月`;

/** The items of the drop-down. Quarters come first, since most offices report quarterly. */
export const asOfMonths = [12, 3, 6, 9, 1, 2, 4, 5, 7, 8, 10, 11] as const;
export const asOfChoices = asOfMonths.map(asOfText);

/**
 * The month of a 截至 cell. A bare number counts too, since people paste over the drop-down.
 * @returns 1–12; undefined where the cell names no month
 */
export function monthIn(cell: CellValue): number | undefined {
  const month = Number(String(cell).replace(asOfName, "").replace("月", "").trim() || NaN);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
}

/** Whether a cell above the table is the 截至 cell. */
export const isAsOf = (cell: CellValue): boolean =>
  typeof cell === "string" && new RegExp(`^${asOfName} *\\d{1,2} *月$`).test(cell.trim());
