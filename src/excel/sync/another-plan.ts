import type { Plan } from "../../plan/model";
import { isEarlierLayout } from "../../matrix/columns";
import { isAnother, measuringLikeness } from "../../sync/likeness";
import type { Base } from "../../sync/compare";
import { ExcelFailure } from "../failure";
import { runWithPauses } from "../pause";
import { inExcel } from "../session";
import { readSyncState } from "./sync-state";

/** The matrix follows another document than the given plan. */
export interface AnotherPlan {
  /** Title of the plan that the matrix follows, or the name of its file if it has none; empty if neither is stored. */
  following: string;
  /** How many tasks of the given plan it has too. */
  shared: number;
}

/**
 * @param name name of the file that the base's plan was read from, if stored
 * @returns undefined if `given` is the base's plan or a revision of it
 */
export async function anotherThan({ plan, known }: Base, given: Plan, name = ""): Promise<AnotherPlan | undefined> {
  // The title of a plan that was rebuilt from the sheet is only a guess.
  const base = known ? plan : { ...plan, title: "" };
  const likeness = await runWithPauses(measuringLikeness(base, given));
  return isAnother(likeness) ? { following: base.title || name, shared: likeness.shared } : undefined;
}

/**
 * Which plan the workbook's matrix follows, and whether its layout is an earlier version's. One round trip; writes
 * nothing.
 * @returns undefined if there is no matrix
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

/** The refusal to write over the matrix of another plan. */
export const anotherPlanThere = ({ following }: AnotherPlan): ExcelFailure =>
  new ExcelFailure("AnotherPlan", { title: following && `“${following}”` });
