import type { Indicator, Plan, Task } from "./model";
import { noReadingDecisions, type ReadingDecisions } from "./decisions";
import { noDecisions, type UnitDecisions } from "./units/decisions";

export type { UnitDecisions } from "./units/decisions";

/** A task's fields as a person has set them; absent ones stay as read. */
export type TaskCorrection = Partial<Pick<Task, "title" | "lead" | "responsible" | "groups">>;

/** An indicator's fields as a person has set them; `max` and `deadline` may be taken away with null. */
export type IndicatorCorrection = Partial<Pick<Indicator, "name" | "op" | "value" | "unit" | "period">> & { max?: number | null; deadline?: number | null };

/**
 * What a person has settled about the reading of one text, as plain data: it is kept with the plan, and applied again
 * whenever the same text is read. Tasks, indicators and measures go by their ids, which a reading of the same text gives
 * again; entries whose id is gone do nothing.
 */
export interface Corrections {
  units: UnitDecisions;
  /** What the reading itself follows, beside the units; absent in what was kept before there was such a thing. */
  reading?: Omit<ReadingDecisions, "units">;
  years?: [first: number, last: number];
  tasks: Readonly<Record<string, TaskCorrection>>;
  /** Null: the number is no target. */
  indicators: Readonly<Record<string, IndicatorCorrection | null>>;
  /** Indicators that the reader did not see. */
  added: readonly Indicator[];
  /** Members of collective names, by name; for △ marks. */
  members: Readonly<Record<string, readonly string[]>>;
  /** 保障措施 that become tasks, by the measure's id, with the units that the user names. */
  measures: Readonly<Record<string, Pick<Task, "lead" | "responsible">>>;
  /** Ids of questions that were looked at and found right as read. */
  settled: readonly string[];
}

export const noCorrections: Corrections = { units: noDecisions, tasks: {}, indicators: {}, added: [], members: {}, measures: {}, settled: [] };

/** The part of the corrections that the reading itself follows. */
export const decisionsOf = ({ units, reading }: Pick<Corrections, "units" | "reading">): ReadingDecisions => ({ ...noReadingDecisions, ...reading, units });

/** The plan with the corrections in it; `plan` itself is left alone. Unit decisions are the reader's, not applied here. */
export function applyCorrections(plan: Plan, corrections: Corrections): Plan {
  const tasks = [...plan.tasks.map((task) => corrected(task, corrections.tasks[task.id])), ...tasksOfMeasures(plan, corrections)].sort((a, b) => a.span[0] - b.span[0]);
  const known = new Set(plan.indicators.map(({ id }) => id));
  const indicators = [
    ...plan.indicators.flatMap((indicator) => {
      const change = own(corrections.indicators, indicator.id);
      return change === null ? [] : [change ? correctedIndicator(indicator, change) : indicator];
    }),
    ...corrections.added.filter(({ id }) => !known.has(id)),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const names = new Set(plan.units.map(({ name }) => name));
  const groups = new Set(plan.groups.map(({ name }) => name));
  const added = [...new Set(tasks.flatMap(({ lead, responsible }) => [...lead, ...responsible]))].filter((name) => !names.has(name) && !groups.has(name));
  return {
    ...plan,
    ...(corrections.years ? { years: corrections.years } : {}),
    tasks,
    indicators,
    units: [...plan.units, ...added.map((name) => ({ name, aliases: [] }))],
    groups: plan.groups.map((group) => {
      const members = own(corrections.members, group.name);
      return members && members.length > 0 ? { ...group, members: [...members] } : group;
    }),
    measures: plan.measures.filter(({ id }) => !Object.hasOwn(corrections.measures, id)),
  };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whoever names the lead has stated it. */
function corrected(task: Task, change: TaskCorrection | undefined): Task {
  if (!change) return task;
  const { segments: _segments, ...rest } = task;
  const units = change.lead ?? change.responsible ?? change.groups;
  return { ...(units ? rest : task), ...change, ...(change.lead ? { leadBasis: change.lead.length > 0 ? "stated" : "none" } : {}) };
}

/** The indicator with the fields that are set right; null takes `max` or `deadline` away. */
export function correctedIndicator(indicator: Indicator, { max, deadline, ...plain }: IndicatorCorrection): Indicator {
  const next: Indicator = { ...indicator, ...plain };
  if (max === null) delete next.max;
  else if (max !== undefined) next.max = max;
  if (deadline === null) delete next.deadline;
  else if (deadline !== undefined) next.deadline = deadline;
  return next;
}

function tasksOfMeasures({ measures }: Plan, corrections: Corrections): Task[] {
  return measures.flatMap((measure): Task[] => {
    const units = own(corrections.measures, measure.id);
    if (!units) return [];
    const { id, path, section, title, text, span } = measure;
    return [{ id, path, section, title, text, span, lead: units.lead, responsible: units.responsible, groups: [], leadBasis: units.lead.length > 0 ? "stated" : "none", evidence: [{ notation: "by-hand", span }] }];
  });
}

/** An indicator for words of the text that a person has marked; its number is the first of them. */
export function indicatorFromWords(source: string, span: Indicator["span"], task: Task | undefined): Indicator | undefined {
  const quote = source.slice(...span).trim();
  const found = /\d+(?:\.\d+)?/.exec(quote.normalize("NFKC"));
  if (!found) return undefined;
  const rest = quote.normalize("NFKC").slice(found.index + found[0].length);
  const unit = /^[%‰]|^个百分点|^(?:人次|场次|平方米|公里|万亩|[\u4e00-\u9fff])/.exec(rest)?.[0] ?? "";
  return {
    id: `u${span[0]}-${span[1]}`,
    ...(task ? { taskId: task.id } : {}),
    name: quote.length > 32 ? `${quote.slice(0, 31)}…` : quote,
    quote,
    op: ">=",
    value: Number(found[0]),
    unit,
    period: "other",
    evidence: [{ notation: "by-hand", span }],
    span,
  };
}
