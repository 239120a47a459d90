import type { Words } from "../plan/sentence";
import { statuses, type StatusKey } from "../matrix/statuses";
import { assess, type Assessment } from "./assess";
import { tally } from "./breakdown";
import { gapText } from "./judge";
import type { ReportedRow } from "./reported-rows";

export interface Shortfall extends Assessment {
  row: ReportedRow;
  /** `差 2 所`, or `超 3 人` for an upper limit. */
  gapText: Words;
}

export interface Standing {
  year: number;
  counts: Record<StatusKey, number>;
  shortfalls: Shortfall[];
}

/** Where all rows stand in 评估年度 `year`; what falls short comes first with the largest missing share. */
export function standing(rows: readonly ReportedRow[], year: number, planYears: readonly [number, number]): Standing {
  const assessed = rows.map((row) => ({ row, ...assess(row, year, planYears) }));
  const shortfalls = assessed.flatMap((one) => (statuses[one.status].short ? [{ ...one, gapText: gapText(one, one.row.measure) }] : []));
  const share = ({ gap, target }: Shortfall): number => Math.abs(gap ?? 0) / Math.max(Math.abs(target?.value ?? 1), 1e-9);
  return { year, counts: tally(assessed).counts, shortfalls: shortfalls.sort((a, b) => share(b) - share(a)) };
}
