import type { Plan, Task, Unit } from "../../plan/model";
import { unitKey } from "../../plan/units/name-forms";
import { assign, type Candidate } from "./assignment";
import type { Decided } from "./decisions";
import type { DoubtfulPair } from "./matching";

export interface MatchedUnits {
  pairs: Map<string, string>;
  merged: Map<string, string[]>;
  split: Map<string, string[]>;
  doubtful: DoubtfulPair[];
}

/** Whether the names are equal or have the same short form. */
const isForm = (one: string, other: string): boolean => one === other || unitKey(one) === unitKey(other);

const least = 0.45;
const sure = 0.62;

/** The parts of a name that do not tell organisations apart: the level before it, and the kind of office at its end. */
const level = /^(?:[\u4e00-\u9fff]{0,6}(?:自治)?[省市县区旗州盟])/u;
const office = /(?:委员会|办公室|管理局|服务中心|中心|局|委|办|部|处|院|会)$/u;

/** The characters that name the field of work: 文化旅游 for `县文化和旅游局`. */
export function matterOf(name: string): string[] {
  const bare = name
    .replace(level, "")
    .replace(office, "")
    .replace(/[和与及、（）()]/g, "");
  return [...(bare === "" ? name : bare)];
}

const shared = (a: readonly string[], b: readonly string[]): number => {
  const rest = [...b];
  return a.filter((char) => {
    const at = rest.indexOf(char);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
};

const nameCloseness = (a: string, b: string): number => {
  const [left, right] = [matterOf(a), matterOf(b)];
  return (2 * shared(left, right)) / (left.length + right.length);
};

/** The share of `part`'s field of work that is in the name of `whole`. */
const nameWithin = (part: string, whole: string): number =>
  shared(matterOf(part), matterOf(whole)) / matterOf(part).length;

type Duties = ReadonlyMap<string, ReadonlySet<string>>;

/** The tasks that each unit answers for, by base id. */
function dutiesOf(tasks: readonly Task[], idOf: (id: string) => string | undefined): Duties {
  const duties = new Map<string, Set<string>>();
  for (const task of tasks) {
    const id = idOf(task.id);
    if (id === undefined) continue;
    for (const name of [...task.lead, ...task.responsible, ...task.groups])
      duties.set(name, (duties.get(name) ?? new Set()).add(id));
  }
  return duties;
}

const none: ReadonlySet<string> = new Set();
const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((id) => b.has(id)).length;

/**
 * Matches units by name, by alias, by short form, then by name and tasks together; also finds merged and split units.
 */
export function matchUnits(
  base: Plan,
  incoming: Plan,
  tasks: ReadonlyMap<string, string>,
  decided: Decided,
): MatchedUnits {
  const before = dutiesOf(base.tasks, (id) => id);
  const after = dutiesOf(incoming.tasks, (id) => tasks.get(id));
  const pairs = byName(base.units, incoming.units, decided);
  const used = new Set(pairs.values());
  const lefts = incoming.units.filter(({ name }) => !pairs.has(name));
  const rights = base.units.filter(({ name }) => !used.has(name));
  const candidates = lefts.flatMap((one, left) =>
    rights.flatMap((other, right): Candidate[] => {
      if (decided.areApart(one.name, other.name)) return [];
      return [
        {
          left,
          right,
          score: unitScore(one.name, other.name, after.get(one.name) ?? none, before.get(other.name) ?? none),
        },
      ];
    }),
  );
  const found = assign(lefts.length, candidates, least);
  const doubtful = candidates.flatMap(({ left, right, score }): DoubtfulPair[] => {
    const matched = found.get(left) === right;
    const isDoubtful = matched
      ? score < sure
      : score >= 0.3 && !found.has(left) && ![...found.values()].includes(right);
    return isDoubtful
      ? [
          {
            kind: "unit",
            incoming: lefts[left]!.name,
            base: rights[right]!.name,
            closeness: Math.round(score * 100) / 100,
            matched,
          },
        ]
      : [];
  });
  for (const [left, right] of found) pairs.set(lefts[left]!.name, rights[right]!.name);
  const gone = rights.filter((_, right) => ![...found.values()].includes(right)).map(({ name }) => name);
  const fresh = lefts.filter((_, left) => !found.has(left)).map(({ name }) => name);
  return {
    pairs,
    merged: mergedInto(gone, incoming.units, pairs, before, after, decided),
    split: splitFrom(fresh, base.units, pairs, before, after, decided),
    doubtful,
  };
}

/**
 * Matches units by equal name, by alias, and by full and short form.
 * @returns incoming name → base name
 */
export function byName(base: readonly Unit[], incoming: readonly Unit[], decided: Decided): Map<string, string> {
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  const pair = (left: string, right: string): void => {
    pairs.set(left, right);
    used.add(right);
  };
  const names = new Set(base.map(({ name }) => name));
  const aliases = new Map(base.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.name] as const)));
  for (const { name } of incoming) {
    const wanted = decided.sameAs(name);
    if (wanted !== undefined && names.has(wanted) && !used.has(wanted)) pair(name, wanted);
  }
  for (const { name } of incoming)
    if (!pairs.has(name) && names.has(name) && !used.has(name) && !decided.areApart(name, name)) pair(name, name);
  for (const { name, aliases: others } of incoming) {
    const known = [aliases.get(name), ...others.map((alias) => (names.has(alias) ? alias : aliases.get(alias)))].find(
      (one) => one !== undefined && !used.has(one) && !decided.areApart(name, one),
    );
    if (!pairs.has(name) && known !== undefined) pair(name, known);
  }
  // One plan may print the full name and the other the short form: it is one unit, whatever its tasks.
  const byForm = new Map<string, Unit[]>();
  for (const unit of base) byForm.set(unitKey(unit.name), [...(byForm.get(unitKey(unit.name)) ?? []), unit]);
  for (const { name } of incoming) {
    const form = byForm.get(unitKey(name))?.find((unit) => !used.has(unit.name) && !decided.areApart(name, unit.name));
    if (!pairs.has(name) && form) pair(name, form.name);
  }
  return pairs;
}

