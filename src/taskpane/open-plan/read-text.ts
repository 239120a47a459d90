import type { Corrections } from "../../plan/corrections";
import type { Plan } from "../../plan/model";
import { questionsOf, type Question } from "../../plan/questions";
import { readCorrected } from "../../plan/read-corrected";

/** What was read from a text. */
export interface ReadText {
  plan: Plan;
  questions: Question[];
}

export function readText(source: string, corrections: Corrections): ReadText {
  const plan = readCorrected(source, corrections);
  return { plan, questions: questionsOf(plan, corrections, source) };
}
