import type { Profile, Weight } from "./bigrams";

/** A pair of letters in more items than this leads to too many of them to be worth following. */
const mostSharing = 60;
/** Items that are looked at closely, for each. */
const mostCandidates = 10;

/**
 * For each item on the left, the few on the right that share most: found by their rare pairs of letters, so that the
 * work grows with the number of items and not with its square.
 */
export function likelyPairs(
  lefts: readonly Profile[],
  rights: readonly Profile[],
  weight: Weight,
): [left: number, right: number][] {
  if (lefts.length * rights.length <= 400)
    return lefts.flatMap((_, left) => rights.map((__, right): [number, number] => [left, right]));
  const holders = new Map<string, number[]>();
  rights.forEach((profile, index) => {
    for (const pair of profile.keys()) {
      const list = holders.get(pair);
      if (!list) holders.set(pair, [index]);
      else if (list.length <= mostSharing) list.push(index);
    }
  });
  return lefts.flatMap((profile, left) => {
    const shared = new Map<number, number>();
    for (const pair of profile.keys()) {
      const list = holders.get(pair);
      if (list && list.length <= mostSharing)
        for (const right of list) shared.set(right, (shared.get(right) ?? 0) + weight(pair));
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostCandidates)
      .map(([right]): [number, number] => [left, right]);
  });
}
