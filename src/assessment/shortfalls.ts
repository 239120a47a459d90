import type { Words } from "../plan/sentence";
import { statuses } from "../matrix/statuses";
import type { AsOf } from "./as-of";
import { assess, type Assessment } from "./assess";
import { tally, type Tally } from "./breakdown";
import { gapText } from "./judge";
import type { ReportedRow } from "./reported-rows";

export interface Shortfall extends Assessment {
  row: ReportedRow;
  /** `差 2 所`, or `超 3 人` for an upper limit; `逾期 30 天` for a task. */
  gapText: Words;
}

export interface Standing extends Pick<Tally, "counts"> {
  asOf: AsOf;
  shortfalls: Shortfall[];
}

/** The missing share of the target. */
const missing = ({ gap, target }: Shortfall): number =>
  Math.abs(gap ?? 0) / Math.max(Math.abs(target?.value ?? 1), 1e-9);

/** Numbers first, by missing share in descending order; then tasks, by days overdue in descending order. */
const byWeight = (a: Shortfall, b: Shortfall): number =>
  a.daysOverdue === undefined || b.daysOverdue === undefined
    ? Number(a.daysOverdue !== undefined) - Number(b.daysOverdue !== undefined) || missing(b) - missing(a)
    : b.daysOverdue - a.daysOverdue;

/** The counts of all rows by status, and the rows that are 未完成. */
export function standing(rows: readonly ReportedRow[], asOf: AsOf, planYears: readonly [number, number]): Standing {
  const assessed = rows.map((row) => ({ row, ...assess(row, asOf, planYears) }));
  const shortfalls = assessed.flatMap((one) =>
    statuses[one.status].short ? [{ ...one, gapText: gapText(one, one.row.measure) }] : [],
  );
  const { counts } = tally(assessed.map(({ row, status }) => ({ status, target: row.target })));
  return { asOf, counts, shortfalls: shortfalls.sort(byWeight) };
}
