import { diffArrays } from "diff";

/** Lines `[start, start + removed)` give way to `added`; `start` counts in the lines before the change. */
export type Hunk = [start: number, removed: number, ...added: string[]];

/** Over this many differing lines a comparison costs more than it saves: everything between first and last goes as one. */
const mostEdits = 4000;

/** What turns `before` into `after`; empty where they are the same. */
export function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (from.length === 0 && to.length === 0) return [];
  const parts = from.length > 0 && to.length > 0 ? diffArrays(from, to, { maxEditLength: mostEdits }) : undefined;
  if (!parts) return [[head, from.length, ...to]];
  const hunks: Hunk[] = [];
  let at = head;
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
