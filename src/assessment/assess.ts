import { doubtBounds, hasDoubts, isConfirmed, isDoubtful } from "../matrix/doubts";
import { approximately, decimals, rateWords, type StatusKey } from "../matrix/statuses";
import { parsePeriod, parseTarget, type Target } from "../matrix/target-text";
import type { CellValue } from "../matrix/sheet";

/**
 * The status rules of DESIGN §4 in TypeScript, for lists and reports. `src/matrix/formulas.ts` states them as formulas;
 * a property test holds the two together, so a change here is a change there.
 */
export interface AssessedRow {
  /** The row's cells as the sheet holds them. */
  indicator: string;
  period: string;
  target: CellValue;
  measure: string;
  /** 备注, where a number that looks wrong is said to be right. */
  remark?: CellValue;
  /** By year: what was entered; `""` for nothing. */
  entries: ReadonlyMap<number, CellValue>;
}

export interface Assessment {
  status: StatusKey;
  /** What was judged: a number, or undefined when nothing usable was entered. */
  current?: number;
  /** Parsed target, absent for rows without a number promised. */
  target?: Target;
  /** How much is missing to the target, in the measure of the row; positive when short. */
  gap?: number;
}

const blank = (entry: CellValue): boolean => typeof entry === "string" && entry.replace(/ /g, "") === "";
const round = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

type Judged = number | "none" | "unreadable";
const number = (entry: CellValue): Judged => (typeof entry === "number" ? entry : "unreadable");

/** 当前值: that year's entry, the sum up to it, or the latest up to it. */
export function currentValue({ period, entries }: AssessedRow, year: number, [first, last]: readonly [number, number]): Judged {
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
  return numbers.every((value) => typeof value === "number") ? numbers.reduce((sum: number, value) => sum + value, 0) : "unreadable";
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

/** Negative numbers, and percentages over 100, make sense only for rates of change and for targets that are themselves so. */
function outOfDomain(current: number, { value }: Target, { measure, indicator }: AssessedRow): boolean {
  if (rateWords.some((word) => indicator.includes(word))) return false;
  return current < 0 || (measure === "%" && current > 100 && value <= 100);
}

/** Whether a number that is judged is likely off by a hundred or more, and nobody has said that it is right; of a sum every part. */
function isAsked(current: number, row: AssessedRow, [first, last]: readonly [number, number]): boolean {
  const bounds = doubtBounds(row);
  if (!hasDoubts(bounds)) return false;
  const doubtful = (value: number): boolean => isDoubtful(value, bounds) && !isConfirmed(value, row.measure, row.remark ?? "");
  if (parsePeriod(row.period, last).period !== "cumulative") return doubtful(current);
  const parts = [...row.entries].flatMap(([year, entry]) => (typeof entry === "number" && year >= first && year <= last ? [entry] : []));
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  const below = least === 0 ? current : least;
  return (doubtful(below) && Math.abs(below) <= bounds.low) || (doubtful(most) && Math.abs(most) > bounds.high);
}

/**
 * The status of one row for 评估年度 `year` in a plan of the years `planYears` (first and last, both included).
 */
export function assess(row: AssessedRow, year: number, planYears: readonly [number, number]): Assessment {
  const [first, last] = planYears;
  if (typeof row.target === "string" && blank(row.target)) return { status: "unquantified" };
  const judged = currentValue(row, year, planYears);
  if (judged === "none") return { status: "notReported", ...withTarget(row.target) };
  const target = parseTarget(row.target);
  if (judged === "unreadable" || !target) return { status: "unreadable", ...withTarget(row.target) };
  if (outOfDomain(judged, target, row) || isAsked(judged, row, planYears)) return { status: "unreadable", target };
  const known = { current: judged, target, gap: round(target.value - judged) };
  if (meets(judged, target)) return { status: "reached", ...known };
  const { period, due } = parsePeriod(row.period, last);
  if (period === "perYear" || period === "perTerm" || year >= due) return { status: "missed", ...known };
  if (period !== "cumulative") return { status: "underWay", ...known };
  if (target.op === "<=" || target.op === "<") return { status: "behind", ...known };
  const pace = (target.value * (year - first + 1)) / (due - first + 1);
  return { status: round(judged - pace) >= 0 ? "onPace" : "behind", ...known };
}

function withTarget(content: CellValue): { target?: Target } {
  const target = parseTarget(content);
  return target ? { target } : {};
}
