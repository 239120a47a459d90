/**
 * A worksheet as data: what `src/excel` writes in a few requests, and what tests read without any Excel.
 * Row and column numbers are zero-based. Nothing here knows Office.js.
 */
export type CellValue = string | number | boolean;

/** The most characters that one cell holds (Excel's own limit). */
export const cellTextLimit = 32_767;

/** A value as a cell can hold it: longer text is cut and ends with `…`. */
export const fitted = (value: CellValue): CellValue =>
  typeof value === "string" && value.length > cellTextLimit - 1 ? `${value.slice(0, cellTextLimit - 2)}…` : value;

/** A rectangle of cells: zero-based top-left corner, then height and width in cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * `centerAcross`: centred over this cell and the empty cells beside it that have the same alignment, without merging
 * them.
 */
export type HorizontalAlignment = "left" | "center" | "right" | "centerAcross";
export type VerticalAlignment = "top" | "middle" | "bottom";

/** Looks of a block of cells. Absent fields leave the sheet's default. Colours are `#RRGGBB`. */
export interface CellStyle {
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  horizontal?: HorizontalAlignment;
  vertical?: VerticalAlignment;
  wrap?: boolean;
  /** Chinese upright text: characters are stacked, not rotated. */
  stacked?: boolean;
  numberFormat?: string;
  /** Colour of thin lines around and between the cells. */
  border?: string;
  /** Can be edited while the sheet is protected. */
  unlocked?: boolean;
}

export interface StyledArea {
  area: Area;
  style: CellStyle;
}

/** A conditional format with a formula, which is written for the area's top-left cell. */
export interface ConditionalFormat {
  area: Area;
  formula: string;
  fill?: string;
  color?: string;
  bold?: boolean;
  /**
   * Colours of thin lines above the cell and on its other sides. Programs that support one of these lines support all
   * four.
   */
  lines?: { above: string; others: string };
  /** Whether later rules are skipped for a cell that matches this one. */
  stop?: boolean;
}

/** A bar behind each number of the area: empty at `min`, full at `max`. */
export interface DataBar {
  area: Area;
  color: string;
  min: number;
  max: number;
}

export type ValidationRule =
  | { kind: "list"; /** A range such as `=$B$3:$F$3`, or items that hold no comma. */ source: string }
  | { kind: "decimal"; min?: number; max?: number }
  | { kind: "wholeNumber"; min?: number; max?: number }
  /** True for what may be typed; the formula is written for the area's top-left cell. */
  | { kind: "custom"; formula: string };

/** The most characters that a validation's hint or alert takes (Excel's own limits). */
export const hintLimits = { title: 32, message: 255 } as const;

/** The text, cut to `most` characters; a cut text ends with `…`. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

export interface Validation {
  area: Area;
  rule: ValidationRule;
  prompt?: { title: string; message: string };
  /** `warning` lets the user keep the value after a question; `stop` refuses it. */
  alert: { style: "stop" | "warning" | "information"; title: string; message: string };
}

/** A formula for a whole area, filled down with relative references. */
export interface FilledFormula {
  area: Area;
  /** In A1 notation with English function names, as for the first row of the area. */
  formula: string;
}

export interface PageSetup {
  paper: "a3" | "a4";
  orientation: "landscape" | "portrait";
  /** Number of pages across; the number of pages down is free. */
  pagesWide: number;
  /** Rows repeated on every page: zero-based first and last. */
  titleRows?: readonly [first: number, last: number];
  /** Header and footer texts with Excel's codes (`&P`, `&N`, `&A`). */
  footerCenter?: string;
  footerLeft?: string;
  footerRight?: string;
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
}

export interface SheetTable {
  name: string;
  /** Header row and body. */
  area: Area;
  /** Built-in table style, e.g. `TableStyleLight1`. */
  style: string;
}

export interface DefinedName {
  name: string;
  area: Area;
}

/** Everything about one worksheet. */
export interface SheetData {
  name: string;
  tabColor?: string;
  /**
   * All cells from A1, row by row; all rows have the same length. `""` is an empty cell. A string is always text,
   * whatever it begins with; formulas are in `formulas` and `filledFormulas`.
   */
  cells: CellValue[][];
  /** Single formulas outside the table. */
  formulas: { row: number; column: number; formula: string }[];
  filledFormulas: FilledFormula[];
  /** In order: later areas lie over earlier ones. */
  styles: StyledArea[];
  /** Widths in points by column; undefined keeps the default. */
  columnWidths: (number | undefined)[];
  /** Heights in points by row; undefined lets the spreadsheet decide. */
  rowHeights: (number | undefined)[];
  hiddenColumns: number[];
  hiddenRows: number[];
  table?: SheetTable;
  names: DefinedName[];
  conditionalFormats: ConditionalFormat[];
  dataBars?: DataBar[];
  /** In order: where validations overlap, the later one applies. */
  validations: Validation[];
  /** Rows above and columns left of the split stay in view. */
  freeze?: { rows: number; columns: number };
  page?: PageSetup;
  /** Hides the sheet's gridlines; cells have lines of their own. */
  hideGridlines?: boolean;
}
