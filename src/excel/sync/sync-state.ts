import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import { withYears } from "../../matrix/years";
import type { Plan } from "../../plan/model";
import { comparing, type Base, type Comparison } from "../../sync/compare";
import type { MatchDecisions } from "../../sync/match";
import { lostFrom } from "../../sync/lost";
import { rebuildPlan } from "../../sync/rebuild";
import { ExcelFailure } from "../failure";
import { canMoveCells } from "../operations";
import { runWithPauses } from "../pause";
import { withKnownPercents, withPercents } from "../percents";
import { locateIn, readWorkbook, type WorkbookState } from "../read-matrix";
import { removedRecords } from "../removed-rows";
import { freshStore, type ReadStore } from "../store";
import { recordsOfDeleted } from "./deleted-rows";

/** What a sync starts from: the sheet, and the plan that it was last synced with. */
export interface SyncState {
  state: WorkbookState;
  matrix: LocatedMatrix;
  base: Base;
  /** The workbook's store; if it is lost, what it would hold for the sheet as it is. */
  read: ReadStore;
}

/** @returns undefined if the workbook has no matrix */
export async function readSyncState(context: Excel.RequestContext, given: Plan): Promise<SyncState | undefined> {
  const state = await readWorkbook(context, yearName);
  const { store } = state;
  if (store.kind === "read") {
    const located = await locateIn(state, store.stored.plan, given);
    // A row that is moved to 已移出 takes along what it shows: 92, not 0.92.
    const matrix = located && (await withPercents(context, state.sheet, located));
    return matrix && { state, matrix, base: { plan: store.stored.plan, known: true }, read: store };
  }
  const first = await locateIn(state, given);
  if (!first) return undefined;
  const plan = rebuildPlan(first, given);
  const matrix = await withPercents(context, state.sheet, (await locateIn(state, plan, given))!);
  return { state, matrix, base: { plan, known: false }, read: freshStore({ plan }) };
}

/** @throws ExcelFailure `NoMatrix` */
export async function requireSyncState(context: Excel.RequestContext, given: Plan): Promise<SyncState> {
  const found = await readSyncState(context, given);
  if (!found) throw new ExcelFailure("NoMatrix", {});
  return found;
}

/** The same state, with the columns of another plan recognised as well. */
export async function relocated(current: SyncState, plan: Plan): Promise<SyncState> {
  const located = await locateIn(current.state, current.base.plan, plan);
  return located ? { ...current, matrix: withKnownPercents(located, current.matrix) } : current;
}

/**
 * Compares the sheet with the plan as read. One round trip if rows of the sheet's plan are missing, to look up what is
 * known of them.
 */
export async function compareWith(
  context: Excel.RequestContext,
  { state, matrix, base, read }: SyncState,
  given: Plan,
  decisions: MatchDecisions | undefined,
): Promise<Comparison> {
  const incoming = withYears(given, base.plan.years, undefined);
  const { left = [], kept } = read.stored;
  const lost = base.known ? lostFrom(base.plan, matrix).rows : [];
  const reported = lost.length > 0 ? await recordsOfDeleted(context, lost, matrix, read) : [];
  const options = {
    ...(decisions ? { decisions } : {}),
    removed: removedRecords(state.removed, matrix),
    reported,
    left,
    ...(kept ? { kept } : {}),
    canMove: canMoveCells(),
  };
  return runWithPauses(comparing(base, incoming, matrix, options));
}
