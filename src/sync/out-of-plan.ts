import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { markColumns, unitOfKey, type HeaderStyle } from "../matrix/columns";
import { rowIdentity, type RowKey } from "../matrix/row-key";
import { matrixRows } from "../matrix/rows";
import type { Plan, Task } from "../plan/model";
import { withUnitsCalled } from "./called";
import { plannedOf, type Planned } from "./planned";
import { rebuildPlan } from "./rebuild";

/**
 * What syncs have left in the sheet although the plan had it no more: tasks and indicators as the plan said them last,
 * so that they are known again when they come back, and it can be told what of their rows was changed by hand.
 */
export type OutOfPlanItems = Pick<Plan, "tasks" | "indicators">;

export const nothingOutOfPlan: OutOfPlanItems = { tasks: [], indicators: [] };

/** What of the sheet the plan that it follows does not name: tasks and indicators of rows, and units of columns. */
export interface OutOfPlan extends OutOfPlanItems {
  units: Plan["units"];
}

/**
 * @param base the plan that the sheet follows
 * @param stored what was stored of them; of rows that an earlier version has kept the sheet says what it can
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

/** What the plan said last of rows that were kept, where that is known, by identity. */
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

/** A row that stays in the sheet without being in the plan that is coming. */
interface Staying {
  held: LocatedRow;
  /** The plan that the sheet follows has it. */
  base?: unknown;
}

/**
 * What is to be stored of rows that stay: of those that go out of the plan now, what it says of them; of others, what
 * was stored.
 * @param called the name of a unit of `base` in the plan that is coming
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
    if (task) tasks.set(task.id, withUnitsCalled(task, called));
    if (indicator) indicators.set(indicator.id, indicator);
  };
  for (const { held, base: isPlanned } of staying) known(held.key!, isPlanned === undefined ? stored : base);
  return tasks.size + indicators.size > 0
    ? { tasks: [...tasks.values()], indicators: [...indicators.values()] }
    : undefined;
}

/**
 * Of what is stored, the part that is about rows which are still there.
 * @param called the names that units have now
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
    tasks: tasks.filter(({ id }) => ofTasks.has(id)).map((task) => withUnitsCalled(task, called)),
    indicators: indicators.filter(({ id }) => ofIndicators.has(id)),
  };
  return still.tasks.length + still.indicators.length > 0 ? still : undefined;
}
