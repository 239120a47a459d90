import { noUnitDecisions, type UnitDecisions } from "./units/decisions";

/** What a label's list says of its units; `none`: the label names nobody who answers for the task. */
export type LabelDecision = "lead" | "responsible" | "none";

/**
 * A way of writing who answers that a person has shown at one place: the names between `before` and `after` answer in
 * `role`, wherever the plan writes so. Both are words of the cleaned text; an empty `after` stands for the end of the
 * clause.
 */
export interface TaughtForm {
  before: string;
  after: string;
  role: "lead" | "responsible";
}

/** What a person has settled that the reading itself follows. */
export interface ReadingDecisions {
  units: UnitDecisions;
  /** Labels whose stem says nothing, by their words without the colon. */
  labels: Readonly<Record<string, LabelDecision>>;
  /** Names, as printed, that are no units. */
  notUnits: readonly string[];
  forms: readonly TaughtForm[];
}

export const noReadingDecisions: ReadingDecisions = { units: noUnitDecisions, labels: {}, notUnits: [], forms: [] };
