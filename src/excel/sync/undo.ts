import { inChinese, sentence, series, type Sentence } from "../../plan/sentence";
import { laterEdits } from "../../sync/later-edits";
import { contextOf, plannedOf } from "../../sync/planned";
import { unknownPlan } from "../../sync/rebuild";
import { refuseRemoteEdits } from "../co-authors";
import { ExcelFailure } from "../failure";
import { pauseWhenDue } from "../pause";
import { inExcel } from "../session";
import { applyHunks, planSumOf, storedOf } from "../store";
import { requireSyncState, relocated } from "./sync-state";
import type { Watch } from "./watch-others";
import { carryOut, type SyncCourse, type SyncReport } from "./carry-out";
import { resume, retryWhileOthersEdit } from "./run";

/** How many places the refusal names. */
const mostNamed = 5;

/**
 * Undoes the last sync from the journal in the workbook: works after the file was closed and opened again, and
 * repeatedly for the syncs before it.
 * @param id of the sync to undo, which must be the last one
 * @throws ExcelFailure `NothingToUndo`, or `LaterEdits` if later edits would be lost
 */
export function undoSync(id: string, now: Date, course: SyncCourse = {}): Promise<SyncReport> {
  return inExcel((context) => retryWhileOthersEdit((watch) => attemptUndo(context, id, now, course, watch)));
}

async function attemptUndo(
  context: Excel.RequestContext,
  id: string,
  now: Date,
  course: SyncCourse,
  watch: Watch,
): Promise<SyncReport> {
  watch.reset();
  let current = await requireSyncState(context, unknownPlan);
  const { pending } = current.read.journal;
  if (pending) {
    await resume(context, current, pending, course, watch);
    current = await requireSyncState(context, unknownPlan);
    // The interrupted run was this very undo.
    if (pending.kind === "undo" && pending.entry.id === id)
      return { changes: pending.entry.changes, removed: 0, canUndo: current.read.journal.history.length > 0 };
  }
  const { journal, lines } = current.read;
  const entry = journal.history[journal.history.length - 1];
  if (!entry || entry.id !== id) {
    throw new ExcelFailure("NothingToUndo.noEntry", {});
  }
  if (planSumOf(lines) !== entry.after) {
    throw new ExcelFailure("NothingToUndo.storeChanged", {});
  }
  await pauseWhenDue();
  const target = applyHunks(lines, entry.back);
  const { plan } = storedOf(target);
  const { matrix } = await relocated(current, plan);
  await pauseWhenDue();
  refuseLoss(laterEdits(matrix, entry.undo));
  await pauseWhenDue();
  const order = contextOf(plannedOf(plan, matrix.style));
  // Something typed since the reading would be deleted with its row.
  await refuseRemoteEdits();
  return carryOut(
    context,
    current,
    { kind: "undo", at: now.toISOString(), entry, edits: entry.undo, target, plan: plan.title, matrix, order },
    course,
    watch,
  );
}

function refuseLoss(later: readonly Sentence[]): void {
  if (later.length === 0) return;
  const named = series(later.slice(0, mostNamed), "；");
  const places =
    later.length > mostNamed ? sentence("{{places}}等 {{all}} 处", { places: named, all: later.length }) : named;
  throw new ExcelFailure("LaterEdits", { places }, { detail: later.map(inChinese).join("\n") });
}
