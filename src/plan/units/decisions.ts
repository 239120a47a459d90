import { unitKey } from "./name-forms";

/** What a person has settled about the plan's units; the reader follows it. Names as the plan prints them. */
export interface UnitDecisions {
  /** Pairs that are one unit; it goes by the first name. */
  same: readonly (readonly [name: string, other: string])[];
  /** Names that are units of their own, although they look like a form of another. */
  apart: readonly string[];
  /** The name to use, by the name that the reader chose. */
  renamed: Readonly<Record<string, string>>;
}

export const noUnitDecisions: UnitDecisions = { same: [], apart: [], renamed: {} };

type Pair = UnitDecisions["same"][number];

/** The name that the reader chose, for one that a person gave in its place. */
export const asRead = ({ renamed }: UnitDecisions, name: string): string =>
  Object.entries(renamed).find(([, given]) => given === name)?.[0] ?? name;

/**
 * What all names of one unit have in common, so far as forms of names and what a person has joined say; and the name
 * that it goes by.
 */
export interface RootName {
  key: string;
  name: string;
}

/** Of a name as read, its root. */
export function rootNames({ same, apart }: Pick<UnitDecisions, "same" | "apart">): (name: string) => RootName {
  const keyOf = (name: string): string => (apart.includes(name) ? `apart ${name}` : unitKey(name));
  const into = new Map<string, string>();
  /** Of forms of one name, the one to go by. */
  const chosen = new Map<string, string>();
  const rootOf = (given: string): RootName => {
    const name = chosen.get(given) ?? given;
    let root = { key: keyOf(name), name };
    // A chain of decisions ends; a circle is left after one round.
    for (let step = 0; step <= into.size && into.has(root.key); step++) {
      const next = into.get(root.key)!;
      root = { key: keyOf(next), name: next };
    }
    return root;
  };
  for (const [name, other] of same) {
    const [from, to] = [rootOf(other), rootOf(name)];
    if (from.key !== to.key) into.set(from.key, to.name);
    else if (other !== to.name) chosen.set(other, to.name);
  }
  return rootOf;
}

/** The unit `name` as one with `into`, under whose name both go from then on. */
export function withMerged(units: UnitDecisions, into: string, name: string): UnitDecisions {
  const [target, other] = [asRead(units, into), asRead(units, name)];
  if (target === other) return units;
  // Parted from just this unit before, it needs no pair: it is a form of the same name.
  const isForm = units.apart.includes(other) && unitKey(other) === unitKey(target);
  return isForm
    ? { ...units, apart: units.apart.filter((one) => one !== other) }
    : { ...units, same: [...units.same, [target, other]] };
}

/**
 * A name that the unit also goes by, as a unit of its own. Of what a person has joined only the pair that joins these
 * two is taken back: what was joined to `alias` itself stays with it.
 */
export function withParted(units: UnitDecisions, name: string, alias: string): UnitDecisions {
  const others = namesJoined(units, asRead(units, name), alias);
  const joins = ([one, other]: Pair): boolean =>
    (one === alias && others.has(other)) || (other === alias && others.has(one));
  const same = units.same.filter((pair) => !joins(pair));
  const isForm = [...others].some((one) => unitKey(one) === unitKey(alias));
  const needsWord = same.length === units.same.length || isForm;
  return { ...units, same, apart: needsWord ? [...new Set([...units.apart, alias])] : units.apart };
}

/** Names that are one with `start` without the help of `without`. */
function namesJoined({ same, apart }: UnitDecisions, start: string, without: string): ReadonlySet<string> {
  const isForm = (one: string, other: string): boolean =>
    !apart.includes(one) && !apart.includes(other) && unitKey(one) === unitKey(other);
  const names = new Set(same.flat().filter((name) => name !== without));
  const found = new Set([start]);
  for (const name of found) {
    for (const [one, other] of same)
      if (one !== without && other !== without && (one === name || other === name))
        found.add(one === name ? other : one);
    for (const other of names) if (isForm(name, other)) found.add(other);
  }
  return found;
}

export const withRenamed = (units: UnitDecisions, name: string, given: string): UnitDecisions => ({
  ...units,
  renamed: { ...units.renamed, [asRead(units, name)]: given },
});

export const withoutMerge = (units: UnitDecisions, [name, other]: Pair): UnitDecisions => ({
  ...units,
  same: units.same.filter((pair) => pair[0] !== name || pair[1] !== other),
});

export const withoutParting = (units: UnitDecisions, name: string): UnitDecisions => ({
  ...units,
  apart: units.apart.filter((one) => one !== name),
});

export const withoutRenaming = (units: UnitDecisions, name: string): UnitDecisions => ({
  ...units,
  renamed: Object.fromEntries(Object.entries(units.renamed).filter(([one]) => one !== name)),
});
