import type { Block, CellBlock } from "../../plan/layout/blocks";
import { paragraph } from "../../plan/layout/blocks";
import { sentence, series, type Sentence, type Series } from "../../plan/sentence";
import { columnOf } from "../../plan/tables/columns";
import { findHeaderRows } from "../../plan/tables/find-header-rows";
import type { Workbook } from "../spreadsheets/sheet";
import { PlanFileError } from "./plan-file-error";
import type { ReadResult } from "./format-reader";
import { MAX_CHARACTERS } from "./limits";
import { gridRows, visibleSheet, type GridRow, type VisibleSheet } from "./sheet-grid";

/** A sheet with what decides whether it is read. */
interface SheetCandidate {
  name: string;
  isHidden: boolean;
  /** How many visible rows hold something. */
  rows: number;
  /** Whether a table header such as 任务 | 责任单位 was found in it. */
  looksLikePlan: boolean;
}

/**
 * The sheets to read if the user chose none: the visible ones that look like a plan's table, or all visible ones if
 * none does.
 */
function sheetsByDefault(candidates: readonly SheetCandidate[]): SheetCandidate[] {
  const seen = candidates.filter(({ isHidden }) => !isHidden);
  const likely = seen.filter(({ looksLikePlan }) => looksLikePlan);
  return likely.length > 0 ? likely : seen;
}

/**
 * Reads the tables of a workbook; lines above and below a table become paragraphs.
 * @param chosen names of the sheets to read. If absent, the sheets that look like a plan's table are read, or all
 * visible ones if none does; notes say what was not read.
 * @throws PlanFileError `noSheet` if a chosen sheet does not exist, `zipBomb` if the cells hold more text than any plan
 */
export function readSheets(workbook: Workbook, chosen?: readonly string[]): ReadResult {
  const sheets = filledSheets(workbook);
  const candidates = sheets.map(candidate);
  if (chosen?.some((name) => !candidates.some((sheet) => sheet.name === name))) throw new PlanFileError("noSheet");
  const names = chosen ?? sheetsByDefault(candidates).map(({ name }) => name);
  const read = sheets.filter(({ name }) => names.includes(name));
  if (read.reduce((sum, { characters }) => sum + characters, 0) > MAX_CHARACTERS) throw new PlanFileError("zipBomb");
  const notes = [
    ...(chosen ? notesOnChosen(candidates, names) : notesOnChoice(candidates, names)),
    ...read.flatMap(notesOnHidden),
  ];
  const offered = candidates
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, rows, looksLikePlan: isLikely }) => ({
      name,
      rows,
      looksLikePlan: isLikely,
      isRead: names.includes(name),
    }));
  return { content: read.flatMap(sheetBlocks), notes, sheets: offered };
}

function notesOnChosen(candidates: readonly SheetCandidate[], chosen: readonly string[]): Sentence[] {
  const visible = candidates.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  const others = visible.filter((name) => !chosen.includes(name));
  return [
    sentence("按您的选择，读取的工作表：{{sheets}}。", { sheets: series(chosen) }),
    ...(others.length > 0 ? [sentence("没有读取的工作表：{{sheets}}。", { sheets: series(others) })] : []),
  ];
}

const filledSheets = ({ sheets, is1904 }: Workbook): VisibleSheet[] =>
  sheets
    .map((sheet) => visibleSheet(sheet, is1904))
    .filter(({ texts, hiddenFilled }) => texts.size + hiddenFilled.rows + hiddenFilled.columns > 0);

const candidate = (sheet: VisibleSheet): SheetCandidate => ({
  name: sheet.name,
  isHidden: sheet.isHidden,
  rows: sheet.texts.size,
  looksLikePlan: looksLikePlan(sheet),
});

/** Whether a sheet has a table header such as 任务 | 责任单位. */
export function looksLikePlan({ texts }: VisibleSheet): boolean {
  const rows = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => [...cells].sort(([a], [b]) => a - b).map(([, text]) => text));
  return findHeaderRows(rows).length > 0;
}

