import type { Corrections } from "../plan/corrections";
import type { Plan } from "../plan/model";

/** The plan that is open in the pane. The ribbon's buttons need it and run in the same page as the pane. */
export interface OpenPlan {
  plan: Plan;
  /** The text the plan was parsed from. The workbook stores it. */
  origin: { source: string; name: string; saved?: string; corrections: Corrections };
  /** The user declared it a revision of the workbook's plan, however little the two have in common. */
  isRevision: boolean;
  /** Tells the pane that the workbook now stores this plan. From then on the workbook's own plan takes precedence. */
  noteCarried(): void;
}

/**
 * `nothing`: no other plan is open than the one the workbook stores. `unreadable`: the last file could not be read, or
 * the pane is still asking which part of it to use.
 */
export type OpenPlanAnswer = OpenPlan | "nothing" | "unreadable";

let answer: (() => Promise<OpenPlanAnswer>) | undefined;

/**
 * Registers the pane's answer to {@link openPlanInPane}.
 * @returns a function that removes the registration, unless a later one has replaced it
 */
export function provideOpenPlan(next: () => Promise<OpenPlanAnswer>): () => void {
  answer = next;
  return () => {
    if (answer === next) answer = undefined;
  };
}

/**
 * The plan open in the pane, even while another page of the pane is shown. If a text is being parsed, waits for it.
 * @returns `nothing` also where no pane is registered
 */
export const openPlanInPane = async (): Promise<OpenPlanAnswer> => (await answer?.()) ?? "nothing";
