import { rowIdentity } from "../../matrix/row-key";
import { applyingEdits, type Applied } from "../../sync/apply";
import type { ApplyContext } from "../../sync/apply-context";
import type { Edit } from "../../sync/edit";
import { gapsIn } from "../../sync/gaps";
import { changesDone, changesUndone, queueLog } from "../change-log";
import { ExcelFailure, protectedSheet } from "../failure";
import { withRowsShown } from "../filters";
import { operationParts, type OperationTarget } from "../operations";
import { pauseWhenDue, runWithPauses } from "../pause";
import type { SideSheet, WorkbookState } from "../read-matrix";
import { queueRemoved } from "../removed-rows";
import { sendParts, type Course, type RequestPart } from "../session";
import { bytesOf } from "../sheet-contents";
import { hunksBetween, inverseOf, writeChange, writeWhole, type Hunk, type StoreWrite } from "../store";
import type { HistoryEntry, PendingSync } from "../store/journal";
import type { SyncState } from "./sync-state";
import type { Watch } from "./watch-others";

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
  /** Aborts before the next request; the next sync finishes what was begun. */
  signal?: AbortSignal;
}

/** Bytes of a request: small enough that the user sees progress and can stop in between. */
const requestBytes = 1_000_000;

export interface Run {
  kind: "sync" | "undo";
  /** ISO date and time. */
  at: string;
  entry: HistoryEntry;
  edits: readonly Edit[];
  /** Lines of the store after the run, and the title of its plan. */
  target: readonly string[];
  plan: string;
  matrix: SyncState["matrix"];
  order: Omit<ApplyContext, "table">;
  resuming?: { log: boolean };
}

/**
 * Writes a sync, or the undoing of one, in an order that makes it safe to break off anywhere (docs/design.md has the
 * state diagram): the whole store where the workbook lacks it; the record of what is begun; then 已移出, the sheet,
 * 变更记录 and the store. Within a request too, what comes first is queued first, so that a request which broke off can be
 * told from one that was never begun.
 * @throws ExcelFailure `AccessDenied`, `OthersAtWork`, `Cancelled`, `StoreLost`
 */
export async function carryOut(
  context: Excel.RequestContext,
  current: SyncState,
  run: Run,
  course: SyncCourse,
  watch: Watch,
): Promise<SyncReport> {
  const { state } = current;
  const outcome = await workOut(current, run);
  const { entry, removed, history } = outcome;
  const report = {
    changes: entry.changes,
    removed: removed.length,
    canUndo: run.kind === "sync" && isWorthUndoing(entry),
  };
  if (run.kind === "sync" && !touchesSheet(outcome) && isStoreCurrent(current, outcome))
    return { ...report, canUndo: history.length > 0 };
  if (touchesSheet(outcome) && state.isProtected) throw protectedSheet();
  const { whole, begun, end } = await storeWrites(context, current, run, outcome);
  const parts = partsOf(context, current, run, outcome, end);
  const goOn = (): void => mayGoOn(course, watch);
  await sendParts(context, whole);
  await sendBegin(context, state, begun);
  // By now Excel has told of whatever others did while the sheet was read.
  if (begun.length > 0) goOn();
  watch.wrote = true;
  await withRowsShown(context, state.tables, () =>
    sendParts(context, parts, { limit: requestBytes, ...course, mayGoOn: goOn }),
  );
  verify([...whole, ...end]);
  return report;
}

/** What a run will do, before anything is sent. */
interface Outcome {
  operations: Applied["operations"];
  /** What turns the store's lines into those of the end. */
  forward: Hunk[];
  entry: HistoryEntry;
  /** Rows that go to 已移出. */
  removed: SyncState["matrix"]["rows"][number]["cells"][];
  /** The journal's history afterwards. */
  history: HistoryEntry[];
}

