/** The user's decisions about what is the same. */
export interface MatchDecisions {
  /** `[incoming, base]`: ids of tasks and indicators, names of units. */
  same: readonly (readonly [incoming: string, base: string])[];
  apart: readonly (readonly [incoming: string, base: string])[];
}

export interface Decided {
  sameAs(incoming: string): string | undefined;
  isTaken(base: string): boolean;
  areApart(incoming: string, base: string): boolean;
}

export function decidedBy({ same, apart }: MatchDecisions): Decided {
  const pairs = new Map(same);
  const taken = new Set(same.map(([, base]) => base));
  const separate = new Set(apart.map((pair) => JSON.stringify(pair)));
  return {
    sameAs: (incoming) => pairs.get(incoming),
    isTaken: (base) => taken.has(base),
    areApart: (incoming, base) => separate.has(JSON.stringify([incoming, base])),
  };
}

/**
 * Pairs that need no comparison: those that the user has settled, then those with equal ids; and what is left on either
 * side.
 */
export function settledPairs<T extends { id: string }>(
  incoming: readonly T[],
  base: readonly T[],
  decided: Decided,
): { pairs: Map<string, string>; lefts: T[]; rights: T[] } {
  const pairs = new Map<string, string>();
  const known = new Set(base.map(({ id }) => id));
  const used = new Set<string>();
  const pair = (left: string, right: string): void => {
    pairs.set(left, right);
    used.add(right);
  };
  for (const { id } of incoming) {
    const wanted = decided.sameAs(id);
    if (wanted !== undefined && known.has(wanted) && !used.has(wanted)) pair(id, wanted);
  }
  for (const { id } of incoming)
    if (!pairs.has(id) && known.has(id) && !used.has(id) && !decided.areApart(id, id)) pair(id, id);
  return { pairs, lefts: incoming.filter(({ id }) => !pairs.has(id)), rights: base.filter(({ id }) => !used.has(id)) };
}
