import type { Corrections } from "../correction-types";
import type { Task } from "../model";

type Named = Partial<Record<"lead" | "responsible", readonly string[]>>;

/** The corrections with other names for the units that a person has named, wherever they have. */
export function withUnitsRenamed(corrections: Corrections, called: (name: string) => string): Corrections {
  const change = (names: readonly string[]): string[] => [...new Set(names.map(called))];
  const within = <T extends Named>(named: T): T => ({
    ...named,
    ...(named.lead ? { lead: change(named.lead) } : {}),
    ...(named.responsible ? { responsible: change(named.responsible) } : {}),
  });
  const each = <T extends Named>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).map(([id, named]) => [id, within(named)]));
  const { tasks, marked, safeguards, members, shortNames } = corrections;
  return {
    ...corrections,
    tasks: each<Partial<Task>>(tasks),
    marked: marked.map(within),
    safeguards: each(safeguards),
    members: Object.fromEntries(Object.entries(members).map(([group, names]) => [group, change(names)])),
    shortNames: Object.fromEntries(Object.entries(shortNames).map(([name, short]) => [called(name), short])),
  };
}

/**
 * The corrections with each unit that a person has named under the name that the reader chose. Whoever picks a unit
 * from a list picks it by the name that it was given, and means the unit: given another name, or its own again, it is
 * still the one that was picked.
 */
export function byReadNames(corrections: Corrections): Corrections {
  const { renamed } = corrections.units;
  const read = new Map(Object.entries(renamed).map(([name, given]) => [given, name]));
  // A name that the reader chose for one unit may have been given to another since.
  const called = (name: string): string => (Object.hasOwn(renamed, name) ? name : (read.get(name) ?? name));
  return read.size === 0 ? corrections : withUnitsRenamed(corrections, called);
}
