import type { MarkedTask } from "./by-hand/marked-tasks";
import type { ReadingDecisions } from "./decisions";
import type { Indicator, Task } from "./model";
import type { UnitDecisions } from "./units/decisions";

/** A task's fields as a person has set them; absent ones stay as read. */
export type TaskCorrection = Partial<Pick<Task, "title" | "lead" | "responsible" | "groups">>;

/**
 * An indicator's fields as a person has set them; null removes `max` or `deadline`. `scale` is the 万 (1e4) or 亿 (1e8)
 * that the person works in, 1 for neither; where it is absent the scale stays.
 */
export type IndicatorCorrection = Partial<Pick<Indicator, "name" | "op" | "value" | "unit" | "period">> & {
  max?: number | null;
  deadline?: number | null;
  scale?: number;
};

/**
 * What a person has settled about the reading of one text, as plain data: stored with the plan, and applied again
 * whenever the same text is read. Tasks, indicators and safeguards are referred to by their ids, which a reading of the
 * same text gives again; entries whose id no longer exists have no effect.
 */
export interface Corrections {
  units: UnitDecisions;
  /** What the reading itself follows, besides the units; absent in corrections that an early version stored. */
  reading?: Omit<ReadingDecisions, "units">;
  years?: [first: number, last: number];
  tasks: Readonly<Record<string, TaskCorrection>>;
  /** Null: the number is no target. */
  indicators: Readonly<Record<string, IndicatorCorrection | null>>;
  /** Indicators that the reader missed and a person added. */
  added: readonly Indicator[];
  /** Members of collective names, by name; for △ marks. */
  members: Readonly<Record<string, readonly string[]>>;
  /** 简称 that a person has given, by the unit's name; empty to go back to the one that the rules give. */
  shortNames: Readonly<Record<string, string>>;
  /** 保障措施 that become tasks, by the safeguard's id, with the units that the user names. */
  safeguards: Readonly<Record<string, Pick<Task, "lead" | "responsible">>>;
  /** Ids of questions that a person has confirmed as read. */
  settled: readonly string[];
  /** Passages that a person has made tasks, in the order of the text. */
  marked: readonly MarkedTask[];
}
