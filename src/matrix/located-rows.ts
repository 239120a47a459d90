import type { LocatedRow } from "./locate";
import { rowIdentity } from "./row-key";

/** Undefined for a row that somebody has written themselves. */
export const identityOf = ({ key }: Pick<LocatedRow, "key">): string | undefined => key && rowIdentity(key);

/** The identities of all rows that have one. */
export const identitiesOf = (rows: readonly Pick<LocatedRow, "key">[]): Set<string> =>
  new Set(rows.flatMap((row) => identityOf(row) ?? []));

/** Rows by identity. Where people have copied a row, the first one is the plan's and the others are their own. */
export function rowsByIdentity(rows: readonly LocatedRow[]): Map<string, LocatedRow> {
  const found = new Map<string, LocatedRow>();
  for (const row of rows) {
    const identity = identityOf(row);
    if (identity !== undefined && !found.has(identity)) found.set(identity, row);
  }
  return found;
}
