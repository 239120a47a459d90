/** What a person has settled about the plan's units; the reader follows it. Names as the plan prints them. */
export interface UnitDecisions {
  /** Pairs that are one unit. */
  same: readonly (readonly [name: string, other: string])[];
  /** Names that are units of their own, although they look like a form of another. */
  apart: readonly string[];
  /** The name to use, by the name that the reader chose. */
  renamed: Readonly<Record<string, string>>;
}

export const noDecisions: UnitDecisions = { same: [], apart: [], renamed: {} };
