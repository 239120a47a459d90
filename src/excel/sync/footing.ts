import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import { withYears } from "../../matrix/years";
import type { Plan } from "../../plan/model";
import { comparing, type Base, type Comparison } from "../../sync/compare";
import type { MatchDecisions } from "../../sync/match";
import { lostFrom } from "../../sync/lost";
import { rebuildPlan } from "../../sync/rebuild";
import { canMoveCells } from "../operations";
import { runWithPauses } from "../pause";
import { withKnownPercents, withPercents } from "../percents";
import { locateIn, readWorkbook, type WorkbookState } from "../read-matrix";
import { removedRecords } from "../removed-rows";
import { freshStore, type ReadStore } from "../store";
import { reportedOf } from "./reported";

/** What one reading of the workbook says: the sheet, and the plan that it was last brought in step with. */
export interface Footing {
  state: WorkbookState;
  held: LocatedMatrix;
  base: Base;
  /** What the workbook's store holds; where it is lost, what it would hold of the sheet as it is. */
  read: ReadStore;
}

/** @returns undefined where the workbook holds no matrix */
export async function readFooting(context: Excel.RequestContext, given: Plan): Promise<Footing | undefined> {
  const state = await readWorkbook(context, yearName);
  const { store } = state;
  if (store.kind === "read") {
    const located = await locateIn(state, store.stored.plan, given);
    // A row that leaves takes along what it shows: 92, and not 0.92.
    const held = located && (await withPercents(context, state.sheet, located));
    return held && { state, held, base: { plan: store.stored.plan, known: true }, read: store };
  }
  const first = await locateIn(state, given);
  if (!first) return undefined;
  const plan = rebuildPlan(first, given);
  const held = await withPercents(context, state.sheet, (await locateIn(state, plan, given))!);
  return { state, held, base: { plan, known: false }, read: freshStore({ plan }) };
}

/** The same reading, with the columns of another plan known too. */
export async function relocated(footing: Footing, plan: Plan): Promise<Footing> {
  const located = await locateIn(footing.state, footing.base.plan, plan);
  return located ? { ...footing, held: withKnownPercents(located, footing.held) } : footing;
}

/**
 * How the sheet differs from the plan as read; one round trip more where rows of its plan are missing, of which
 * something may be known.
 */
export async function compareWith(
  context: Excel.RequestContext,
  { state, held, base, read }: Footing,
  given: Plan,
  decisions: MatchDecisions | undefined,
): Promise<Comparison> {
  const incoming = withYears(given, base.plan.years, undefined);
  const { left = [], kept } = read.stored;
  const lost = base.known ? lostFrom(base.plan, held).rows : [];
  const reported = lost.length > 0 ? await reportedOf(context, lost, held, read) : [];
  const options = {
    ...(decisions ? { decisions } : {}),
    removed: removedRecords(state.removed, held),
    reported,
    left,
    ...(kept ? { kept } : {}),
    canMove: canMoveCells(),
  };
  return runWithPauses(comparing(base, incoming, held, options));
}
