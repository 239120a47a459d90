import type { Plan } from "../../plan/model";
import { inChinese, type Words } from "../../plan/sentence";
import { isOpen, kindNames, withChoice, type Change } from "../../sync/change";
import { chosenEdits, leftOut } from "../../sync/compare";
import { closeGaps } from "../../sync/gaps";
import { byFormerKeys } from "../../sync/former-keys";
import type { MatchDecisions } from "../../sync/match";
import { contextOf, plannedOf } from "../../sync/planned";
import { recoverKeys } from "../../sync/recover";
import { ExcelFailure, failedWith } from "../failure";
import { withRowsShown } from "../filters";
import { canMoveCells, operationParts } from "../operations";
import { pauseWhenDue } from "../pause";
import { inExcel, sendParts } from "../session";
import { applyHunks, linesOf, planSumOf, storedOf, type Stored, type PlanSource } from "../store";
import type { HistoryEntry, LoggedChange, PendingSync } from "../store/journal";
import { loggedRuns } from "./logged-runs";
import { compareWith, requireSyncState, relocated, type SyncState } from "./sync-state";
import { watchOthers, type Watch } from "./watch-others";
import { carryOut, operationTarget, othersAtWork, type Run, type SyncCourse, type SyncReport } from "./carry-out";

/** What the user has decided about the list that was shown. */
export interface SyncChoice {
  /** The list as shown. */
  seen: readonly Change[];
  /** Ids of the changes to take. */
  chosen: ReadonlySet<string>;
  decisions?: MatchDecisions;
  /** The text that the plan was read from, to be stored in the workbook; if absent, the stored one stays. */
  reading?: PlanSource;
  now: Date;
}

/** Attempts when co-authors change the sheet during the run. */
const mostAttempts = 3;

/**
 * Applies the chosen changes to the sheet and leaves everything else. Three round trips (read, record what is begun,
 * write) if the writing fits into one request; writes nothing if sheet and plan are in step. First finishes a run that
 * broke off earlier.
 * @throws ExcelFailure; `NoMatrix`, `AccessDenied`, `OthersAtWork`, `Cancelled`, `StoreLost`; `SheetChanged` if the
 * sheet is no longer as the user was shown
 */
export function syncMatrix(given: Plan, choice: SyncChoice, course: SyncCourse = {}): Promise<SyncReport> {
  return inExcel((context) =>
    retryWhileOthersEdit((watch, attempt) =>
      attemptSync(context, given, choice, course, watch, attempt === 1 || watch.wrote),
    ),
  );
}

/** Runs `work`, and again from its reading on if co-authors change the sheet meanwhile. */
export async function retryWhileOthersEdit<T>(work: (watch: Watch, attempt: number) => Promise<T>): Promise<T> {
  const watch = watchOthers();
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(watch, attempt);
    } catch (error) {
      if (!failedWith(error, "OthersAtWork", "OthersInBetween") || attempt === mostAttempts) throw error;
    }
  }
}

/** @param mayHaveWritten false if the interrupted run is known to have stopped before it wrote into the sheet */
async function attemptSync(
  context: Excel.RequestContext,
  given: Plan,
  choice: SyncChoice,
  course: SyncCourse,
  watch: Watch,
  mayHaveWritten: boolean,
): Promise<SyncReport> {
  const current = await settled(context, given, watch);
  const { pending } = current.read.journal;
  if (!pending) return bringIn(context, current, given, choice, course, watch);
  const finished = await resume(context, current, pending, course, watch, mayHaveWritten);
  const report = await bringIn(context, await settled(context, given, watch), given, choice, course, watch);
  return report.changes.length > 0 ? report : finished;
}

/** Reads the workbook, again if somebody changed it meanwhile. */
async function settled(context: Excel.RequestContext, given: Plan, watch: Watch): Promise<SyncState> {
  watch.reset();
  const current = await requireSyncState(context, given);
  // A co-author may type all the time: after a few tries go on, since the comparison is checked against the list that
  // was shown.
  return watch.touched && watch.again() ? settled(context, given, watch) : current;
}

