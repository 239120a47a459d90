import { cellKind } from "./cell-kinds";
import { columnOf, headerWords, isKnownHeader, type ColumnHeader } from "./columns";
import type { Cell } from "./table";

/** A head with its words, as it stands over a column. */
export interface TableColumn extends ColumnHeader {
  cell: Cell;
}

const LONGEST_HEADER = 14;
const LONGEST_IN_ROW = 24;
/** A title, a signature or a note, not a head. */
const NO_HEADER =
  /[。；，:！？“”《》]|^附|(?:表|方案|清单|汇总|分工|通知|意见|台账|目录)$|^[(\d—-]|^[一二三四五六七八九十]{1,3}[、.]|^第[一二三四五六七八九十]/;

/** 青溪县2024年任务分解, 2024年任务清单: the title of the table. */
const TITLE =
  /^\d{4}年.+(?:清单|台账)$|^.{2,12}[省市县区旗镇乡司院校局会厅委].*\d{4}年|(?:任务|责任)分解$|(?:^.{3,}任务|责任|职责)分工$/;

/** Whether a line may stand over a column; it is short, and neither a sentence nor a cell. */
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

/** A look before the words are gone through. */
const MAY_TITLE_UNITS =
  /单位|部门|主体|机构|[处科股]室|责任|分工|牵头|配合|主责|主办|统筹|负责|协[办同助]|参[与加]|会办|支持|指导|承办|落实|实施/;
/** 各责任单位; 县财政局、各成员单位; the same with a blank, 县财政局 各成员单位. */
const NAMES_UNITS = /^(?:各|有关|相关|行业)|[局委厅署办部会府司]、|[局委厅署办部会府司室心、]各/;

/** The same words as a head. */
const LONE_TITLE = /^(?:责任|职责|任务|工作)(?:分工|分解)$/;

/** A head for those who answer: with it a run of short lines or cells is the head of a table. */
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

/** Says what stands below it: neither who answers nor anything. */
const isPlainHeader = (words: string): boolean => isKnownHeader(words) && columnOf(words).kind !== "unit";

/** A bracket that is open in one cell and closed in another holds no table. */
const isClosed = (words: string): boolean => words.split("(").length === words.split(")").length;

/** Whether cells or lines side by side are the head of a table: one is for units, and others are known. */
export function isHeaderRow(words: readonly string[]): boolean {
  if (
    words.length < 2 ||
    !words.every((head) => headerWords(head).length <= LONGEST_IN_ROW && !/[。；]/.test(head) && isClosed(head)) ||
    !words.some(isPlainHeader)
  )
    return false;
  if (words.some(isUnitHeader)) return true;
  const kinds = words.map((head) => (headerWords(head).length <= LONGEST_HEADER ? columnOf(head).kind : "other"));
  return (
    kinds.includes("unknown") && kinds.includes("task") && (kinds.includes("number") || kinds.includes("deadline"))
  );
}

/** Says of a column for certain that its units lead. */
const LEADS = /牵头|主办|主责|第一|首要|首责/;

/**
 * What the heads of one table mean together: a department within the unit (牵头处室) leads only where no column names the
 * unit; where one column leads for certain (牵头单位), or the first of several does, another whose stem may mean so
 * (组织实施单位) answers.
 */
export function columnsUnder(cells: readonly Cell[]): TableColumn[] {
  const heads = withTask(cells.map((cell): TableColumn => ({ cell, ...columnOf(cell.text) })));
  const hasUnits = heads.some(({ kind, within }) => (kind === "unit" || kind === "unknown") && !within);
  const leads = heads.filter(({ kind, role }) => kind === "unit" && role === "lead");
  const certain = leads.filter(({ cell }) => LEADS.test(cell.text));
  return heads.map((head) => {
    if (head.within && hasUnits) return { cell: head.cell, kind: "otherDuty", isKnown: true };
    if (head.kind === "unknown") return { ...head, kind: "unit" };
    if (leads.length > 0 && head.role === "main" && HELPS.test(head.cell.text)) return { ...head, role: "support" };
    if (head.role !== "lead" || certain.includes(head) || (certain.length === 0 && head === leads[0])) return head;
    return { ...head, role: "main" };
  });
}

/** 配合/责任单位 beside 牵头单位. */
const HELPS = /配合|协办|参与|协助/;

/** Where no head says 任务 or the like, the first whose words nothing knows (问题表现) is for the tasks. */
function withTask(heads: readonly TableColumn[]): TableColumn[] {
  if (heads.some(({ kind }) => kind === "task")) return [...heads];
  const limit = heads.findIndex(({ kind }) => kind === "content" || kind === "unit");
  const first = heads.findIndex((head, k) => k < limit && !head.isKnown);
  return heads.map((head, k) => (k === first ? { ...head, kind: "task" } : head));
}

const PARENT = /责任|分工|单位|部门/;
const PERIODS = /^(?:\d{4}年?|第?[一二三四]季度|[上下]半年)$/;
const OVER_PERIODS = /年度|目标|安排|计划|投资|进度|季度/;

/**
 * Heads of two rows: 序号 | 任务 | 责任单位 | 时限 over 牵头 | 配合. The lower ones take the place of the one that they divide.
 * @returns the columns, or nothing where the lower row divides none
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
