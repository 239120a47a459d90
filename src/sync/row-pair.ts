import type { LocatedRow } from "../matrix/locate";
import type { MatrixRow } from "../matrix/rows";

/** A row of the sheet with what both plans say of it. */
export interface RowPair {
  held: LocatedRow;
  /** Its identity by the hidden key. */
  identity: string;
  /** Absent where the base plan does not have the row. */
  base?: MatrixRow;
  /** Absent where the incoming plan does not have the row. */
  incoming?: MatrixRow;
  /** In that case, the id of the change that removes it. */
  removal?: string;
}
