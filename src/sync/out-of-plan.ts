import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { markColumns, unitOfKey, type HeaderStyle } from "../matrix/columns";
import { rowIdentity, type RowKey } from "../matrix/row-key";
import { matrixRows } from "../matrix/rows";
import type { Plan, Task } from "../plan/model";
import { renameUnitsOfTask } from "./rename-units";
import { plannedOf, type Planned } from "./planned";
import { rebuildPlan } from "./rebuild";

/**
 * Tasks and indicators that syncs have left in the sheet although the plan no longer has them, as the plan last said
 * them. With it they are recognised when they come back, and it is known what people have changed in their rows.
 */
export type OutOfPlanItems = Pick<Plan, "tasks" | "indicators">;

export const nothingOutOfPlan: OutOfPlanItems = { tasks: [], indicators: [] };

/** What the sheet has beyond the plan it was made from: tasks and indicators of rows, and units of columns. */
export interface OutOfPlan extends OutOfPlanItems {
  units: Plan["units"];
}

/**
 * @param base the plan that the sheet was made from
 * @param stored what was stored of them; for rows that an earlier version has left, the sheet's own content is used
 */
export function outOfPlanIn(base: Plan, held: LocatedMatrix, stored: OutOfPlanItems = nothingOutOfPlan): OutOfPlan {
  const planned = new Set(matrixRows(base).map(({ identity }) => identity));
  const columns = new Set(markColumns(base).map(({ key }) => key));
  const rows = held.rows.filter(({ key }) => key && !planned.has(rowIdentity(key)));
  const names = [...held.columns.keys()].flatMap((key) => (columns.has(key) ? [] : (unitOfKey(key) ?? [])));
  const units = names.map((name) => ({ name, aliases: [] }));
  if (rows.length === 0) return { ...nothingOutOfPlan, units };
  const shown = rebuildPlan({ ...held, rows }, base);
  const as = <T extends { id: string }>(found: readonly T[], known: readonly T[], ofPlan: readonly T[]): T[] => {
    const ids = new Set(ofPlan.map(({ id }) => id));
    return found.filter(({ id }) => !ids.has(id)).map((one) => known.find(({ id }) => id === one.id) ?? one);
  };
  return {
    tasks: as(shown.tasks, stored.tasks, base.tasks),
    indicators: as(shown.indicators, stored.indicators, base.indicators),
    units,
  };
}

/** The rows out of the plan as the plan last said them, by identity, as far as it is known. */
export function outOfPlanCells(
  base: Plan,
  { tasks, indicators }: OutOfPlanItems,
  style?: HeaderStyle,
  renamed?: ReadonlyMap<string, string>,
): Planned["byIdentity"] {
  if (tasks.length === 0 && indicators.length === 0) return new Map();
  const ids = new Set(tasks.map(({ id }) => id));
  return plannedOf(
    {
      ...base,
      tasks: [...base.tasks.filter(({ id }) => !ids.has(id)), ...tasks],
      indicators: [...base.indicators, ...indicators],
    },
    style,
    renamed,
  ).byIdentity;
}

/** A row that stays in the sheet although the incoming plan lacks it. */
interface Staying {
  held: LocatedRow;
  /** Present where the base plan has the row. */
  base?: unknown;
}

/**
 * What to store of rows that stay: the base's words for rows that leave the plan now, and what was stored for the
 * others.
 * @param called gives the incoming plan's name for a unit of `base`
 */
export function outOfPlanAfter(
  staying: readonly Staying[],
  base: Plan,
  stored: OutOfPlanItems,
  called: (name: string) => string,
): OutOfPlanItems | undefined {
  const tasks = new Map<string, Task>();
  const indicators = new Map<string, Plan["indicators"][number]>();
  const known = ({ taskId, indicatorId }: RowKey, { tasks: allTasks, indicators: all }: OutOfPlanItems): void => {
    const task = allTasks.find(({ id }) => id === taskId);
    const indicator = all.find(({ id }) => id === indicatorId);
    if (task) tasks.set(task.id, renameUnitsOfTask(task, called));
    if (indicator) indicators.set(indicator.id, indicator);
  };
  for (const { held, base: isPlanned } of staying) known(held.key!, isPlanned === undefined ? stored : base);
  return tasks.size + indicators.size > 0
    ? { tasks: [...tasks.values()], indicators: [...indicators.values()] }
    : undefined;
}

/**
 * The part of what is stored that is about rows which are still in the sheet.
 * @param called gives a unit's present name
 */
export function outOfPlanStill(
  { tasks, indicators }: OutOfPlanItems,
  keys: readonly RowKey[],
  called: (name: string) => string,
): OutOfPlanItems | undefined {
  const [ofTasks, ofIndicators] = [
    new Set(keys.map(({ taskId }) => taskId)),
    new Set(keys.map(({ indicatorId }) => indicatorId)),
  ];
  const still = {
    tasks: tasks.filter(({ id }) => ofTasks.has(id)).map((task) => renameUnitsOfTask(task, called)),
    indicators: indicators.filter(({ id }) => ofIndicators.has(id)),
  };
  return still.tasks.length + still.indicators.length > 0 ? still : undefined;
}
