import { doubtBounds, hasDoubts, isConfirmed, isDoubtful } from "../matrix/doubts";
import { approximately, decimals, rateWords, type StatusKey } from "../matrix/statuses";
import { parsePeriod, parseTarget, type Target } from "../matrix/target-text";
import { wholeYear } from "../matrix/as-of";
import { qualityWords, wordStatuses, type QualityWord } from "../matrix/limits";
import type { CellValue } from "../matrix/sheet";
import { asOfDay, type AsOf } from "./as-of";

/**
 * The status rules in TypeScript, for lists and reports (docs/design.md, Statuses). `src/matrix/formulas.ts` states the
 * same rules as formulas and a property test compares them, so change both together.
 */
export interface AssessedRow {
  /** The row's cells as the sheet holds them. */
  indicator: string;
  period: string;
  target: CellValue;
  measure: string;
  /** 备注, in which somebody may confirm a number that looks wrong. */
  remark?: CellValue;
  /** 时限日 as a serial number; anything that is not a number counts as none. */
  due?: CellValue;
  /** Entries by year; `""` for none. */
  entries: ReadonlyMap<number, CellValue>;
}

export interface Assessment {
  status: StatusKey;
  /** The number that was judged; undefined where nothing usable was entered. */
  current?: number;
  /** The parsed target; absent for rows without a promised number. */
  target?: Target;
  /** What is missing to the target, in the row's measure; positive when short. */
  gap?: number;
  /** The word for a task without a number: the year's own, or 已完成 from an earlier year. */
  word?: QualityWord;
  /** Days since the deadline of a task that is 逾期. */
  daysOverdue?: number;
}

const blank = (entry: CellValue): boolean => typeof entry === "string" && entry.replace(/ /g, "") === "";
const trimmed = (entry: CellValue): string => String(entry).replace(/^ +| +$/g, "");
const round = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

type Judged = number | "none" | "unreadable";
const number = (entry: CellValue): Judged => (typeof entry === "number" ? entry : "unreadable");

/** 当前值: the year's entry, the sum up to that year, or the latest entry up to it. */
export function currentValue(
  { period, entries }: AssessedRow,
  year: number,
  [first, last]: readonly [number, number],
): Judged {
  const kind = parsePeriod(period, last).period;
  const entered = (at: number): CellValue => entries.get(at) ?? "";
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((at) => at <= year);
  const filled = years.filter((at) => !blank(entered(at)));
  if (kind === "perYear" || kind === "perTerm") {
    return year < first || year > last || blank(entered(year)) ? "none" : number(entered(year));
  }
  if (filled.length === 0) return "none";
  if (kind !== "cumulative") return number(entered(filled[filled.length - 1]!));
  const numbers = filled.map((at) => number(entered(at)));
  return numbers.every((value) => typeof value === "number")
    ? numbers.reduce((sum: number, value) => sum + value, 0)
    : "unreadable";
}

function meets(current: number, { op, value }: Target): boolean {
  const over = round(current - value);
  switch (op) {
    case "<=":
      return over <= 0;
    case "<":
      return over < 0;
    case ">":
      return over > 0;
    case "=":
      return over === 0;
    case "~":
      return round(over + Math.abs(value) * approximately) >= 0;
    default:
      return over >= 0;
  }
}

/**
 * Negative numbers and percentages over 100 are only possible for rates of change, and where the target itself is such
 * a number.
 */
function outOfDomain(current: number, { value }: Target, { measure, indicator }: AssessedRow): boolean {
  if (rateWords.some((word) => indicator.includes(word))) return false;
  return current < 0 || (measure === "%" && current > 100 && value <= 100);
}

/**
 * Whether the user has to be asked about a judged number, because it is likely off by a hundred or more and nobody has
 * confirmed it. For a sum, every part is checked.
 */
