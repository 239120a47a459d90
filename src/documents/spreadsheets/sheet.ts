import type { CellValue } from "../../matrix/sheet";

/** A cell as stored in the file: a formula's cached result, a link's display text. */
export interface SheetCell {
  value: CellValue;
  /** The number format code: `0%`, `yyyy"年"m"月"`. General if absent. */
  format?: string;
}

/** A merged range; zero-based, last row and column inclusive. */
export interface Merge {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** A sheet of a workbook, with all its cells, hidden ones too. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Cells by zero-based row, then column; only cells with a value. */
  rows: Map<number, Map<number, SheetCell>>;
  merges: Merge[];
  /** Set if the source does not say which cells are merged; `merges` is empty then. */
  hidesMerging?: boolean;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
}

/** The contents of a spreadsheet file. */
export interface Workbook {
  sheets: Sheet[];
  /** Whether dates use the 1904 date system. */
  is1904: boolean;
}

/** Limit on the cells of a workbook. No form and no plan has as many; a file that claims more is hostile. */
export const maxCells = 200_000;