/**
 * A high score for the same tasks under another name, or for nearly the same name. A unit with few tasks needs a
 * similar name.
 */
function unitScore(incoming: string, base: string, after: ReadonlySet<string>, before: ReadonlySet<string>): number {
  const name = nameCloseness(incoming, base);
  const both = common(after, before);
  const duties = after.size + before.size === 0 ? 0 : (2 * both) / (after.size + before.size);
  const evidence = Math.min(1, both / 3);
  return Math.max(
    0.5 * name + 0.5 * duties * (0.4 + 0.6 * evidence),
    name >= 0.7 ? 0.9 * name : 0,
    duties === 1 ? 0.35 + 0.2 * evidence + 0.2 * name : 0,
  );
}

/** How far a unit that is gone continues in another: by its name and by the tasks that moved. */
function livesOn(
  gone: string,
  heir: string,
  was: ReadonlySet<string>,
  now: ReadonlySet<string>,
  had: ReadonlySet<string>,
): number {
  const kept = was.size === 0 ? 0 : common(was, now) / was.size;
  const taken = [...was].filter((id) => now.has(id) && !had.has(id)).length;
  const named = nameWithin(gone, heir);
  if (kept < 0.6) return 0;
  return named >= 0.5 ? 0.5 * kept + 0.5 * named : taken >= 3 && kept === 1 ? 0.5 : 0;
}

/** The lowest score at which a unit counts as continued in another. */
const leastContinued = 0.5;

/**
 * For each name without a counterpart, the unit in which it continues.
 * @param open the units that come into question for a name
 * @param score how far a name continues in a unit, 0 to 1
 * @returns name of that unit → the names that continue in it
 */
function continued(
  names: readonly string[],
  open: (name: string) => readonly Unit[],
  score: (name: string, unit: string) => number,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const units = open(name);
    // The plan itself may say that both are one unit.
    const named = units.find(({ aliases }) => aliases.some((alias) => isForm(alias, name)));
    const [closest] = units
      .map((unit) => ({ name: unit.name, score: score(name, unit.name) }))
      .filter((one) => one.score >= leastContinued)
      .sort((a, b) => b.score - a.score);
    const unit = (named ?? closest)?.name;
    if (unit !== undefined) found.set(unit, [...(found.get(unit) ?? []), name]);
  }
  return found;
}

/** Units that are gone, by the unit into which they were merged. */
function mergedInto(
  gone: readonly string[],
  units: readonly Unit[],
  pairs: ReadonlyMap<string, string>,
  before: Duties,
  after: Duties,
  decided: Decided,
): Map<string, string[]> {
  return continued(
    gone,
    (name) => units.filter((unit) => pairs.has(unit.name) && !decided.areApart(unit.name, name)),
    (name, unit) =>
      livesOn(name, unit, before.get(name) ?? none, after.get(unit) ?? none, before.get(pairs.get(unit)!) ?? none),
  );
}

/** New units, by the unit from which they were split. */
function splitFrom(
  fresh: readonly string[],
  units: readonly Unit[],
  pairs: ReadonlyMap<string, string>,
  before: Duties,
  after: Duties,
  decided: Decided,
): Map<string, string[]> {
  const successor = new Map([...pairs].map(([incoming, base]) => [base, incoming]));
  return continued(
    fresh,
    (name) => units.filter((unit) => successor.has(unit.name) && !decided.areApart(name, unit.name)),
    (name, unit) =>
      livesOn(name, unit, after.get(name) ?? none, before.get(unit) ?? none, after.get(successor.get(unit)!) ?? none),
  );
}
