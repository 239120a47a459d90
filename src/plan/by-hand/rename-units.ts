import type { Corrections } from "../correction-types";
import type { Task } from "../model";

/** The units that a person has named for a task, a marked passage or a safeguard. */
export type NamedUnits = Partial<Record<"lead" | "responsible", readonly string[]>>;

/**
 * Renames units wherever a person has named them.
 * @param called the new name of a unit
 */
export function withUnitsRenamed(corrections: Corrections, called: (name: string) => string): Corrections {
  const change = (names: readonly string[]): string[] => [...new Set(names.map(called))];
  const within = <T extends NamedUnits>(named: T): T => ({
    ...named,
    ...(named.lead ? { lead: change(named.lead) } : {}),
    ...(named.responsible ? { responsible: change(named.responsible) } : {}),
  });
  const each = <T extends NamedUnits>(table: Readonly<Record<string, T>>): Record<string, T> =>
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
 * Changes each unit that a person has named back to the name that the reader chose. A person picks units from a list
 * under their current names but means the unit, so the choice survives a later renaming.
 */
export function byReadNames(corrections: Corrections): Corrections {
  const { renamed } = corrections.units;
  const read = new Map(Object.entries(renamed).map(([name, given]) => [given, name]));
  // A name that the reader chose for one unit may since have been given to another.
  const called = (name: string): string => (Object.hasOwn(renamed, name) ? name : (read.get(name) ?? name));
  return read.size === 0 ? corrections : withUnitsRenamed(corrections, called);
}
