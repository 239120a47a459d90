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
  /** The text that the plan was read from, to be carried in the workbook; absent, the one there stays. */
  reading?: PlanSource;
  now: Date;
}

/** How often a run is taken up again by itself when others change the sheet while it writes. */
const mostAttempts = 3;

/**
 * Brings the sheet in step with `given`: takes the chosen changes, leaves all else. Three round trips (read, say what
 * is begun, write) as long as what is written fits into one request; nothing is written where sheet and plan are in
 * step. A run that broke off before is finished first.
 * @throws ExcelFailure; `SheetChanged` where the sheet is no longer what the user was shown
 */
export function syncMatrix(given: Plan, choice: SyncChoice, course: SyncCourse = {}): Promise<SyncReport> {
  return inExcel((context) =>
    retryWhileOthersEdit((watch, attempt) =>
      attemptSync(context, given, choice, course, watch, attempt === 1 || watch.wrote),
    ),
  );
}

/** Does `work`, and again from its reading on where others change the sheet while it writes. */
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

/** @param mayHaveWritten false where the run before this one is known to have stopped before it wrote anything */
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

/** What was read, once nobody has touched while it was read. */
async function settled(context: Excel.RequestContext, given: Plan, watch: Watch): Promise<SyncState> {
  watch.reset();
  const current = await requireSyncState(context, given);
  // Someone else may type all the time: after a few tries what was read is compared with what the user was shown
  // anyway.
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

/** Where nothing is said anew, what the workbook carries stays as it is, to the letter. */
function readingToKeep(given: PlanSource | undefined, stored: PlanSource | undefined): PlanSource | undefined {
  const said = (one: PlanSource): string => JSON.stringify([one.name, one.saved, one.corrections]);
  return given && stored && given.source === stored.source && said(given) === said(stored) ? stored : (given ?? stored);
}

/**
 * What the user has left out, with this choice; a row that went since the list was shown has not been decided about.
 */
function leftAfter(changes: readonly Change[], { seen, chosen }: SyncChoice, before: Stored["left"]): Stored["left"] {
  const shown = new Set(seen.map(({ id }) => id));
  const left = leftOut(
    changes.filter((change) => !isOpen(change) || shown.has(change.id)),
    ({ id }) => chosen.has(id),
  );
  return left.length > 0 || before ? left : undefined;
}

/** The workbook's record is Chinese, whatever the pane's language. */
const logged = ({ kind, place, description, before, after }: Change): LoggedChange => ({
  kind: kindNames[kind],
  place: inChinese(place),
  description: inChinese(description),
  before: inChinese(before),
  after: inChinese(after),
});

/** What is written must be what was shown: changes that came up since are not taken behind the user's back. */
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

/** Finishes a run that broke off: what it made and did not fill goes first, then its edits are applied again. */
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
    // They go by their places: those of a sheet that others have changed since would be other rows.
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
