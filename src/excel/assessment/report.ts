import { reportOf, type AssessmentKind, type Report } from "../../assessment/report";
import type { Detail } from "../../assessment/details";
import { rowIdentity } from "../../matrix/row-key";
import { inExcel } from "../session";
import { reportedRows } from "../status";
import { overviewOf } from "./forms";
import { readGround } from "./ground";

export interface ReportRequest {
  /** 评估年度; the sheet's own where absent. */
  year?: number;
  kind: AssessmentKind;
  /** ISO date. */
  date: string;
}

/** The report of what the workbook holds now; one round trip, nothing is written. */
export function readReport({ year: wanted, kind, date }: ReportRequest): Promise<Report> {
  return inExcel(async (context) => {
    const ground = await readGround(context);
    const { plan, held, details } = ground;
    const { year, units } = overviewOf(ground, wanted);
    const explained = explanations(details, year);
    const rows = reportedRows(held).flatMap((row, index) => {
      const { key, cells } = held.rows[index]!;
      // Rows that people wrote themselves belong to no task of the plan.
      return key ? [{ ...row, number: String(cells.number ?? ""), explanation: explained.get(rowIdentity(key)) ?? "" }] : [];
    });
    const missing = units.filter(({ asked, hasReported }) => asked > 0 && !hasReported).map(({ name }) => name);
    return reportOf({ planTitle: plan.title, issuer: plan.issuer ?? "", year, kind, planYears: plan.years, rows, missing, date });
  });
}

/** What units have said of a row, with their names where several have. */
function explanations(details: readonly Detail[], year: number): Map<string, string> {
  const told = new Map<string, Detail[]>();
  for (const detail of details) {
    if (detail.year === year && detail.explanation.content !== "") told.set(detail.identity, [...(told.get(detail.identity) ?? []), detail]);
  }
  return new Map([...told].map(([identity, all]) => [identity, all.map(({ unit, explanation }) => (all.length > 1 ? `${unit}：${explanation.content}` : explanation.content)).join("；")]));
}
