import { firstIndexWhere } from "../plan/binary-search";

/**
 * The fewest items that have to move so that all of them stand in ascending rank: all but a longest ascending run of
 * those that can stay.
 */
export function outOfOrder<T>(items: readonly T[], rankOf: (item: T) => number): T[] {
  const ranks = items.map(rankOf);
  // ends[k]: index of the smallest rank at which an ascending sequence of k + 1 items ends.
  const ends: number[] = [];
  const before: number[] = [];
  ranks.forEach((rank, index) => {
    const low = firstIndexWhere(ends.length, (k) => ranks[ends[k]!]! >= rank);
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const staying = new Set<number>();
  for (let index = ends[ends.length - 1] ?? -1; index >= 0; index = before[index]!) staying.add(index);
  return items.filter((_, index) => !staying.has(index));
}
