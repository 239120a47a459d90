import { groupKey, groupOfKey, unitKey, unitOfKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isQuantified } from "../matrix/limits";
import { rowsByIdentity } from "../matrix/located-rows";
import { marks } from "../matrix/rows";
import type { Plan } from "../plan/model";
import type { Sentence } from "../plan/sentence";
import { whyNotAdded, type Summand } from "./addable";

/**
 * Who reports an indicator's number: `lead`, where several leads must agree; `total`, every unit a part, to be added
 * up; `each`, every unit the whole number, in which they must agree: where nobody leads and the number cannot be added
 * up.
 */
export type Reporting = "lead" | "total" | "each";

/** A unit, or a collective name for units that the plan does not list. */
export interface Reporter {
  name: string;
  isGroup: boolean;
}

export type Role = "lead" | "responsible" | "member";

/** Collective names for the units of the plan itself. Others (各镇人民政府) stand for units that it does not list. */
const allUnits = /^(?:各|全体|其他|其它|有关)(?:有关|相关|责任|成员)*(?:成员单位|责任单位|单位|部门)$/;

/** Whether a collective name's tasks are tasks of every unit of the plan. */
const meansAllUnits = ({ name, members }: Plan["groups"][number]): boolean => !members?.length && allUnits.test(name);

/**
 * The group of a column. One that the plan no longer names may still have a column, for a row that was left in the
 * sheet.
 */
const groupNamed = (name: string, { groups }: Pick<Plan, "groups">): Plan["groups"][number] =>
  groups.find((group) => group.name === name) ?? { name };

/**
 * All who get a form: units in the order of the sheet's columns, then collective names whose members nobody has listed.
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

/** The collective names that are marked in a row. */
function groupsIn({ cells }: Pick<LocatedRow, "cells">, plan: Pick<Plan, "groups">): Plan["groups"] {
  const groups: Plan["groups"] = [];
  for (const key of Object.keys(cells)) {
    const name = groupOfKey(key);
    if (name !== undefined && cells[key]) groups.push(groupNamed(name, plan));
  }
  return groups;
}

/** Each reporter's role in a row by the sheet's present marks; undefined where it has none. */
export function rolesIn(
  row: Pick<LocatedRow, "cells">,
  reporters: readonly Reporter[],
  plan: Pick<Plan, "groups">,
): (Role | undefined)[] {
  // Once for the row: a plan may have hundreds of units, each with a column.
  const groups = groupsIn(row, plan);
  return reporters.map(({ name, isGroup }) => {
    const own = row.cells[(isGroup ? groupKey : unitKey)(name)];
    if (own === marks.lead) return "lead";
    if (own === marks.responsible) return "responsible";
    if (own === marks.expanded) return "member";
    if (isGroup) return undefined;
    return groups.some((group) => group.members?.includes(name) ?? meansAllUnits(group)) ? "member" : undefined;
  });
}

export interface Answering {
  reporting: Reporting;
  /** Who is asked for the number; empty where the plan names nobody (a goal of the whole plan). */
  units: string[];
  /** Whether nobody leads, so that all responsible units are asked. */
  isLeaderless: boolean;
  /** What each of the reporters has to do with the row, in their order; undefined for nothing. */
  roles: readonly (Role | undefined)[];
  /** Why the number is not a sum, where the user wanted one or where nobody leads. */
  notAdded?: Sentence;
}

/**
 * Who answers for a row's number. Where nobody leads (按职责分工负责), the responsible units are asked, and numbers that can
 * be added up are.
 * @param totals ids of indicators of which the user wants every unit's part; percentages have no parts
 */
export function answeringFor(
  row: LocatedRow,
  reporters: readonly Reporter[],
  plan: Pick<Plan, "groups">,
  totals: ReadonlySet<string>,
): Answering {
  const roles = rolesIn(row, reporters, plan);
  const named = (role: Role): string[] => reporters.flatMap(({ name }, index) => (roles[index] === role ? [name] : []));
  const [leads, helping] = [named("lead"), named("responsible")];
  const wanted = row.key?.indicatorId !== undefined && totals.has(row.key.indicatorId);
  const reason = wanted || leads.length === 0 ? whyNotAdded(summandOf(row)) : undefined;
  const told = { roles, ...(reason ? { notAdded: reason } : {}) };
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

/** Why a row's number is never a sum; undefined where every unit can report a part. */
export const whyNoSum = (row: Pick<LocatedRow, "cells">): Sentence | undefined => whyNotAdded(summandOf(row));

/** The plan's rows, each once: the first of several copies. */
export function plannedRows({ rows }: Pick<LocatedMatrix, "rows">): { identity: string; row: LocatedRow }[] {
  return [...rowsByIdentity(rows)].map(([identity, row]) => ({ identity, row }));
}
