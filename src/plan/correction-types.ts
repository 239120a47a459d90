import type { MarkedTask } from "./by-hand/marked-tasks";
import type { ReadingDecisions } from "./decisions";
import type { Indicator, Task } from "./model";
import type { UnitDecisions } from "./units/decisions";

/** A task's fields as a person has set them; absent ones stay as read. */
export type TaskCorrection = Partial<Pick<Task, "title" | "lead" | "responsible" | "groups">>;

/**
 * An indicator's fields as a person has set them; `max` and `deadline` may be taken away with null. `scale` is the 1e4
 * or 1e8 of its measure that they work in, 1 for none; absent: as before.
 */
export type IndicatorCorrection = Partial<Pick<Indicator, "name" | "op" | "value" | "unit" | "period">> & {
  max?: number | null;
  deadline?: number | null;
  scale?: number;
};

/**
 * What a person has settled about the reading of one text, as plain data: it is kept with the plan, and applied again
 * whenever the same text is read. Tasks, indicators and safeguards go by their ids, which a reading of the same text
 * gives again; entries whose id is gone do nothing.
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
  /** 简称 that a person has given, by the unit's name; empty where they want the rules' again. */
  shortNames: Readonly<Record<string, string>>;
  /** 保障措施 that become tasks, by the safeguard's id, with the units that the user names. */
  safeguards: Readonly<Record<string, Pick<Task, "lead" | "responsible">>>;
  /** Ids of questions that were looked at and found right as read. */
  settled: readonly string[];
  /** Passages that a person has made tasks, in the order of the text. */
  marked: readonly MarkedTask[];
}
