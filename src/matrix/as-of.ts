import type { CellValue } from "./sheet";

/** 截至: the month of 评估年度 by whose last day deadlines and pace are judged. */

/** The defined name of its cell. */
export const asOfName = "截至";

/** Where a sheet names no month, the whole year is judged. */
export const wholeYear = 12;

/** `截至6月`: so the cell says by itself what it is, and no program takes it for a date. */
export const asOfText = (month: number): string => `${asOfName}${month}月`;

/** What the drop-down offers: quarters first, since most offices ask by them. */
export const asOfMonths = [12, 3, 6, 9, 1, 2, 4, 5, 7, 8, 10, 11] as const;
export const asOfChoices = asOfMonths.map(asOfText);

/**
 * The month of a 截至 cell; a bare number is taken too, as the list can be pasted over. Undefined where it names none.
 */
export function monthIn(cell: CellValue): number | undefined {
  const month = Number(String(cell).replace(asOfName, "").replace("月", "").trim() || NaN);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
}

/** Whether a cell above the table is the 截至 cell. */
export const isAsOf = (cell: CellValue): boolean =>
  typeof cell === "string" && new RegExp(`^${asOfName} *\\d{1,2} *月$`).test(cell.trim());
