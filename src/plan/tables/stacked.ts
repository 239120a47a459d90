import { parseAttribution } from "../attribution/parse";
import type { Line } from "../outline/lines";
import { columnOf, type Column } from "./columns";
import type { Cell, Table } from "./rows";

/**
 * Tables whose cells stand one below the other, a line each, as copying from a web page leaves them:
 *
 *     序号 / 工作任务 / 牵头单位 / 责任单位 / 完成时限 / 1 / 建设… / 县水利局 / 县财政局 / 2025年底 / 2 / …
 *
 * Empty cells leave no line, so rows are told apart by the running number, and the cells of an incomplete row by what
 * they hold. Without a number column only a table without gaps is read.
 */
const LONGEST_HEAD = 12;
const LONGEST_ROW = 40;
const OTHER_HEADS = /^(?:备注|说明|进展|进度|完成情况|责任人|责任领导|牵头领导|分管领导|联系人|完成标准|.{0,4}(?:时限|时间|期限|节点|进度))$/;
const WHEN = /^(?:\d{4}年|每年|全年|长期|持续|常年|\d{1,2}月|年底|即时|十[四五]五)|(?:年|月|底|前|推进|坚持)$/;
const UNITS: readonly Column[] = ["lead", "main", "support"];

export function stackedTables(text: string, lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  for (let k = 0; k < lines.length; k++) {
    const head = headAt(text, lines, k);
    if (head.length === 0) continue;
    const table = head[0]!.column === "number" ? numberedRows(text, lines, k, head) : fullRows(text, lines, k, head);
    if (!table) continue;
    tables.push(table);
    while (k + 1 < lines.length && lines[k + 1]!.start < table.end) k++;
  }
  return tables;
}

interface Head {
  column: Column;
  cell: Cell;
}

function cellOf(text: string, first: Line, last: Line = first): Cell {
  return { text: text.slice(first.start, last.end).trim(), start: first.start, end: last.end };
}

function headAt(text: string, lines: readonly Line[], k: number): Head[] {
  const head: Head[] = [];
  for (let i = k; i < lines.length && head.length < 10; i++) {
    const line = lines[i]!;
    if (line.end - line.start > LONGEST_HEAD) break;
    const cell = cellOf(text, line);
    const column = columnOf(cell.text);
    if (column === "other" && !OTHER_HEADS.test(cell.text)) break;
    head.push({ column, cell });
  }
  const isTable = head.length >= 3 && head.some((h) => UNITS.includes(h.column)) && head.some((h) => h.column === "task" || h.column === "content");
  return isTable ? head : [];
}

/** Rows that begin with 1, 2, 3 … on lines of their own. */
function numberedRows(text: string, lines: readonly Line[], k: number, head: readonly Head[]): Table | undefined {
  const rows: Cell[][] = [head.map((h) => h.cell)];
  let at = k + head.length;
  for (let number = 1; at < lines.length && isNumber(text, lines[at]!, number); number++) {
    const first = at++;
    const cells: Line[] = [];
    while (at < lines.length && cells.length < LONGEST_ROW && !isNumber(text, lines[at]!, number + 1) && !closesTable(text, lines[at]!)) cells.push(lines[at++]!);
    const isLast = at >= lines.length || !isNumber(text, lines[at]!, number + 1);
    // What follows the last row is text again.
    if (isLast) at -= cells.splice(lengthOfRow(text, cells)).length;
    const inOrder = [lines[first]!, ...cells].map((line) => cellOf(text, line));
    rows.push(cells.length === head.length - 1 && fits(inOrder, head) ? inOrder : byContent(text, lines[first]!, cells, head));
    if (isLast) break;
  }
  return rows.length >= 2 ? { start: lines[k]!.start, end: lines[at - 1]!.end, rows, enclosed: false } : undefined;
}

/** Lines up to the units and dates that end a row. */
function lengthOfRow(text: string, cells: readonly Line[]): number {
  const kinds = cells.map((line) => {
    const content = text.slice(line.start, line.end).trim();
    return holdsUnits(content) ? "units" : WHEN.test(content) ? "when" : "words";
  });
  let end = kinds.indexOf("units");
  if (end < 0) return Math.min(cells.length, 1);
  while (end < kinds.length && kinds[end] !== "words") end++;
  return end;
}

function fits(cells: readonly Cell[], head: readonly Head[]): boolean {
  return head.every((h, i) => !UNITS.includes(h.column) || holdsUnits(cells[i]!.text));
}

function isNumber(text: string, line: Line, number: number): boolean {
  return line.end - line.start <= 3 && text.slice(line.start, line.end).trim() === String(number);
}

function closesTable(text: string, line: Line): boolean {
  return /^(?:附件|附表|注:|备注:|[一二三四五六七八九十]{1,3}、)/.test(text.slice(line.start, Math.min(line.end, line.start + 6)));
}

/** Cells of a row with gaps, or with a cell of several lines: units, dates and words are told by what they hold. */
function byContent(text: string, number: Line, cells: readonly Line[], head: readonly Head[]): Cell[] {
  const row: Cell[] = head.map(() => ({ text: "", start: number.start, end: number.start }));
  row[0] = cellOf(text, number);
  const columns = head.map((h) => h.column);
  const unitColumns = columns.flatMap((c, i) => (UNITS.includes(c) ? [i] : []));
  const task = Math.max(columns.lastIndexOf("task"), columns.lastIndexOf("content"));
  const words: Line[] = [];
  let unit = 0;
  for (const line of cells) {
    const content = text.slice(line.start, line.end).trim();
    if (words.length > 0 && unit < unitColumns.length && holdsUnits(content)) row[unitColumns[unit++]!] = cellOf(text, line);
    else if (unit === 0 && !WHEN.test(content)) words.push(line);
  }
  if (words.length > 0) row[task] = cellOf(text, words[0]!, words[words.length - 1]);
  return row;
}

function holdsUnits(content: string): boolean {
  if (content.length > 300 || /[。；:]/.test(content)) return false;
  const { entries, other } = parseAttribution(`责任单位:${content}`);
  return entries.length > 0 && other.length === 0 && entries.every((e) => e.plausible);
}

/** A grid without gaps: every row has its units in the columns where units belong. */
function fullRows(text: string, lines: readonly Line[], k: number, head: readonly Head[]): Table | undefined {
  const rows: Cell[][] = [head.map((h) => h.cell)];
  let at = k + head.length;
  while (at + head.length <= lines.length) {
    const cells = lines.slice(at, at + head.length).map((line) => cellOf(text, line));
    if (!fits(cells, head)) break;
    rows.push(cells);
    at += head.length;
  }
  return rows.length >= 2 ? { start: lines[k]!.start, end: lines[at - 1]!.end, rows, enclosed: false } : undefined;
}
