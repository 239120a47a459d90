import { approximately } from "../matrix/statuses";
import { parsePeriod, parseTarget } from "../matrix/target-text";
import { isRate, isShare, isWhole, type Asked } from "./entry";

/** What may be entered for a number, as a cell's validation can say it. */
export interface Limit {
  kind: "whole" | "decimal";
  /** Absent: any. */
  min?: number;
  max?: number;
  /** Outside, the user is asked whether it is right; else it is refused. */
  isQuestion: boolean;
  /** In words, for the hint and the refusal. */
  text: string;
}

/** Over this many times an approximate target (左右、约) a number is more likely a slip than a feat. */
const doubtfulTimes = 1.5;

export function limitOf(asked: Asked): Limit {
  const target = parseTarget(asked.target);
  const kind = isWhole(asked) ? "whole" : "decimal";
  const number = kind === "whole" ? "整数" : "数字";
  if (isRate(asked.indicator)) return { kind: "decimal", isQuestion: true, text: "只填数字，可以是负数" };
  if (isShare(asked)) return { kind: "decimal", min: 0, max: 100, isQuestion: false, text: "只填数字部分（0—100），不带“%”" };
  if (target?.op === "~" && target.value > 0) return { kind, min: 0, max: target.value * doubtfulTimes, isQuestion: true, text: `只填${number}，与目标（约${target.value}）相差很多时请再核对` };
  return { kind, min: 0, isQuestion: false, text: `只填${number}，不带文字和单位` };
}

/** When an entry of this year is below its target (or over an upper limit), and so wants an explanation. */
export interface Threshold {
  /** What is compared: the year's entry, or all years' together. */
  of: "entry" | "sum";
  comparator: "<" | ">" | "<=" | ">=";
  value: number;
}

/** Undefined where the number is not due in `year`, or where there is none. */
export function thresholdOf({ target, period }: { target: Asked["target"]; period: string }, year: number, lastYear: number): Threshold | undefined {
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
