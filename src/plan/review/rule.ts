import type { CleanText } from "../characters";
import type { Draft, Reading } from "../drafts";
import type { Finding, Plan, Span } from "../model";
import { cleanedName } from "../units/register";

/** What a rule of the review looks at: the text, and what was read from it. */
export interface Reviewed {
  clean: CleanText;
  plan: Plan;
  drafts: readonly Draft[];
  /** Every numbered item with its headline, in the order of the text. */
  readings: readonly Reading[];
}

/** One rule, in one file; `name` is the finding's `rule`. */
export interface Rule {
  name: string;
  check(reviewed: Reviewed): Finding[];
}

/** The words of the plan for a sentence. */
export function shortened(words: string, longest = 24): string {
  const plain = words.replace(/\s+/g, "");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Where a unit's name first stands; the beginning of the text for one that is not printed so. */
export function placeOf(name: string, clean: CleanText): Span {
  const at = Math.max(0, clean.text.indexOf(cleanedName(name)));
  return clean.span(at, Math.min(clean.text.length, at + name.length));
}
