import type { Line } from "../outline/lines";
import { columnOf, isKnownHeader, type ColumnKind } from "./columns";
import { dividedHeaders, columnsUnder, isUnitHeader, mayBeHeader, type TableColumn } from "./headers";
import { cellOf, type Cell } from "./table";

/** Consecutive lines that may all be column headers, `[first, end)`; the one at `at` is for units. */
export interface HeaderRun {
  first: number;
  at: number;
  end: number;
}

/** One way to read a header: the lines that form it, `[first, end)`, and the columns that they give. */
export interface HeaderGuess {
  first: number;
  /** The first line that is for units. */
  at: number;
  end: number;
  columns: TableColumn[];
  /** How unlikely the header is by itself. */
  cost: number;
}

const MOST_HEADERS = 14;
/** How many lines after the one for units may be headers. */
export const MOST_BEHIND = 9;
const UNKNOWN_HEADER = 1.2;
const LEFT_ABOVE = 1.5;

/** What a line is as a header; determined once for all lines with the same words. */
interface HeaderTraits {
  isUnit: boolean;
  mayBe: boolean;
  isKnown: boolean;
  isNumber: boolean;
  column: ColumnKind;
}

/** The lines of a text, judged as possible headers. */
export class HeaderLines {
  private readonly known = new Map<string, HeaderTraits>();

  constructor(readonly words: readonly string[]) {}

  private traitsOf(k: number): HeaderTraits {
    const words = this.words[k]!;
    const known = this.known.get(words);
    if (known) return known;
    const mayBe = mayBeHeader(words);
    const { kind: column, isKnown } = mayBe ? columnOf(words) : { kind: "other" as const };
    const look: HeaderTraits = {
      isUnit: isUnitHeader(words),
      mayBe,
      isKnown: isKnown === true,
      isNumber: column === "number",
      column,
    };
    this.known.set(words, look);
    return look;
  }

  isUnit(k: number): boolean {
    return this.traitsOf(k).isUnit;
  }

  isKnown(k: number): boolean {
    return this.traitsOf(k).isKnown;
  }

  /** Whether a line opens a table: it is a header for units, or looks like one and the other headers leave no doubt. */
  opensTable(k: number, from: number): boolean {
    if (this.isUnit(k) || this.traitsOf(k).column !== "unknown") return this.isUnit(k);
    const run = this.run(k, from, Math.min(this.words.length, k + MOST_HEADERS));
    const columns = new Set(Array.from({ length: run.end - run.first }, (_, i) => this.traitsOf(run.first + i).column));
    return columns.has("task") && (columns.has("number") || columns.has("deadline"));
  }

  /** The lines around a header for units that may be headers too. */
  run(at: number, from: number, limit = this.words.length): HeaderRun {
    let first = at;
    while (first > from && at - first < MOST_HEADERS && this.traitsOf(first - 1).mayBe) first--;
    let end = at + 1;
    while (end < limit && this.traitsOf(end).mayBe) end++;
    return { first, at, end };
  }

  /** Where the header of another table begins, if the lines around this one are certainly a header. */
  sure(at: number, from: number): number | undefined {
    const run = this.run(at, from, Math.min(this.words.length, at + MOST_HEADERS));
    const others = Array.from({ length: run.end - run.first }, (_, k) => this.traitsOf(run.first + k)).filter(
      ({ isUnit, isKnown }) => isKnown && !isUnit,
    );
    return others.length > 0 ? this.firsts(run)[0] : undefined;
  }

  /** Where the header may begin: at 序号, or else at the first known header, or one or two lines before that. */
  firsts({ first, at }: HeaderRun): number[] {
    let number = at;
    while (number > first && !this.traitsOf(number).isNumber) number--;
    const hasNumber = this.traitsOf(number).isNumber;
    let start = hasNumber ? number : at;
    while (start > first && this.traitsOf(start - 1).isKnown) start--;
    return hasNumber && start === number
      ? [start]
      : [...new Set([start, Math.max(first, start - 1), Math.max(first, start - 2)])];
  }
}

/** All ways to read a run of lines as a header: where it begins, where it ends, and whether it has two rows. */
export function headerGuesses(
  text: string,
  lines: readonly Line[],
  headers: HeaderLines,
  run: HeaderRun,
): HeaderGuess[] {
  const guesses: HeaderGuess[] = [];
  for (const first of headers.firsts(run)) {
    for (let end = run.at + 1; end <= Math.min(run.end, run.at + MOST_BEHIND); end++) {
      if (end - first < 2) continue;
      const cells = lines.slice(first, end).map((line) => cellOf(text, [line]));
      const cost =
        LEFT_ABOVE * (first - run.first) + UNKNOWN_HEADER * cells.filter((cell) => !isKnownHeader(cell.text)).length;
      for (const columns of [cells, ...lowerRows(cells)])
        guesses.push({ first, at: run.at, end, columns: columnsUnder(columns), cost });
    }
  }
  return guesses;
}

/** The columns where the last two, three or four lines are a second header row. */
function lowerRows(cells: readonly Cell[]): Cell[][] {
  return [2, 3, 4].flatMap((count) => {
    const columns = cells.length - count >= 2 ? dividedHeaders(cells.slice(0, -count), cells.slice(-count)) : undefined;
    return columns ? [columns] : [];
  });
}
