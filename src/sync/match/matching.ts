/** A pair whose identity a person should look at: ids of tasks and indicators, names of units. */
export interface DoubtfulPair {
  kind: "task" | "indicator" | "unit";
  incoming: string;
  base: string;
  /** 0 to 1. */
  closeness: number;
  /** Taken as the same, unless the user says otherwise. */
  matched: boolean;
}

/** What in a revised plan is the same as before. */
export interface Matching {
  /** Incoming id → base id, one to one. */
  tasks: ReadonlyMap<string, string>;
  indicators: ReadonlyMap<string, string>;
  /** Incoming name → base name, one to one, the same names included; of several units that became one, the closest. */
  units: ReadonlyMap<string, string>;
  /** Incoming name → further base names that went into it (机构改革). */
  merged: ReadonlyMap<string, readonly string[]>;
  /** Base name → further incoming names that came out of it. */
  split: ReadonlyMap<string, readonly string[]>;
  groups: ReadonlyMap<string, string>;
  doubtful: DoubtfulPair[];
}
