import { parseRowKey } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { statusKeys, statuses, type StatusKey } from "../matrix/statuses";
import { isQuantified } from "../matrix/limits";
import { sentence, series, type Sentence } from "../plan/sentence";

/** A row as far as it is counted. */
export interface Counted {
  status: StatusKey;
  /** 目标; blank for a task without a number. */
  target: CellValue;
}

type Counts = Record<StatusKey, number>;

/** How many rows stand how. Every count that the add-in shows is made here. */
export interface Tally {
  /** Of all rows. */
  counts: Counts;
  /** Of rows for which a number is promised, and of tasks without one: some statuses are of both. */
  numbers: Counts;
  tasks: Counts;
}

const none = (): Counts => Object.fromEntries(statusKeys.map((key) => [key, 0])) as Counts;

export function tally(rows: Iterable<Counted>): Tally {
  const [counts, numbers, tasks] = [none(), none(), none()];
  for (const row of rows) {
    counts[row.status]++;
    (isQuantified(row) ? numbers : tasks)[row.status]++;
  }
  return { counts, numbers, tasks };
}

/** All rows of a count. */
export const sumOf = (counts: Counts): number => statusKeys.reduce((sum, key) => sum + counts[key], 0);

/** Of the numbers promised: how many are reported (and can be read), and how many of their targets are met. */
export interface Reached {
  promised: number;
  reported: number;
  reached: number;
  /** 达标率, of all numbers promised and of those reported; absent where there are none. */
  ofPromised?: number;
  ofReported?: number;
}

export function reachedOf({ numbers }: Pick<Tally, "numbers">): Reached {
  const promised = sumOf(numbers);
  const reported = promised - numbers.notReported - numbers.unreadable;
  const { reached } = numbers;
  return {
    promised,
    reported,
    reached,
    ...(promised > 0 ? { ofPromised: reached / promised } : {}),
    ...(reported > 0 ? { ofReported: reached / reported } : {}),
  };
}

/**
 * How much a list of rows is: a task with four numbers promised is one task and four 指标; a goal of the whole plan is no
 * task.
 */
export type Extent = {
  rows: number;
  tasks: number;
  /** 量化指标: rows for which a number is promised. */
  indicators: number;
};

/** @param rows with the hidden keys by which a row's task is known */
export function extentOf(rows: readonly { key: string; target: CellValue }[]): Extent {
  const tasks = new Set(rows.flatMap(({ key }) => parseRowKey(key)?.taskId ?? []));
  return {
    rows: rows.length,
    tasks: tasks.size,
    indicators: rows.filter(({ target }) => String(target).trim() !== "").length,
  };
}

/** Cells that hold something where a number or word belongs, and none: what 待核 lists. */
export const countToCheck = (rows: readonly { toCheck: readonly unknown[] }[]): number =>
  rows.reduce((sum, { toCheck }) => sum + toCheck.length, 0);

/** Statuses that make a row 未完成. */
export const shortKeys = statusKeys.filter((key) => statuses[key].short);

/** 未完成: numbers that fall short, and tasks that are overdue. */
export const shortOf = ({ counts }: Pick<Tally, "counts">): number =>
  shortKeys.reduce((sum, key) => sum + counts[key], 0);

/** `未达标 3 项、逾期 2 项，共 5 项未完成`: each kind as the sheet names it, and together. Absent where there are none. */
export function shortText({ counts: { missed, behind, overdue } }: Pick<Tally, "counts">): Sentence | undefined {
  const parts = [
    ...(missed > 0 ? [sentence("未达标 {{count}} 项", { count: missed })] : []),
    ...(behind > 0 ? [sentence("滞后 {{count}} 项", { count: behind })] : []),
    ...(overdue > 0 ? [sentence("逾期 {{count}} 项", { count: overdue })] : []),
  ];
  return parts.length > 1
    ? sentence("{{parts}}，共 {{count}} 项未完成", { parts: series(parts), count: missed + behind + overdue })
    : parts[0];
}

/** The section of rows without one, in a breakdown. */
export const elsewhere = "其他";

/** The outermost heading of a 板块 cell. */
export const topSection = (section: string): string => section.split(" / ")[0]!.trim() || elsewhere;

/** Rows by names, in the order in which the names come first; a row with several names is under each. */
export function grouped<T>(rows: readonly T[], namesOf: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const name of new Set(namesOf(row))) {
      const known = groups.get(name);
      if (known) known.push(row);
      else groups.set(name, [row]);
    }
  }
  return groups;
}

/** Rows that nobody leads, in a breakdown by lead. */
export const nobody = "（无牵头单位）";

export interface Share extends Tally {
  /** The section's, or the lead's; `nobody` for rows without a lead, always last. */
  name: string;
  /** Rows, those without a number among them. */
  rows: number;
}

/**
 * Where rows stand, by their section or by the unit that leads. A row that several units lead counts for each of them,
 * so that the shares by lead may sum to more than all rows.
 */
export function breakdown(
  rows: readonly (Counted & { section: string; leads: readonly string[] })[],
  by: "section" | "lead",
): Share[] {
  const names = (row: { section: string; leads: readonly string[] }): readonly string[] =>
    by === "section" ? [row.section] : row.leads.length > 0 ? row.leads : [nobody];
  const shares = [...grouped(rows, names)].map(([name, own]) => ({ name, rows: own.length, ...tally(own) }));
  return [...shares.filter(({ name }) => name !== nobody), ...shares.filter(({ name }) => name === nobody)];
}
