import { useMemo, useState } from "react";
import type { Corrections } from "../../../plan/corrections";
import type { EditablePlan } from "../../open-plan/use-open-plan";

/** What was settled on a page, and the way back, step by step. */
export interface Undoable {
  /** The same reading; whatever is settled through it can be taken back. */
  openPlan: EditablePlan;
  /** Absent where nothing was settled here. */
  undo: (() => void) | undefined;
}

/** Remembers how the corrections were before each step, as long as the page is open and the same plan on it. */
export function useUndo(openPlan: EditablePlan): Undoable {
  const { source, correct } = openPlan;
  const [steps, setSteps] = useState<{ source: string; befores: readonly Corrections[] }>({ source, befores: [] });
  const befores = steps.source === source ? steps.befores : [];
  const recorded = useMemo(
    (): EditablePlan => ({
      ...openPlan,
      correct: (change) => {
        const made: Corrections[] = [];
        correct((before) => {
          const after = change(before);
          if (after !== before) made.push(before);
          return after;
        });
        if (made.length > 0)
          setSteps((now) => ({ source, befores: [...(now.source === source ? now.befores : []), ...made] }));
      },
    }),
    [openPlan, source, correct],
  );
  const last = befores.at(-1);
  const undo = (): void => {
    setSteps({ source, befores: befores.slice(0, -1) });
    correct(() => last!);
  };
  return { openPlan: recorded, undo: last && undo };
}
