import { useCallback, useEffect, useMemo, useState } from "react";
import { bundledText } from "../documents/bundled-plan";
import { noCorrections, readCorrected, type Corrections } from "../plan/corrections";
import type { Plan } from "../plan/model";
import { questionsOf, type Question } from "../plan/questions";
import { keepCorrections, keptCorrections } from "./kept-corrections";

/** The text that is open in the pane, with what the user has settled about it. */
export interface OpenText {
  source: string;
  /** The file's name, or what stands for it. */
  name: string;
  /** What the file's reader left out or put together; Chinese sentences. */
  notes: readonly string[];
  corrections: Corrections;
}

export interface Reading extends OpenText {
  plan: Plan;
  questions: Question[];
  /** Opens another text; what was settled about it before, on this machine, holds again. */
  open(text: { source: string; name: string; notes: readonly string[] }): void;
  correct(change: (before: Corrections) => Corrections): void;
}

const bundled = (): OpenText => ({ source: bundledText, name: "随工具附带的方案", notes: [], corrections: keptCorrections(bundledText) ?? noCorrections });

/** The open plan: the one that the workbook carries, or else the bundled one, until the user opens another. */
export function useReading(): Reading {
  const [text, setText] = useState<OpenText>(bundled);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    let gone = false;
    // Loaded apart: the pane is drawn before it is there.
    void import("../excel/store").then(({ readReading }) => readReading()).then(
      (stored) => {
        if (stored && !gone) setText((now) => (touched ? now : { ...stored, notes: [] }));
      },
      // A workbook whose store cannot be read now says so where it is needed; the pane starts all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
    // Only once, when the pane opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const plan = useMemo(() => readCorrected(text.source, text.corrections), [text.source, text.corrections]);
  const questions = useMemo(() => questionsOf(plan, text.corrections), [plan, text.corrections]);
  const open = useCallback((next: { source: string; name: string; notes: readonly string[] }) => {
    setTouched(true);
    setText({ ...next, corrections: keptCorrections(next.source) ?? noCorrections });
  }, []);
  const correct = useCallback((change: (before: Corrections) => Corrections) => {
    setTouched(true);
    setText((now) => {
      const corrections = change(now.corrections);
      keepCorrections(now.source, corrections);
      return { ...now, corrections };
    });
  }, []);
  return { ...text, plan, questions, open, correct };
}
