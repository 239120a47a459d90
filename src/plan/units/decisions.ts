import { unitKey } from "./name-forms";

/** What a person has decided about the plan's units; the reading follows it. Names are as the plan prints them. */
export interface UnitDecisions {
  /** Pairs of names that are one unit, listed under the first. */
  same: readonly (readonly [name: string, other: string])[];
  /** Names that are separate units although they look like forms of another name. */
  apart: readonly string[];
  /** The name to show, by the name that the reader chose. */
  renamed: Readonly<Record<string, string>>;
}

export const noUnitDecisions: UnitDecisions = { same: [], apart: [], renamed: {} };

type Pair = UnitDecisions["same"][number];

/** The name that the reader chose for a unit, given the name that a person has put in its place; other names stay. */
export const asRead = ({ renamed }: UnitDecisions, name: string): string =>
  Object.entries(renamed).find(([, given]) => given === name)?.[0] ?? name;

/**
 * The identity of a unit: `key` is equal for all its names, as far as forms of names and merges by a person tell;
 * `name` is the name that it goes by.
 */
export interface RootName {
  key: string;
  name: string;
}

/** Makes a function from a name as read to the unit's root name. */
export function rootNames({ same, apart }: Pick<UnitDecisions, "same" | "apart">): (name: string) => RootName {
  const keyOf = (name: string): string => (apart.includes(name) ? `apart ${name}` : unitKey(name));
  const into = new Map<string, string>();
  /** For forms of one name, the form that a person chose. */
  const chosen = new Map<string, string>();
  const rootOf = (given: string): RootName => {
    const name = chosen.get(given) ?? given;
    let root = { key: keyOf(name), name };
    // Follows a chain of merges; a cycle is left after one round.
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

/** Merges the unit `name` into `into`, whose name both have from then on. */
export function withMerged(units: UnitDecisions, into: string, name: string): UnitDecisions {
  const [target, other] = [asRead(units, into), asRead(units, name)];
  if (target === other) return units;
  // Where the name was separated from this very unit, taking that back is enough: it is a form of the same name.
  const isForm = units.apart.includes(other) && unitKey(other) === unitKey(target);
  return isForm
    ? { ...units, apart: units.apart.filter((one) => one !== other) }
    : { ...units, same: [...units.same, [target, other]] };
}

/**
 * Makes an alias of a unit a unit of its own. Of a person's merges only the pair that joins these two is taken back:
 * what was merged into `alias` itself stays with it.
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

/** Names that are one unit with `start`, found without going through `without`. */
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
