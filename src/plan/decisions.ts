import { noUnitDecisions, type UnitDecisions } from "./units/decisions";

/** The role of the units behind a label; `none`: the label names nobody who answers for the task. */
export type LabelDecision = "lead" | "responsible" | "none";

/**
 * A way of writing who answers that a person has shown at one place: the names between `before` and `after` answer in
 * `role`, wherever the plan uses these words. Both are words of the cleaned text; an empty `after` stands for the end
 * of the clause.
 */
export interface TaughtForm {
  before: string;
  after: string;
  role: "lead" | "responsible";
}

/** Decisions of a person that the reading itself follows. */
export interface ReadingDecisions {
  units: UnitDecisions;
  /** Labels whose words do not tell the role, by these words without the colon. */
  labels: Readonly<Record<string, LabelDecision>>;
  /** Printed names that are not units. */
  notUnits: readonly string[];
  forms: readonly TaughtForm[];
}

export const noReadingDecisions: ReadingDecisions = { units: noUnitDecisions, labels: {}, notUnits: [], forms: [] };
