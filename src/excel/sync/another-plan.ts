import type { Plan } from "../../plan/model";
import { isEarlierLayout } from "../../matrix/columns";
import { isAnother, measuringLikeness } from "../../sync/alike";
import type { Base } from "../../sync/compare";
import { ExcelFailure } from "../failure";
import { runWithPauses } from "../pause";
import { inExcel } from "../session";
import { readSyncState } from "./sync-state";

/** The matrix follows another document than the plan at hand. */
export interface AnotherPlan {
  /**
   * Title of the plan that the matrix follows, or the name of what it was read from where it has none; empty where the
   * workbook does not say it any more.
   */
  following: string;
  /** How many tasks of the plan at hand are among its tasks. */
  shared: number;
}

/**
 * @param name of what the base's plan was read from, where the workbook says it
 * @returns undefined where `given` is the base's plan, or a revision of it
 */
export async function anotherThan({ plan, known }: Base, given: Plan, name = ""): Promise<AnotherPlan | undefined> {
  // Of a plan that was put together again from its sheet the title is only a guess.
  const base = known ? plan : { ...plan, title: "" };
  const likeness = await runWithPauses(measuringLikeness(base, given));
  return isAnother(likeness) ? { following: base.title || name, shared: likeness.shared } : undefined;
}

/**
 * Whose matrix the workbook holds; one round trip, nothing is written.
 * @returns undefined where it holds none
 * @throws ExcelFailure
 */
export function lookAtMatrix(given: Plan): Promise<{ another?: AnotherPlan; isEarlier: boolean } | undefined> {
  return inExcel(async (context) => {
    const current = await readSyncState(context, given);
    if (!current) return undefined;
    const another = await anotherThan(current.base, given, current.read.stored.reading?.name);
    return { ...(another ? { another } : {}), isEarlier: isEarlierLayout(current.matrix.columns) };
  });
}

/** Why nothing is written over the matrix of another plan. */
export const anotherPlanThere = ({ following }: AnotherPlan): ExcelFailure =>
  new ExcelFailure("AnotherPlan", { title: following && `“${following}”` });
