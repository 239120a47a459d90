import { parseRowKey } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { statusKeys, statuses, type StatusKey } from "../matrix/statuses";
import { isQuantified } from "../matrix/limits";
import { sentence, series, type Sentence } from "../plan/sentence";

/** What counting needs of a row. */
export interface Counted {
  status: StatusKey;
  /** 目标; blank for a task without a number. */
  target: CellValue;
}

type Counts = Record<StatusKey, number>;

/** The number of rows for each status. Every count that the add-in shows is made here. */
export interface Tally {
  /** Of all rows. */
  counts: Counts;
  /** Of rows with a promised number, and of tasks without one; some statuses occur in both. */
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

/** The sum over all statuses. */
export const sumOf = (counts: Counts): number => statusKeys.reduce((sum, key) => sum + counts[key], 0);

/** Of the promised numbers: how many are reported and readable, and how many meet their targets. */
export interface Reached {
  promised: number;
  reported: number;
  reached: number;
  /** 达标率 of all promised numbers and of the reported ones; absent where there are none. */
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
 * The size of a list of rows: a task with four promised numbers counts as one task and four 指标; a goal of the whole
 * plan is no task.
 */
export type Extent = {
  rows: number;
  tasks: number;
  /** 量化指标: rows with a promised number. */
  indicators: number;
};

/** @param rows `key`: the hidden key's text, which tells the row's task */
export function extentOf(rows: readonly { key: string; target: CellValue }[]): Extent {
  const tasks = new Set(rows.flatMap(({ key }) => parseRowKey(key)?.taskId ?? []));
  return {
    rows: rows.length,
    tasks: tasks.size,
    indicators: rows.filter(({ target }) => String(target).trim() !== "").length,
  };
}

/** The number of cells that 待核 lists: they should hold a number or a word and hold something else. */
export const countToCheck = (rows: readonly { toCheck: readonly unknown[] }[]): number =>
  rows.reduce((sum, { toCheck }) => sum + toCheck.length, 0);

/** Statuses that count as 未完成. */
export const shortKeys = statusKeys.filter((key) => statuses[key].short);

/** The number of rows that are 未完成: numbers that fall short and overdue tasks. */
export const shortOf = ({ counts }: Pick<Tally, "counts">): number =>
  shortKeys.reduce((sum, key) => sum + counts[key], 0);

/** Such as `未达标 3 项、逾期 2 项，共 5 项未完成`; undefined where there are none. */
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

/** The section under which a breakdown lists rows without one. */
export const elsewhere = "其他";

/** The outermost heading of a 板块 cell. */
export const topSection = (section: string): string => section.split(" / ")[0]!.trim() || elsewhere;

/** Groups rows by name, in the order in which the names first occur. A row with several names is in each group. */
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

/** The name under which a breakdown by lead lists rows without a lead. */
export const nobody = "（无牵头单位）";

export interface Share extends Tally {
  /** The name of the section or lead; `nobody`, for rows without a lead, is always last. */
  name: string;
  /** All rows, with and without a number. */
  rows: number;
}

/**
 * Counts rows by section or by lead. A row with several leads counts for each of them, so the counts by lead may add up
 * to more than all rows.
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
