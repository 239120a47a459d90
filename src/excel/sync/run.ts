import { rowIdentity } from "../../matrix/row-key";
import type { Plan } from "../../plan/model";
import { inChinese, type Words } from "../../plan/sentence";
import { applyingEdits, type ApplyContext } from "../../sync/apply";
import { isOpen, kindNames, withChoice, type Change } from "../../sync/change";
import { chosenEdits, leftOut } from "../../sync/compare";
import type { Edit } from "../../sync/edit";
import { closeGaps, gapsIn } from "../../sync/gaps";
import { byFormerKeys } from "../../sync/former-keys";
import type { MatchDecisions } from "../../sync/match";
import { contextOf, plannedOf } from "../../sync/planned";
import { recoverKeys } from "../../sync/recover";
import { changesDone, queueLog, changesUndone } from "../change-log";
import { ExcelFailure, failedWith, protectedSheet } from "../failure";
import { withRowsShown } from "../filters";
import { canMoveCells, operationParts } from "../operations";
import type { SideSheet, WorkbookState } from "../read-matrix";
import { queueRemoved } from "../removed-rows";
import { runWithPauses, pauseWhenDue } from "../pause";
import { inExcel, sendParts, type Course, type RequestPart } from "../session";
import { bytesOf } from "../sheet-contents";
import {
  applyHunks,
  hunksBetween,
  inverseOf,
  linesOf,
  planSumOf,
  storedOf,
  writeChange,
  writeWhole,
  type Stored,
  type StoredReading,
  type StoreWrite,
} from "../store";
import type { HistoryEntry, LoggedChange, PendingSync } from "../store/journal";
import { loggedRuns } from "./logged-runs";
import { compareWith, requireSyncState, relocated, type SyncState } from "./sync-state";
import { watchOthers, type Watch } from "./watch-others";

/** What the user has decided about the list that was shown. */
export interface SyncChoice {
  /** The list as shown. */
  seen: readonly Change[];
  /** Ids of the changes to take. */
  chosen: ReadonlySet<string>;
  decisions?: MatchDecisions;
  /** The text that the plan was read from, to be carried in the workbook; absent, the one there stays. */
  reading?: StoredReading;
  now: Date;
}

export interface SyncReport {
  /** What was changed, as 变更记录 tells of it. */
  changes: HistoryEntry["changes"];
  /** Rows that went to 已移出. */
  removed: number;
  canUndo: boolean;
  /**
   * How many rows and unit columns of the plan are left out of the sheet from now on; absent where an earlier run was
   * finished.
   */
  left?: number;
}

export interface SyncCourse extends Course {
  /** Stops before the next request; what was begun is finished by the next sync. */
  signal?: AbortSignal;
}

