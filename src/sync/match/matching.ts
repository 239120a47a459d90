/** A pair that a person should check: ids of tasks and indicators, names of units. */
export interface DoubtfulPair {
  kind: "task" | "indicator" | "unit";
  incoming: string;
  base: string;
  /** From 0 to 1. */
  closeness: number;
  /** Whether the two count as the same unless the user decides otherwise. */
  matched: boolean;
}

/** What is the same in a plan and its revision. */
export interface Matching {
  /** Incoming id → base id, one to one. */
  tasks: ReadonlyMap<string, string>;
  indicators: ReadonlyMap<string, string>;
  /** Incoming name → base name, one to one, including equal names. For merged units, the closest base unit. */
  units: ReadonlyMap<string, string>;
  /** Incoming name → further base names that were merged into it (机构改革). */
  merged: ReadonlyMap<string, readonly string[]>;
  /** Base name → further incoming names that were split from it. */
  split: ReadonlyMap<string, readonly string[]>;
  groups: ReadonlyMap<string, string>;
  doubtful: DoubtfulPair[];
}