async function bringIn(
  context: Excel.RequestContext,
  current: SyncState,
  given: Plan,
  choice: SyncChoice,
  course: SyncCourse,
  watch: Watch,
): Promise<SyncReport> {
  const comparison = await compareWith(context, current, given, choice.decisions);
  await pauseWhenDue();
  refuseUnseen(comparison.changes, choice);
  const isChosen = ({ id }: Pick<Change, "id">): boolean => choice.chosen.has(id);
  const edits = chosenEdits(comparison, isChosen);
  const { stored } = current.read;
  await pauseWhenDue();
  const reading = readingToKeep(choice.reading, stored.reading);
  const ids = { ...comparison.ids };
  const left = leftAfter(comparison.changes, choice, stored.left);
  const kept = comparison.outOfPlanWith(isChosen, edits);
  const next: Stored = {
    plan: comparison.plan,
    ...(reading ? { reading } : {}),
    ...(Object.keys(ids).length > 0 ? { ids } : {}),
    ...(kept ? { kept } : {}),
    ...(left ? { left } : {}),
    ...(stored.settings ? { settings: stored.settings } : {}),
  };
  const target = linesOf(next);
  const at = choice.now.toISOString();
  const entry: HistoryEntry = {
    id: at,
    at,
    plan: comparison.plan.title,
    changes: withChoice(comparison.changes, isChosen).filter(isChosen).map(logged),
    // How it is undone shows when it is carried out.
    undo: [],
    back: [],
    after: planSumOf(target),
  };
  const report = await carryOut(
    context,
    current,
    {
      kind: "sync",
      at,
      entry,
      edits,
      target,
      plan: comparison.plan.title,
      matrix: comparison.sheet,
      order: comparison.context,
    },
    course,
    watch,
  );
  return { ...report, left: left?.length ?? 0 };
}

/** Keeps the stored text exactly as it is if the new one says the same. */
function readingToKeep(given: PlanSource | undefined, stored: PlanSource | undefined): PlanSource | undefined {
  const said = (one: PlanSource): string => JSON.stringify([one.name, one.saved, one.corrections]);
  return given && stored && given.source === stored.source && said(given) === said(stored) ? stored : (given ?? stored);
}

/**
 * What is left out of the sheet after this choice. A row that disappeared since the list was shown has not been decided
 * on.
 */
function leftAfter(changes: readonly Change[], { seen, chosen }: SyncChoice, before: Stored["left"]): Stored["left"] {
  const shown = new Set(seen.map(({ id }) => id));
  const left = leftOut(
    changes.filter((change) => !isOpen(change) || shown.has(change.id)),
    ({ id }) => chosen.has(id),
  );
  return left.length > 0 || before ? left : undefined;
}

/** The log in the workbook is in Chinese, whatever the pane's language. */
const logged = ({ kind, place, description, before, after }: Change): LoggedChange => ({
  kind: kindNames[kind],
  place: inChinese(place),
  description: inChinese(description),
  before: inChinese(before),
  after: inChinese(after),
});

/** @throws ExcelFailure `SheetChanged` if a change to be applied is not as it was shown, or a new one has come up */
function refuseUnseen(changes: readonly Change[], { seen, chosen }: SyncChoice): void {
  const differ = (one: Words, other: Words): boolean => inChinese(one) !== inChinese(other);
  const shown = new Map(seen.map((change) => [change.id, change]));
  const differs = changes.some((change) => {
    const known = shown.get(change.id);
    const isTaken = chosen.has(change.id);
    return known
      ? isTaken && (differ(known.before, change.before) || differ(known.after, change.after))
      : change.default;
  });
  if (!differs) return;
  throw new ExcelFailure("SheetChanged.sync", {});
}

/**
 * Finishes a run that broke off: removes the rows and columns that it inserted and did not fill, then applies its edits
 * again.
 */
export async function resume(
  context: Excel.RequestContext,
  first: SyncState,
  pending: PendingSync,
  course: SyncCourse,
  watch: Watch,
  mayHaveWritten = true,
): Promise<SyncReport> {
  const log = await loggedRuns(context, first.state.log);
  const table = first.state.table?.area;
  const gaps = mayHaveWritten ? closeGaps(first.matrix, table, pending.gaps) : [];
  const target = applyHunks(first.read.lines, pending.forward);
  const { plan } = storedOf(target);
  let current: SyncState;
  if (gaps.length === 0) current = await relocated(first, plan);
  else {
    // Gaps are known by position: in a sheet that co-authors have changed since, these would be other rows.
    if (watch.touched) throw othersAtWork();
    await withRowsShown(context, first.state.tables, () =>
      sendParts(context, operationParts(operationTarget(first.state), gaps)),
    );
    current = await settled(context, plan, watch);
  }
  const { style } = current.matrix;
  const planned = plannedOf(plan, style);
  const order = contextOf(planned);
  const edits = canMoveCells()
    ? pending.edits
    : pending.edits.filter((edit) => edit.do !== "order" && edit.do !== "moveRow");
  const known = [plannedOf(first.read.stored.plan, style), planned].reduce(
    (matrix, { rows }) => recoverKeys(matrix, rows).sheet,
    byFormerKeys(current.matrix, edits),
  );
  const run: Run = {
    kind: pending.kind,
    at: pending.at,
    entry: pending.entry,
    edits,
    target,
    plan: plan.title,
    matrix: known,
    order,
    resuming: { log: log.has(pending) },
  };
  return carryOut(context, current, run, course, watch);
}
