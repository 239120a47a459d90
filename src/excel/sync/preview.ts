import type { Plan } from "../../plan/model";
import { sentence, type Sentence } from "../../plan/sentence";
import type { Change } from "../../sync/change";
import { isInStep } from "../../sync/compare";
import type { OutOfPlanItems } from "../../sync/out-of-plan";
import type { DoubtfulPair, MatchDecisions } from "../../sync/match";
import { inExcel } from "../session";
import type { PlanSource } from "../store";
import type { HistoryEntry, Journal } from "../store/journal";
import { anotherThan, type AnotherPlan } from "./another-plan";
import { compareWith, readSyncState, type SyncState } from "./sync-state";

/** How sheet and plan differ; plain data for the pane. */
export interface SyncPreview {
  inStep: boolean;
  changes: Change[];
  notes: Sentence[];
  /** Pairs of which the user may say whether they are the same, with the texts to show. */
  doubtful: (DoubtfulPair & { incomingText: string; baseText: string })[];
  /** Title of the plan that the sheet follows now; if it has none, the name of its file. */
  following: string;
  /** The text that it was read from; absent if it is not stored. */
  followed?: Pick<PlanSource, "name" | "source" | "saved">;
  /** Syncs that can be undone, latest first. */
  history: Pick<HistoryEntry, "id" | "at" | "plan" | "changes">[];
  /** A sync broke off; the next one finishes it first. */
  unfinished: boolean;
  /** Set if the plan is no revision of the one that the sheet follows; nothing is compared then. */
  another?: AnotherPlan;
}

/**
 * What a sync with `given` would change. One round trip as a rule; writes nothing.
 * @param isRevision the user says so, however different the plan is from the one that the sheet follows
 * @returns undefined if the workbook has no matrix
 * @throws ExcelFailure
 */
export function previewSync(
  given: Plan,
  decisions?: MatchDecisions,
  isRevision = false,
): Promise<SyncPreview | undefined> {
  return inExcel(async (context) => {
    const current = await readSyncState(context, given);
    if (!current) return undefined;
    const { journal, stored } = current.read;
    const { reading } = stored;
    const followed = reading && {
      name: reading.name,
      source: reading.source,
      ...(reading.saved === undefined ? {} : { saved: reading.saved }),
    };
    const told = {
      following: current.base.plan.title || (reading?.name ?? ""),
      ...(followed ? { followed } : {}),
      history: toldHistory(journal),
      unfinished: journal.pending !== undefined,
    };
    // An interrupted sync must be finished first, whichever plan is open.
    const another = isRevision || told.unfinished ? undefined : await anotherThan(current.base, given, reading?.name);
    if (another)
      return { ...told, following: another.following, inStep: false, changes: [], notes: [], doubtful: [], another };
    const comparison = await compareWith(context, current, given, decisions);
    return {
      ...told,
      inStep: isInStep(comparison) && !journal.pending,
      changes: comparison.changes,
      notes: [...storeNotes(current), ...comparison.notes],
      doubtful: comparison.doubtful.map((pair) => ({
        ...pair,
        ...wordsOf(pair, given, comparison.kept, current.base.plan),
      })),
    };
  });
}

const toldHistory = ({ history }: Journal): SyncPreview["history"] =>
  [...history].reverse().map(({ id, at, plan, changes }) => ({ id, at, plan, changes }));

function wordsOf(
  { kind, incoming, base }: DoubtfulPair,
  given: Plan,
  ...former: OutOfPlanItems[]
): { incomingText: string; baseText: string } {
  if (kind === "unit") return { incomingText: incoming, baseText: base };
  const text = (plans: readonly OutOfPlanItems[], id: string): string =>
    (kind === "task"
      ? plans.flatMap(({ tasks }) => tasks).find((task) => task.id === id)?.title
      : plans.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id)?.name) ?? id;
  return { incomingText: text([given], incoming), baseText: text(former, base) };
}

function storeNotes({ state, base, read }: SyncState): Sentence[] {
  const notes: Sentence[] = [];
  if (!base.known) {
    notes.push(
      state.store.kind === "damaged"
        ? sentence(
            "工作簿里的方案记录已损坏，已按表格内容重建。分不清是谁改的地方都列为“两边都改过”，默认保留表中内容。",
          )
        : sentence("工作簿里没有方案记录，已按表格内容重建。分不清是谁改的地方都列为“两边都改过”，默认保留表中内容。"),
    );
  }
  if (read.journalDamaged) notes.push(sentence("同步记录已损坏，以前的同步不能再撤销；表中内容不受影响。"));
  if (read.journal.pending) notes.push(sentence("上一次同步没有做完。再点一次“同步”，会先把它做完，不会重复。"));
  if (!state.table) notes.push(sentence("表格已被转换为普通区域，同步照常进行；新增的行不会自动带上筛选按钮。"));
  if (state.isProtected) notes.push(sentence("工作表受保护。同步前请先在“审阅”中撤销工作表保护。"));
  return notes;
}
