import type { Line } from "../outline/lines";
import { columnOf, isKnownHeader, type ColumnKind } from "./columns";
import { dividedHeaders, columnsUnder, isUnitHeader, mayBeHeader, type TableColumn } from "./headers";
import { cellOf, type Cell } from "./table";

/** Lines that may be heads side by side, `[first, end)`; the one at `at` is for units. */
export interface HeaderRun {
  first: number;
  at: number;
  end: number;
}

/** A way to read the lines of a head: which of them it is, `[first, end)`, and the columns that they make. */
export interface HeaderGuess {
  first: number;
  /** The first of its lines that is for units. */
  at: number;
  end: number;
  columns: TableColumn[];
  /** How unlikely the head is by itself. */
  cost: number;
}

const MOST_HEADERS = 14;
/** So many lines behind the one for units may be heads. */
export const MOST_BEHIND = 9;
const UNKNOWN_HEADER = 1.2;
const LEFT_ABOVE = 1.5;

/** What is known of a line as a head; looked at once for all lines that say the same. */
interface HeaderTraits {
  isUnit: boolean;
  mayBe: boolean;
  isKnown: boolean;
  isNumber: boolean;
  column: ColumnKind;
}

/** Lines, as heads that they may be. */
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

  /** A head for units, if only by its shape: then others beside it must leave no doubt that there is a table. */
  opensTable(k: number, from: number): boolean {
    if (this.isUnit(k) || this.traitsOf(k).column !== "unknown") return this.isUnit(k);
    const run = this.run(k, from, Math.min(this.words.length, k + MOST_HEADERS));
    const columns = new Set(Array.from({ length: run.end - run.first }, (_, i) => this.traitsOf(run.first + i).column));
    return columns.has("task") && (columns.has("number") || columns.has("deadline"));
  }

  /** The lines around a head for units that may be heads with it. */
  run(at: number, from: number, limit = this.words.length): HeaderRun {
    let first = at;
    while (first > from && at - first < MOST_HEADERS && this.traitsOf(first - 1).mayBe) first--;
    let end = at + 1;
    while (end < limit && this.traitsOf(end).mayBe) end++;
    return { first, at, end };
  }

  /** Where the head of another table begins, if the run around a line is one for certain. */
  sure(at: number, from: number): number | undefined {
    const run = this.run(at, from, Math.min(this.words.length, at + MOST_HEADERS));
    const others = Array.from({ length: run.end - run.first }, (_, k) => this.traitsOf(run.first + k)).filter(
      ({ isUnit, isKnown }) => isKnown && !isUnit,
    );
    return others.length > 0 ? this.firsts(run)[0] : undefined;
  }

  /** Where the head may begin: at 序号, or with the first known head, and one or two before that. */
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

/** Ways to read a run of lines as a head: where it begins, where it ends, and whether it has two rows. */
export function headerGuesses(text: string, lines: readonly Line[], heads: HeaderLines, run: HeaderRun): HeaderGuess[] {
  const guesses: HeaderGuess[] = [];
  for (const first of heads.firsts(run)) {
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

/** The heads with the last two, three or four taken for a second row. */
function lowerRows(cells: readonly Cell[]): Cell[][] {
  return [2, 3, 4].flatMap((count) => {
    const columns = cells.length - count >= 2 ? dividedHeaders(cells.slice(0, -count), cells.slice(-count)) : undefined;
    return columns ? [columns] : [];
  });
}
