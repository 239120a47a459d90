import type { Profile, Weight } from "./bigrams";

/** A pair of characters that occurs in more items than this is ignored, as it suggests too many candidates. */
const mostSharing = 60;
/** Candidates for each item. */
const mostCandidates = 10;

/**
 * For each left item, the few right items with which it shares most. They are found by their rare pairs of characters,
 * so that the work grows linearly with the number of items.
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
