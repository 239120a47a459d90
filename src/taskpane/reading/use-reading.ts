import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { t } from "../../locale";
import { noCorrections, type Corrections } from "../../plan/corrections";
import type { Sentence } from "../../plan/sentence";
import { keepCorrections, keptCorrections } from "./kept-corrections";
import { beside } from "../beside";
import type { ReadText } from "./read-text";
import type { StoredText } from "./revised";

/** The text that is open in the pane, with what the user has settled about it. */
export interface OpenText {
  source: string;
  /** The file's name, or what stands for it. */
  name: string;
  /** What the file's reader left out or put together. */
  notes: readonly Sentence[];
  corrections: Corrections;
}

export interface Reading extends OpenText, ReadText {
  /** A newer text is being read; what is shown is the one before. */
  isReading: boolean;
  /** Opens another text; what was settled about it before, on this machine, holds again. */
  open(text: { source: string; name: string; notes: readonly Sentence[] }): void;
  correct(change: (before: Corrections) => Corrections): void;
}

/** The open plan: the one that the workbook carries, or else the bundled one, until the user opens another. */
export function useReading(): { reading: Reading | undefined; failure: ExcelFailure | undefined } {
  const [text, setText] = useState<OpenText>();
  const [shown, setShown] = useState<OpenText & ReadText>();
  const [failure, setFailure] = useState<ExcelFailure>();
  const isTouched = useRef(false);
  // Texts of which the next one may be a revision: the one that is open, and the workbook's.
  const opened = useRef<OpenText>();
  const carried = useRef<StoredText>();
  const latest = useRef(0);
  useEffect(() => void (opened.current = text), [text]);
  useEffect(() => {
    let isGone = false;
    let hasStored = false;
    const begin = (open: OpenText): void => {
      if (!isGone && !isTouched.current) setText(open);
    };
    // Loaded apart: the pane is drawn before they are there. What the workbook carries comes later and goes before.
    import("../../documents/bundled-text").then(
      ({ bundledText: source }) => hasStored || begin({ source, name: t("随工具附带的方案"), notes: [], corrections: keptCorrections(source) ?? noCorrections }),
      (error: unknown) => setFailure(asFailure(error)),
    );
    void import("../../excel/store").then(({ readReading }) => readReading()).then(
      (stored) => {
        if (!stored) return;
        hasStored = true;
        carried.current = stored;
        begin({ ...stored, notes: [] });
      },
      // A workbook whose store cannot be read now says so where it is needed; the pane starts all the same.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  useEffect(() => {
    if (!text) return;
    let isLatest = true;
    beside("readText", text.source, text.corrections).then(
      (read) => isLatest && setShown({ ...text, ...read }),
      (error: unknown) => isLatest && setFailure(asFailure(error)),
    );
    return () => {
      isLatest = false;
    };
  }, [text]);
  const open = useCallback((next: { source: string; name: string; notes: readonly Sentence[] }) => {
    isTouched.current = true;
    const own = keptCorrections(next.source);
    const before = own ? [] : [opened.current, carried.current].filter((one) => one !== undefined && one.source !== next.source).map((one) => one && { source: one.source, corrections: one.corrections });
    const number = ++latest.current;
    void beside("correctionsFor", next.source, own, before).then(
      ({ corrections, notes }) => number === latest.current && setText({ ...next, notes: [...next.notes, ...notes], corrections }),
      (error: unknown) => setFailure(asFailure(error)),
    );
  }, []);
  const correct = useCallback((change: (before: Corrections) => Corrections) => {
    isTouched.current = true;
    setText((now) => {
      if (!now) return now;
      const corrections = change(now.corrections);
      keepCorrections(now.source, corrections);
      return { ...now, corrections };
    });
  }, []);
  const reading = useMemo(() => shown && { ...shown, isReading: shown.source !== text?.source || shown.corrections !== text.corrections, open, correct }, [shown, text, open, correct]);
  return { reading, failure };
}
