/**
 * Groups neighbours: each group runs on for as long as an item follows the one before it.
 * @returns the items in their order, every one in just one group
 */
export function consecutive<T>(items: Iterable<T>, follows: (item: T, before: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups[groups.length - 1];
    if (last && follows(item, last[last.length - 1]!)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Groups whole numbers that follow each other without a gap: 3, 4, 5, 8 → 3 to 5, 8. */
export const consecutiveNumbers = (numbers: Iterable<number>): { start: number; length: number }[] =>
  consecutive(numbers, (one, before) => one === before + 1).map((group) => ({
    start: group[0]!,
    length: group.length,
  }));
