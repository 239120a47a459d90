import { BY_HAND, withMarked, type MarkedTask, type PlaceOf } from "./by-hand/marked-tasks";
import { byReadNames } from "./by-hand/rename-units";
import type { Corrections, IndicatorCorrection, TaskCorrection } from "./correction-types";
import type { Indicator, Plan, Task, Unit } from "./model";
import { noReadingDecisions, type ReadingDecisions } from "./decisions";
import { keepingScale, withScale } from "./amount-scales";
import { asRead, noUnitDecisions, rootNames, type UnitDecisions } from "./units/decisions";

export type { Corrections, IndicatorCorrection } from "./correction-types";
export type { UnitDecisions } from "./units/decisions";

export const noCorrections: Corrections = {
  units: noUnitDecisions,
  tasks: {},
  indicators: {},
  added: [],
  members: {},
  shortNames: {},
  safeguards: {},
  settled: [],
  marked: [],
};

/** Corrections as any version has stored them. The first ones called the safeguards "measures". */
export type StoredCorrections = Partial<Corrections> & { measures?: Corrections["safeguards"] };

/**
 * Brings stored corrections to today's shape: fills in what an earlier version did not know, and refers to units that
 * were picked from a list by the names that the reader chose for them.
 */
export function completed({ measures, ...stored }: StoredCorrections): Corrections {
  return byReadNames({
    ...noCorrections,
    ...stored,
    units: { ...noUnitDecisions, ...stored.units },
    safeguards: { ...measures, ...stored.safeguards },
    added: (stored.added ?? []).map((indicator) => ({
      ...indicator,
      evidence: indicator.evidence ?? [{ notation: BY_HAND, span: indicator.span }],
    })),
  });
}

/** The part of the corrections that the reading itself follows. */
export const decisionsOf = ({ units, reading }: Pick<Corrections, "units" | "reading">): ReadingDecisions => ({
  ...noReadingDecisions,
  ...reading,
  units,
});

/**
 * The plan with the corrections applied; `plan` itself is not changed. The reading has already followed the unit
 * decisions; here they are applied to names that a person gave.
 * @param placeOf tells where in the plan's numbering a marked passage stands
 */
export function applyCorrections(plan: Plan, corrections: Corrections, placeOf?: PlaceOf): Plan {
  const called = namesFor(plan, corrections.units);
  const marked = withMarked(
    plan,
    withoutNames(corrections.marked, corrections.reading?.notUnits ?? []),
    called,
    placeOf,
  );
  const read = marked.tasks.map((task) => corrected(task, own(corrections.tasks, task.id), called));
  const tasks = [...read, ...tasksOfSafeguards(marked, corrections, called)].sort((a, b) => a.span[0] - b.span[0]);
  return {
    ...marked,
    ...(corrections.years ? { years: corrections.years } : {}),
    tasks,
    indicators: withIndicators(marked.indicators, corrections, tasks),
    ...withNames(marked, tasks, corrections, called),
    safeguards: marked.safeguards.filter(({ id }) => !Object.hasOwn(corrections.safeguards, id)),
  };
}

function withIndicators(read: readonly Indicator[], corrections: Corrections, tasks: readonly Task[]): Indicator[] {
  const known = new Set(read.map(({ id }) => id));
  const changed = read.flatMap((indicator) => {
    const change = own(corrections.indicators, indicator.id);
    return change === null ? [] : [change ? correctedIndicator(indicator, change) : indicator];
  });
  const added = corrections.added.filter(({ id }) => !known.has(id)).map((indicator) => belonging(indicator, tasks));
  return [...changed, ...added].sort((a, b) => a.span[0] - b.span[0]);
}

/** Moves an indicator whose task no longer exists to the task in whose text it stands. */
function belonging(indicator: Indicator, tasks: readonly Task[]): Indicator {
  const { taskId, ...rest } = indicator;
  if (taskId === undefined || tasks.some(({ id }) => id === taskId)) return indicator;
  const [start, end] = indicator.span;
  const task = tasks.find(({ span }) => span[0] <= start && span[1] >= end);
  return task ? { ...rest, taskId: task.id } : rest;
}

/** Units and groups of the plan, and those that only a person has named. */
function withNames(
  plan: Plan,
  tasks: readonly Task[],
  { members, marked, shortNames, units: decisions }: Corrections,
  called: (name: string) => string,
): Pick<Plan, "units" | "groups"> {
  const units = new Set(plan.units.map(({ name }) => name));
  const known = new Set(plan.groups.map(({ name }) => name));
  const groups = [
    ...plan.groups,
    ...[...new Set([...marked, ...tasks].flatMap((one) => one.groups))]
      .filter((name) => !known.has(name))
      .map((name) => ({ name })),
  ];
  const groupNames = new Set(groups.map(({ name }) => name));
  const added = [...new Set(tasks.flatMap(({ lead, responsible }) => [...lead, ...responsible]))].filter(
    (name) => !units.has(name) && !groupNames.has(name),
  );
  return {
    units: [...plan.units, ...added.map((name) => ({ name, aliases: [] }))].map(
      givingShortNames(shortNames, decisions),
    ),
    groups: groups.map((group) => {
      const named = own(members, group.name);
      return named && named.length > 0 ? { ...group, members: [...new Set(named.map(called))] } : group;
    }),
  };
}