/** Smaller requests than the limit, so that there is progress to see and a place to stop. */
const requestBytes = 1_000_000;

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
  const kept = comparison.keptWith(isChosen, edits);
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
function readingToKeep(given: StoredReading | undefined, stored: StoredReading | undefined): StoredReading | undefined {
  const said = (one: StoredReading): string => JSON.stringify([one.name, one.saved, one.corrections]);
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

export interface Run {
  kind: "sync" | "undo";
  /** ISO date and time. */
  at: string;
  entry: HistoryEntry;
  edits: readonly Edit[];
  /** Lines of the store in the end, and the title of its plan. */
  target: readonly string[];
  plan: string;
  matrix: SyncState["matrix"];
  order: Omit<ApplyContext, "table">;
  resuming?: { log: boolean };
}

/**
 * What comes first stands first in the request, so that one which breaks off can be told from one that was never begun.
 */
export async function carryOut(
  context: Excel.RequestContext,
  current: SyncState,
  run: Run,
  course: SyncCourse,
  watch: Watch,
): Promise<SyncReport> {
  const { state, read } = current;
  const forward = await runWithPauses(hunksBetween(read.lines, run.target));
  const applied = await runWithPauses(
    applyingEdits(run.matrix, run.edits, {
      ...run.order,
      ...(state.table ? { table: state.table.area } : {}),
      resuming: run.resuming !== undefined,
    }),
  );
  const entry =
    run.resuming || run.kind === "undo"
      ? run.entry
      : { ...run.entry, undo: applied.inverse, back: inverseOf(forward, read.lines) };
  await pauseWhenDue();
  const removed = run.kind === "sync" ? leavingRows(run) : [];
  const touchesSheet = applied.operations.length > 0;
  const storeStands =
    forward.length === 0 &&
    !read.journal.pending &&
    !read.journalDamaged &&
    state.store.kind === "read" &&
    state.parts.whole.count.value === 1;
  const history =
    run.kind === "undo"
      ? read.journal.history.filter(({ id }) => id !== entry.id)
      : [...read.journal.history.filter(({ id }) => id !== entry.id), ...(isWorthUndoing(entry) ? [entry] : [])];
  const report = {
    changes: entry.changes,
    removed: removed.length,
    canUndo: run.kind === "sync" && isWorthUndoing(entry),
  };
  if (!touchesSheet && storeStands && run.kind === "sync") return { ...report, canUndo: history.length > 0 };
  if (touchesSheet && state.isProtected) {
    throw protectedSheet();
  }
  const sound = state.store.kind === "read" && state.parts.whole.count.value === 1;
  const whole = sound ? [] : (await writeWhole(context, state.parts, read.stored)).slice(0, 1);
  const pending: PendingSync = {
    kind: run.kind,
    at: run.at,
    entry,
    forward,
    edits: [...run.edits],
    gaps: gapsIn(current.matrix, state.table?.area),
  };
  const begun =
    (touchesSheet || entry.changes.length > 0) && !run.resuming
      ? await writeChange(context, state.parts, read, [], { history: read.journal.history, pending })
      : [];
  const end = await writeChange(context, state.parts, read, forward, { history });
  const operationTarget = { sheet: state.sheet!, ...(state.table ? { table: state.table.item } : {}) };
  const parts: RequestPart[] = [
    ...(removed.length > 0
      ? [
          {
            bytes: bytesOf(removed),
            queue: () => queueRemoved(context, state.removed, { matrix: run.matrix, rows: removed }),
          },
        ]
      : []),
    ...operationParts(operationTarget, applied.operations),
    ...(run.resuming?.log === true ? [] : [logPart(context, state.log, run, entry)]),
    ...end,
  ];
  const goOn = (): void => mayGoOn(course, watch);
  await sendParts(context, whole);
  await sendBegin(context, state, begun);
  // Whatever others did while the sheet was read has been told of by now.
  if (begun.length > 0) goOn();
  watch.wrote = true;
  await withRowsShown(context, state.tables, () =>
    sendParts(context, parts, { limit: requestBytes, ...course, mayGoOn: goOn }),
  );
  verify([...whole, ...end]);
  return report;
}

/** Where nothing in the sheet was changed, there is nothing to take back. */
const isWorthUndoing = ({ undo }: HistoryEntry): boolean => undo.length > 0;

function logPart(
  context: Excel.RequestContext,
  log: SideSheet | undefined,
  { kind, at, plan }: Run,
  entry: HistoryEntry,
): RequestPart {
  const changes = kind === "sync" ? changesDone(entry) : changesUndone(entry);
  const run = { at, action: kind === "sync" ? ("同步" as const) : ("撤销" as const), plan, changes };
  return { bytes: bytesOf(changes) + 4_000, queue: () => queueLog(context, log, run) };
}

/** All rows that leave the matrix, people's copies of them too. */
function leavingRows({ edits, matrix }: Run): SyncState["matrix"]["rows"][number]["cells"][] {
  const leaving = new Set(edits.flatMap((edit) => (edit.do === "removeRow" ? [edit.row] : [])));
  return matrix.rows.filter(({ key }) => key && leaving.has(rowIdentity(key))).map(({ cells }) => cells);
}

/**
 * Says what is begun. In the same request the sheet's extent is asked for once more: rows or columns that someone put
 * in since it was read would shift everything that is about to be written.
 */
async function sendBegin(
  context: Excel.RequestContext,
  { sheet, reading }: WorkbookState,
  parts: RequestPart[],
): Promise<void> {
  if (parts.length === 0) return;
  const used = sheet!.getUsedRange(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  for (const part of parts) part.queue();
  await context.sync();
  const { top, left, values } = reading!;
  if (
    used.rowIndex !== top ||
    used.columnIndex !== left ||
    used.rowCount !== values.length ||
    used.columnCount !== values[0]!.length
  )
    throw othersAtWork();
}

/** Others have changed the sheet between two requests. */
const othersAtWork = (): ExcelFailure => new ExcelFailure("OthersAtWork", {});

function mayGoOn({ signal, mayGoOn: also }: SyncCourse, watch: Watch): void {
  also?.();
  if (signal?.aborted) throw new ExcelFailure("Cancelled", {});
  if (watch.touched) throw othersAtWork();
}

function verify(store: readonly StoreWrite[]): void {
  if (store.every(({ isConfirmed: isHeld }) => isHeld())) return;
  throw new ExcelFailure("StoreLost.sync", {});
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
    const operationTarget = {
      sheet: first.state.sheet!,
      ...(first.state.table ? { table: first.state.table.item } : {}),
    };
    await withRowsShown(context, first.state.tables, () => sendParts(context, operationParts(operationTarget, gaps)));
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