function notesOnChoice(candidates: readonly SheetCandidate[], read: readonly string[]): Sentence[] {
  const named = (sheets: readonly SheetCandidate[]): Series => series(sheets.map(({ name }) => name));
  const visible = candidates.filter(({ isHidden }) => !isHidden);
  const likely = visible.filter(({ looksLikePlan }) => looksLikePlan);
  const others = visible.filter(({ name }) => !read.includes(name));
  const hidden = candidates.filter(({ isHidden, looksLikePlan }) => isHidden && looksLikePlan);
  return [
    ...(likely.length > 1
      ? [
          sentence("有 {{count}} 个工作表像任务分解表，已按顺序全部读取：{{sheets}}。", {
            count: likely.length,
            sheets: named(likely),
          }),
        ]
      : []),
    ...(likely.length === 0 && visible.length > 0
      ? [
          sentence("没有找到“责任单位”“牵头单位”一类的表头，已读取全部工作表：{{sheets}}。请核对读出的内容。", {
            sheets: named(visible),
          }),
        ]
      : []),
    ...(others.length > 0
      ? [sentence("没有读取的工作表：{{sheets}}，其中没有“责任单位”“牵头单位”一类的表头。", { sheets: named(others) })]
      : []),
    ...(hidden.length > 0
      ? [
          sentence("没有读取隐藏的工作表：{{sheets}}。如需读入，请在 Excel 中取消隐藏、保存后再打开。", {
            sheets: named(hidden),
          }),
        ]
      : []),
  ];
}

function notesOnHidden({ name, hiddenFilled }: VisibleSheet): Sentence[] {
  return [
    ...(hiddenFilled.rows > 0
      ? [
          sentence(
            "工作表“{{sheet}}”有 {{count}} 行被隐藏或筛选掉，没有读取。如需读入，请取消隐藏或清除筛选、保存后再打开。",
            { sheet: name, count: hiddenFilled.rows },
          ),
        ]
      : []),
    ...(hiddenFilled.columns > 0
      ? [
          sentence("工作表“{{sheet}}”有 {{count}} 列被隐藏，没有读取。如需读入，请取消隐藏、保存后再打开。", {
            sheet: name,
            count: hiddenFilled.columns,
          }),
        ]
      : []),
  ];
}

/** Default names of sheets, which make no useful title. */
const GIVEN_NAME = /^(?:sheet|工作表|表)\s*\d*$/i;

/**
 * The blocks of a sheet: its tables, and the lines above, between and below them as paragraphs. If no line stands
 * above, the sheet's name becomes the title.
 */
export function sheetBlocks(sheet: VisibleSheet): Block[] {
  const rows = gridRows(sheet);
  const found = findHeaderRows(rows.map(({ texts }) => texts));
  const headers = found.length > 0 ? found : [titleRows(rows)];
  const blocks = rows.slice(0, headers[0]).flatMap(linesOf);
  if (rows.length > 0 && blocks.length === 0 && !GIVEN_NAME.test(sheet.name.trim())) blocks.push(paragraph(sheet.name));
  headers.forEach((header, k) => blocks.push(...tableFrom(rows.slice(header, headers[k + 1] ?? rows.length))));
  return sheet.hidesMerging
    ? blocks.map((block) => (block.kind === "table" ? { ...block, hidesMerging: true } : block))
    : blocks;
}

/** The number of leading rows with at most one filled cell each. */
function titleRows(rows: readonly GridRow[]): number {
  const first = rows.findIndex(({ texts }) => texts.length > 1);
  return first < 0 ? rows.length : first;
}

/**
 * A table from its header row on, followed by the lines at its end as paragraphs: notes, the name of whoever filled it
 * in, the title of the next table.
 */
function tableFrom(rows: readonly GridRow[]): Block[] {
  const isNumbered = columnOf(rows[0]?.cells[0]?.lines.join("") ?? "").kind === "number";
  let end = rows.length;
  while (end > 1 && isLine(rows[end - 1]!, isNumbered)) end--;
  const cells = rows.slice(0, end).map((row) => (isLine(row, isNumbered) ? acrossAll(row) : row.cells));
  return [...(cells.length > 0 ? [{ kind: "table" as const, rows: cells }] : []), ...rows.slice(end).flatMap(linesOf)];
}

/** The longest number, in characters, in a column of row numbers. */
const MAX_NUMBER_LENGTH = 4;
const CHAPTER =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇])|专栏)/;

/**
 * Whether a row holds a single line of text: one cell merged across the table, or text in the first column that runs on
 * over the empty cells beside it. The latter counts only if that column holds row numbers or the line is a chapter
 * (一、强化保障).
 */
function isLine({ texts, cells, continuesFromAbove }: GridRow, isNumbered: boolean): boolean {
  const first = cells[0]?.lines.join("").replace(/\s/g, "") ?? "";
  if (continuesFromAbove || texts.length !== 1 || first === "") return false;
  return cells.length === 1 || CHAPTER.test(first) || (isNumbered && first.length > MAX_NUMBER_LENGTH);
}

const acrossAll = ({ cells }: GridRow): CellBlock[] => [
  { lines: cells[0]!.lines, columns: cells.reduce((sum, { columns }) => sum + (columns ?? 1), 0) },
];

/** Each filled cell is a line of its own: a document number at the left and a date at the right are two. */
const linesOf = ({ cells }: GridRow): Block[] =>
  cells.filter(({ lines }) => lines.length > 0).map(({ lines }) => paragraph(lines.join("\n")));
