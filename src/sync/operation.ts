import type { CellValue, ConditionalFormat, StyledArea, Validation } from "../matrix/sheet";

/**
 * What is done to the sheet, step by step; every row and column number (zero-based) is that of the moment at which the
 * step is done. Steps keep their order.
 */
export type Operation =
  | { op: "insertRow"; row: number }
  /** An empty row more at the end of the table, which is so many columns wide then. */
  | { op: "appendRow"; row: number; columns: number }
  | { op: "deleteRow"; row: number }
  /** The cells of a row, `columns` of them from `column` on, go to an empty one. */
  | { op: "moveRow"; from: number; to: number; column: number; columns: number }
  | { op: "insertColumn"; column: number }
  /** A column more at the table's right. */
  | { op: "appendColumn"; column: number }
  | { op: "deleteColumn"; column: number }
  /** A block of cells. */
  | { op: "write"; row: number; column: number; values: (CellValue | null)[][] }
  /** Written for the first of `rows`, and filled down. */
  | { op: "formula"; row: number; rows: number; column: number; formula: string }
  /** A cell whose content stays what it was, in a column that Excel may have filled. */
  | ({ op: "keep"; row: number; column: number } & ({ value: CellValue } | { formula: string }))
  /** Cells below each other, in one go; null is left as it is. */
  | {
      op: "column";
      row: number;
      column: number;
      cells: readonly (({ value: CellValue } | { formula: string }) | null)[];
    }
  /** Looks and rules of cells that are new. */
  | {
      op: "dress";
      styles: StyledArea[];
      formats: ConditionalFormat[];
      validations: Validation[];
      fit?: { row: number; rows: number };
      width?: { column: number; points: number; hidden: boolean };
    };
