import type { Corrections } from "../plan/corrections";
import type { Plan } from "../plan/model";

/** The plan that somebody has opened in the pane, for the ribbon's buttons, which run in the pane's own page. */
export interface OpenPlan {
  plan: Plan;
  /** The text that it was read from, to be carried in the workbook. */
  origin: { source: string; name: string; saved?: string; corrections: Corrections };
  /** Somebody says that it is a revision of the workbook's, however little it is like that. */
  isRevision: boolean;
  /** The workbook carries it now: from now on what the workbook says goes before. */
  noteCarried(): void;
}

/**
 * `nothing`: what the pane shows, if anything, is what the workbook carries. `unreadable`: what was opened last could
 * not be read, or the pane asks which part of it is meant.
 */
export type OpenPlanAnswer = OpenPlan | "nothing" | "unreadable";

let answer: (() => Promise<OpenPlanAnswer>) | undefined;

/** The pane tells how it is to be asked. @returns ends it */
export function provideOpenPlan(next: () => Promise<OpenPlanAnswer>): () => void {
  answer = next;
  return () => {
    if (answer === next) answer = undefined;
  };
}

/** What is open in the pane, shown or not; where a text is being read just now, when that is done. */
export const openPlanInPane = async (): Promise<OpenPlanAnswer> => (await answer?.()) ?? "nothing";
