import { useCallback, useMemo, useState } from "react";
import { previewSync, syncMatrix, undoSync, type SyncPreview } from "../../../excel/sync";
import type { MatchDecisions } from "../../../sync/match";
import { carriedOf } from "../../open-plan/open-plan-store";
import type { OpenPlanModel, EditablePlan } from "../../open-plan/use-open-plan";
import { shownUnlessFailed, useAsync, type AsyncState } from "../../use-async";
import { useWatch } from "../../use-watch";
import { isChosen, type Choices } from "./change-groups";
import { useSyncRun, type SyncRun } from "./use-sync-run";

export interface SyncState {
  preview: AsyncState<SyncPreview | undefined>;
  /** The latest preview, also while it is being read again. */
  shown: SyncPreview | undefined;
  choices: Choices;
  run: SyncRun;
  read(): void;
  choose(ids: readonly string[], chosen: boolean): void;
  decide(incoming: string, base: string, same: boolean): void;
  press(): void;
  undo(id: string): void;
  stop(): void;
}

const undecided: MatchDecisions = { same: [], apart: [] };

/**
 * The state of the page 同步: the preview, the user's choices, and the writing under way. Choices survive when the
 * sheet is read again.
 */
export function useSync(
  openPlan: EditablePlan,
  { isRevision, noteCarried }: Pick<OpenPlanModel, "isRevision" | "noteCarried">,
): SyncState {
  const { plan } = openPlan;
  const [decisions, setDecisions] = useState(undecided);
  const [choices, setChoices] = useState<Choices>(new Map());
  const work = useCallback(() => previewSync(plan, decisions, isRevision), [plan, decisions, isRevision]);
  const { state: preview, run: read } = useAsync(work);

  const { run, isIdle, carryOut, stop } = useSyncRun(read);
  useWatch(read, isIdle);

  const shown = shownUnlessFailed(preview);

  const press = useCallback(() => {
    if (!shown) return;
    const chosen = new Set(shown.changes.filter((change) => isChosen(change, choices)).map(({ id }) => id));
    const now = new Date();
    const choice = { seen: shown.changes, chosen, decisions, reading: carriedOf(openPlan), now };
    void carryOut(
      async (course) => {
        const report = await syncMatrix(plan, choice, course);
        noteCarried(true);
        setChoices(new Map());
        return { phase: "synced", report, id: report.canUndo ? now.toISOString() : undefined };
      },
      () => void read(),
    );
  }, [shown, choices, decisions, plan, openPlan, noteCarried, carryOut, read]);

  const undo = useCallback(
    (id: string) => {
      void carryOut(
        async (course) => {
          const report = await undoSync(id, new Date(), course);
          noteCarried(false);
          return { phase: "undone", report };
        },
        () => void read(),
      );
    },
    [noteCarried, carryOut, read],
  );

  const choose = useCallback(
    (ids: readonly string[], chosen: boolean) =>
      setChoices((before) => new Map([...before, ...ids.map((id) => [id, chosen] as const)])),
    [],
  );
  const decide = useCallback((incoming: string, base: string, same: boolean) => {
    const pair = [incoming, base] as const;
    const others = (pairs: MatchDecisions["same"]): MatchDecisions["same"] =>
      pairs.filter(([one, other]) => one !== incoming || other !== base);
    setDecisions((before) => ({
      same: [...others(before.same), ...(same ? [pair] : [])],
      apart: [...others(before.apart), ...(same ? [] : [pair])],
    }));
  }, []);
  return useMemo(
    () => ({ preview, shown, choices, run, read: () => void read(), choose, decide, press, undo, stop }),
    [preview, shown, choices, run, read, choose, decide, press, undo, stop],
  );
}
