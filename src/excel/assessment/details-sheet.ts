import type { AsOf } from "../../assessment/as-of";
import {
  detailKey,
  nothing,
  sameDetail,
  underPresentNames,
  type Detail,
  type Reported,
} from "../../assessment/details";
import { droppedKey, whyDropped, type Dropped } from "../../assessment/dropped";
import { qualityWords, type QualityWord } from "../../assessment/entry";
import { wholeYear } from "../../matrix/as-of";
import type { LocatedMatrix } from "../../matrix/locate";
import { plannedRows } from "../../assessment/answering";
import type { PresentNames } from "../../assessment/present-names";
import type { CellValue } from "../../matrix/sheet";
import { inChinese } from "../../plan/sentence";
import { localTime } from "../change-log";
import { detailsSheetName } from "../sheet-names";
import type { RecordSheet, RecordCells, RecordChanges, RecordSpec } from "./record-sheet";

/** The column of 填报明细 and 下发记录 with a line's round: the month of 截至. */
export const monthHeader = "截至月份";

export const detailsSpec: RecordSpec = {
  sheet: detailsSheetName,
  table: "填报明细表",
  columns: [
    { header: "键", width: 20, isHidden: true },
    { header: "年度", width: 40 },
    { header: monthHeader, width: 40, before: wholeYear },
    { header: "单位", width: 200 },
    { header: "序号", width: 50 },
    { header: "板块", width: 120 },
    { header: "任务", width: 160 },
    { header: "指标", width: 140 },
    { header: "口径", width: 60 },
    { header: "目标", width: 56 },
    { header: "计量单位", width: 64 },
    { header: "填报数", width: 60 },
    { header: "完成情况", width: 60 },
    { header: "未识别内容", width: 90 },
    { header: "进展情况", width: 200, before: "" },
    { header: "佐证材料", width: 140 },
    { header: "说明", width: 140 },
    { header: "来源文件", width: 330 },
    { header: "文件时间", width: 110 },
    { header: "未收入的原因", width: 200 },
  ],
};

const detailsOrder = ["年度", monthHeader, "单位", "键"] as const;

type Source = readonly [file: string, saved: string];

/** The hidden cell of a row: whose it is, and from which file each field came. */
interface KeyCell {
  i: string;
  /** The unit's name when it reported. */
  u: string;
  /** The name of the unit that it had been merged into when the row was written. */
  n?: string;
  y: number;
  /** 截至; absent for December, as in every row of earlier versions. */
  m?: number;
  s: Partial<Record<Field, Source>>;
}

type Field = "value" | "unread" | "evidence" | "progress" | "explanation";
const fields: readonly Field[] = ["value", "unread", "evidence", "progress", "explanation"];
const mark = "d1|";

function keyText(detail: Detail): string {
  const s = Object.fromEntries(
    fields.flatMap((field) =>
      detail[field].content === "" ? [] : [[field, [detail[field].file, detail[field].saved]]],
    ),
  );
  return (
    mark + JSON.stringify({ i: detail.identity, ...unitCells(detail), ...roundCells(detail), s } satisfies KeyCell)
  );
}

const roundCells = ({ year, month }: AsOf): Pick<KeyCell, "y" | "m"> => ({
  y: year,
  ...(month === wholeYear ? {} : { m: month }),
});
const roundOf = ({ y, m }: Pick<KeyCell, "y" | "m">): AsOf => ({ year: y, month: m ?? wholeYear });

const unitCells = ({ unit, former }: Pick<Detail, "unit" | "former">): Pick<KeyCell, "u" | "n"> =>
  former === undefined ? { u: unit } : { u: former, n: unit };
const unitOf = ({ u, n }: Pick<KeyCell, "u" | "n">): Pick<Detail, "unit" | "former"> =>
  n === undefined ? { unit: u } : { unit: n, former: u };

/** The parsed hidden cell of a row; undefined if the add-in did not write it. */
function hiddenIn<T>(cells: Readonly<Record<string, CellValue>>, begins: string): T | undefined {
  const text = String(cells["键"] ?? "");
  if (!text.startsWith(begins)) return undefined;
  try {
    return JSON.parse(text.slice(begins.length)) as T;
  } catch {
    return undefined;
  }
}

interface DetailRow {
  detail: Detail;
  row: number;
  /** The unit's name when the row was written. */
  writtenFor: string;
}

