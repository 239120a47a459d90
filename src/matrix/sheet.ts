/**
 * A worksheet as data: what `src/excel` writes in a few requests, and what tests read without any Excel.
 * Row and column numbers are zero-based. Nothing here knows Office.js.
 */
export type CellValue = string | number | boolean;

/** The most characters that one cell holds (Excel's own limit). */
export const cellTextLimit = 32_767;

/** What a cell can hold of a value: longer text is cut, with a mark at its end. */
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
 * `centerAcross`: in the middle of this cell and the empty ones beside it that are aligned so too, without merging
 * them.
 */
export type HorizontalAlignment = "left" | "center" | "right" | "centerAcross";
export type VerticalAlignment = "top" | "middle" | "bottom";

/** Looks of a cell block. Absent fields leave the sheet's default alone. Colours are `#RRGGBB`. */
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
  /** Chinese upright text: characters stacked, not turned. */
  stacked?: boolean;
  numberFormat?: string;
  /** Thin rule of this colour around and between the cells. */
  border?: string;
  /** May be typed in while the sheet is protected. */
  unlocked?: boolean;
}

export interface StyledArea {
  area: Area;
  style: CellStyle;
}

/** A conditional format that looks at a formula; `formula` is written for the area's top-left cell. */
export interface ConditionalFormat {
  area: Area;
  formula: string;
  fill?: string;
  color?: string;
  bold?: boolean;
  /** Colours of thin lines above the cell and on its other sides: programs that take one take all four. */
  lines?: { above: string; others: string };
  /** When true no later rule is looked at for a cell that this one matches. */
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
  /** True for what may be typed; written for the area's top-left cell. */
  | { kind: "custom"; formula: string };

/** The most characters that a validation's hint or alert takes (Excel's own limits). */
export const hintLimits = { title: 32, message: 255 } as const;

/** A text of at most so many characters; a longer one is cut, with a mark at its end. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

export interface Validation {
  area: Area;
  rule: ValidationRule;
  prompt?: { title: string; message: string };
  /** `warning` lets the user keep the value after a question; `stop` refuses it. */
  alert: { style: "stop" | "warning" | "information"; title: string; message: string };
}

/** A formula written once, for the first row of `area`, and filled down by relative reference. */
export interface FilledFormula {
  area: Area;
  /** A1 notation, English function names, as for the first row of the area. */
  formula: string;
}

export interface PageSetup {
  paper: "a3" | "a4";
  orientation: "landscape" | "portrait";
  /** Pages across; height runs on freely. */
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
   * All cells from A1, row by row, every row equally long. `""` is an empty cell. A string is always text, never a
   * formula, whatever it begins with; formulas are in `formulas` and `filledFormulas`.
   */
  cells: CellValue[][];
  /** Single formulas outside the table. */
  formulas: { row: number; column: number; formula: string }[];
  filledFormulas: FilledFormula[];
  /** In order: later areas lie over earlier ones. */
  styles: StyledArea[];
  /** Widths in points, by column; absent leaves the default. */
  columnWidths: (number | undefined)[];
  /** Heights in points, by row; absent leaves it to the spreadsheet. */
  rowHeights: (number | undefined)[];
  hiddenColumns: number[];
  hiddenRows: number[];
  table?: SheetTable;
  names: DefinedName[];
  conditionalFormats: ConditionalFormat[];
  dataBars?: DataBar[];
  /** In order: later ones take the cells that they share with earlier ones. */
  validations: Validation[];
  /** Rows above and columns left of the split stay in view. */
  freeze?: { rows: number; columns: number };
  page?: PageSetup;
  /** The sheet's own thin lines are hidden; cells have their rules. */
  hideGridlines?: boolean;
}
