import { diffArrays } from "diff";
import type { Pausable } from "../../plan/pausable";
import { firstIndexWhere } from "../../plan/binary-search";

/** Replaces lines `[start, start + removed)` by `added`; `start` counts in the lines before the change. */
export type Hunk = [start: number, removed: number, ...added: string[]];

/**
 * With more differing lines, comparing costs more than it saves: everything from the first to the last difference is
 * one hunk.
 */
const mostEdits = 1000;

/** The hunks that turn `before` into `after`; none if they are equal. */
export function* hunksBetween(before: readonly string[], after: readonly string[]): Pausable<Hunk[]> {
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  // Only the short stretches between two common lines are compared, however long the lists are.
  for (const [one, other] of [...(yield* stayingLines(before, after)), [before.length, after.length] as const]) {
    const found = hunksWithin(before.slice(from, one), after.slice(to, other), from);
    if (found.length > 0) yield;
    hunks.push(...found);
    [from, to] = [one + 1, other + 1];
  }
  return hunks;
}

function hunksWithin(before: readonly string[], after: readonly string[], start: number): Hunk[] {
  let prefix = 0;
  while (prefix < before.length && prefix < after.length && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (
    suffix < before.length - prefix &&
    suffix < after.length - prefix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  )
    suffix++;
  const [from, to] = [before.slice(prefix, before.length - suffix), after.slice(prefix, after.length - suffix)];
  if (from.length === 0 && to.length === 0) return [];
  const known = new Set(from);
  const parts = to.some((line) => known.has(line)) ? diffArrays(from, to, { maxEditLength: mostEdits }) : undefined;
  if (!parts) return [[start + prefix, from.length, ...to]];
  const hunks: Hunk[] = [];
  let at = start + prefix;
  let open: Hunk | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      open = undefined;
      at += value.length;
      continue;
    }
    if (!open) hunks.push((open = [at, 0]));
    if (added) open.push(...value);
    else {
      open[1] += value.length;
      at += value.length;
    }
  }
  return hunks;
}

/** Index of a line in the first list and in the second. */
type Pair = readonly [before: number, after: number];

/** The longest common subsequence of the lines that occur exactly once in each list (patience diff, B. Cohen). */
function* stayingLines(before: readonly string[], after: readonly string[]): Pausable<Pair[]> {
  const [places, others] = [onlyPlaces(before), onlyPlaces(after)];
  yield;
  const pairs: Pair[] = [];
  for (const [line, at] of places) {
    const other = others.get(line);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  yield;
  return longestRising(pairs);
}

/** Index of each line, in the list's order; -1 for a line that occurs more than once. */
function onlyPlaces(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  lines.forEach((line, at) => places.set(line, places.has(line) ? -1 : at));
  return places;
}

/** Of pairs that rise in `before`, the most that rise in `after` too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  // ends[n]: where the run of n + 1 pairs that ends lowest has its last one.
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, after], at) => {
    const low = firstIndexWhere(ends.length, (k) => pairs[ends[k]!]![1] >= after);
    previous[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  });
  const rising: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) rising.push(pairs[at]!);
  return rising.reverse();
}

export function applyHunks(lines: readonly string[], hunks: readonly Hunk[]): string[] {
  const result: string[] = [];
  let at = 0;
  for (const [start, removed, ...added] of hunks) {
    for (; at < start; at++) result.push(lines[at]!);
    result.push(...added);
    at = start + removed;
  }
  for (; at < lines.length; at++) result.push(lines[at]!);
  return result;
}

/** What turns the lines that `hunks` make of `before` into `before` again. */
export function inverseOf(hunks: readonly Hunk[], before: readonly string[]): Hunk[] {
  let moved = 0;
  return hunks.map(([start, removed, ...added]): Hunk => {
    const at = start + moved;
    moved += added.length - removed;
    return [at, added.length, ...before.slice(start, start + removed)];
  });
}
