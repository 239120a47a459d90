import { useCallback, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../excel/failure";

export type TaskState<T> =
  | { phase: "idle" }
  | { phase: "working"; last?: T }
  | { phase: "done"; value: T }
  | { phase: "failed"; failure: ExcelFailure };

/** A piece of work against Excel, with the states that a page shows for it. Only the latest start counts. */
export function useTask<T>(work: () => Promise<T>): { state: TaskState<T>; run: () => Promise<void> } {
  const [state, setState] = useState<TaskState<T>>({ phase: "idle" });
  const latest = useRef(0);
  const run = useCallback(async () => {
    const number = ++latest.current;
    setState((before) => (before.phase === "done" ? { phase: "working", last: before.value } : { phase: "working" }));
    try {
      const value = await work();
      if (number === latest.current) setState({ phase: "done", value });
    } catch (error) {
      if (number === latest.current) setState({ phase: "failed", failure: asFailure(error) });
    }
  }, [work]);
  return { state, run };
}
