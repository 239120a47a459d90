import { groupKey, groupOfKey, unitKey, unitOfKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isQuantified } from "../matrix/limits";
import { rowsByIdentity } from "../matrix/located-rows";
import { marks } from "../matrix/rows";
import type { Plan } from "../plan/model";
import type { Sentence } from "../plan/sentence";
import { whyNotAdded, type Summand } from "./addable";

/**
 * Who reports the number of an indicator: its lead (leads together must agree), every unit a part, which are added up,
 * or, where nobody leads a number that cannot be added up, every unit the whole, in which they must agree.
 */
export type Reporting = "lead" | "total" | "each";

/** A unit, or a collective name that stands for units the plan does not list. */
export interface Reporter {
  name: string;
  isGroup: boolean;
}

export type Role = "lead" | "responsible" | "member";

/** Collective names that mean the units of the plan themselves; others (各镇人民政府) mean units that it does not list. */
const allUnits = /^(?:各|全体|其他|其它|有关)(?:有关|相关|责任|成员)*(?:成员单位|责任单位|单位|部门)$/;

/** Whether a group's tasks are the tasks of every unit of the plan. */
const meansAllUnits = ({ name, members }: Plan["groups"][number]): boolean => !members?.length && allUnits.test(name);

/** A group that has a column; one that the plan names no more may have kept its own, for a row that was kept. */
const groupNamed = (name: string, { groups }: Pick<Plan, "groups">): Plan["groups"][number] =>
  groups.find((group) => group.name === name) ?? { name };

/**
 * Everybody who gets a form: the units in the order of the sheet's columns, then groups whose members nobody has named.
 */
export function reportersOf(plan: Pick<Plan, "groups">, { columns }: Pick<LocatedMatrix, "columns">): Reporter[] {
  const sorted = [...columns].sort((a, b) => a[1] - b[1]).map(([key]) => key);
  const named = (nameOf: (key: string) => string | undefined): string[] => sorted.flatMap((key) => nameOf(key) ?? []);
  const isSilent = (group: Plan["groups"][number]): boolean => Boolean(group.members?.length) || meansAllUnits(group);
  return [
    ...named(unitOfKey).map((name) => ({ name, isGroup: false })),
    ...named(groupOfKey)
      .filter((name) => !isSilent(groupNamed(name, plan)))
      .map((name) => ({ name, isGroup: true })),
  ];
}

/** What a unit has to do with a row, by the marks that the sheet shows now; undefined for nothing. */
export function roleIn(
  row: Pick<LocatedRow, "cells">,
  { name, isGroup }: Reporter,
  plan: Pick<Plan, "groups">,
): Role | undefined {
  const own = row.cells[(isGroup ? groupKey : unitKey)(name)];
  if (own === marks.lead) return "lead";
  if (own === marks.responsible) return "responsible";
  if (own === marks.expanded) return "member";
  if (isGroup) return undefined;
  const groups = Object.keys(row.cells).flatMap((key) => (row.cells[key] ? (groupOfKey(key) ?? []) : []));
  const isMember = groups.some((groupName) => {
    const group = groupNamed(groupName, plan);
    return group.members?.includes(name) ?? meansAllUnits(group);
  });
  return isMember ? "member" : undefined;
}

export interface Answering {
  reporting: Reporting;
  /** Who is asked for the number; empty where the plan names nobody (a goal of the whole plan). */
  units: string[];
  /** Nobody leads, so that all who are responsible are asked. */
  isLeaderless: boolean;
  /** Why it is no sum, where the user once wanted one, or where nobody leads. */
  notAdded?: Sentence;
}

/**
 * Who answers for a row's number. Where nobody leads ("按职责分工负责"), the responsible units are asked; what can be added
 * up is added up.
 * @param totals indicators (ids) of which the user wants every unit's part; of a percentage there are no parts
 */
export function answeringFor(
  row: LocatedRow,
  reporters: readonly Reporter[],
  plan: Pick<Plan, "groups">,
  totals: ReadonlySet<string>,
): Answering {
  const roles = reporters.map((reporter) => roleIn(row, reporter, plan));
  const named = (role: Role): string[] => reporters.flatMap(({ name }, index) => (roles[index] === role ? [name] : []));
  const [leads, helping] = [named("lead"), named("responsible")];
  const wanted = row.key?.indicatorId !== undefined && totals.has(row.key.indicatorId);
  const reason = wanted || leads.length === 0 ? whyNotAdded(summandOf(row)) : undefined;
  const told = reason ? { notAdded: reason } : {};
  if (leads.length > 0 && (!wanted || reason)) return { reporting: "lead", units: leads, isLeaderless: false, ...told };
  const all = [...leads, ...helping];
  const isSum = reason === undefined && isQuantified({ target: row.cells.target ?? "" });
  return {
    reporting: isSum ? "total" : "each",
    units: all.length > 0 ? all : named("member"),
    isLeaderless: leads.length === 0,
    ...told,
  };
}

const summandOf = ({ cells }: Pick<LocatedRow, "cells">): Summand => ({
  indicator: String(cells.indicator ?? ""),
  target: cells.target ?? "",
  measure: String(cells.measure ?? ""),
  period: String(cells.period ?? ""),
});

/** Why a row's number is never a sum; undefined where every unit can report its own part. */
export const whyNoSum = (row: Pick<LocatedRow, "cells">): Sentence | undefined => whyNotAdded(summandOf(row));

/** Rows of the plan, each once: of rows that people have copied, the first. */
export function plannedRows({ rows }: Pick<LocatedMatrix, "rows">): { identity: string; row: LocatedRow }[] {
  return [...rowsByIdentity(rows)].map(([identity, row]) => ({ identity, row }));
}
