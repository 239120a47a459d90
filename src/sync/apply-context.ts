import type { MatrixColumn } from "../matrix/columns";
import type { Indicator } from "../plan/model";
import type { TableArea } from "./sheet-draft";

/** What is needed to apply edits besides the sheet itself. */
export interface ApplyContext {
  /** Identities of the plan's rows, in its order. */
  order: readonly string[];
  /** The plan's columns, in order. */
  columns: readonly MatrixColumn[];
  years: readonly [first: number, last: number];
  /** Indicators by row identity, for the hints of input cells. */
  indicators: ReadonlyMap<string, Indicator>;
  /** Absent where somebody has turned the sheet's table into plain cells. */
  table?: TableArea;
  /**
   * Finishes an interrupted run: half-written rows and columns are completed, what people have changed since is left
   * alone.
   */
  resuming?: boolean;
}
