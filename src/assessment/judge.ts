import { sentence, type Words } from "../plan/sentence";
import { formatTarget } from "../matrix/target-text";
import type { StatusKey } from "../matrix/statuses";
import type { AsOf } from "./as-of";
import { assess, isTask, type Assessment } from "./assess";
import type { ReportedRow } from "./reported-rows";

/** A row with its status, in the words of lists and reports. */
export interface Judged<Row extends ReportedRow = ReportedRow> {
  row: Row;
  status: StatusKey;
  /** With its measure; the word for a task; or, where nothing is readable, the entry itself. */
  actual: string;
  /** With its measure; empty for a task without a number. */
  target: string;
  /** `差 2 所`, or `超 3 人` for an upper limit, `逾期 30 天` for a task; empty where nothing is missing. */
  gap: Words;
  /** Actual ÷ target; absent for upper limits and where either number is missing. */
  ratio?: number;
  /** Only for a task that is 逾期. */
  daysOverdue?: number;
}

export function judge<Row extends ReportedRow>(
  row: Row,
  asOf: AsOf,
  planYears: readonly [number, number],
): Judged<Row> {
  const assessment = assess(row, asOf, planYears);
  const { status, word, daysOverdue } = assessment;
  const entered = String(row.entries.get(asOf.year) ?? "").trim();
  const ratio = ratioOf(assessment);
  return {
    row,
    status,
    actual:
      assessment.current === undefined
        ? (word ?? (status === "unreadable" ? entered : ""))
        : `${plainNumber(assessment.current)}${row.measure}`,
    target: isTask(row)
      ? ""
      : assessment.target
        ? `${formatTarget(assessment.target)}${row.measure}`
        : String(row.target),
    gap: gapText(assessment, row.measure),
    ...(ratio === undefined ? {} : { ratio }),
    ...(daysOverdue === undefined ? {} : { daysOverdue }),
  };
}

/** 完成率, as `ratioFormula` has it. */
function ratioOf({ current, target }: Assessment): number | undefined {
  if (current === undefined || !target || target.op === "<=" || target.op === "<" || target.value === 0)
    return undefined;
  return current / target.value;
}

/** Plain decimal without trailing zeros. */
export const plainNumber = (value: number): string => String(Number(value.toFixed(6)));

/**
 * The gap in words: what is missing, what exceeds an upper limit, or for how long a task is overdue. Empty where the
 * target is met, however far the number is from it.
 */
export function gapText({ status, gap, target, daysOverdue }: Assessment, measure: string): Words {
  if (daysOverdue !== undefined)
    return daysOverdue === 0 ? sentence("已到期") : sentence("逾期 {{count}} 天", { count: daysOverdue });
  if (status === "reached" || gap === undefined || !target || gap === 0) return "";
  const upper = target.op === "<=" || target.op === "<";
  const amount = `${plainNumber(Math.abs(gap))} ${measure}`.trim();
  return upper || gap < 0 ? sentence("超 {{amount}}", { amount }) : sentence("差 {{amount}}", { amount });
}
