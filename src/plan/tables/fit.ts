import type { CellKind } from "./cell-kinds";
import type { ColumnHeader, ColumnKind } from "./columns";

/**
 * The cost of a line of some kind in a column of some kind: 0 for a perfect fit, `never` for an impossible one. Cells
 * are assigned to columns so that the total cost is least.
 */
export const never = 1000;

const TEXT: Readonly<Record<CellKind, number>> = {
  blank: 0.4,
  nothing: 3,
  number: 8,
  when: 4,
  phone: 8,
  figure: 5,
  heading: 0.6,
  units: 3,
  person: 2.5,
  words: 0,
  sentence: 0,
};
const ANY: Readonly<Record<CellKind, number>> = {
  blank: 0,
  nothing: 0,
  number: 1.5,
  when: 0.8,
  phone: 1,
  figure: 0.2,
  heading: 2,
  units: 2,
  person: 1,
  words: 0.7,
  sentence: 1,
};

const UNITS: Readonly<Record<CellKind, number>> = {
  blank: 0.3,
  nothing: 0,
  number: 12,
  when: 6,
  phone: 8,
  figure: 8,
  heading: 8,
  units: 0,
  person: 3,
  words: 2.2,
  sentence: 9,
};

const FIT: Readonly<Record<ColumnKind, Readonly<Record<CellKind, number>>>> = {
  number: {
    blank: 1.5,
    nothing: never,
    number: 0,
    when: never,
    phone: never,
    figure: 3,
    heading: never,
    units: never,
    person: never,
    words: never,
    sentence: never,
  },
  section: { ...TEXT, blank: 0.2, sentence: 2.5, heading: 0, units: 2 },
  task: TEXT,
  content: { ...TEXT, blank: 0.3, words: 0.3, when: 2.5, figure: 2 },
  unit: UNITS,
  unknown: { ...UNITS, words: 1.5, sentence: 7 },
  otherDuty: { ...UNITS, blank: 0, person: 2, words: 1, sentence: 7 },
  person: {
    blank: 0,
    nothing: 0,
    number: 12,
    when: 5,
    phone: 1,
    figure: 8,
    heading: 8,
    units: 4,
    person: 0,
    words: 1.5,
    sentence: 8,
  },
  phone: {
    blank: 0,
    nothing: 0,
    number: 5,
    when: 5,
    phone: 0,
    figure: 1,
    heading: 8,
    units: 6,
    person: 3,
    words: 3,
    sentence: 8,
  },
  deadline: {
    blank: 0,
    nothing: 0,
    number: 4,
    when: 0,
    phone: 5,
    figure: 1,
    heading: 5,
    units: 6,
    person: 4,
    words: 1.8,
    sentence: 3,
  },
  remark: { ...ANY, words: 1, sentence: 1.5, units: 3 },
  other: ANY,
};

/** The cost of a further line in the same cell, by the kind of column. */
const AGAIN: Readonly<Record<ColumnKind, number>> = {
  number: never,
  section: 2.5,
  task: 2.2,
  content: 0.8,
  unit: 0.8,
  unknown: 0.8,
  otherDuty: 1,
  person: 0.8,
  phone: 0.8,
  deadline: 2,
  remark: 1.5,
  other: 0.9,
};

/** The cost of an empty cell, by the kind of column. */
const EMPTY: Readonly<Record<ColumnKind, number>> = {
  number: 3,
  section: 0.4,
  task: 6,
  content: 1.2,
  unit: 2.5,
  unknown: 1,
  otherDuty: 0.8,
  person: 0.8,
  phone: 0.5,
  deadline: 0.8,
  remark: 0.1,
  other: 0.5,
};

/** The same at the beginning of a row, where merged cells of the row above may cover cells. */
const MERGED: Readonly<Record<ColumnKind, number>> = {
  number: 2,
  section: 0.3,
  task: 5,
  content: 5,
  unit: 4,
  unknown: 2,
  otherDuty: 1,
  person: 1,
  phone: 1,
  deadline: 1,
  remark: 0.5,
  other: 0.6,
};

const isText = ({ kind }: ColumnHeader): boolean => kind === "task" || kind === "content" || kind === "section";

/** The costs of assigning cells to the columns of one header. */
export class Fit {
  /** For each column, the cost of leaving all columns before it empty at the beginning of a row. */
  readonly merged: readonly number[];
  /** Prefix sums of the costs of leaving columns empty. */
  private readonly skipped: readonly number[];

  constructor(readonly columns: readonly ColumnHeader[]) {
    const lastText = columns.reduce((last, column, k) => (isText(column) ? k : last), -1);
    const firstUnit = columns.findIndex(({ kind }) => kind === "unit");
    const otherTexts = columns.filter((c) => c.kind === "task" || c.kind === "content").length > 1;
    const empty = columns.map(({ kind }, k) => {
      if (kind === "unit") return k === firstUnit ? EMPTY.unit : 1;
      return kind === "task" && otherTexts ? 1.6 : kind === "content" && !otherTexts ? EMPTY.task : EMPTY[kind];
    });
    this.skipped = sums(empty);
    // Of several columns of words, those before the last are often merged, and then their number is too.
    this.merged = sums(columns.map((column, k) => (isText(column) && k < lastText ? 0.4 : MERGED[column.kind])));
  }

  /** The cost of leaving the columns `[from, to)` empty. */
  empty(from: number, to: number): number {
    return to > from ? this.skipped[to]! - this.skipped[from]! : 0;
  }

  cell(column: number, kind: CellKind): number {
    const { kind: of, persons } = this.columns[column]!;
    return persons && kind === "person" ? 0 : FIT[of][kind];
  }

  again(column: number): number {
    return AGAIN[this.columns[column]!.kind];
  }
}

function sums(costs: readonly number[]): number[] {
  const all = [0];
  for (const cost of costs) all.push(all.at(-1)! + cost);
  return all;
}
