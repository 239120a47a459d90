import { isGroup } from "../units/groups";
import type { ColumnHeader } from "./columns";
import type { PlacedCell, PlacedRow, Segmented, CellLine } from "./segment";

/** Up to this many lines of units in a row, and this many columns, all ways to divide are tried. */
const MOST_LINES = 16;
const MOST_COLUMNS = 4;
/** How much better than all others a way to divide must score to be certain. */
const SURE = 1.5;

/** Adjacent columns of units, `[first, end)`. */
interface ColumnSpan {
  first: number;
  end: number;
}

/**
 * Divides lines of units among adjacent columns of units. As many lines as columns: one line each. More lines: what
 * other rows hold in these columns tells which lines make one cell, or that a list is a cell by itself.
 * @param rows changed in place
 * @returns rows whose division is uncertain
 */
export function divideUnits(
  text: string,
  rows: readonly PlacedRow[],
  cellLines: readonly CellLine[],
  columns: readonly ColumnHeader[],
): Set<Segmented["rows"][number]> {
  const doubtful = new Set<PlacedRow>();
  for (const span of unitColumnSpans(columns)) {
    const divider = new Divider(text, cellLines, columns, span);
    const open = rows.filter((row) => divider.learn(row));
    const undecided = open.filter((row) => !divider.decide(row));
    for (const row of divider.doubts) doubtful.add(row);
    for (const row of undecided) {
      divider.guess(row, undecided.length > 1);
      doubtful.add(row);
    }
  }
  return doubtful;
}

function unitColumnSpans(columns: readonly ColumnHeader[]): ColumnSpan[] {
  const found: ColumnSpan[] = [];
  for (let first = 0; first < columns.length; first++) {
    let end = first;
    while (end < columns.length && columns[end]!.kind === "unit") end++;
    if (end - first >= 2) found.push({ first, end });
    first = Math.max(first, end - 1);
  }
  return found;
}

class Divider {
  /** The columns in which a line's words stand in clear rows. */
  private readonly seen = new Map<string, Set<number>>();
  /**
   * Rows with a single line that was put into a column other than the first because these words stand there in other
   * rows.
   */
  readonly doubts = new Set<PlacedRow>();

  constructor(
    private readonly text: string,
    private readonly cellLines: readonly CellLine[],
    private readonly columns: readonly ColumnHeader[],
    private readonly span: ColumnSpan,
  ) {}

  private get count(): number {
    return this.span.end - this.span.first;
  }

  private words(k: number): string {
    return this.text.slice(this.cellLines[k]!.start, this.cellLines[k]!.end).trim();
  }

  /** The row's lines of units; `isMarked` where empty lines among them show which cells are empty. */
  private lines(row: PlacedRow): { lines: number[]; isMarked: boolean } {
    const cells =
      "cells" in row ? row.cells.filter(({ column }) => column >= this.span.first && column < this.span.end) : [];
    const all = cells.flatMap(({ cellLines }) => cellLines);
    const lines = all.filter((k) => this.cellLines[k]!.kind !== "blank");
    return { lines, isMarked: lines.length < all.length };
  }

  /**
   * Learns from a row that is clear.
   * @returns true where the row is not clear and must still be decided
   */
  learn(row: PlacedRow): boolean {
    const { lines, isMarked } = this.lines(row);
    if (!("cells" in row) || lines.length === 0) return false;
    if (lines.length !== this.count && !isMarked) return true;
    for (const { column, cellLines } of row.cells) {
      for (const k of cellLines) {
        const words = this.words(k);
        const columns = this.seen.get(words) ?? new Set<number>();
        columns.add(column);
        this.seen.set(words, columns);
      }
    }
    return false;
  }

  decide(row: PlacedRow): boolean {
    const { lines } = this.lines(row);
    if (lines.length < this.count) return this.decideFew(row, lines);
    if (lines.length > MOST_LINES || this.count > MOST_COLUMNS) return false;
    let best: number[] = [];
    let [most, second] = [-Infinity, -Infinity];
    for (const starts of waysToDivide(lines.length, this.count)) {
      const score = this.score(lines, starts);
      if (score > most) [best, second, most] = [starts, most, score];
      else second = Math.max(second, score);
    }
    if (most - second < SURE) return false;
    this.place(row, lines, best);
    return true;
  }

  /** Fewer lines than columns: they fill the first columns; collective names alone (各乡镇) the last. */
  private decideFew(row: PlacedRow, lines: readonly number[]): boolean {
    const known = this.seen.get(this.words(lines[0]!));
    const last = this.span.end - 1;
    const knownColumn = lines.length === 1 && known?.size === 1 ? [...known][0]! : undefined;
    const areGroups = this.words(lines[0]!)
      .split(/[、，,]/)
      .every(isGroup);
    const helpAlone =
      lines.length === 1 && known === undefined && this.columns[this.span.first]!.role === "lead" && areGroups;
    const column = knownColumn ?? (helpAlone ? last : undefined);
    if (column !== undefined && column >= this.span.first && column <= last)
      this.put(row, [{ column, cellLines: [...lines] }]);
    if (knownColumn !== undefined && knownColumn !== this.span.first && !areGroups) this.doubts.add(row);
    return true;
  }

  private score(lines: readonly number[], starts: readonly number[]): number {
    let score = 0;
    lines.forEach((k, i) => {
      const column = this.span.first + starts.filter((start) => start <= i).length - 1;
      const known = this.seen.get(this.words(k));
      if (known) score += known.has(column) ? 2 : -2;
      const isAlone = starts.includes(i) && (i + 1 === lines.length || starts.includes(i + 1));
      if (/[、，,]/.test(this.words(k)) && !isAlone) score -= 1.5;
    });
    return score;
  }

  /**
   * Divides a row without evidence. Where several rows have too many lines, each has one lead and the rest goes to the
   * last column; where only this row has, the last lines are one cell each.
   */
  guess(row: PlacedRow, isHabit: boolean): void {
    const { lines } = this.lines(row);
    const starts = Array.from({ length: this.count }, (_, k) =>
      isHabit || k === 0 ? k : lines.length - this.count + k,
    );
    this.place(row, lines, starts);
  }

  private place(row: PlacedRow, lines: readonly number[], starts: readonly number[]): void {
    this.put(
      row,
      starts.map((start, k) => ({
        column: this.span.first + k,
        cellLines: lines.slice(start, starts[k + 1] ?? lines.length),
      })),
    );
  }

  private put(row: PlacedRow, placed: readonly PlacedCell[]): void {
    if (!("cells" in row)) return;
    const others = row.cells.filter(({ column }) => column < this.span.first || column >= this.span.end);
    row.cells.splice(0, row.cells.length, ...[...others, ...placed].sort((a, b) => a.column - b.column));
  }
}

/** All ways to divide lines among columns, at least one each; a way lists the line at which each column begins. */
function waysToDivide(lines: number, columns: number): number[][] {
  if (columns === 1) return [[0]];
  const ways: number[][] = [];
  for (let last = columns - 1; last < lines; last++)
    for (const way of waysToDivide(last, columns - 1)) ways.push([...way, last]);
  return ways;
}
