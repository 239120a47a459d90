import { wholeYear } from "../matrix/as-of";
import type { CellValue } from "../matrix/sheet";
import { approximately } from "../matrix/statuses";
import { parsePeriod, parseTarget } from "../matrix/target-text";
import { asOfDay, type AsOf } from "./as-of";

/** The threshold below which (for an upper limit: above which) this year's entry needs an explanation. */
export interface Threshold {
  /** What is compared: the year's entry, or the sum of all years. */
  of: "entry" | "sum";
  comparator: "<" | ">" | "<=" | ">=";
  value: number;
}

/** Undefined without a number, and while the number is not due: before December a year's number still grows. */
export function thresholdOf(
  { target, period, due: day }: { target: CellValue; period: string; due?: CellValue },
  asOf: AsOf,
  lastYear: number,
): Threshold | undefined {
  const goal = parseTarget(target);
  if (!goal) return undefined;
  const { period: kind, due } = parsePeriod(period, lastYear);
  const isYearly = kind === "perYear" || kind === "perTerm";
  const isCeiling = goal.op === "<=" || goal.op === "<";
  const isYearOver =
    asOf.month === wholeYear ||
    (typeof day === "number" && day <= asOfDay(asOf) && day > asOfDay({ year: asOf.year - 1, month: wholeYear }));
  if (
    isYearly
      ? !isCeiling && asOf.month !== wholeYear && !isYearOver
      : asOf.year < due || (asOf.year === due && !isYearOver)
  )
    return undefined;
  const of = kind === "cumulative" ? "sum" : "entry";
  if (goal.op === "<=") return { of, comparator: ">", value: goal.value };
  if (goal.op === "<") return { of, comparator: ">=", value: goal.value };
  if (goal.op === ">") return { of, comparator: "<=", value: goal.value };
  return { of, comparator: "<", value: goal.op === "~" ? goal.value * (1 - approximately) : goal.value };
}
