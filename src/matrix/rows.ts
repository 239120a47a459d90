import { pathText } from "../plan/path-text";
import type { Indicator, Plan, Task } from "../plan/model";
import { groupKey, unitKey, type MatrixColumn } from "./columns";
import { dueSerial } from "./due";
import { formatRowKey, rowIdentity } from "./row-key";
import type { CellValue } from "./sheet";
import { formatPeriod, formatTarget, measureOf } from "./target-text";

export const marks = { lead: "●", responsible: "○", expanded: "△" } as const;

/** One row: a task with one of its indicators, a task without any, or an indicator outside any task. */
export interface MatrixRow {
  /** The hidden key column's text. */
  key: string;
  /** The part of the key that a revision of the plan does not change. */
  identity: string;
  task?: Task;
  indicator?: Indicator;
  /** By column key; a missing key is an empty cell. */
  cells: Record<string, CellValue>;
}

export interface RowOptions {
  /** Groups whose members the user has chosen to show, each with `△`. A group is never expanded silently. */
  expandGroups?: readonly string[];
}

/** Groups to expand: those whose members the plan or the user has named, since whoever named them wants to see them. */
export const groupsToExpand = ({ groups }: Pick<Plan, "groups">): string[] =>
  groups.filter(({ members }) => members && members.length > 0).map(({ name }) => name);

/** The matrix's rows in the order of the plan's text. */
export function matrixRows(plan: Plan, options: RowOptions = {}): MatrixRow[] {
  const byTask = new Map<string, Indicator[]>();
  const free: Indicator[] = [];
  const taskIds = new Set(plan.tasks.map(({ id }) => id));
  for (const indicator of plan.indicators) {
    if (indicator.taskId !== undefined && taskIds.has(indicator.taskId)) {
      byTask.set(indicator.taskId, [...(byTask.get(indicator.taskId) ?? []), indicator]);
    } else free.push(indicator);
  }
  const items = [
    ...plan.tasks.map((task) => ({ at: task.span[0], rows: taskRows(task, byTask.get(task.id) ?? [], plan, options) })),
    ...free.map((indicator) => ({ at: indicator.span[0], rows: [row(undefined, indicator, plan, options)] })),
  ];
  return items.sort((a, b) => a.at - b.at).flatMap(({ rows }) => rows);
}

function taskRows(task: Task, indicators: Indicator[], plan: Plan, options: RowOptions): MatrixRow[] {
  if (indicators.length === 0) return [row(task, undefined, plan, options)];
  return indicators.map((indicator) => row(task, indicator, plan, options));
}

function row(task: Task | undefined, indicator: Indicator | undefined, plan: Plan, options: RowOptions): MatrixRow {
  const key = {
    ...(task ? { taskId: task.id } : {}),
    ...(indicator ? { indicatorId: indicator.id, promised: indicator } : {}),
  };
  const section = task?.section ?? indicator?.section ?? [];
  const cells: Record<string, CellValue> = {
    key: formatRowKey(key),
    section: section.join(" / "),
    ...(task ? taskCells(task) : noTask),
    ...(indicator ? indicatorCells(indicator, plan.years[1]) : noIndicator),
    ...(task ? marksOf(task, plan, options) : {}),
  };
  return {
    key: String(cells.key),
    identity: rowIdentity(key),
    ...(task ? { task } : {}),
    ...(indicator ? { indicator } : {}),
    cells,
  };
}

const noTask = { number: "", task: "（方案总体目标）", deadline: "", due: "", persons: "" };

const taskCells = ({ path, title, deadline, persons = [] }: Task): Record<string, CellValue> => ({
  number: countable(pathText(path)),
  task: title,
  deadline: deadline?.text ?? "",
  due: (deadline && dueSerial(deadline)) ?? "",
  persons: persons.map(({ label, name }) => `${label}：${name}`).join("；"),
});

const noIndicator = { indicator: "", period: "", target: "", measure: "" };

const indicatorCells = (indicator: Indicator, lastYear: number): Record<string, CellValue> => ({
  indicator: indicator.name,
  period: formatPeriod(indicator, lastYear),
  target: formatTarget(indicator),
  measure: measureOf(indicator),
});

/** Digits become a number: Excel flags digits stored as text. */
const countable = (text: string): CellValue => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : text);

/** A task's marks by column key; a stronger mark is not replaced by a weaker one. */
function marksOf(task: Task, plan: Plan, { expandGroups = [] }: RowOptions): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const name of task.groups) {
    cells[groupKey(name)] = marks.responsible;
    if (!expandGroups.includes(name)) continue;
    for (const member of plan.groups.find((group) => group.name === name)?.members ?? [])
      cells[unitKey(member)] = marks.expanded;
  }
  for (const name of task.responsible) cells[unitKey(name)] = marks.responsible;
  for (const name of task.lead) cells[unitKey(name)] = marks.lead;
  // A collective name can lead (各县区政府牵头); its own column then shows the mark.
  for (const name of task.lead)
    if (plan.groups.some((group) => group.name === name)) cells[groupKey(name)] = marks.lead;
  return cells;
}

/** A row's cells in the order of the columns. */
export const cellsOf = (row: MatrixRow, columns: readonly MatrixColumn[]): CellValue[] =>
  columns.map(({ key }) => row.cells[key] ?? "");
