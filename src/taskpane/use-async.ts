import { useCallback, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../excel/failure";

export type AsyncState<T> =
  | { phase: "idle" }
  | { phase: "working"; last?: T }
  | { phase: "done"; value: T }
  | { phase: "failed"; failure: ExcelFailure; last?: T };

/** The result to show: the latest, also while another is awaited or after an attempt has failed. */
export const shownOf = <T>(state: AsyncState<T>): T | undefined =>
  state.phase === "done" ? state.value : state.phase === "idle" ? undefined : state.last;

/** The latest result, also while another is awaited; undefined after an attempt has failed. */
export const shownUnlessFailed = <T>(state: AsyncState<T>): T | undefined =>
  state.phase === "failed" ? undefined : shownOf(state);

function lastOf<T>(state: AsyncState<T>): { last?: T } {
  const last = shownOf(state);
  return last === undefined ? {} : { last };
}

/**
 * Runs asynchronous work and holds its state for a page. If it is started again, earlier results are dropped.
 * @param work stays the same function from render to render, else `run` changes
 * @returns `run` never rejects: failures are in `state`
 */
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
