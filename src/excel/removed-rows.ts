import type { RemovedRow } from "../matrix/carry";
import type { CellValue } from "../matrix/sheet";
import { asWritten } from "./cell-text";

/** The sheet that takes what leaves the plan, with everything that was typed in it. */
export const removedSheetName = "已移出";

/** Column keys of the matrix, in the order in which they are written. */
export type RemovedColumns = string[];

/** Appends rows as `列：值` pairs under what is there already, one row of the plan a line, so that columns of different plans do not mix. */
export async function queueRemoved(context: Excel.RequestContext, columns: RemovedColumns, removed: RemovedRow[]): Promise<void> {
  const existing = context.workbook.worksheets.getItemOrNullObject(removedSheetName);
  const used = existing.getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  const sheet = existing.isNullObject ? context.workbook.worksheets.add(removedSheetName) : existing;
  const start = used.isNullObject ? 0 : used.rowIndex + used.rowCount + 1;
  const lines: CellValue[][] = [columns.map(label), ...removed.map(({ cells }) => columns.map((key) => asWritten(cells[key] ?? "")))];
  sheet.getRangeByIndexes(start, 0, lines.length, columns.length).values = lines;
  sheet.getRangeByIndexes(start, 0, 1, columns.length).format.font.bold = true;
  await context.sync();
}

const labels: Record<string, string> = {
  key: "键",
  number: "序号",
  section: "板块",
  task: "任务",
  indicator: "指标",
  period: "口径",
  target: "目标",
  measure: "计量单位",
  current: "当前值",
  ratio: "完成率",
  status: "状态",
  evidence: "佐证材料",
  remark: "备注",
};

const label = (key: string): string => labels[key] ?? asWritten(key.replace(/^(?:actual|user|unit|group):/, "")).toString();
