import type { Attribution } from "../attribution/find";
import { parseAttribution } from "../attribution/parse";
import type { CleanText } from "../characters";
import type { Draft } from "../drafts";
import { headlineOf } from "../outline/headline";
import { markerAt } from "../outline/markers";
import { columnOf, type Column } from "./columns";
import type { Cell, Table } from "./rows";

const UNIT_COLUMNS: readonly Column[] = ["lead", "main", "support"];
const LABEL_OF: Readonly<Partial<Record<Column, string>>> = { lead: "牵头单位:", main: "责任单位:", support: "配合单位:" };

/**
 * Tasks of a table 任务 | 牵头单位 | 责任单位 | 完成时限. Cells merged downwards are printed empty: they take what stands
 * above. A table without a column for units gives nothing.
 * @param above headings over the table.
 */
export function draftTable(clean: CleanText, table: Table, above: readonly string[]): Draft[] {
  const head = table.rows.findIndex((row) => row.some((c) => UNIT_COLUMNS.includes(columnOf(c.text))) && row.filter((c) => columnOf(c.text) !== "other").length >= 2);
  if (head < 0) return [];
  const columns = table.rows[head]!.map((cell) => columnOf(cell.text));
  const rows = table.rows.slice(head + 1).filter((row) => row.some((cell) => cell.text !== ""));
  const headings = numberedHeadings(rows, columns);
  const roles = taskColumns(columns, rows.filter((row) => !headings.has(row)));
  if (roles.task < 0) return [];
  const drafts: Draft[] = [];
  const sections: Cell[] = [];
  let rowSection: RowHeading | undefined;
  let units: Cell[] = [];
  for (const row of rows) {
    const filled = row.filter((cell) => cell.text !== "");
    if (isRepeatedHead(row, columns)) continue;
    const heading = headings.get(row);
    if (heading) {
      rowSection = heading;
      sections.length = 0;
      units = [];
      continue;
    }
    if (filled.length === 1 && filled[0] === row[0] && columns.length > 2 && !row[roles.task]?.text.match(/[。；]/) && (roles.task !== 0 || markerAt(clean.text, filled[0]!.start, false))) {
      rowSection = filled[0];
      sections.length = 0;
      continue;
    }
    roles.sections.forEach((column, k) => {
      const cell = row[column];
      if (cell && cell.text !== "") {
        sections[k] = cell;
        sections.length = k + 1;
      }
    });
    const own = columns.flatMap((column, k) => (UNIT_COLUMNS.includes(column) && row[k]?.text ? [row[k]!] : []));
    if (own.length > 0) units = own;
    const attribution = readUnits(columns, row, own.length > 0 ? row : undefined, units, drafts[drafts.length - 1]);
    const task = row[roles.task];
    const previous = drafts[drafts.length - 1];
    if (!task || task.text === "") {
      if (own.length > 0 && attribution && previous) {
        previous.attributions.push(attribution);
        previous.end = Math.max(previous.end, attribution.end);
      }
      continue;
    }
    if (!attribution) continue;
    drafts.push(rowDraft(clean, row, task, roles, columns, [rowSection, ...sections], above, attribution));
  }
  return drafts;
}

/** A row over the rows below it. */
interface RowHeading extends Cell {
  /** Its number, where that has a cell of its own. */
  label?: string;
}

const CHINESE_NUMBER = /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/;

/** Rows that are headings: tasks are numbered otherwise there, and none of them as the headings are. */
function numberedHeadings(rows: readonly (readonly Cell[])[], columns: readonly Column[]): Map<readonly Cell[], RowHeading> {
  const headings = new Map(rows.flatMap((row) => {
    const heading = numberedHeading(row, columns);
    return heading ? [[row, heading] as const] : [];
  }));
  const numbers = rows.filter((row) => !headings.has(row)).map(([number]) => number?.text ?? "");
  return numbers.some((number) => /^\d/.test(number)) && !numbers.some((number) => CHINESE_NUMBER.test(number)) ? headings : new Map();
}

/** `二 | 市场环境 | | |`: a chapter's number and its name, and nothing beside. */
function numberedHeading(row: readonly Cell[], columns: readonly Column[]): RowHeading | undefined {
  const [number, name, ...others] = row;
  if (!number || !name || name.text === "" || columns.length < 3 || others.some(({ text }) => text !== "")) return undefined;
  return CHINESE_NUMBER.test(number.text) && !UNIT_COLUMNS.includes(columns[1]!) ? { ...name, label: number.text.replace(/[、.]$/, "") } : undefined;
}

