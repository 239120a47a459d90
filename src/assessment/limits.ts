import { wholeYear } from "../matrix/as-of";
import type { CellValue } from "../matrix/sheet";
import { approximately } from "../matrix/statuses";
import { parsePeriod, parseTarget } from "../matrix/target-text";
import { asOfDay, type AsOf } from "./as-of";

/** When an entry of this year is below its target (or over an upper limit), and so wants an explanation. */
export interface Threshold {
  /** What is compared: the year's entry, or all years' together. */
  of: "entry" | "sum";
  comparator: "<" | ">" | "<=" | ">=";
  value: number;
}

/** Undefined where the number is not due yet, or where there is none: before December a year's number still grows. */
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
