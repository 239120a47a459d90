import type { Plan } from "../plan/model";
import { shortNames } from "../plan/units/short-names";

/** A column of the matrix. `key` is stable; people see and may change `header`. */
export interface MatrixColumn {
  key: string;
  header: string;
  /**
   * `plan`: written from the plan; `typed`: belongs to the user, so 生成 carries it over and no sync writes there
   * (`ownership.ts`); `formula`; `unit`: marks; `key`: hidden.
   */
  kind: "key" | "plan" | "typed" | "formula" | "unit";
  /** Points. */
  width: number;
  /** Only for columns of actuals. */
  year?: number;
  /** Only for columns of units and groups: the full name, whatever the header says. */
  name?: string;
}

/** What the headers of units say: 简称, or full names as in sheets of earlier versions and for printing. */
export type HeaderStyle = "short" | "full";

const before: readonly MatrixColumn[] = [
  { key: "key", header: "键", kind: "key", width: 40 },
  { key: "number", header: "序号", kind: "plan", width: 40 },
  { key: "section", header: "板块", kind: "plan", width: 70 },
  { key: "task", header: "任务", kind: "plan", width: 130 },
  { key: "indicator", header: "指标", kind: "plan", width: 130 },
  { key: "period", header: "口径", kind: "plan", width: 44 },
  { key: "target", header: "目标", kind: "plan", width: 44 },
  { key: "measure", header: "计量单位", kind: "plan", width: 34 },
  { key: "deadline", header: "完成时限", kind: "plan", width: 62 },
  { key: "due", header: "时限日", kind: "plan", width: 62 },
  { key: "persons", header: "责任人", kind: "plan", width: 62 },
];

const results: readonly MatrixColumn[] = [
  { key: "current", header: "当前值", kind: "formula", width: 42 },
  { key: "ratio", header: "完成率", kind: "formula", width: 40 },
  { key: "status", header: "状态", kind: "formula", width: 48 },
];

const after: readonly MatrixColumn[] = [
  { key: "progress", header: "进展情况", kind: "typed", width: 140 },
  { key: "method", header: "评估方式", kind: "typed", width: 54 },
  { key: "evidence", header: "佐证材料", kind: "typed", width: 70 },
  { key: "remark", header: "备注", kind: "typed", width: 70 },
];

/**
 * Columns that sheets of the earlier layout lack, and by which that layout is known. A column that came after them does
 * not belong here: an office may have added one of the same name to a sheet of the earlier layout.
 */
const sinceDeadlines: readonly string[] = ["deadline", "due", "persons", "progress"];

/** Whether a sheet has the layout of earlier versions. It keeps that layout until it is generated anew. */
export const isEarlierLayout = (columns: ReadonlyMap<string, unknown>): boolean =>
  !sinceDeadlines.some((key) => columns.has(key));

/** Whether a column is new in this layout, so that a sheet of an earlier one need not have it. */
export const isOfThisLayout = (key: string): boolean => sinceDeadlines.includes(key);

/** How many columns left of the years, not counting the key, are in sheets of every version. These never move. */
export const leftColumns = 7;

/** The columns that every matrix has, whatever the plan. */
export const fixedColumns: readonly MatrixColumn[] = [...before, ...results, ...after];

/**
 * Columns of long texts that a view can hide. Their texts wrap while they are shown only: some programs include hidden
 * columns when they fit a row's height to its texts.
 */
export const wrapWhileShown: ReadonlySet<string> = new Set(["section", "indicator", "deadline", "persons"]);

/** Keys of the calculated columns, in their order. */
export const calculatedKeys: readonly string[] = results.map(({ key }) => key);

const actualWidth = 42;
/** Points: a little over one upright character at the header's font size. */
export const unitWidth = 17;

const keyStarts = { unit: "unit:", group: "group:", actual: "actual:", user: "user:" } as const;

/** Column keys of a unit, a collective name, a year's actuals and a column that people have added. */
export const unitKey = (name: string): string => keyStarts.unit + name;
export const groupKey = (name: string): string => keyStarts.group + name;
export const actualKey = (year: number): string => keyStarts.actual + year;
export const userKey = (header: string): string => keyStarts.user + header;

const behind = (start: string, key: string): string | undefined =>
  key.startsWith(start) ? key.slice(start.length) : undefined;

