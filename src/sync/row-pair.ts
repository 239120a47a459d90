import type { LocatedRow } from "../matrix/locate";
import type { MatrixRow } from "../matrix/rows";

/** A row of the sheet beside what the two plans say of it. */
export interface RowPair {
  held: LocatedRow;
  /** The identity that the sheet's key gives it. */
  identity: string;
  /** Absent: the plan that the sheet was made from does not know it. */
  base?: MatrixRow;
  /** Absent: the row is not in the plan that is coming. */
  incoming?: MatrixRow;
  /** Then: the id of the change that takes it out. */
  removal?: string;
}
