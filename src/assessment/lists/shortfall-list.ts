import { inChinese } from "../../plan/sentence";
import { cellAddress } from "../../matrix/address";
import * as look from "../../matrix/look";
import { isFilled } from "../../matrix/ownership";
import { parseRowKey, rowIdentity } from "../../matrix/row-key";
import { shortfallMark, statuses, statusText, type StatusKey } from "../../matrix/statuses";
import type { CellValue, SheetData } from "../../matrix/sheet";
import { hashOf } from "../../plan/identity";
import { asOfSentence } from "../as-of";
import { shortText } from "../breakdown";
import type { YearResults, RowResult } from "../year-results";
import { listSheet, ownColumns, type ListColumn, type ListTitle } from "./list-sheet";
import { planName } from "../plan-name";
import { centred, keyWidth, listHeader, titleStyles } from "./page";
import { keepingOwn, keyHeader, type HeldList, type HeldListRow } from "./typed";

/** Lists of earlier versions lack this column; there it is the user's own. */
const deadlineHeader = "完成时限";

/** Columns of 未达标清单; people fill in the `typed` ones. */
const columns: readonly (ListColumn & { typed?: boolean })[] = [
  { header: keyHeader, width: keyWidth, style: { wrap: false } },
  { header: "序号", width: 30, style: centred },
  { header: "板块", width: 66 },
  { header: "任务", width: 96 },
  { header: "指标", width: 92 },
  { header: "口径", width: 44, style: centred },
  { header: deadlineHeader, width: 58, style: centred },
  { header: "目标", width: 54, style: centred },
  { header: "实际", width: 54, style: centred },
  { header: "差距", width: 56, style: { ...centred, bold: true } },
  { header: "状态", width: 50, style: { ...centred, bold: true } },
  { header: "牵头单位", width: 84 },
  { header: "说明", width: 100 },
  { header: "整改措施", width: 120, typed: true, style: { fill: look.colours.input, unlocked: true } },
  {
    header: "整改时限",
    width: 58,
    typed: true,
    style: { ...centred, fill: look.colours.input, unlocked: true, numberFormat: "yyyy/m/d" },
  },
  { header: "责任人", width: 52, typed: true, style: { ...centred, fill: look.colours.input, unlocked: true } },
];

export const shortfallHeaders = columns.map(({ header }) => header);
const ours = new Set(shortfallHeaders);

/**
 * The content of a key cell: the row of the matrix, and a hash of 说明 as it was written, so that changes by people are
 * noticed.
 */
const keyStart = "l2";
const formerStart = "l1|";
const keyOf = (keyText: string, explanation: string): string => [keyStart, hashOf(explanation), keyText].join("|");

function readKey(text: string): { hash: string; identity: string } | undefined {
  const [mark, hash, ...rest] = text.split("|");
  const key = mark === keyStart || `${mark}|` === formerStart ? parseRowKey(rest.join("|")) : undefined;
  return key && { hash: hash!, identity: rowIdentity(key) };
}

export interface ShortfallList {
  sheet: SheetData;
  /** Rows that are 未完成 now: numbers that fall short, and overdue tasks. */
  short: number;
  /** Other rows, kept because people have typed in them. */
  kept: number;
}

/**
 * 未达标清单: what is 未完成 in a year, with columns for what is to be done about it. Numbers come in the order of the sheet,
 * then tasks, the longest overdue first. What somebody typed in the former list is carried over: into its row by key,
 * or into a row below where it no longer falls short.
 */
export function shortfallList(
  results: YearResults,
  tableName: string,
  sheetName: string,
  found?: HeldList,
): ShortfallList {
  const held = found && keepingOwn(found, deadlineHeader, formerStart);
  const own = (held?.headers ?? []).filter((header) => !ours.has(header));
  const typedHeaders = [...columns.filter(({ typed }) => typed).map(({ header }) => header), ...own];
  const before = new Map<string, HeldListRow[]>();
  const written: HeldListRow[] = [];
  for (const row of held?.rows ?? []) {
    const identity = readKey(row.key)?.identity;
    if (identity === undefined) written.push(row);
    else before.set(identity, [...(before.get(identity) ?? []), row]);
  }
  // Sorting is stable, and numbers have no days overdue, so they keep the order of the sheet.
  const listed = results.rows
    .filter(({ status }) => statuses[status].short)
    .sort(
      (a, b) =>
        Number(a.daysOverdue !== undefined) - Number(b.daysOverdue !== undefined) ||
        (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0),
    );
  const lines = listed.map((row, index) =>
    lineOf(row, index + 1, statusText(row.status), before.get(row.identity)?.shift(), typedHeaders),
  );
  const byIdentity = new Map(results.rows.map((row) => [row.identity, row]));
  const others = [...before].flatMap(([identity, rows]) =>
    rows
      .filter((row) => isTypedIn(row, typedHeaders))
      .map((row) => {
        const now = byIdentity.get(identity);
        return now
          ? lineOf(now, "", settled(now.status), row, typedHeaders)
          : { ...row.cells, 序号: "", 状态: "已移出方案" };
      }),
  );
  const all: Record<string, CellValue>[] = [...lines, ...others, ...written.map(({ cells }) => cells)];
  return {
    sheet: layOut(results, all, own, tableName, sheetName, held),
    short: listed.length,
    kept: all.length - listed.length,
  };
}

