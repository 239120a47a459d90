import type { MatrixColumn } from "../matrix/columns";
import type { Indicator } from "../plan/model";
import type { TableArea } from "./draft";

/** What the edits are applied against. */
export interface ApplyContext {
  /** Identities of the plan's rows, in its order. */
  order: readonly string[];
  /** The plan's columns, in order. */
  columns: readonly MatrixColumn[];
  years: readonly [first: number, last: number];
  /** By row identity: for the hints of the cells to fill in. */
  indicators: ReadonlyMap<string, Indicator>;
  /** Absent where the sheet's table was turned into plain cells. */
  table?: TableArea;
  /**
   * A run that broke off is finished: what is there half is completed, what people have changed since is left alone.
   */
  resuming?: boolean;
}
