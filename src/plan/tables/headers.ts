import { cellKind } from "./cell-kinds";
import { columnOf, headerWords, isKnownHeader, type ColumnHeader } from "./columns";
import type { Cell } from "./table";

/** A column with its header cell. */
export interface TableColumn extends ColumnHeader {
  cell: Cell;
}

const LONGEST_HEADER = 14;
const LONGEST_IN_ROW = 24;
/** A title, a signature or a note, not a header. */
const NO_HEADER =
  /[。；，:！？“”《》]|^附|(?:表|方案|清单|汇总|分工|通知|意见|台账|目录)$|^[(\d—-]|^[一二三四五六七八九十]{1,3}[、.]|^第[一二三四五六七八九十]/;

/** 青溪县2024年任务分解, 2024年任务清单: the title of the table. */
const TITLE =
  /^\d{4}年.+(?:清单|台账)$|^.{2,12}[省市县区旗镇乡司院校局会厅委].*\d{4}年|(?:任务|责任)分解$|(?:^.{3,}任务|责任|职责)分工$/;

/** Whether a line may be a column header: it is short, and neither a sentence nor a cell's content. */
export function mayBeHeader(line: string): boolean {
  if (
    line.length === 0 ||
    line.length > LONGEST_HEADER ||
    /[。；，:]/.test(line) ||
    (TITLE.test(line) && !LONE_TITLE.test(line))
  )
    return false;
  if (isKnownHeader(line)) return !/^附/.test(line);
  return !NO_HEADER.test(line) && ["words", "person"].includes(cellKind(line));
}

/** A quick test before the words are analysed. */
const MAY_TITLE_UNITS =
  /单位|部门|主体|机构|[处科股]室|责任|分工|牵头|配合|主责|主办|统筹|负责|协[办同助]|参[与加]|会办|支持|指导|承办|落实|实施/;
/** Names of units rather than a header: 各责任单位; 县财政局、各成员单位; 县财政局 各成员单位 (without its blank). */
const NAMES_UNITS = /^(?:各|有关|相关|行业)|[局委厅署办部会府司]、|[局委厅署办部会府司室心、]各/;

/** Titles that are also column headers. */
const LONE_TITLE = /^(?:责任|职责|任务|工作)(?:分工|分解)$/;

/**
 * Whether words are the header of a column for those who answer. A run of short lines or cells with one is a table's
 * header.
 */
export function isUnitHeader(words: string): boolean {
  return (
    words.length <= LONGEST_IN_ROW &&
    MAY_TITLE_UNITS.test(words) &&
    headerWords(words).length <= LONGEST_HEADER &&
    columnOf(words).kind === "unit" &&
    !/[。；，:]/.test(headerWords(words)) &&
    !NAMES_UNITS.test(words)
  );
}

/** Whether words are a known header of a column that is not for units. */
const isPlainHeader = (words: string): boolean => isKnownHeader(words) && columnOf(words).kind !== "unit";

/** Whether all brackets of a cell are closed in it. Where they are not, the cells are no table row. */
const isClosed = (words: string): boolean => words.split("(").length === words.split(")").length;

/** Whether adjacent cells or lines are the header of a table: one is for units, and others are known headers. */
export function isHeaderRow(words: readonly string[]): boolean {
  if (
    words.length < 2 ||
    !words.every(
      (header) => headerWords(header).length <= LONGEST_IN_ROW && !/[。；]/.test(header) && isClosed(header),
    ) ||
    !words.some(isPlainHeader)
  )
    return false;
  if (words.some(isUnitHeader)) return true;
  const kinds = words.map((header) => (headerWords(header).length <= LONGEST_HEADER ? columnOf(header).kind : "other"));
  return (
    kinds.includes("unknown") && kinds.includes("task") && (kinds.includes("number") || kinds.includes("deadline"))
  );
}

/** Header words that certainly mean that the units lead. */
const LEADS = /牵头|主办|主责|第一|首要|首责/;

/**
 * The columns of a table, from its header cells taken together. A department within the unit (牵头处室) counts only where
 * no column names units. Where one column certainly leads (牵头单位), or else the first of several that may, the other
 * columns whose words may mean so (组织实施单位) are for units that answer.
 */
export function columnsUnder(cells: readonly Cell[]): TableColumn[] {
  const columns = withTask(cells.map((cell): TableColumn => ({ cell, ...columnOf(cell.text) })));
  const hasUnits = columns.some(({ kind, within }) => (kind === "unit" || kind === "unknown") && !within);
  const leads = columns.filter(({ kind, role }) => kind === "unit" && role === "lead");
  const certain = leads.filter(({ cell }) => LEADS.test(cell.text));
  return columns.map((column) => {
    if (column.within && hasUnits) return { cell: column.cell, kind: "otherDuty", isKnown: true };
    if (column.kind === "unknown") return { ...column, kind: "unit" };
    if (leads.length > 0 && column.role === "main" && HELPS.test(column.cell.text))
      return { ...column, role: "support" };
    if (column.role !== "lead" || certain.includes(column) || (certain.length === 0 && column === leads[0]))
      return column;
    return { ...column, role: "main" };
  });
}

/** 配合/责任单位 in a table that also has 牵头单位. */
const HELPS = /配合|协办|参与|协助/;

/** Where no header means tasks, the first one with unknown words (问题表现) is taken for the column of tasks. */
function withTask(columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ kind }) => kind === "task")) return [...columns];
  const limit = columns.findIndex(({ kind }) => kind === "content" || kind === "unit");
  const first = columns.findIndex((column, k) => k < limit && !column.isKnown);
  return columns.map((column, k) => (k === first ? { ...column, kind: "task" } : column));
}

const PARENT = /责任|分工|单位|部门/;
const PERIODS = /^(?:\d{4}年?|第?[一二三四]季度|[上下]半年)$/;
const OVER_PERIODS = /年度|目标|安排|计划|投资|进度|季度/;

/**
 * Headers of two rows, 序号 | 任务 | 责任单位 | 时限 above 牵头 | 配合: the lower cells replace the upper one that they divide.
 * @returns the header cells of all columns; undefined where the lower row divides none
 */
export function dividedHeaders(upper: readonly Cell[], lower: readonly Cell[]): Cell[] | undefined {
  if (lower.length < 2) return undefined;
  const isOver = lower.every(({ text }) => isUnitHeader(text))
    ? PARENT
    : lower.every(({ text }) => PERIODS.test(text))
      ? OVER_PERIODS
      : undefined;
  if (!isOver) return undefined;
  const at = upper.findIndex(({ text }) => isOver.test(headerWords(text)) && !/^(?:牵头|配合|主办|协办)/.test(text));
  return at < 0 ? undefined : [...upper.slice(0, at), ...lower, ...upper.slice(at + 1)];
}
