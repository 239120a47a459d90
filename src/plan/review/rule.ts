import type { CleanText } from "../characters";
import type { TaskDraft, ItemReading } from "../task-drafts";
import type { Finding, Plan, Span } from "../model";
import { placesOfUnits } from "../units/unit-places";

/** The input of a review rule: the text, and what was read from it. */
export interface ReviewInput {
  clean: CleanText;
  plan: Plan;
  drafts: readonly TaskDraft[];
  /** Every numbered item with its headline, in text order. */
  readings: readonly ItemReading[];
}

/** One rule, in a file of its own; `name` becomes the finding's `rule`. */
export interface Rule {
  name: string;
  check(input: ReviewInput): Finding[];
}

/** Words of the plan, shortened for use in a message. */
export function shortened(words: string, longest = 24): string {
  const plain = words.replace(/\s+/g, "");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** The first position of a unit in the text, under any of its printed names; the whole text if none is found. */
export function placeOf(name: string, { plan, clean }: Pick<ReviewInput, "plan" | "clean">): Span {
  return placesOfUnits([name], plan, clean)[0] ?? clean.span(0, clean.text.length);
}
