import type { CellValue } from "../../matrix/sheet";

/** A cell as its file holds it: what a formula was last seen to give, what a link shows. */
export interface SheetCell {
  value: CellValue;
  /** The code by which Excel shows a number: `0%`, `yyyy"年"m"月"`; General where absent. */
  format?: string;
}

/** Cells merged into one, first and last inclusive, counted from 0. */
export interface Merge {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** By row, then column, counted from 0; only cells that hold something. */
  rows: Map<number, Map<number, SheetCell>>;
  merges: Merge[];
  /** It is not known which cells are merged; `merges` is empty. */
  hidesMerging?: boolean;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
}

/** What a spreadsheet file holds. */
export interface Workbook {
  sheets: Sheet[];
  /** Its days are counted from 1904. */
  is1904: boolean;
}

/** No form and no plan has more; a file that claims to was made to do harm. */
export const maxCells = 200_000;
