import type { Indicator, Plan } from "../../plan/model";
import { assign, type Candidate } from "./assignment";
import { closenessOf, profileOf, weightsOf, type Profile, type Weight } from "./bigrams";
import { likelyPairs } from "./candidates";
import { settledPairs, type Decided } from "./decisions";
import { doubtfulOf, type Matched } from "./tasks";

/** Within one task there are few candidates, so a few common words suffice. */
const leastWithin = 0.34;
/** An indicator that moved to another task must have nearly the same words. */
const leastAcross = 0.66;
const limits = { sure: 0.5, near: 0.05, nearlyMatched: 0.3 };

interface Words {
  name: Profile;
  quote: Profile;
}

/**
 * First matches indicators within matched tasks, then all that are left.
 * @param tasks incoming id → base id
 */
export function matchIndicators(
  base: Pick<Plan, "indicators">,
  incoming: Pick<Plan, "indicators">,
  tasks: ReadonlyMap<string, string>,
  decided: Decided,
): Matched {
  const { pairs, lefts, rights } = settledPairs(incoming.indicators, base.indicators, decided);
  if (lefts.length === 0 || rights.length === 0) return { pairs, doubtful: [] };
  const words = new Map(
    [...incoming.indicators, ...base.indicators].map((one): [Indicator, Words] => [
      one,
      { name: profileOf(one.name), quote: profileOf(one.quote) },
    ]),
  );
  const weight = weightsOf([...words.values()].map(({ name }) => name));
  const score = (a: Indicator, b: Indicator): number => scoreOf(a, b, words, weight);
  const doubtful: Matched["doubtful"] = [];
  const settle = (
    some: readonly Indicator[],
    others: readonly Indicator[],
    likely: readonly [number, number][],
    least: number,
  ): void => {
    const candidates = likely
      .filter(([left, right]) => !decided.areApart(some[left]!.id, others[right]!.id))
      .map(([left, right]): Candidate => ({ left, right, score: score(some[left]!, others[right]!) }));
    const found = assign(some.length, candidates, least);
    for (const [left, right] of found) pairs.set(some[left]!.id, others[right]!.id);
    doubtful.push(...doubtfulOf("indicator", some, others, candidates, found, limits));
  };
  const homes = grouped(rights, ({ taskId }) => taskId ?? "");
  for (const [home, some] of grouped(lefts, ({ taskId }) => (taskId === undefined ? "" : tasks.get(taskId)))) {
    const others = homes.get(home) ?? [];
    settle(
      some,
      others,
      some.flatMap((_, left) => others.map((__, right): [number, number] => [left, right])),
      leastWithin,
    );
  }
  const taken = new Set(pairs.values());
  const [some, others] = [lefts.filter(({ id }) => !pairs.has(id)), rights.filter(({ id }) => !taken.has(id))];
  settle(
    some,
    others,
    likelyPairs(
      some.map((one) => words.get(one)!.name),
      others.map((one) => words.get(one)!.name),
      weight,
    ),
    leastAcross,
  );
  // The second round may have settled doubts of the first.
  return { pairs, doubtful: doubtful.filter(({ incoming: id, matched }) => matched || !pairs.has(id)) };
}

/** Groups items by key; items without a key are left out. */
function grouped(
  indicators: readonly Indicator[],
  homeOf: (indicator: Indicator) => string | undefined,
): Map<string, Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const home = homeOf(indicator);
    if (home !== undefined) groups.set(home, [...(groups.get(home) ?? []), indicator]);
  }
  return groups;
}

/** An indicator's words count most: a raised number is still the same promise. */
function scoreOf(a: Indicator, b: Indicator, words: ReadonlyMap<Indicator, Words>, weight: Weight): number {
  const [left, right] = [words.get(a)!, words.get(b)!];
  const name = closenessOf(left.name, right.name, weight);
  const quoted = left.quote.size > 0 && right.quote.size > 0 ? closenessOf(left.quote, right.quote, weight) : name;
  const said = Math.max(0.65 * name + 0.35 * quoted, 0.85 * name);
  const kind =
    0.1 * Number(a.unit === b.unit) +
    0.05 * Number(a.period === b.period) +
    0.02 * Number(a.op === b.op) +
    0.04 * Number(a.value === b.value);
  return Math.min(1, 0.79 * said + kind);
}
