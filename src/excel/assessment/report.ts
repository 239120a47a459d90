import { reportOf, type AssessmentKind, type Report } from "../../assessment/report";
import { explainingRows } from "../../assessment/reported-rows";
import { inPieces, pauseWhenDue } from "../pause";
import { inExcel } from "../session";
import { overviewing } from "./forms";
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
    const { year, chase } = await inPieces(overviewing(ground, wanted));
    await pauseWhenDue();
    const rows = (await inPieces(explainingRows(held, details, year))).map(({ explained }) => explained);
    await pauseWhenDue();
    return reportOf({ planTitle: plan.title, issuer: plan.issuer ?? "", year, kind, planYears: plan.years, rows, chase, date });
  });
}