function isAsked(current: number, row: AssessedRow, [first, last]: readonly [number, number]): boolean {
  const bounds = doubtBounds(row);
  if (!hasDoubts(bounds)) return false;
  const doubtful = (value: number): boolean =>
    isDoubtful(value, bounds) && !isConfirmed(value, row.measure, row.remark ?? "");
  if (parsePeriod(row.period, last).period !== "cumulative") return doubtful(current);
  const parts = [...row.entries].flatMap(([year, entry]) =>
    typeof entry === "number" && year >= first && year <= last ? [entry] : [],
  );
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  const below = least === 0 ? current : least;
  return (doubtful(below) && Math.abs(below) <= bounds.low) || (doubtful(most) && Math.abs(most) > bounds.high);
}

/**
 * The status of one row.
 * @param planYears first and last year of the plan, both included
 */
export function assess(row: AssessedRow, asOf: AsOf, planYears: readonly [number, number]): Assessment {
  const { year } = asOf;
  if (isTask(row)) return assessTask(row, asOf, planYears);
  const judged = currentValue(row, year, planYears);
  if (judged === "none") return { status: "notReported", ...withTarget(row.target) };
  const target = parseTarget(row.target);
  if (judged === "unreadable" || !target) return { status: "unreadable", ...withTarget(row.target) };
  if (outOfDomain(judged, target, row) || isAsked(judged, row, planYears)) return { status: "unreadable", target };
  const status = meets(judged, target) ? "reached" : notMet(judged, target, row, asOf, planYears);
  return { status, current: judged, target, gap: round(target.value - judged) };
}

/** Whether the row is a task without a promised number, which is either done or not. */
export const isTask = ({ target }: Pick<AssessedRow, "target">): boolean => blank(target);

/**
 * The status of a task by the word typed for the year. A task with a deadline stays done; a task without one is asked
 * for anew each year.
 */
function assessTask({ due, entries }: AssessedRow, asOf: AsOf, [first, last]: readonly [number, number]): Assessment {
  const { year } = asOf;
  const entered = (at: number): string => (at < first || at > last ? "" : trimmed(entries.get(at) ?? ""));
  const own = entered(year);
  const hasDue = typeof due === "number";
  const before = Array.from({ length: last - first + 1 }, (_, index) => last - index).find(
    (at) => at < year && entered(at) !== "",
  );
  const content = own === "" && hasDue && before !== undefined && entered(before) === "已完成" ? "已完成" : own;
  const word = qualityWords.find((one) => one === content);
  if (content !== "" && !word) return { status: "unreadable" };
  if (word !== "已完成" && hasDue && due <= asOfDay(asOf))
    return { status: "overdue", ...(word ? { word } : {}), daysOverdue: asOfDay(asOf) - Math.floor(due) };
  return word ? { status: wordStatuses[word], word } : { status: "notReported" };
}

/** The status of a number that does not meet its target. */
function notMet(
  judged: number,
  target: Target,
  { period: text, due: day }: AssessedRow,
  asOf: AsOf,
  [first, last]: readonly [number, number],
): StatusKey {
  const { year, month } = asOf;
  const { period, due } = parsePeriod(text, last);
  const isYearly = period === "perYear" || period === "perTerm";
  const isCeiling = target.op === "<=" || target.op === "<";
  // A ceiling for the year stays exceeded, whatever is still to come.
  if (isYearly && isCeiling) return "missed";
  const isYearOver =
    month === wholeYear ||
    (typeof day === "number" && day <= asOfDay(asOf) && day > asOfDay({ year: year - 1, month: wholeYear }));
  const late = isYearly ? 0 : year - due;
  if (late > 0 || (late === 0 && isYearOver)) return "missed";
  if (period !== "cumulative") return "underWay";
  if (isCeiling) return "behind";
  const pace = (target.value * (12 * (year - first) + month)) / (12 * (due - first + 1));
  return round(judged - pace) >= 0 ? "onPace" : "behind";
}

function withTarget(content: CellValue): { target?: Target } {
  const target = parseTarget(content);
  return target ? { target } : {};
}
