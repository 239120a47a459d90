import { useMemo, useState } from "react";
import type { Corrections } from "../../../plan/corrections";
import type { Reading } from "../../reading/use-reading";

/** What was settled on a page, and the way back, step by step. */
export interface Undoable {
  /** The same reading; whatever is settled through it can be taken back. */
  reading: Reading;
  /** Absent where nothing was settled here. */
  undo: (() => void) | undefined;
}

/** Remembers how the corrections were before each step, as long as the page is open and the same plan on it. */
export function useUndo(reading: Reading): Undoable {
  const { source, correct } = reading;
  const [steps, setSteps] = useState<{ source: string; befores: readonly Corrections[] }>({ source, befores: [] });
  const befores = steps.source === source ? steps.befores : [];
  const recorded = useMemo(
    (): Reading => ({
      ...reading,
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
    [reading, source, correct],
  );
  const last = befores.at(-1);
  const undo = (): void => {
    setSteps({ source, befores: befores.slice(0, -1) });
    correct(() => last!);
  };
  return { reading: recorded, undo: last && undo };
}
