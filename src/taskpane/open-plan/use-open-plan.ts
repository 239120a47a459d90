import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { provideOpenPlan } from "../../documents/open-plan";
import type { Corrections } from "../../plan/corrections";
import { OpenPlanStore, type OpenPlanState, type OpenText } from "./open-plan-store";
import type { ReadText } from "./read-text";

export type { OpenText } from "./open-plan-store";

export interface EditablePlan extends OpenText, ReadText {
  /** A newer text is being read; `shown` is still the one before. */
  isReading: boolean;
  correct(change: (before: Corrections) => Corrections): void;
}

/** What pages may do about the open plan; `OpenPlanStore` says what each does. */
const actionNames = [
  "look",
  "toWorkbooks",
  "openFile",
  "openSheets",
  "askSheets",
  "openTable",
  "openPart",
  "leaveChoice",
  "openPasted",
  "openExample",
  "takeAsRevision",
  "noteCarried",
] as const satisfies readonly (keyof OpenPlanStore)[];

type Actions = Pick<OpenPlanStore, (typeof actionNames)[number]>;

/** The view model of the open plan: its state, and what pages may do about it. */
export interface OpenPlanModel extends Omit<OpenPlanState, "shown">, Actions {
  /** Absent while nothing is open. */
  openPlan: EditablePlan | undefined;
}

/** Holds the open plan for as long as the pane is open, and answers the ribbon's questions about it. */
export function useOpenPlan(): OpenPlanModel {
  const [store] = useState(() => new OpenPlanStore());
  const state = useSyncExternalStore(store.subscribe, store.current);
  useEffect(() => {
    void store.look();
    return provideOpenPlan(store.answer);
  }, [store]);
  const { shown, isReading } = state;
  const openPlan = useMemo(() => shown && { ...shown, isReading, correct: store.correct }, [shown, isReading, store]);
  const actions = useMemo(
    () => Object.fromEntries(actionNames.map((name) => [name, store[name]])) as unknown as Actions,
    [store],
  );
  return { ...state, openPlan, ...actions };
}
