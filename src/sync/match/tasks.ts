import type { Plan, Task } from "../../plan/model";
import { mapPausably, type Pausable } from "../../plan/pausable";
import { assign, type Candidate } from "./assignment";
import { closenessOf, profileOf, weightsOf } from "./bigrams";
import { likelyPairs } from "./candidates";
import { settledPairs, type Decided } from "./decisions";
import type { DoubtfulPair } from "./matching";

/** Below this score two tasks have no more in common than any two tasks of a plan. */
const least = 0.3;
/** From this score on nobody needs to be asked. */
const sure = 0.5;
/** If the second candidate's score is this close, the match is doubtful. */
const near = 0.06;
/** Unmatched pairs from this score on are shown to the user, in case they are the same. */
const nearlyMatched = 0.22;

export interface Matched {
  pairs: Map<string, string>;
  doubtful: DoubtfulPair[];
}

/** Matches tasks, with pauses, since all characters of both plans are counted. */
export function* matchingTasks(
  base: Pick<Plan, "tasks">,
  incoming: Pick<Plan, "tasks">,
  decided: Decided,
): Pausable<Matched> {
  const { pairs, lefts, rights } = settledPairs(incoming.tasks, base.tasks, decided);
  if (lefts.length === 0 || rights.length === 0) return { pairs, doubtful: [] };
  const titles = {
    left: lefts.map(({ title }) => profileOf(title)),
    right: rights.map(({ title }) => profileOf(title)),
  };
  const texts = { left: lefts.map(({ text }) => profileOf(text)), right: rights.map(({ text }) => profileOf(text)) };
  const bodies = { left: yield* mapPausably(lefts, wordsOf), right: yield* mapPausably(rights, wordsOf) };
  const weight = weightsOf(yield* mapPausably([...base.tasks, ...incoming.tasks], wordsOf));
  yield;
  const places = { left: positions(incoming.tasks), right: positions(base.tasks) };
  const candidates = likelyPairs(bodies.left, bodies.right, weight)
    .filter(([left, right]) => !decided.areApart(lefts[left]!.id, rights[right]!.id))
    .map(([left, right]): Candidate => {
      const whole = closenessOf(bodies.left[left]!, bodies.right[right]!, weight);
      const title = closenessOf(titles.left[left]!, titles.right[right]!, weight);
      const bothTold = texts.left[left]!.size > 0 && texts.right[right]!.size > 0;
      const words = bothTold ? Math.max(0.7 * whole + 0.3 * title, 0.9 * whole) : title;
      const [a, b] = [lefts[left]!, rights[right]!];
      return {
        left,
        right,
        score: Math.min(
          1,
          words * 0.94 + contextScore(a, b) + 0.01 * (1 - Math.abs(places.left.get(a.id)! - places.right.get(b.id)!)),
        ),
      };
    });
  const found = assign(lefts.length, candidates, least);
  for (const [left, right] of found) pairs.set(lefts[left]!.id, rights[right]!.id);
  return { pairs, doubtful: doubtfulOf("task", lefts, rights, candidates, found, { sure, near, nearlyMatched }) };
}

const wordsOf = ({ title, text }: Task): ReturnType<typeof profileOf> => profileOf(`${title}\n${text}`);

const positions = (tasks: readonly Task[]): Map<string, number> =>
  new Map(tasks.map(({ id }, index) => [id, index / Math.max(1, tasks.length)]));

/** A small bonus for equal section, number and units, which decides where the words do not. */
function contextScore(a: Task, b: Task): number {
  const units = (task: Task): Set<string> => new Set([...task.lead, ...task.responsible, ...task.groups]);
  const [left, right] = [units(a), units(b)];
  const shared = [...left].filter((name) => right.has(name)).length;
  const overlap = left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
  return 0.02 * overlap + (a.section.join("/") === b.section.join("/") ? 0.02 : 0) + (a.path === b.path ? 0.01 : 0);
}

/** Pairs that a person should check: matched with a low score or a close second candidate, or not matched but close. */
export function doubtfulOf(
  kind: DoubtfulPair["kind"],
  lefts: readonly { id: string }[],
  rights: readonly { id: string }[],
  candidates: readonly Candidate[],
  found: ReadonlyMap<number, number>,
  limits: { sure: number; near: number; nearlyMatched: number },
): DoubtfulPair[] {
  const taken = new Set(found.values());
  const best = new Map<number, Candidate>();
  const second = new Map<number, number>();
  for (const candidate of candidates) {
    const { left, right, score } = candidate;
    const isOwn = found.get(left) === right;
    if (isOwn) best.set(left, candidate);
    else if (found.has(left)) second.set(left, Math.max(second.get(left) ?? 0, score));
    else if (!taken.has(right) && score > (best.get(left)?.score ?? 0)) best.set(left, candidate);
  }
  return [...best.values()].flatMap(({ left, right, score }): DoubtfulPair[] => {
    const matched = found.get(left) === right;
    const isDoubtful = matched
      ? score < limits.sure || score - (second.get(left) ?? 0) < limits.near
      : score >= limits.nearlyMatched;
    return isDoubtful
      ? [
          {
            kind,
            incoming: lefts[left]!.id,
            base: rights[right]!.id,
            closeness: Math.round(score * 100) / 100,
            matched,
          },
        ]
      : [];
  });
}
