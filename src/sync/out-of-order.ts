import { firstIndexWhere } from "../plan/binary-search";

/**
 * The smallest set of items that has to move so that all are in ascending rank: everything but a longest ascending
 * subsequence.
 */
export function outOfOrder<T>(items: readonly T[], rankOf: (item: T) => number): T[] {
  const ranks = items.map(rankOf);
  // ends[k]: index of the item with the smallest rank that ends an ascending sequence of k + 1 items.
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
