import type { CleanText } from "../characters";
import type { TaskDraft, ItemReading } from "../task-drafts";
import type { Finding, Plan, Span } from "../model";
import { placesOfUnits } from "../units/unit-places";

/** What a rule of the review looks at: the text, and what was read from it. */
export interface ReviewInput {
  clean: CleanText;
  plan: Plan;
  drafts: readonly TaskDraft[];
  /** Every numbered item with its headline, in the order of the text. */
  readings: readonly ItemReading[];
}

/** One rule, in one file; `name` is the finding's `rule`. */
export interface Rule {
  name: string;
  check(input: ReviewInput): Finding[];
}

/** The words of the plan for a sentence. */
export function shortened(words: string, longest = 24): string {
  const plain = words.replace(/\s+/g, "");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Where a unit first stands, under any name that is printed of it. */
export function placeOf(name: string, { plan, clean }: Pick<ReviewInput, "plan" | "clean">): Span {
  return placesOfUnits([name], plan, clean)[0] ?? clean.span(0, clean.text.length);
}
