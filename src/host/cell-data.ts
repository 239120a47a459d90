import type { ICellData, IStyleData, Nullable } from "@univerjs/core";

/** Univer's cell types (CellValueType), which its packages export as a const enum. */
export const cellTypes = { string: 1, number: 2, boolean: 3, forcedString: 4 } as const;

/** A cell's value as Office.js passes it; `""` for an empty cell. */
export type CellValue = string | number | boolean;

/** A change of one cell. Absent fields stay as they are; `style` is merged into the present one, null removes it. */
export interface CellPatch {
  /** A plain value; a formula is in `formula`. */
  value?: CellValue | null;
  /** With its leading `=`; null removes one. */
  formula?: string | null;
  /** Kept as text whatever it looks like. */
  forceText?: boolean;
  style?: IStyleData | null;
}

/** Whether a patch changes what formulas can read. */
export const changesContents = ({ value, formula }: CellPatch): boolean =>
  Boolean(formula) || value !== undefined || formula === null;

/** A patch as Univer's mutation takes it. */
export function cellDataOf({ value, formula, forceText, style }: CellPatch): ICellData {
  const cell: ICellData = style === undefined ? {} : { s: style };
  if (formula) return { ...cell, f: formula, v: null, si: null, t: null, p: null };
  if (value === undefined && formula !== null) return cell;
  const plain = { ...cell, f: null, si: null, p: null };
  if (value === undefined || value === null || value === "") return { ...plain, v: null, t: null };
  if (typeof value === "number") return { ...plain, v: value, t: cellTypes.number };
  if (typeof value === "boolean") return { ...plain, v: value ? 1 : 0, t: cellTypes.boolean };
  return { ...plain, v: value, t: forceText ? cellTypes.forcedString : cellTypes.string };
}

/** A cell's plain value, or its formula's result. */
export function cellValueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return "";
  const value = cell.p ? (cell.p.body?.dataStream ?? "").replace(/\r\n$/, "") : cell.v;
  if (value === undefined || value === null) return "";
  return cell.t === cellTypes.boolean ? Boolean(Number(value)) : value;
}
