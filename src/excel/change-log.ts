import { header } from "../matrix/look";
import type { CellValue } from "../matrix/sheet";
import { asWritten } from "./cell-text";
import type { SideSheet } from "./read-matrix";
import { rangeOf } from "./sheet-contents";
import { logSheetName } from "./sheet-names";
import type { LoggedChange } from "./store/journal";
import { queueStyle } from "./write-sheet";

const headers = ["时间", "操作", "类别", "位置", "说明", "改前", "改后", "方案"];
const widths = [110, 50, 70, 180, 260, 180, 180, 200];

/** One run of a sync, or its undoing, as 变更记录 tells of it. */
export interface LoggedRun {
  /** ISO date and time. */
  at: string;
  action: "同步" | "撤销";
  plan: string;
  changes: readonly LoggedChange[];
}

/** `2026-11-24 10:32:05`, in the user's own time. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const linesOf = ({ at, action, plan, changes }: LoggedRun): CellValue[][] =>
  changes.map(({ kind, place, description, before, after }) => [localTime(at), action, kind, place, description, before, after, plan]);

/** Queues appending a row for each change. */
export function queueLog(context: Excel.RequestContext, there: SideSheet | undefined, run: LoggedRun): void {
  const lines = linesOf(run);
  if (lines.length === 0) return;
  const fresh = !there || there.end === 0;
  const sheet = there?.sheet ?? context.workbook.worksheets.add(logSheetName);
  const start = fresh ? 0 : there.end;
  const all = fresh ? [headers, ...lines] : lines;
  rangeOf(sheet, { row: start, column: 0, rows: all.length, columns: headers.length }).values = all.map((line) => line.map(asWritten));
  if (!fresh) return;
  const top = { row: 0, column: 0, rows: 1, columns: headers.length };
  queueStyle(rangeOf(sheet, top), header, top);
  widths.forEach((width, column) => void (rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = width));
  sheet.freezePanes.freezeRows(1);
}

/** Whether a run is told of already. */
export const isLogged = (values: readonly (readonly CellValue[])[], { at, action }: Pick<LoggedRun, "at" | "action">): boolean =>
  values.some((row) => row[0] === localTime(at) && row[1] === action);
