import type { CellValue, ConditionalFormat, StyledArea, Validation } from "../matrix/sheet";

/**
 * The steps that are done to the sheet, in order. Zero-based row and column numbers are those at the moment of the
 * step.
 */
export type Operation =
  | { op: "insertRow"; row: number }
  /** Appends an empty row to the table, which is `columns` wide. */
  | { op: "appendRow"; row: number; columns: number }
  | { op: "deleteRow"; row: number }
  /** Moves `columns` cells of a row, from `column` on, to an empty row. */
  | { op: "moveRow"; from: number; to: number; column: number; columns: number }
  | { op: "insertColumn"; column: number }
  /** Appends a column to the table. */
  | { op: "appendColumn"; column: number }
  | { op: "deleteColumn"; column: number }
  /** Writes a block of cells; null leaves a cell as it is. */
  | { op: "write"; row: number; column: number; values: (CellValue | null)[][] }
  /** Writes a formula for the first row and fills it down over `rows` rows. */
  | { op: "formula"; row: number; rows: number; column: number; formula: string }
  /** Writes a cell's own content back, in a column that Excel may have filled. */
  | ({ op: "keep"; row: number; column: number } & ({ value: CellValue } | { formula: string }))
  /** Writes adjacent cells of a column at once; null leaves a cell as it is. */
  | {
      op: "column";
      row: number;
      column: number;
      cells: readonly (({ value: CellValue } | { formula: string }) | null)[];
    }
  /** Sets looks and rules of new cells. */
  | {
      op: "dress";
      styles: StyledArea[];
      formats: ConditionalFormat[];
      validations: Validation[];
      fit?: { row: number; rows: number };
      width?: { column: number; points: number; hidden: boolean };
    };