async function workOut({ state, read }: SyncState, run: Run): Promise<Outcome> {
  const forward = await runWithPauses(hunksBetween(read.lines, run.target));
  const { operations, inverse } = await runWithPauses(
    applyingEdits(run.matrix, run.edits, {
      ...run.order,
      ...(state.table ? { table: state.table.area } : {}),
      resuming: run.resuming !== undefined,
    }),
  );
  const entry =
    run.resuming || run.kind === "undo"
      ? run.entry
      : { ...run.entry, undo: inverse, back: inverseOf(forward, read.lines) };
  await pauseWhenDue();
  const others = read.journal.history.filter(({ id }) => id !== entry.id);
  return {
    operations,
    forward,
    entry,
    removed: run.kind === "sync" ? leavingRows(run) : [],
    history: run.kind === "sync" && isWorthUndoing(entry) ? [...others, entry] : others,
  };
}

const touchesSheet = ({ operations }: Outcome): boolean => operations.length > 0;

/** Whether the workbook holds the plan's record, whole and once. */
const isStoreWhole = ({ store, parts }: WorkbookState): boolean =>
  store.kind === "read" && parts.whole.count.value === 1;

const isStoreCurrent = ({ state, read }: SyncState, { forward }: Outcome): boolean =>
  forward.length === 0 && !read.journal.pending && !read.journalDamaged && isStoreWhole(state);

interface StoreWrites {
  /** Brings back a store that was lost; none as a rule. */
  whole: StoreWrite[];
  /** Says what is begun; none where nothing is, or where a run is resumed that has said it. */
  begun: StoreWrite[];
  /** The store as it is in the end. */
  end: StoreWrite[];
}

async function storeWrites(
  context: Excel.RequestContext,
  { state, matrix, read }: SyncState,
  run: Run,
  outcome: Outcome,
): Promise<StoreWrites> {
  const { entry, forward, history } = outcome;
  const whole = isStoreWhole(state) ? [] : (await writeWhole(context, state.parts, read.stored)).slice(0, 1);
  const pending: PendingSync = {
    kind: run.kind,
    at: run.at,
    entry,
    forward,
    edits: [...run.edits],
    gaps: gapsIn(matrix, state.table?.area),
  };
  const isBegun = (touchesSheet(outcome) || entry.changes.length > 0) && !run.resuming;
  const begun = isBegun
    ? await writeChange(context, state.parts, read, [], { history: read.journal.history, pending })
    : [];
  const end = await writeChange(context, state.parts, read, forward, { history });
  return { whole, begun, end };
}

/** Everything that is written after the record of what is begun, in its order. */
function partsOf(
  context: Excel.RequestContext,
  { state }: SyncState,
  run: Run,
  { operations, entry, removed }: Outcome,
  end: readonly StoreWrite[],
): RequestPart[] {
  const removedParts = [
    {
      bytes: bytesOf(removed),
      queue: () => queueRemoved(context, state.removed, { matrix: run.matrix, rows: removed }),
    },
  ];
  return [
    ...(removed.length > 0 ? removedParts : []),
    ...operationParts(operationTarget(state), operations),
    ...(run.resuming?.log === true ? [] : [logPart(context, state.log, run, entry)]),
    ...end,
  ];
}

/** Where steps are done. */
export const operationTarget = ({ sheet, table }: WorkbookState): OperationTarget => ({
  sheet: sheet!,
  ...(table ? { table: table.item } : {}),
});

/** Nothing can be undone if nothing in the sheet was changed. */
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

/** All rows that leave the matrix, including copies that people have made of them. */
function leavingRows({ edits, matrix }: Run): SyncState["matrix"]["rows"][number]["cells"][] {
  const leaving = new Set(edits.flatMap((edit) => (edit.do === "removeRow" ? [edit.row] : [])));
  return matrix.rows.filter(({ key }) => key && leaving.has(rowIdentity(key))).map(({ cells }) => cells);
}

/**
 * Records what is begun. The same request reads the sheet's extent again: rows or columns inserted since would shift
 * everything that is about to be written.
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

/** Co-authors have changed the sheet between two requests. */
export const othersAtWork = (): ExcelFailure => new ExcelFailure("OthersAtWork", {});

function mayGoOn({ signal, mayGoOn: also }: SyncCourse, watch: Watch): void {
  also?.();
  if (signal?.aborted) throw new ExcelFailure("Cancelled", {});
  if (watch.touched) throw othersAtWork();
}

function verify(store: readonly StoreWrite[]): void {
  if (store.every(({ isConfirmed: isHeld }) => isHeld())) return;
  throw new ExcelFailure("StoreLost.sync", {});
}