/** The details in the sheet, each with its row. Cells that people have edited count as edited. */
export function detailsIn({ rows }: RecordSheet, present: PresentNames): DetailRow[] {
  return rows.flatMap(({ row, cells }) => {
    const key = hiddenIn<KeyCell>(cells, mark);
    if (!key) return [];
    const content = (header: string): string => String(cells[header] ?? "").trim();
    const reported = <T>(field: Field, value: T | ""): Reported<T> =>
      value === "" ? nothing : { content: value, file: key.s[field]?.[0] ?? "", saved: key.s[field]?.[1] ?? "" };
    const number = cells["填报数"];
    const word = qualityWords.find((one) => one === content("完成情况"));
    const value: number | QualityWord | "" = typeof number === "number" ? number : (word ?? "");
    const detail = {
      ...unitOf(key),
      ...roundOf(key),
      identity: key.i,
      value: reported("value", value),
      unread: reported("unread", content("未识别内容")),
      evidence: reported("evidence", content("佐证材料")),
      progress: reported("progress", content("进展情况")),
      explanation: reported("explanation", content("说明")),
    };
    return [{ row, detail: underPresentNames(detail, present), writtenFor: key.n ?? key.u }];
  });
}

/** The hidden cell of a reported row that belongs to no row of the matrix. */
interface DroppedCell extends Pick<KeyCell, "u" | "n" | "y" | "m"> {
  r: Dropped["reason"];
  p: Dropped["printed"];
  e: readonly [entry: string, evidence: string, explanation: string, progress?: string];
  s: Source;
}

const droppedMark = "x1|";

/**
 * Reported rows in the sheet that belong to no row of the matrix. Users delete such a row once they have dealt with it.
 */
export function droppedIn({ rows }: RecordSheet, present: PresentNames): Dropped[] {
  return rows.flatMap(({ cells }) => {
    const key = hiddenIn<DroppedCell>(cells, droppedMark);
    if (!key) return [];
    const [entry, evidence, explanation, progress = ""] = key.e;
    return [
      underPresentNames(
        {
          ...unitOf(key),
          ...roundOf(key),
          reason: key.r,
          printed: key.p,
          entry,
          evidence,
          progress,
          explanation,
          file: key.s[0],
          saved: key.s[1],
        },
        present,
      ),
    ];
  });
}

function droppedCells(dropped: Dropped): RecordCells {
  const { unit, year, month, reason, printed, entry, evidence, progress, explanation, file, saved } = dropped;
  const key: DroppedCell = {
    ...unitCells(dropped),
    ...roundCells(dropped),
    r: reason,
    p: printed,
    e: progress === "" ? [entry, evidence, explanation] : [entry, evidence, explanation, progress],
    s: [file, saved],
  };
  return {
    键: droppedMark + JSON.stringify(key),
    年度: year,
    [monthHeader]: month,
    单位: unit,
    序号: printed.number,
    任务: printed.task,
    指标: printed.indicator,
    未识别内容: entry,
    进展情况: progress,
    佐证材料: evidence,
    说明: explanation,
    来源文件: file,
    文件时间: saved ? localTime(saved) : "",
    未收入的原因: inChinese(whyDropped(dropped)),
  };
}

/** The writes after which the sheet holds `wanted` and `dropped`. */
export function detailChanges(
  records: RecordSheet,
  wanted: ReadonlyMap<string, Detail>,
  dropped: ReadonlyMap<string, Dropped>,
  matrix: LocatedMatrix,
  present: PresentNames,
): RecordChanges {
  const existing = new Map(detailsIn(records, present).map((one) => [detailKey(one.detail), one]));
  const rows = new Map(plannedRows(matrix).map(({ identity, row }) => [identity, row.cells]));
  const updated: { row: number; cells: RecordCells }[] = [];
  const added: RecordCells[] = [];
  for (const [key, detail] of wanted) {
    const known = existing.get(key);
    if (known && sameDetail(known.detail, detail) && known.writtenFor === detail.unit) continue;
    const cells = cellsOf(detail, rows.get(detail.identity));
    if (known) updated.push({ row: known.row, cells });
    else added.push(cells);
  }
  const known = new Set(droppedIn(records, present).map(droppedKey));
  for (const [key, one] of dropped) if (!known.has(key)) added.push(droppedCells(one));
  return { updated, added, sortBy: detailsOrder };
}

function cellsOf(detail: Detail, row: Readonly<Record<string, CellValue>> | undefined): RecordCells {
  const { value, unread, evidence, progress, explanation } = detail;
  const newest = [value, unread, evidence, progress, explanation]
    .filter(({ content }) => content !== "")
    .sort((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : a.file < b.file ? 1 : -1))[0];
  const of = (key: string): CellValue => row?.[key] ?? "";
  return {
    键: keyText(detail),
    年度: detail.year,
    [monthHeader]: detail.month,
    单位: detail.unit,
    ...(row
      ? {
          序号: of("number"),
          板块: of("section"),
          任务: of("task"),
          指标: of("indicator"),
          口径: of("period"),
          目标: of("target"),
          计量单位: of("measure"),
        }
      : {}),
    填报数: typeof value.content === "number" ? value.content : "",
    完成情况: typeof value.content === "string" ? value.content : "",
    未识别内容: unread.content,
    进展情况: progress.content,
    佐证材料: evidence.content,
    说明: explanation.content,
    来源文件: newest?.file ?? "",
    文件时间: newest?.saved ? localTime(newest.saved) : "",
  };
}
