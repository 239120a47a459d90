import { header } from "../matrix/look";
import type { CellValue } from "../matrix/sheet";
import { kindNames } from "../sync/change";
import { quietRenames } from "../sync/quiet-renames";
import { asWritten } from "./cell-text";
import type { SideSheet } from "./read-matrix";
import { rangeOf } from "./sheet-contents";
import { logSheetName } from "./sheet-names";
import type { HistoryEntry, LoggedChange } from "./store/journal";
import { queueStyle } from "./write-sheet";

const headers = ["时间", "操作", "类别", "位置", "说明", "改前", "改后", "方案"];
const widths = [110, 50, 70, 180, 260, 180, 180, 200];

/** One run as 变更记录 lists it: a sync, its undoing, or generating over an existing sheet. */
export interface LoggedRun {
  /** ISO date and time. */
  at: string;
  action: "同步" | "撤销" | "生成";
  plan: string;
  changes: readonly LoggedChange[];
}

/** `2026-11-24 10:32:05`, in the user's time zone. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const linesOf = ({ at, action, plan, changes }: LoggedRun): CellValue[][] =>
  changes.map(({ kind, place, description, before, after }) => [
    localTime(at),
    action,
    kind,
    place,
    description,
    before,
    after,
    plan,
  ]);

/** Queues appending a row for each change. */
export function queueLog(context: Excel.RequestContext, log: SideSheet | undefined, run: LoggedRun): void {
  const lines = linesOf(run);
  if (lines.length === 0) return;
  const fresh = !log || log.end === 0;
  const sheet = log?.sheet ?? context.workbook.worksheets.add(logSheetName);
  const start = fresh ? 0 : log.end;
  const all = fresh ? [headers, ...lines] : lines;
  rangeOf(sheet, { row: start, column: 0, rows: all.length, columns: headers.length }).values = all.map((line) =>
    line.map(asWritten),
  );
  if (!fresh) return;
  const top = { row: 0, column: 0, rows: 1, columns: headers.length };
  queueStyle(rangeOf(sheet, top), header, top);
  widths.forEach(
    (width, column) => void (rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = width),
  );
  sheet.freezePanes.freezeRows(1);
}

/** Whether the log already ends with these lines, apart from their time. One round trip if there is a log. */
export async function isLastInLog(
  context: Excel.RequestContext,
  log: SideSheet | undefined,
  run: LoggedRun,
): Promise<boolean> {
  const lines = linesOf(run).map(([, ...rest]) => rest.map(String));
  if (!log || log.end < lines.length + 1) return false;
  const last = rangeOf(log.sheet, {
    row: log.end - lines.length,
    column: 1,
    rows: lines.length,
    columns: headers.length - 1,
  });
  last.load("values");
  await context.sync();
  return JSON.stringify((last.values as CellValue[][]).map((row) => row.map(String))) === JSON.stringify(lines);
}

/**
 * What a sync did, and unit renamings that it knew of but that the user did not take into the sheet. Forms sent out or
 * returned under either name are matched by these lines.
 */
export const changesDone = ({ changes, undo }: Pick<HistoryEntry, "changes" | "undo">): LoggedChange[] => [
  ...changes,
  ...quietRenames(undo)
    .filter(
      ({ from, to }) =>
        !changes.some(({ kind, before, after }) => kind === kindNames.unitRenamed && before === from && after === to),
    )
    .map(({ from, to }) => ({
      kind: kindNames.unitRenamed,
      place: to,
      description: `单位“${from}”在方案中更名为“${to}”，表中列名没有改动`,
      before: from,
      after: to,
    })),
];

/** What undoing a sync did: each of its changes in reverse. */
export const changesUndone = (entry: Pick<HistoryEntry, "at" | "changes" | "undo">): LoggedChange[] =>
  changesDone(entry).map(({ kind, place, description, before, after }) => ({
    kind: "撤销",
    place,
    description: `撤回 ${localTime(entry.at)} 同步的“${kind}”：${description}`,
    before: after,
    after: before,
  }));

/** Whether the log already lists a run. */
export const isLogged = (
  values: readonly (readonly CellValue[])[],
  { at, action }: Pick<LoggedRun, "at" | "action">,
): boolean => values.some((row) => row[0] === localTime(at) && row[1] === action);
