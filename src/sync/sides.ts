import type { LocatedMatrix } from "../matrix/locate";
import type { OutOfPlanItems } from "./out-of-plan";
import type { MatchDecisions, Matching } from "./match";
import type { Planned } from "./planned";
import type { RemovedRecord } from "./records";

export interface CompareOptions {
  decisions?: MatchDecisions;
  /** What lies in 已移出, latest last: a task that comes back gets its entries back. */
  removed?: readonly RemovedRecord[];
  /** False where this Excel cannot move cells: rows then stay where they are. */
  canMove?: boolean;
  /**
   * What is known, from elsewhere in the workbook, of rows that were deleted; of several records of a row, the later go
   * before.
   */
  reported?: readonly RemovedRecord[];
  /** Rows and unit columns of the base's plan that the user has left out of the sheet: identities and keys. */
  left?: readonly string[];
  /** What is stored of rows that syncs before have kept. */
  kept?: OutOfPlanItems;
  /** Whether the sheet was in the plan's order before a run that broke off; absent: as it is now. */
  wasInOrder?: boolean;
}

/** What the parts of the comparison look at. */
export interface Sides {
  before: Planned;
  after: Planned;
  /** Its columns are known by the names of the plan that is coming. */
  sheet: LocatedMatrix;
  known: boolean;
  matching: Matching;
  /**
   * Column key → keys of further columns of the sheet that become one with it: a unit took a name that the sheet has
   * already.
   */
  joined: ReadonlyMap<string, readonly string[]>;
  /** What the plan said last of rows that were kept in syncs before, by identity, where that is stored. */
  outOfPlanRows: Planned["byIdentity"];
  /** What the user has left out of the sheet, columns by their names in the plan that is coming. */
  left: ReadonlySet<string>;
}
