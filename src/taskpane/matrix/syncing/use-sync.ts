import { useCallback, useMemo, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../../../excel/failure";
import { previewSync, syncMatrix, undoSync, type SyncPreview, type SyncReport } from "../../../excel/sync";
import type { MatchDecisions } from "../../../sync/match";
import { carriedOf } from "../../open-plan/open-plan-store";
import type { OpenPlanModel, EditablePlan } from "../../open-plan/use-open-plan";
import { useAsync, type AsyncState } from "../../use-async";
import { useWatch } from "../../use-watch";
import { isChosen, type Choices } from "./change-groups";

/** What is being written, or was. */
export type SyncRun =
  | { phase: "idle" }
  | { phase: "working"; done: number; all: number; stopping: boolean }
  | { phase: "synced"; report: SyncReport; id: string | undefined }
  | { phase: "undone"; report: SyncReport }
  | { phase: "failed"; failure: ExcelFailure; again: () => void };

export interface SyncState {
  preview: AsyncState<SyncPreview | undefined>;
  /** The latest that is known, also while it is read again. */
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
 * The page's state: what would change, what the user makes of it, and what is being done. Choices outlive a new
 * reading.
 */
export function useSync(
  openPlan: EditablePlan,
  { isRevision, noteCarried }: Pick<OpenPlanModel, "isRevision" | "noteCarried">,
): SyncState {
  const { plan } = openPlan;
  const [decisions, setDecisions] = useState(undecided);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [run, setRun] = useState<SyncRun>({ phase: "idle" });
  const stopper = useRef<AbortController>(undefined);
  const busy = useRef(false);
  const work = useCallback(() => previewSync(plan, decisions, isRevision), [plan, decisions, isRevision]);
  const { state: preview, run: read } = useAsync(work);

  // Its own writing is looked at when it is done.
  const isIdle = useCallback(() => !busy.current, []);
  useWatch(read, isIdle);

  const shown = preview.phase === "done" ? preview.value : preview.phase === "working" ? preview.last : undefined;

  const carryOut = useCallback(
    async (
      write: (course: { onProgress: (done: number, all: number) => void; signal: AbortSignal }) => Promise<SyncRun>,
      again: () => void,
    ) => {
      stopper.current = new AbortController();
      busy.current = true;
      setRun({ phase: "working", done: 0, all: 1, stopping: false });
      const onProgress = (done: number, all: number): void =>
        setRun((now) => (now.phase === "working" ? { ...now, done, all } : now));
      try {
        setRun(await write({ onProgress, signal: stopper.current.signal }));
      } catch (error) {
        setRun({ phase: "failed", failure: asFailure(error), again });
      } finally {
        busy.current = false;
        void read();
      }
    },
    [read],
  );

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
  const stop = useCallback(() => {
    stopper.current?.abort();
    setRun((now) => (now.phase === "working" ? { ...now, stopping: true } : now));
  }, []);

  return useMemo(
    () => ({ preview, shown, choices, run, read: () => void read(), choose, decide, press, undo, stop }),
    [preview, shown, choices, run, read, choose, decide, press, undo, stop],
  );
}