/** The status text of a row that was listed and is no longer 未完成. */
const settled = (status: StatusKey): string => settledTexts[status] ?? statuses[status].name;
const settledTexts: Partial<Record<StatusKey, string>> = { reached: "已达标", done: "已完成" };

function lineOf(
  row: RowResult,
  number: CellValue,
  status: string,
  before: HeldListRow | undefined,
  typedHeaders: readonly string[],
): Record<string, CellValue> {
  const explained =
    before !== undefined && hasOwnExplanation(before) ? { 说明: before.cells.说明! } : { 说明: row.explanation };
  return {
    [keyHeader]: keyOf(row.key, row.explanation),
    序号: number,
    板块: row.headings,
    任务: row.task,
    指标: row.indicator,
    口径: row.period,
    [deadlineHeader]: row.deadline,
    目标: row.target,
    实际: row.actual,
    差距: inChinese(row.gapText),
    状态: status,
    牵头单位: row.leads.join("、"),
    ...explained,
    ...Object.fromEntries(typedHeaders.map((header) => [header, before?.cells[header] ?? ""])),
  };
}

/** Whether people have changed 说明 since it was written. */
function hasOwnExplanation({ key, cells }: HeldListRow): boolean {
  const now = cells.说明 ?? "";
  return isFilled(now) && readKey(key)?.hash !== hashOf(String(now));
}

const isTypedIn = (row: HeldListRow, typedHeaders: readonly string[]): boolean =>
  typedHeaders.some((header) => isFilled(row.cells[header])) || hasOwnExplanation(row);

const titleText = ({ plan }: YearResults): string => `${planName(plan)}未达标清单`;
const noteText = (results: YearResults): string =>
  `按 ${results.year} 年评估，${inChinese(asOfSentence(results))}：${inChinese(shortText(results) ?? "没有未完成的项目")}。整改措施、整改时限、责任人、说明和自加的列可以填写，重新生成时保留；其余各列由责任矩阵得出。`;

function layOut(
  results: YearResults,
  rows: readonly Record<string, CellValue>[],
  own: readonly string[],
  tableName: string,
  sheetName: string,
  held: HeldList | undefined,
): SheetData {
  const shown = [...columns, ...ownColumns(own, held)];
  const title: ListTitle = {
    kind: "shortfalls",
    title: titleText(results),
    note: noteText(results),
    isNote: /^按 \d{4} 年评估[：，]/,
  };
  const { header, body, ...sheet } = listSheet(title, shown, rows, held, { tableName, headerHeight: 24, paper: "a4" });
  const status = shortfallHeaders.indexOf("状态");
  const statusCell = cellAddress(body.row, status, { column: true });
  return {
    ...sheet,
    name: sheetName,
    tabColor: look.colours.shortText,
    styles: [
      ...titleStyles(),
      { area: header, style: listHeader },
      { area: body, style: look.body },
      ...shown.flatMap(({ style }, column) => (style ? [{ area: { ...body, column, columns: 1 }, style }] : [])),
    ],
    conditionalFormats: [
      {
        area: { ...body, column: status, columns: 1 },
        formula: `=LEFT(${statusCell},1)="${shortfallMark}"`,
        fill: look.colours.shortFill,
        color: look.colours.shortText,
      },
      {
        area: { ...body, column: status, columns: 1 },
        formula: `=OR(${Object.values(settledTexts)
          .map((text) => `${statusCell}="${text}"`)
          .join(",")})`,
        fill: look.colours.reachedFill,
        color: look.colours.reachedText,
      },
    ],
    freeze: { rows: body.row, columns: shortfallHeaders.indexOf("口径") },
  };
}
