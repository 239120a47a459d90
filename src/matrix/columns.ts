import type { Plan } from "../plan/model";

/** What a column is for. `key` is stable; people see and may move `header`. */
export interface MatrixColumn {
  key: string;
  header: string;
  /** `plan`: written from the plan; `typed`: belongs to the user; `formula`; `unit`: marks; `key`: hidden. */
  kind: "key" | "plan" | "typed" | "formula" | "unit";
  /** Points. */
  width: number;
  /** For the columns of actuals. */
  year?: number;
}

const before: readonly MatrixColumn[] = [
  { key: "key", header: "键", kind: "key", width: 40 },
  { key: "number", header: "序号", kind: "plan", width: 44 },
  { key: "section", header: "板块", kind: "plan", width: 100 },
  { key: "task", header: "任务", kind: "plan", width: 122 },
  { key: "indicator", header: "指标", kind: "plan", width: 132 },
  { key: "period", header: "口径", kind: "plan", width: 50 },
  { key: "target", header: "目标", kind: "plan", width: 46 },
  { key: "measure", header: "计量单位", kind: "plan", width: 36 },
];

const after: readonly MatrixColumn[] = [
  { key: "current", header: "当前值", kind: "formula", width: 42 },
  { key: "ratio", header: "完成率", kind: "formula", width: 40 },
  { key: "status", header: "状态", kind: "formula", width: 54 },
  { key: "evidence", header: "佐证材料", kind: "typed", width: 62 },
  { key: "method", header: "评估方式", kind: "typed", width: 54 },
  { key: "remark", header: "备注", kind: "typed", width: 58 },
];

/** The columns left of the years: of all, those that stay where they are. */
export const leftColumns = before.length;

/** The columns that every matrix has, whatever the plan. */
export const fixedColumns: readonly MatrixColumn[] = [...before, ...after];

const actualWidth = 40;
/** A little over one upright character at the header's size. */
const unitWidth = 17;

export const unitKey = (name: string): string => `unit:${name}`;
export const groupKey = (name: string): string => `group:${name}`;
export const actualKey = (year: number): string => `actual:${year}`;

/** What the hidden row above the header says of a column, and back: a mark that no cell of a user's is likely to have. */
export const columnMark = (key: string): string => `#${key}`;
export const keyOfMark = (mark: string): string | undefined => (mark.startsWith("#") && mark.length > 1 ? mark.slice(1) : undefined);

/** The year of an actual column's key; undefined for any other key. */
export function actualYear(key: string): number | undefined {
  return key.startsWith("actual:") ? Number(key.slice("actual:".length)) : undefined;
}

export function planYears([first, last]: Plan["years"]): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

const yearHeader = /^\d{4}年$/;

/** `name`, numbered where `taken` has it: a table's headers must differ, and Excel compares them without regard to case. */
export function distinctHeader(name: string, taken: Set<string>): string {
  let header = name;
  for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${name}（${number}）`;
  taken.add(header.toLowerCase());
  return header;
}

/** A unit's or group's column that the plan does not name. */
export const markColumn = (key: string, header: string): MatrixColumn => ({ key, header, kind: "unit", width: unitWidth });

/** The columns of units and groups. */
export function markColumns({ units, groups }: Pick<Plan, "units" | "groups">): MatrixColumn[] {
  const names = [...units.map(({ name }) => ({ key: unitKey(name), name })), ...groups.map(({ name }) => ({ key: groupKey(name), name }))];
  const years = names.flatMap(({ name }) => (yearHeader.test(name) ? [name] : []));
  const taken = new Set([...fixedColumns.map(({ header }) => header), ...years]);
  return names.map(({ key, name }) => markColumn(key, distinctHeader(name, taken)));
}

/** All columns of a plan's matrix, in order (DESIGN §4). */
export function matrixColumns(plan: Pick<Plan, "years" | "units" | "groups">): MatrixColumn[] {
  const actuals = planYears(plan.years).map((year): MatrixColumn => ({ key: actualKey(year), header: `${year}年`, kind: "typed", width: actualWidth, year }));
  return [...before, ...actuals, ...after, ...markColumns(plan)];
}
