import { markColumns } from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import { identitiesOf } from "../matrix/located-rows";
import { matrixRows, type MatrixRow } from "../matrix/rows";
import type { Plan } from "../plan/model";
import { recoverKeys } from "./recover";

/** What is in the base plan and no longer in the sheet. */
export interface Lost {
  rows: MatrixRow[];
  /** Keys of units' columns. */
  columns: string[];
}

/**
 * Finds rows and unit columns that were deleted by hand, perhaps by mistake.
 * @param plan the one that the sheet was made from
 * @param left identities and keys that the user has left out of the sheet
 */
export function lostFrom(plan: Plan, held: LocatedMatrix, left: readonly string[] = []): Lost {
  const rows = matrixRows(plan);
  const out = new Set(left);
  const present = identitiesOf(recoverKeys(held, rows).sheet.rows);
  const isMissing = (key: string): boolean => !held.columns.has(key) && !out.has(key);
  return {
    rows: rows.filter(({ identity }) => !present.has(identity) && !out.has(identity)),
    columns: markColumns(plan)
      .map(({ key }) => key)
      .filter(isMissing),
  };
}
