import { filledLines, type Line } from "../outline/lines";
import { stackedTables } from "./stacked";

/** A cell; cleaned offsets without surrounding blanks. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

export interface Table {
  start: number;
  end: number;
  rows: Cell[][];
  /** `| a | b |`: bars at both ends of the first row enclose the cells instead of parting them. */
  enclosed: boolean;
}

/**
 * Tables written as lines: cells parted by tabs or by `|`. The cleaned text keeps tabs only in such lines. A line
 * without separators between two rows belongs to the last cell above it. Tables whose cells stand one below the other
 * are read too.
 */
export function readTables(text: string): Table[] {
  const lines = filledLines(text);
  const tables: Table[] = [];
  let current: Table | undefined;
  let mark = "";
  for (const [k, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    const own = separatorOf(content);
    if (own && current && (own === mark || mark === "")) {
      addRow(current, text, line, own);
    } else if (own) {
      current = { start: line.start, end: line.end, rows: [], enclosed: own === "|" && content.startsWith("|") };
      mark = own;
      tables.push(current);
      addRow(current, text, line, own);
    } else if (current && separatorAt(text, lines[k + 1]) === mark && content.length <= 200 && continuesCell(content, current)) {
      const last = current.rows[current.rows.length - 1]?.at(-1);
      if (last) {
        last.text += content;
        last.end = line.end;
      }
      current.end = line.end;
    } else {
      current = undefined;
    }
  }
  const separated = tables.filter((table) => table.rows.length >= 2);
  const free = lines.filter((line) => !isWithin(line, separated));
  return [...separated, ...stackedTables(text, free)].sort((a, b) => a.start - b.start);
}

function isWithin(line: Line, tables: readonly Table[]): boolean {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.end <= line.start) low = middle + 1;
    else high = middle;
  }
  return low < tables.length && tables[low]!.start <= line.start;
}

function continuesCell(content: string, table: Table): boolean {
  return !/^(?:附件|附表|注:|[一二三四五六七八九十]+、)/.test(content) && table.rows.length > 0;
}

function separatorAt(text: string, line: Line | undefined): string {
  return line ? separatorOf(text.slice(line.start, line.end)) : "";
}

function separatorOf(content: string): string {
  if (content.includes("\t")) return "\t";
  const bars = content.split("|").length - 1;
  return bars >= 2 || (bars === 1 && content.length <= 120) ? "|" : "";
}

function addRow(table: Table, text: string, line: Line, mark: string): void {
  table.end = line.end;
  const content = text.slice(line.start, line.end);
  if (/^[\s|:+\-—─┼]*$/.test(content) && /[-—─]/.test(content)) return;
  const cells: Cell[] = [];
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text[i] !== mark) continue;
    cells.push(trimmedCell(text, start, i));
    start = i + 1;
  }
  if (table.enclosed) {
    if (content.startsWith("|")) cells.shift();
    if (content.endsWith("|")) cells.pop();
  }
  table.rows.push(cells);
}

function trimmedCell(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { text: text.slice(start, end), start, end };
}
