import type { Plan } from "../../plan/model";
import type { OutOfPlan } from "../out-of-plan";
import { finished, type Pieces } from "../../plan/pieces";
import { decidedBy, type MatchDecisions } from "./decisions";
import { matchIndicators } from "./indicators";
import { matchingTasks, type Matched } from "./tasks";
import { byName, matchUnits } from "./units";

export { adopt } from "./adopt";
export type { MatchDecisions } from "./decisions";

/** A pair that a person should check: ids of tasks and indicators, names of units. */
export interface DoubtfulPair {
  kind: "task" | "indicator" | "unit";
  incoming: string;
  base: string;
  /** From 0 to 1. */
  closeness: number;
  /** Whether the two count as the same unless the user decides otherwise. */
  matched: boolean;
}

/** What is the same in a plan and its revision. */
export interface Matching {
  /** Incoming id → base id, one to one. */
  tasks: ReadonlyMap<string, string>;
  indicators: ReadonlyMap<string, string>;
  /** Incoming name → base name, one to one, including equal names. For merged units, the closest base unit. */
  units: ReadonlyMap<string, string>;
  /** Incoming name → further base names that were merged into it (机构改革). */
  merged: ReadonlyMap<string, readonly string[]>;
  /** Base name → further incoming names that were split from it. */
  split: ReadonlyMap<string, readonly string[]>;
  groups: ReadonlyMap<string, string>;
  doubtful: DoubtfulPair[];
}

/**
 * Finds what is the same in two revisions of a plan: by the user's decisions, by id (which survives renumbering, moving
 * and new punctuation), then by similarity, deciding all pairs together.
 */
export const matchPlans = (...given: Parameters<typeof matchingPlans>): Matching => finished(matchingPlans(...given));

/**
 * `matchPlans` with pauses.
 * @param kept what the sheet has beyond the plan it was made from; it may come back in the incoming plan in other words
 */
export function* matchingPlans(
  base: Plan,
  incoming: Plan,
  decisions: MatchDecisions = { same: [], apart: [] },
  kept: OutOfPlan = nothing,
): Pieces<Matching> {
  const decided = decidedBy(decisions);
  const tasks = yield* matchingTasks(base, incoming, decided);
  const backTasks = yield* matchingTasks(
    kept,
    { tasks: incoming.tasks.filter(({ id }) => !tasks.pairs.has(id)) },
    decided,
  );
  add(tasks, backTasks);
  yield;
  const indicators = matchIndicators(base, incoming, tasks.pairs, decided);
  add(
    indicators,
    matchIndicators(
      kept,
      { indicators: incoming.indicators.filter(({ id }) => !indicators.pairs.has(id)) },
      tasks.pairs,
      decided,
    ),
  );
  yield;
  const units = matchUnits(base, incoming, tasks.pairs, decided);
  const backUnits = byName(
    kept.units,
    incoming.units.filter(({ name }) => !units.pairs.has(name)),
    decided,
  );
  const groups = new Set(base.groups.map(({ name }) => name));
  return {
    tasks: tasks.pairs,
    indicators: indicators.pairs,
    units: new Map([...units.pairs, ...backUnits]),
    merged: units.merged,
    split: units.split,
    groups: new Map(incoming.groups.flatMap(({ name }) => (groups.has(name) ? [[name, name] as const] : []))),
    doubtful: [...tasks.doubtful, ...indicators.doubtful, ...units.doubtful],
  };
}

const nothing: OutOfPlan = { tasks: [], indicators: [], units: [] };

/** Adds the matches among rows out of the plan, and drops the doubts that they settle. */
function add(found: Matched, more: Matched): void {
  for (const [incoming, base] of more.pairs) found.pairs.set(incoming, base);
  found.doubtful = [
    ...found.doubtful.filter(({ incoming, matched }) => matched || !more.pairs.has(incoming)),
    ...more.doubtful,
  ];
}
