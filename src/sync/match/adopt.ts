import type { Plan } from "../../plan/model";
import type { Matching } from "./matching";

/**
 * Gives the incoming plan the sheet's identities: matched tasks and indicators get the base's ids, and no new one gets
 * an id that the base uses for something else. Units keep the 简称 that a person gave them, also under a new name.
 * @param base including what the sheet has beyond the plan
 * @returns the plan, and id as read → id in the sheet for those that differ
 */
export function adopt(
  incoming: Plan,
  base: Pick<Plan, "tasks" | "indicators" | "units" | "groups">,
  { tasks, indicators, units, groups }: Pick<Matching, "tasks" | "indicators" | "units" | "groups">,
): { plan: Plan; ids: Record<string, string> } {
  const ids: Record<string, string> = {};
  const ofBase = new Set([...base.tasks, ...base.indicators].map(({ id }) => id));
  const ofIncoming = new Set([...incoming.tasks, ...incoming.indicators].map(({ id }) => id));
  const keep = (matched: ReadonlyMap<string, string>): ((id: string) => string) => {
    const used = new Set(matched.values());
    const chosen = new Map<string, string>();
    return (id) => {
      const known = matched.get(id) ?? chosen.get(id);
      if (known !== undefined) {
        if (known !== id) ids[id] = known;
        return known;
      }
      let free = id;
      for (let number = 2; used.has(free) || ofBase.has(free) || (free !== id && ofIncoming.has(free)); number++)
        free = `${id}n${number}`;
      used.add(free);
      chosen.set(id, free);
      if (free !== id) ids[id] = free;
      return free;
    };
  };
  const taskId = keep(tasks);
  const indicatorId = keep(indicators);
  const plan: Plan = {
    ...incoming,
    units: withShortNames(incoming.units, base.units, units),
    groups: withShortNames(incoming.groups, base.groups, groups),
    tasks: incoming.tasks.map((task) => ({ ...task, id: taskId(task.id) })),
    indicators: incoming.indicators.map((indicator) => ({
      ...indicator,
      id: indicatorId(indicator.id),
      ...(indicator.taskId === undefined ? {} : { taskId: taskId(indicator.taskId) }),
    })),
  };
  return { plan, ids };
}

/** @param matched incoming name → base name */
function withShortNames<Named extends { name: string; shortName?: string }>(
  incoming: readonly Named[],
  base: readonly { name: string; shortName?: string }[],
  matched: ReadonlyMap<string, string>,
): Named[] {
  const given = new Map(base.flatMap(({ name, shortName }) => (shortName ? [[name, shortName] as const] : [])));
  return incoming.map((one) => {
    const former = given.get(matched.get(one.name) ?? one.name);
    return one.shortName !== undefined || former === undefined ? one : { ...one, shortName: former };
  });
}
