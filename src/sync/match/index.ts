import type { Plan } from "../../plan/model";
import type { OutOfPlan } from "../out-of-plan";
import { runToEnd, type Pausable } from "../../plan/pausable";
import { decidedBy, type MatchDecisions } from "./decisions";
import { matchIndicators } from "./indicators";
import type { Matching } from "./matching";
import { matchingTasks, type Matched } from "./tasks";
import { byName, matchUnits } from "./units";

export { adopt } from "./adopt";
export type { MatchDecisions } from "./decisions";
export type { DoubtfulPair, Matching } from "./matching";

/**
 * Finds what is the same in two revisions of a plan: by the user's decisions, by id (which survives renumbering, moving
 * and new punctuation), then by similarity, deciding all pairs together.
 */
export const matchPlans = (...given: Parameters<typeof matchingPlans>): Matching => runToEnd(matchingPlans(...given));

/**
 * `matchPlans` with pauses.
 * @param kept what the sheet has beyond the plan it was made from; it may come back in the incoming plan in other words
 */
export function* matchingPlans(
  base: Plan,
  incoming: Plan,
  decisions: MatchDecisions = { same: [], apart: [] },
  kept: OutOfPlan = nothing,
): Pausable<Matching> {
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
