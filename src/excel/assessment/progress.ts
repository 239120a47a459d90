import { countToCheck, shortOf } from "../../assessment/breakdown";
import { lostFrom } from "../../sync/lost";
import { failedWith } from "../failure";
import { runWithPauses } from "../pause";
import { inExcel } from "../session";
import { readAssessmentData, type AssessmentData } from "./assessment-data";
import { resultsWithOverview } from "./results-and-overview";

/** How far the workbook's year has come, for the start page. */
export interface Progress {
  plan: string;
  year: number;
  /** Rows that fall short. */
  short: number;
  /** Cells with contents other than a number where a number belongs. */
  toCheck: number;
  /** Number of units asked for something; of these, how many have got a form, and how many have reported. */
  asked: number;
  sent: number;
  reported: number;
  /** Units that have got a form and reported nothing. */
  awaited: number;
  /** The text that the sheet's plan was read from; absent if it is not stored. */
  source?: string;
  /** Rows and unit columns of the sheet's plan that were deleted by hand, perhaps by mistake. */
  lost: number;
  /** A sync broke off; the next one finishes it. */
  isUnfinished: boolean;
}

/**
 * One round trip; writes nothing.
 * @returns undefined where the workbook holds no matrix
 * @throws ExcelFailure
 */
export async function readProgress(): Promise<Progress | undefined> {
  try {
    return await inExcel(async (context) => {
      const data = await readAssessmentData(context);
      const { plan, state } = data;
      const { results, overview } = await runWithPauses(resultsWithOverview(data));
      const { year, units, chase } = overview;
      const asked = units.filter((unit) => unit.asked > 0);
      const source = state.store.kind === "read" ? state.store.stored.reading?.source : undefined;
      return {
        plan: plan.title,
        year,
        short: shortOf(results),
        toCheck: countToCheck(results.rows),
        asked: asked.length,
        sent: asked.filter((unit) => unit.sent !== undefined).length,
        reported: asked.filter(({ hasReported }) => hasReported).length,
        awaited: asked.filter(({ name, sent }) => sent !== undefined && chase.missing.includes(name)).length,
        ...(source === undefined ? {} : { source }),
        lost: lostCount(data),
        isUnfinished: state.store.kind === "read" && state.store.journal.pending !== undefined,
      };
    });
  } catch (error) {
    if (failedWith(error, "NoMatrix")) return undefined;
    throw error;
  }
}

/** Nothing can be missing of a plan that was rebuilt from the sheet. */
function lostCount({ state, matrix, plan }: AssessmentData): number {
  if (state.store.kind !== "read") return 0;
  const { rows, columns } = lostFrom(plan, matrix, state.store.stored.left);
  return rows.length + columns.length;
}
