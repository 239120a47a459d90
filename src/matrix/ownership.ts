import { actualYear, fixedColumns, headerOfUserKey, isMarkColumn } from "./columns";
import type { LocatedRow } from "./locate";
import { marks } from "./rows";
import type { CellValue } from "./sheet";

/** What in the matrix belongs to the people who fill it in. No plan ever writes there. */

export const isFilled = (value: CellValue | undefined): boolean => value !== undefined && String(value).trim() !== "";

const typedColumns = new Set(fixedColumns.filter(({ kind }) => kind === "typed").map(({ key }) => key));

/** Columns in which people type: actuals, evidence, remarks, and their own. */
export const isTypedColumn = (key: string): boolean =>
  actualYear(key) !== undefined || headerOfUserKey(key) !== undefined || typedColumns.has(key);

/** Whether a unit's column holds something other than a mark, which no plan puts there. */
export const isNote = (key: string, value: CellValue | undefined): boolean =>
  isMarkColumn(key) && isFilled(value) && !Object.values<unknown>(marks).includes(value);

/** Whether a cell holds something of the user's. */
export const isTyped = (key: string, value: CellValue | undefined): boolean =>
  (isTypedColumn(key) && isFilled(value)) || isNote(key, value);

/** Whether a row holds anything of the user's. */
export const isUsed = ({ cells }: Pick<LocatedRow, "cells">): boolean =>
  Object.keys(cells).some((key) => isTyped(key, cells[key]));