/**
 * Looks up the 简称 that a person gave a unit: first under the unit's present name, then under another form of it or a
 * name before renaming. A unit that was merged into this one does not pass its 简称 on.
 */
function givingShortNames(shortNames: Corrections["shortNames"], decisions: UnitDecisions): (unit: Unit) => Unit {
  const rootOf = rootNames({ same: [], apart: decisions.apart });
  const keyOf = (name: string): string => rootOf(asRead(decisions, name)).key;
  const others = Object.entries(shortNames).map(([name, given]) => ({ key: keyOf(name), given }));
  return (unit) => {
    const given = own(shortNames, unit.name) ?? others.find(({ key }) => key === keyOf(unit.name))?.given;
    return given === undefined ? unit : { ...unit, shortName: given };
  };
}

/**
 * Finds the name under which the plan lists a unit, for a name that a person gave: as printed, as the unit was called
 * before, or as another version of the text prints it.
 */
function namesFor({ units }: Plan, decisions: UnitDecisions): (name: string) => string {
  const { renamed } = decisions;
  const rootOf = rootNames(decisions);
  const known = new Set(units.map(({ name }) => name));
  const aliases = new Map(units.flatMap(({ name, aliases: others }) => others.map((alias) => [alias, name] as const)));
  const asRead = new Map(Object.entries(renamed).map(([read, given]) => [given, read]));
  const byRoot = new Map(
    units.flatMap(({ name, aliases: others }) =>
      [asRead.get(name) ?? name, ...others].map((one) => [rootOf(one).key, name] as const),
    ),
  );
  return (given) => {
    if (known.has(given)) return given;
    // A renamed unit may have been merged into another since.
    const root = rootOf(asRead.get(given) ?? given);
    return aliases.get(given) ?? byRoot.get(root.key) ?? own(renamed, root.name) ?? root.name;
  };
}

function withoutNames(marked: readonly MarkedTask[], notUnits: readonly string[]): readonly MarkedTask[] {
  if (notUnits.length === 0) return marked;
  const left = (names: readonly string[]): string[] => names.filter((name) => !notUnits.includes(name));
  return marked.map((mark) => ({
    ...mark,
    lead: left(mark.lead),
    responsible: left(mark.responsible),
    groups: left(mark.groups),
  }));
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A lead that a person names counts as stated. */
function corrected(task: Task, change: TaskCorrection | undefined, called: (name: string) => string): Task {
  if (!change) return task;
  const { segments: _segments, ...rest } = task;
  const { lead, responsible } = change;
  const units = lead ?? responsible ?? change.groups;
  const leads = lead ? [...new Set(lead.map(called))] : task.lead;
  return {
    ...(units ? rest : task),
    ...change,
    ...(lead ? { lead: leads, leadBasis: lead.length > 0 ? "stated" : "none" } : {}),
    // A unit that leads is not responsible as well.
    ...(units
      ? {
          responsible: [...new Set((responsible ?? task.responsible).map(called))].filter(
            (name) => !leads.includes(name),
          ),
        }
      : {}),
  };
}

/** The indicator with the corrected fields; null removes `max` or `deadline`. */
export function correctedIndicator(
  indicator: Indicator,
  { max, deadline, scale, ...plain }: IndicatorCorrection,
): Indicator {
  const next: Indicator = { ...indicator, ...plain };
  if (max === null) delete next.max;
  else if (max !== undefined) next.max = max;
  if (deadline === null) delete next.deadline;
  else if (deadline !== undefined) next.deadline = deadline;
  return scale === undefined ? keepingScale(next, indicator) : withScale(next, scale);
}

function tasksOfSafeguards({ safeguards }: Plan, corrections: Corrections, called: (name: string) => string): Task[] {
  return safeguards.flatMap((safeguard): Task[] => {
    const units = own(corrections.safeguards, safeguard.id);
    if (!units) return [];
    const { id, path, section, title, text, span } = safeguard;
    const task: Task = {
      id,
      path,
      section,
      title,
      text,
      span,
      lead: [],
      responsible: [],
      groups: [],
      leadBasis: "none",
      evidence: [{ notation: BY_HAND, span }],
    };
    return [corrected(task, units, called)];
  });
}
