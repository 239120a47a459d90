import { statuses, statusKeys, type StatusKey } from "../matrix/statuses";
import { assess, type AssessedRow, type Assessment } from "./assess";

/** A row of the matrix as it is read for a report. */
export interface ReportedRow extends AssessedRow {
  /** The hidden key's text: finds the row again wherever it has been sorted to. */
  key: string;
  task: string;
  section: string;
  leads: string[];
}

export interface Shortfall extends Assessment {
  row: ReportedRow;
  /** `差 2 所`, or `超 3 人` for an upper limit. */
  gapText: string;
}

export interface Standing {
  year: number;
  counts: Record<StatusKey, number>;
  shortfalls: Shortfall[];
}

/** Plain decimal without trailing zeros. */
export const plainNumber = (value: number): string => String(Number(value.toFixed(6)));

export function gapText({ gap, target }: Assessment, measure: string): string {
  if (gap === undefined || !target) return "";
  const upper = target.op === "<=" || target.op === "<";
  if (upper || gap < 0) return `超 ${plainNumber(Math.abs(gap))} ${measure}`.trim();
  return gap === 0 ? "" : `差 ${plainNumber(gap)} ${measure}`.trim();
}

/** Where all rows stand in 评估年度 `year`; what falls short comes first with the largest missing share. */
export function standing(rows: readonly ReportedRow[], year: number, planYears: readonly [number, number]): Standing {
  const counts = Object.fromEntries(statusKeys.map((key) => [key, 0])) as Record<StatusKey, number>;
  const shortfalls: Shortfall[] = [];
  for (const row of rows) {
    const assessment = assess(row, year, planYears);
    counts[assessment.status]++;
    if (statuses[assessment.status].short) shortfalls.push({ row, ...assessment, gapText: gapText(assessment, row.measure) });
  }
  const share = ({ gap, target }: Shortfall): number => Math.abs(gap ?? 0) / Math.max(Math.abs(target?.value ?? 1), 1e-9);
  return { year, counts, shortfalls: shortfalls.sort((a, b) => share(b) - share(a)) };
}
