import type { Line } from "../outline/lines";
import type { CellKind } from "./cell-kinds";
import { never, type Fit } from "./fit";

/** A line of a table whose cells stand one below the other, or the position of an empty line. */
export interface CellLine extends Line {
  kind: CellKind;
  /** A number that continues its series, or begins one. */
  inSeries: boolean;
}

/** The lines of one cell, as indices into the cell lines, and the cell's column. */
export interface PlacedCell {
  column: number;
  cellLines: number[];
}

/** A row: its cells, or the heading of a chapter, which spans all columns, as an index into the cell lines. */
export type PlacedRow = { chapter: number } | { cells: PlacedCell[] };

export interface Segmented {
  rows: PlacedRow[];
  cost: number;
}

/** The cost of leaving a line to the text after the table. */
const OUTSIDE: Readonly<Partial<Record<CellKind, number>>> = { blank: 0, when: 3.2, units: 2.5 };
const OTHER_OUTSIDE = 1.5;
const NUMBER_OUTSIDE = 3;
const OUT_OF_SERIES = 3;
const NUMBER_IN_CELL = 2;
/** The table ends after this many lines that are better taken as text. */
const PATIENCE = 40;

/** The cost of taking a line as the heading of a chapter. */
const CHAPTER: Readonly<Partial<Record<CellKind, number>>> = { heading: 0.3, words: 4.5, blank: 0.6 };

/**
 * Divides the lines below a header into rows and columns: the way in which the cells fit their columns best (dynamic
 * programming). Lines after the last row are left out. The work grows with the number of lines only, as a header has
 * few columns.
 */
export function segment(cellLines: readonly CellLine[], fit: Fit): Segmented {
  const search = new RowSearch(cellLines, fit);
  for (let i = 0; i < cellLines.length && search.goesOn(i); i++) search.step(i);
  return search.answer();
}

class RowSearch {
  private readonly width: number;
  private readonly chapter: number;
  private readonly outside: number;
  /**
   * The least cost up to the current line, for each state of it: in a column, the heading of a chapter, or outside of
   * the table.
   */
  private costs: number[];
  /** For each line and state, the state of the line before; adding `width` marks the beginning of a row. */
  private readonly before: number[][] = [];
  private outsideFor = 0;
  private readonly hasNumbers: boolean;

  constructor(
    private readonly cellLines: readonly CellLine[],
    private readonly fit: Fit,
  ) {
    const columns = fit.columns.length;
    this.chapter = columns;
    this.outside = columns + 1;
    this.width = columns + 2;
    this.costs = [];
    this.hasNumbers = fit.columns.some(({ kind }) => kind === "number");
  }

  goesOn(i: number): boolean {
    return i === 0 || this.outsideFor < PATIENCE;
  }

  step(i: number): void {
    const cellLine = this.cellLines[i]!;
    const costs: number[] = Array(this.width).fill(Infinity);
    const before: number[] = Array(this.width).fill(this.outside);
    const [rowEnd, endCost] = this.endOfRow(i);
    for (let column = 0; column < this.chapter; column++) {
      const [from, cost] = this.intoColumn(i, column, rowEnd, endCost);
      before[column] = from;
      costs[column] = cost + this.cell(column, cellLine);
    }
    const heading = CHAPTER[cellLine.kind] ?? never;
    const afterChapter = i > 0 ? this.costs[this.chapter]! : Infinity;
    before[this.chapter] = afterChapter < endCost ? this.chapter : rowEnd;
    costs[this.chapter] = Math.min(afterChapter, endCost) + heading;
    const afterOutside = i > 0 ? this.costs[this.outside]! : Infinity;
    before[this.outside] = afterOutside < endCost ? this.outside : rowEnd;
    costs[this.outside] = Math.min(afterOutside, endCost) + outsideCost(cellLine);
    this.before.push(before);
    this.costs = costs;
    this.outsideFor = costs[this.outside]! <= Math.min(...costs.slice(0, this.outside)) ? this.outsideFor + 1 : 0;
  }

  private cell(column: number, cellLine: CellLine): number {
    const cost = this.fit.cell(column, cellLine.kind);
    if (cellLine.kind !== "number") return cost;
    if (this.fit.columns[column]!.kind === "number") return cost + (cellLine.inSeries ? 0 : OUT_OF_SERIES);
    return cost + (cellLine.inSeries && this.hasNumbers ? NUMBER_IN_CELL : 0);
  }

  /** The best state in which a row may end before the line, and the cost up to there. */
  private endOfRow(i: number): [state: number, cost: number] {
    if (i === 0) return [this.outside, 0];
    let best = this.outside;
    let least = Infinity;
    for (let column = 0; column < this.chapter; column++) {
      const cost = this.costs[column]! + this.fit.empty(column + 1, this.chapter);
      if (cost < least) [best, least] = [column, cost];
    }
    return [best, least];
  }

  private intoColumn(i: number, column: number, rowEnd: number, endCost: number): [from: number, cost: number] {
    const merged = this.fit.merged[column]!;
    let from = rowEnd + this.width;
    let least = endCost + merged;
    if (i === 0) return [from, least];
    const under = this.costs[this.chapter]! + merged;
    if (under < least) [from, least] = [this.chapter, under];
    for (let left = 0; left < column; left++) {
      const cost = this.costs[left]! + this.fit.empty(left + 1, column);
      if (cost < least) [from, least] = [left, cost];
    }
    const again = this.costs[column]! + this.again(i, column);
    return again < least ? [column, again] : [from, least];
  }

  private again(i: number, column: number): number {
    return this.cellLines[i]!.kind === "blank" || this.cellLines[i - 1]!.kind === "blank"
      ? 0.3
      : this.fit.again(column);
  }

  answer(): Segmented {
    if (this.before.length === 0) return { rows: [], cost: 0 };
    let [state, cost] = this.endOfRow(this.before.length);
    if (this.costs[this.outside]! <= cost) [state, cost] = [this.outside, this.costs[this.outside]!];
    return { rows: this.trace(state), cost };
  }

  private trace(last: number): PlacedRow[] {
    const rows: PlacedRow[] = [];
    let state = last;
    let cells: PlacedCell[] = [];
    for (let i = this.before.length - 1; i >= 0; i--) {
      const from = this.before[i]![state]!;
      if (state === this.chapter) rows.push({ chapter: i });
      else if (state !== this.outside) {
        const open = cells.at(-1);
        if (open?.column === state) open.cellLines.unshift(i);
        else cells.push({ column: state, cellLines: [i] });
        if (i === 0 || from >= this.width || from === this.chapter) {
          rows.push({ cells: cells.reverse() });
          cells = [];
        }
      }
      state = from >= this.width ? from - this.width : from;
    }
    return rows.reverse();
  }
}

const outsideCost = ({ kind, inSeries }: CellLine): number =>
  kind === "number" && inSeries ? NUMBER_OUTSIDE : (OUTSIDE[kind] ?? OTHER_OUTSIDE);
