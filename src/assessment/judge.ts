import { sentence, type Words } from "../plan/sentence";
import { formatTarget } from "../matrix/target-text";
import type { StatusKey } from "../matrix/statuses";
import { assess, type Assessment } from "./assess";
import { qualityWords, type QualityWord } from "./entry";
import type { ReportedRow } from "./reported-rows";

/** A row with where it stands, in the words of lists and reports. */
export interface Judged<Row extends ReportedRow = ReportedRow> {
  row: Row;
  status: StatusKey;
  /** What stands in the year's cell of a row without a number promised. */
  word?: QualityWord;
  /** With its measure; the quality word; or, where no number can be read, what was entered. */
  actual: string;
  /** With its measure. */
  target: string;
  /** `差 2 所`, or `超 3 人` for an upper limit; empty where the target is met. */
  gap: Words;
  /** Actual ÷ target; absent for upper limits, and where either is missing. */
  ratio?: number;
}

export function judge<Row extends ReportedRow>(row: Row, year: number, planYears: readonly [number, number]): Judged<Row> {
  const assessment = assess(row, year, planYears);
  const entered = String(row.entries.get(year) ?? "").trim();
  const word = assessment.status === "unquantified" ? qualityWords.find((one) => one === entered) : undefined;
  const ratio = ratioOf(assessment);
  return {
    row,
    status: assessment.status,
    ...(word ? { word } : {}),
    actual: assessment.current === undefined ? (word ?? (assessment.status === "unreadable" ? entered : "")) : `${plainNumber(assessment.current)}${row.measure}`,
    target: assessment.target ? `${formatTarget(assessment.target)}${row.measure}` : String(row.target),
    gap: gapText(assessment, row.measure),
    ...(ratio === undefined ? {} : { ratio }),
  };
}

/** 完成率, as `ratioFormula` has it. */
function ratioOf({ current, target }: Assessment): number | undefined {
  if (current === undefined || !target || target.op === "<=" || target.op === "<" || target.value === 0) return undefined;
  return current / target.value;
}

/** Plain decimal without trailing zeros. */
export const plainNumber = (value: number): string => String(Number(value.toFixed(6)));

/** What is missing, or over an upper limit; empty where the target is met, however far the number is from it. */
export function gapText({ status, gap, target }: Assessment, measure: string): Words {
  if (status === "reached" || gap === undefined || !target || gap === 0) return "";
  const upper = target.op === "<=" || target.op === "<";
  const amount = `${plainNumber(Math.abs(gap))} ${measure}`.trim();
  return upper || gap < 0 ? sentence("超 {{amount}}", { amount }) : sentence("差 {{amount}}", { amount });
}
