import type { CellValue } from "../matrix/sheet";
import { approximately } from "../matrix/statuses";
import { parsePeriod, parseTarget } from "../matrix/target-text";

/** When an entry of this year is below its target (or over an upper limit), and so wants an explanation. */
export interface Threshold {
  /** What is compared: the year's entry, or all years' together. */
  of: "entry" | "sum";
  comparator: "<" | ">" | "<=" | ">=";
  value: number;
}

/** Undefined where the number is not due in `year`, or where there is none. */
export function thresholdOf({ target, period }: { target: CellValue; period: string }, year: number, lastYear: number): Threshold | undefined {
  const goal = parseTarget(target);
  if (!goal) return undefined;
  const { period: kind, due } = parsePeriod(period, lastYear);
  if (kind !== "perYear" && kind !== "perTerm" && year < due) return undefined;
  const of = kind === "cumulative" ? "sum" : "entry";
  if (goal.op === "<=") return { of, comparator: ">", value: goal.value };
  if (goal.op === "<") return { of, comparator: ">=", value: goal.value };
  if (goal.op === ">") return { of, comparator: "<=", value: goal.value };
  return { of, comparator: "<", value: goal.op === "~" ? goal.value * (1 - approximately) : goal.value };
}