interface TaskColumns {
  task: number;
  content: number;
  sections: number[];
  number: number;
}

/** The task stands in the last of the task columns whose cells are not merged; those before it are headings. */
function taskColumns(columns: readonly Column[], rows: readonly Cell[][]): TaskColumns {
  const number = columns.indexOf("number");
  const sections = columns.flatMap((c, k) => (c === "section" ? [k] : []));
  const tasks = columns.flatMap((c, k) => (c === "task" || c === "content" ? [k] : []));
  const isMerged = (k: number): boolean => {
    const cells = rows.map((row) => row[k]?.text ?? "");
    return cells.some((text, i) => i > 0 && (text === "" || text === cells[i - 1]));
  };
  if (tasks.length === 0) {
    const last = sections.pop();
    return { task: last ?? columns.findIndex((c) => c === "other"), content: -1, sections, number };
  }
  const merged = tasks.filter(isMerged);
  const free = tasks.filter((k) => !merged.includes(k));
  const task = free[0] ?? tasks[tasks.length - 1]!;
  const content = free.find((k) => k > task) ?? -1;
  return { task, content, sections: [...sections, ...merged.filter((k) => k < task)].sort((a, b) => a - b), number };
}

function isRepeatedHead(row: readonly Cell[], columns: readonly Column[]): boolean {
  return row.filter((cell, k) => cell.text !== "" && columns[k] !== "other" && columnOf(cell.text) === columns[k]).length >= 2;
}

function readUnits(columns: readonly Column[], row: readonly Cell[], own: readonly Cell[] | undefined, inherited: readonly Cell[], previous: Draft | undefined): Attribution | undefined {
  if (!own) {
    const above = previous?.attributions.at(-1);
    return above && inherited.length > 0 ? above : undefined;
  }
  const parts: string[] = [];
  let start = Infinity;
  let end = 0;
  columns.forEach((column, k) => {
    const cell = row[k];
    const label = LABEL_OF[column];
    if (!cell || !label || cell.text === "" || /^[—\-\/无]+$/.test(cell.text)) return;
    parts.push(label + cell.text.replace(/\n/g, "、"));
    start = Math.min(start, cell.start);
    end = Math.max(end, cell.end);
  });
  if (parts.length === 0) return undefined;
  const parsed = parseAttribution(parts.join("；"));
  return parsed.entries.length > 0 ? { start, end, form: "line", ownLine: true, parsed, evidence: [{ notation: "table", start, end }] } : undefined;
}

function rowDraft(
  clean: CleanText,
  row: readonly Cell[],
  task: Cell,
  roles: TaskColumns,
  columns: readonly Column[],
  sections: readonly (RowHeading | undefined)[],
  above: readonly string[],
  attribution: Attribution,
): Draft {
  const labels: string[] = [];
  const titles = [...above];
  for (const section of sections) {
    if (!section) continue;
    const marker = markerAt(clean.text, section.start, false);
    const label = section.label ?? marker?.label;
    if (label !== undefined) labels.push(label);
    titles.push(clean.printed(marker?.end ?? section.start, section.end));
  }
  const marker = markerAt(clean.text, task.start, false);
  const number = roles.number >= 0 ? row[roles.number]?.text : undefined;
  if (marker && marker.end < task.end) labels.push(marker.label);
  else if (number) labels.push(number.replace(/[.、]$/, ""));
  const headline = headlineOf(clean, marker && marker.end < task.end ? marker.end : task.start, task.end);
  const content = roles.content >= 0 ? row[roles.content] : undefined;
  const body: (readonly [number, number])[] = [[Math.min(headline.bodyStart, task.end), task.end]];
  if (content && content.text !== "") body.push([content.start, content.end]);
  // Contents of columns such as 完成时限 are no part of the text, yet say by when: they follow the task's own words.
  const span = row.filter((cell) => cell.text !== "");
  return {
    path: labels.join("/"),
    section: titles,
    headline,
    body,
    attributions: [attribution],
    start: Math.min(...span.map((c) => c.start)),
    end: Math.max(...span.map((c) => c.end), ...columns.map(() => 0)),
  };
}
