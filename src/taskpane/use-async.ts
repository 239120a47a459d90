import { useCallback, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../excel/failure";

export type AsyncState<T> =
  | { phase: "idle" }
  | { phase: "working"; last?: T }
  | { phase: "done"; value: T }
  | { phase: "failed"; failure: ExcelFailure; last?: T };

/** What is to be shown: the latest result, also while another is on its way, or did not come. */
export const shownOf = <T>(state: AsyncState<T>): T | undefined =>
  state.phase === "done" ? state.value : state.phase === "idle" ? undefined : state.last;

function lastOf<T>(state: AsyncState<T>): { last?: T } {
  const last = shownOf(state);
  return last === undefined ? {} : { last };
}

/** A piece of work against Excel, with the states that a page shows for it. Only the latest start counts. */
export function useAsync<T>(work: () => Promise<T>): { state: AsyncState<T>; run: () => Promise<void> } {
  const [state, setState] = useState<AsyncState<T>>({ phase: "idle" });
  const latest = useRef(0);
  const run = useCallback(async () => {
    const number = ++latest.current;
    setState((before) => ({ phase: "working", ...lastOf(before) }));
    try {
      const value = await work();
      if (number === latest.current) setState({ phase: "done", value });
    } catch (error) {
      if (number === latest.current)
        setState((before) => ({ phase: "failed", failure: asFailure(error), ...lastOf(before) }));
    }
  }, [work]);
  return { state, run };
}
