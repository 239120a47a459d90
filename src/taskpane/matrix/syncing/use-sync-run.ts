import { useCallback, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../../../excel/failure";
import type { SyncReport } from "../../../excel/sync";

/** A sync or undo that is being written, or how the last one ended. */
export type SyncRun =
  | { phase: "idle" }
  | { phase: "working"; done: number; all: number; stopping: boolean }
  | { phase: "synced"; report: SyncReport; id: string | undefined }
  | { phase: "undone"; report: SyncReport }
  | { phase: "failed"; failure: ExcelFailure; again: () => void };

/** What the writing functions of `excel/sync` take: who to tell, and who may stop them. */
interface Course {
  onProgress: (done: number, all: number) => void;
  signal: AbortSignal;
}

/**
 * Writing to the sheet, a sync or its undoing, as the page shows it.
 * @param read reads the sheet again when the writing has ended, well or not
 * @returns `carryOut`: does one writing; `again` is what the failure's 重试 does. `isIdle`: false while one is under way
 */
export function useSyncRun(read: () => Promise<void>) {
  const [run, setRun] = useState<SyncRun>({ phase: "idle" });
  const stopper = useRef<AbortController>(undefined);
  const busy = useRef(false);
  const isIdle = useCallback(() => !busy.current, []);
  const carryOut = useCallback(
    async (write: (course: Course) => Promise<SyncRun>, again: () => void) => {
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
  const stop = useCallback(() => {
    stopper.current?.abort();
    setRun((now) => (now.phase === "working" ? { ...now, stopping: true } : now));
  }, []);
  return { run, isIdle, carryOut, stop };
}
