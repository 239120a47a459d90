import type { LocatedMatrix } from "../matrix/locate";
import type { Plan, Task } from "../plan/model";

type Names = ReadonlyMap<string, string>;

const calledBy =
  (names: Names): ((name: string) => string) =>
  (name) =>
    names.get(name) ?? name;

/**
 * The task with its units renamed.
 * @param called gives a unit's new name
 */
export const renameUnitsOfTask = <T extends Pick<Task, "lead" | "responsible">>(
  task: T,
  called: (name: string) => string,
): T => ({ ...task, lead: task.lead.map(called), responsible: task.responsible.map(called) });

/**
 * The plan with its units renamed.
 * @param names former name → new name
 */
export function renameUnitsOfPlan(plan: Plan, names: Names): Plan {
  const called = calledBy(names);
  return {
    ...plan,
    units: plan.units.map((unit) => ({ ...unit, name: called(unit.name) })),
    groups: plan.groups.map((group) => ({
      ...group,
      ...(group.members ? { members: group.members.map(called) } : {}),
    })),
    tasks: plan.tasks.map((task) => renameUnitsOfTask(task, called)),
  };
}

/**
 * The sheet with its columns under other keys.
 * @param keys former key → new key
 */
export function renameColumnKeys(held: LocatedMatrix, keys: Names): LocatedMatrix {
  const called = calledBy(keys);
  const entries = <T>(map: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...map].map(([key, value]) => [called(key), value]));
  const within = <T>(cells: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(cells).map(([key, value]) => [called(key), value]));
  return {
    ...held,
    columns: entries(held.columns),
    headers: entries(held.headers),
    rows: held.rows.map((row) => ({
      ...row,
      cells: within(row.cells),
      formulas: within(row.formulas),
      ...(row.formats ? { formats: within(row.formats) } : {}),
    })),
  };
}
