import { useMemo, useState } from "react";
import type { Corrections } from "../../../plan/corrections";
import type { EditablePlan } from "../../open-plan/use-open-plan";

/** The open plan, with an undo for what is settled on this page. */
export interface Undoable {
  /** The same plan; corrections made through it can be undone. */
  openPlan: EditablePlan;
  /** Absent if there is nothing to undo. */
  undo: (() => void) | undefined;
}

/** Remembers the corrections before each step, for as long as the page shows the same text. */
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
