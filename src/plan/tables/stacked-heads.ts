import type { Line } from "../outline/lines";
import { columnOf, isKnownHead } from "./columns";
import { divided, headsTogether, isHeadRow, mayBeHead, type Headed } from "./heads";
import { cellOf, type Cell } from "./table";

/** Lines that may be heads side by side, `[first, end)`; the one at `at` is for units. */
export interface HeadRun {
  first: number;
  at: number;
  end: number;
}

/** A way to read the lines of a head: which of them it is, `[first, end)`, and the columns that they make. */
export interface HeadGuess {
  first: number;
  end: number;
  columns: Headed[];
  /** How unlikely the head is by itself. */
  cost: number;
}

const MOST_HEADS = 14;
const MOST_BEHIND = 9;
const UNKNOWN_HEAD = 1.2;
const LEFT_ABOVE = 1.5;

/** The lines around a head for units that may be heads with it. */
export function headRun(words: readonly string[], at: number, from: number): HeadRun {
  let first = at;
  while (first > from && at - first < MOST_HEADS && mayBeHead(words[first - 1]!)) first--;
  let end = at + 1;
  while (end < words.length && mayBeHead(words[end]!)) end++;
  return { first, at, end };
}

/** The head of another table, where the run has one that is sure. */
export function sureHead(words: readonly string[], at: number, from: number): number | undefined {
  const { first, end } = headRun(words, at, from);
  if (!isHeadRow(words.slice(first, Math.min(end, at + MOST_HEADS)))) return undefined;
  return firstHeads(words, { first, at, end })[0];
}

/** Ways to read a run of lines as a head: where it begins, where it ends, and whether it has two rows. */
export function headGuesses(text: string, lines: readonly Line[], words: readonly string[], run: HeadRun): HeadGuess[] {
  const guesses: HeadGuess[] = [];
  for (const first of firstHeads(words, run)) {
    for (let end = run.at + 1; end <= Math.min(run.end, run.at + MOST_BEHIND); end++) {
      if (end - first < 2) continue;
      const cells = lines.slice(first, end).map((line) => cellOf(text, [line]));
      const cost = LEFT_ABOVE * (first - run.first) + UNKNOWN_HEAD * cells.filter((cell) => !isKnownHead(cell.text)).length;
      for (const columns of [cells, ...lowerRows(cells)]) guesses.push({ first, end, columns: headsTogether(columns), cost });
    }
  }
  return guesses;
}

/** Where the head may begin: at 序号, or with the first known head, and one or two before that. */
function firstHeads(words: readonly string[], { first, at }: HeadRun): number[] {
  let number = at;
  while (number > first && columnOf(words[number]!).kind !== "number") number--;
  let start = columnOf(words[number]!).kind === "number" ? number : at;
  while (start > first && isKnownHead(words[start - 1]!)) start--;
  return [...new Set([start, start === number ? start : Math.max(first, start - 1), start === number ? start : Math.max(first, start - 2)])];
}

/** The heads with the last two, three or four taken for a second row. */
function lowerRows(cells: readonly Cell[]): Cell[][] {
  return [2, 3, 4].flatMap((count) => {
    const columns = cells.length - count >= 2 ? divided(cells.slice(0, -count), cells.slice(-count)) : undefined;
    return columns ? [columns] : [];
  });
}
