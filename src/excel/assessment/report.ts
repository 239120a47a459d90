import { asOfIn, type AsOf } from "../../assessment/as-of";
import { reportOf, type Report } from "../../assessment/report";
import { kindIn, kindsIn, reportName, type AssessmentKind } from "../../assessment/report-kind";
import { explainingRows } from "../../assessment/reported-rows";
import { ExcelFailure } from "../failure";
import { runWithPauses, pauseWhenDue } from "../pause";
import { inExcel } from "../session";
import { overviewing } from "./forms";
import { readAssessmentData } from "./assessment-data";

export interface ReportRequest {
  /** 评估年度; the sheet's own if absent. */
  year?: number;
  /** If absent, follows from the year's place in the plan. */
  kind?: AssessmentKind;
  /** ISO date. */
  date: string;
}

/**
 * The report on what the workbook holds now. One round trip; writes nothing.
 * @throws ExcelFailure `NoMatrix`; `WrongKind` if there is no such report for the year
 */
export function readReport({ year: wanted, kind: wantedKind, date }: ReportRequest): Promise<Report> {
  return inExcel(async (context) => {
    const data = await readAssessmentData(context);
    const { plan, matrix, details } = data;
    const { year, chase } = await runWithPauses(overviewing(data, wanted));
    const asOf = asOfIn(matrix, year);
    const kind = wantedKind ?? kindIn(asOf, plan.years);
    if (!kindsIn(asOf, plan.years).includes(kind)) throw wrongKind(kind, asOf, plan.years);
    await pauseWhenDue();
    const rows = (await runWithPauses(explainingRows(matrix, details, year))).map(({ explained }) => explained);
    await pauseWhenDue();
    return reportOf({
      planTitle: plan.title,
      issuer: plan.issuer ?? "",
      asOf,
      kind,
      planYears: plan.years,
      rows,
      chase,
      date,
    });
  });
}

const wrongKind = (kind: AssessmentKind, asOf: AsOf, years: readonly [number, number]): ExcelFailure =>
  new ExcelFailure(
    "WrongKind",
    { year: asOf.year, first: years[0], last: years[1], report: reportName(kind, asOf, years) },
    { detail: `${kind} in ${asOf.year}` },
  );
