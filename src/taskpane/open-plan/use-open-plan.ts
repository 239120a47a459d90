import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { provideOpenPlan } from "../../documents/open-plan";
import type { Corrections } from "../../plan/corrections";
import { OpenPlanStore, type OpenPlanState, type OpenText } from "./open-plan-store";
import type { ReadText } from "./read-text";

export type { OpenText } from "./open-plan-store";

export interface EditablePlan extends OpenText, ReadText {
  /** A newer text is being read; what is shown is the one before. */
  isReading: boolean;
  correct(change: (before: Corrections) => Corrections): void;
}

/** The open plan, what is known of it, and what can be done about it. */
export interface OpenPlanModel
  extends
    Omit<OpenPlanState, "shown">,
    Pick<
      OpenPlanStore,
      | "look"
      | "toWorkbooks"
      | "openFile"
      | "openSheets"
      | "askSheets"
      | "openTable"
      | "openPart"
      | "leaveChoice"
      | "openPasted"
      | "openExample"
      | "takeAsRevision"
      | "noteCarried"
    > {
  /** Absent where nothing is open. */
  openPlan: EditablePlan | undefined;
}

/** The open plan: the one that the workbook carries, until the user opens another; or none. */
export function useOpenPlan(): OpenPlanModel {
  const [store] = useState(() => new OpenPlanStore());
  const state = useSyncExternalStore(store.subscribe, store.current);
  useEffect(() => {
    void store.look();
    return provideOpenPlan(store.answer);
  }, [store]);
  const { shown, isReading } = state;
  const openPlan = useMemo(() => shown && { ...shown, isReading, correct: store.correct }, [shown, isReading, store]);
  const {
    look,
    toWorkbooks,
    openFile,
    openSheets,
    askSheets,
    openTable,
    openPart,
    leaveChoice,
    openPasted,
    openExample,
    takeAsRevision,
    noteCarried,
  } = store;
  return {
    ...state,
    openPlan,
    look,
    toWorkbooks,
    openFile,
    openSheets,
    askSheets,
    openTable,
    openPart,
    leaveChoice,
    openPasted,
    openExample,
    takeAsRevision,
    noteCarried,
  };
}
