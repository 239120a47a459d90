import type { LocatedMatrix } from "../matrix/locate";
import type { OutOfPlanItems } from "./out-of-plan";
import type { MatchDecisions, Matching } from "./match";
import type { Planned } from "./planned";
import type { RemovedRecord } from "./records";

export interface CompareOptions {
  decisions?: MatchDecisions;
  /** The records in 已移出, latest last: a task that comes back gets its entries back. */
  removed?: readonly RemovedRecord[];
  /** False where this Excel cannot move cells; rows then stay in place. */
  canMove?: boolean;
  /** What other places of the workbook know of deleted rows. Of several records of a row, the later one wins. */
  reported?: readonly RemovedRecord[];
  /** Identities of rows, and keys of unit columns, that the user has left out of the sheet. */
  left?: readonly string[];
  /** What is stored of rows that earlier syncs have left in the sheet. */
  kept?: OutOfPlanItems;
  /** Whether the sheet was in the plan's order before an interrupted run; absent: judge by the sheet now. */
  wasInOrder?: boolean;
}

/** What every part of the comparison works on. */
export interface Sides {
  before: Planned;
  after: Planned;
  /** The sheet, with columns under their names in the incoming plan. */
  sheet: LocatedMatrix;
  known: boolean;
  matching: Matching;
  /**
   * Column key → keys of further columns that are joined to it, because a unit took a name for which the sheet already
   * has a column.
   */
  joined: ReadonlyMap<string, readonly string[]>;
  /** What the plan last said of rows that earlier syncs have left, by identity, as far as it is stored. */
  outOfPlanRows: Planned["byIdentity"];
  /** What the user has left out of the sheet, with columns under their names in the incoming plan. */
  left: ReadonlySet<string>;
}
