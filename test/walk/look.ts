import {
  readProgress,
  readReport,
  readReporting,
  readYearResults,
  type Progress,
  type ReportingOverview,
} from "../../src/excel/assessment";
import { readStatus, type MatrixStatus } from "../../src/excel/status";
import type { Report } from "../../src/assessment/report";
import type { YearResults } from "../../src/assessment/year-results";
import type { CellValue } from "../../src/matrix/sheet";
import type { Office } from "./office";
import { linesOf, removedLines, seenMatrix, type SeenMatrix } from "./seen";

/** Everything that can be seen of the workbook at one moment: cells, and what the product says about them. */
export interface Look {
  matrix: SeenMatrix;
  removed: Record<string, CellValue>[];
  /** Lines of 填报明细. */
  details: Record<string, CellValue>[];
  /** Lines of 变更记录. */
  log: Record<string, CellValue>[];
  /** Whether formulas show what they should. */
  isCalculated: boolean;
  /** What 检查 shows, if it was looked at. */
  results?: YearResults;
  /** What 首页 shows, if it was looked at. */
  progress?: Progress;
  /** What is looked at only now and then. */
  more?: { status: MatrixStatus; report: Report; reporting: ReportingOverview };
}

/** How much is looked at: the sheets; also 检查; also 首页; everything. Looking takes most of a walk's time. */
export type Care = "little" | "some" | "more" | "all";

export async function lookAt(office: Office, care: Care): Promise<Look> {
  const isThorough = care === "all";
  if (isThorough) await office.calculate();
  const { host } = office;
  const matrix = seenMatrix(host);
  if (!matrix) throw new Error("the matrix is gone");
  return {
    matrix,
    removed: removedLines(host),
    details: linesOf(host, "填报明细", ["键", "年度", "单位", "填报数"]) ?? [],
    log: linesOf(host, "变更记录", ["时间", "操作", "改前", "改后"]) ?? [],
    isCalculated: office.isCalculated,
    ...(care === "little" ? {} : { results: await readYearResults() }),
    ...(care === "little" || care === "some" ? {} : { progress: (await readProgress())! }),
    ...(isThorough
      ? {
          more: {
            status: (await readStatus())!,
            report: await readReport({ kind: "annual", date: "2025-12-31" }),
            reporting: await readReporting(),
          },
        }
      : {}),
  };
}
