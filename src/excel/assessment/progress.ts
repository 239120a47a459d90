import { countToCheck, shortOf } from "../../assessment/breakdown";
import { lostFrom } from "../../sync/lost";
import { failedWith } from "../failure";
import { runWithPauses } from "../pause";
import { inExcel } from "../session";
import { readAssessmentData, type AssessmentData } from "./assessment-data";
import { resultsWithOverview } from "./results-and-overview";

/** How far the workbook is in its year: what a start page says. */
export interface Progress {
  plan: string;
  year: number;
  /** Rows that fall short. */
  short: number;
  /** Cells that hold something where a number belongs, and no number. */
  toCheck: number;
  /** Units that are asked for something, those of them whose form was made, and those that have reported. */
  asked: number;
  sent: number;
  reported: number;
  /** Whose form was made, and who has reported nothing. */
  awaited: number;
  /** The text that the sheet's plan was read from; absent where the workbook does not carry it. */
  source?: string;
  /** Rows and unit columns of the sheet's plan that were deleted by hand, it may be by mistake. */
  lost: number;
  /** A sync broke off, and the next one finishes it. */
  isUnfinished: boolean;
}

/**
 * One round trip; nothing is written.
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

/** Of a plan that was put together again from its sheet nothing can be missing. */
function lostCount({ state, matrix, plan }: AssessmentData): number {
  if (state.store.kind !== "read") return 0;
  const { rows, columns } = lostFrom(plan, matrix, state.store.stored.left);
  return rows.length + columns.length;
}