/** The name or header in a column key; undefined for a key of any other kind. */
export const unitOfKey = (key: string): string | undefined => behind(keyStarts.unit, key);
export const groupOfKey = (key: string): string | undefined => behind(keyStarts.group, key);
export const headerOfUserKey = (key: string): string | undefined => behind(keyStarts.user, key);

/** The year of an actual column's key; undefined for any other key. */
export function actualYear(key: string): number | undefined {
  const year = behind(keyStarts.actual, key);
  return year === undefined ? undefined : Number(year);
}

/** Whether the key is that of a unit's or a collective name's column. */
export const isMarkColumn = (key: string): boolean => unitOfKey(key) !== undefined || groupOfKey(key) !== undefined;

/** The full name of the unit or group whose column has this key. */
export const nameOfMark = (key: string): string => unitOfKey(key) ?? groupOfKey(key) ?? key;

/** The name in a key, whether of a unit, of a group, or the header of a column that people have added. */
export const nameInKey = (key: string): string => headerOfUserKey(key) ?? nameOfMark(key);

/**
 * Converts between a column key and its mark in the hidden row above the header. No cell of a user's is likely to hold
 * such a mark.
 */
export const columnMark = (key: string): string => `#${key}`;
export const keyOfMark = (mark: string): string | undefined =>
  mark.startsWith("#") && mark.length > 1 ? mark.slice(1) : undefined;

export function planYears([first, last]: Plan["years"]): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

const yearHeader = /^\d{4}年$/;

/**
 * Returns `name`, numbered if `taken` has it already, and adds the result to `taken`: a table's headers must differ,
 * and Excel ignores case.
 */
export function distinctHeader(name: string, taken: Set<string>): string {
  let header = name;
  for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${name}（${number}）`;
  taken.add(header.toLowerCase());
  return header;
}

/** The column of a unit or group that is not in the plan. */
export const markColumn = (key: string, header: string): MatrixColumn => ({
  key,
  header,
  kind: "unit",
  width: unitWidth,
  name: nameOfMark(key),
});

/**
 * The name of a column in sentences: the full name of a unit. Where headers are full names, the header itself, since
 * people may have written another.
 */
export function spokenName(
  { headers, style }: { headers: ReadonlyMap<string, string>; style: HeaderStyle },
  key: string,
): string {
  return style === "short" && isMarkColumn(key) ? nameOfMark(key) : (headers.get(key) ?? nameOfMark(key));
}

type Named = Pick<Plan, "units" | "groups"> & Partial<Pick<Plan, "title" | "issuer">>;

/** 简称 by name, as the headers have them. */
export function shortNamesOf(plan: Named): ReadonlyMap<string, string> {
  return new Map(markColumns(plan, "short").map(({ name, header }) => [name!, header]));
}

/** The columns of units and groups, in the order of the plan. */
export function markColumns(
  { units, groups, title = "", issuer = "" }: Named,
  style: HeaderStyle = "short",
): MatrixColumn[] {
  const marked = [
    ...units.map((unit) => ({ ...unit, key: unitKey(unit.name) })),
    ...groups.map((group) => ({ ...group, key: groupKey(group.name) })),
  ];
  const chosen = new Map(marked.flatMap(({ name, shortName }) => (shortName ? [[name, shortName] as const] : [])));
  const names = marked.map(({ name }) => name);
  const short = style === "short" ? shortNames(names, chosen, title + issuer) : undefined;
  const printed = marked.map(({ key, name }) => ({ key, header: short?.get(name) ?? name }));
  const years = printed.flatMap(({ header }) => (yearHeader.test(header) ? [header] : []));
  const taken = new Set([...fixedColumns.map(({ header }) => header), ...years]);
  return printed.map(({ key, header }) => markColumn(key, distinctHeader(header, taken)));
}

/** The column of a year's entries. */
export const actualColumn = (year: number): MatrixColumn => ({
  key: actualKey(year),
  header: `${year}年`,
  kind: "typed",
  width: actualWidth,
  year,
});

/** All columns of a plan's matrix, in order (docs/design.md, The workbook). */
export function matrixColumns(plan: Named & Pick<Plan, "years">, style: HeaderStyle = "short"): MatrixColumn[] {
  return [...before, ...planYears(plan.years).map(actualColumn), ...results, ...markColumns(plan, style), ...after];
}
