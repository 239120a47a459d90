import type { LocatedRow } from "../locate";
import { rowIdentity, type RowKey } from "../row-key";
import type { MatrixRow } from "../rows";

/** Which rows of the sheet belong to which rows of the plan. */
export interface RowPairs {
  /** The sheet's rows by the identity of the plan's row; the first is the plan's, the others are copies of it. */
  ofPlan: ReadonlyMap<string, readonly LocatedRow[]>;
  /** Rows that the plan does not have and a sync has left in the sheet. */
  outOfPlan: readonly LocatedRow[];
  /** Those of them that stand below the plan's row of this identity; `""` for the header. They keep that place. */
  outOfPlanBelow: (identity: string) => readonly LocatedRow[];
  /** Rows that leave: the plan has dropped their task or indicator. */
  leaving: readonly LocatedRow[];
  /** Rows that people have written themselves. */
  own: readonly LocatedRow[];
  /** The identity under which sheet and base know a row of the plan. */
  identityBefore: (identity: string) => string;
  /** The identity of the plan's row to which a row of the sheet belongs; undefined where the plan has none. */
  identityNow: (row: LocatedRow) => string | undefined;
}

/** @param baseIdentities identities of the plan that the sheet was made from; undefined where it is lost */
export function pairRows(
  planned: readonly MatrixRow[],
  rows: readonly LocatedRow[],
  baseIdentities: ReadonlySet<string> | undefined,
): RowPairs {
  const identities = new Set(planned.map(({ identity }) => identity));
  const former = movedIndicators(planned, rows);
  const goesTo = new Map([...former].map(([now, before]) => [before, now]));
  const identityNow = ({ key }: LocatedRow): string | undefined => {
    const identity = key && rowIdentity(key);
    return identity === undefined || identities.has(identity) ? identity : goesTo.get(identity);
  };
  // The plan that the sheet was made from did not have the row either, so a sync has left it there.
  const wasLeft = (key: RowKey): boolean => baseIdentities !== undefined && !baseIdentities.has(rowIdentity(key));
  const ofPlan = new Map<string, LocatedRow[]>();
  const below = new Map<string, LocatedRow[]>();
  const pairs = { outOfPlan: [] as LocatedRow[], leaving: [] as LocatedRow[], own: [] as LocatedRow[] };
  let above = "";
  for (const row of rows) {
    const identity = identityNow(row);
    if (identity !== undefined) {
      ofPlan.set(identity, [...(ofPlan.get(identity) ?? []), row]);
      above = identity;
    } else if (!row.key) pairs.own.push(row);
    else if (wasLeft(row.key)) {
      pairs.outOfPlan.push(row);
      below.set(above, [...(below.get(above) ?? []), row]);
    } else pairs.leaving.push(row);
  }
  return {
    ...pairs,
    ofPlan,
    outOfPlanBelow: (identity) => below.get(identity) ?? [],
    identityBefore: (identity) => former.get(identity) ?? identity,
    identityNow,
  };
}

/** An indicator that went to another task keeps its row, as in a sync: identity in the plan → identity in the sheet. */
function movedIndicators(planned: readonly MatrixRow[], rows: readonly LocatedRow[]): Map<string, string> {
  const identities = new Set(planned.map(({ identity }) => identity));
  const present = new Set(rows.flatMap(({ key }) => (key ? [rowIdentity(key)] : [])));
  const free = new Map(
    rows.flatMap(({ key }) =>
      key?.indicatorId !== undefined && !identities.has(rowIdentity(key))
        ? [[key.indicatorId, rowIdentity(key)] as const]
        : [],
    ),
  );
  return new Map(
    planned.flatMap(({ identity, indicator }) =>
      indicator && !present.has(identity) && free.has(indicator.id)
        ? [[identity, free.get(indicator.id)!] as const]
        : [],
    ),
  );
}
