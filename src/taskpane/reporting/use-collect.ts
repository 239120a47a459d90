import { useCallback, useRef, useState } from "react";
import type { Chase } from "../../assessment/chase";
import type { DerivedCell } from "../../assessment/derive";
import {
  cellId,
  noChoice,
  previewCollect,
  takeIn,
  type CollectChoice,
  type CollectPreview,
  type CollectReport,
} from "../../excel/assessment";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { t } from "../../locale";
import { readFiles, together, type ReadFiles } from "./read-files";

/** `listed`: the files have been read and are shown; nothing is written before the user confirms. */
export type CollectState =
  | { phase: "idle" }
  | { phase: "reading"; done: number; all: number }
  | { phase: "listed"; read: ReadFiles; preview: CollectPreview; note?: string }
  | { phase: "writing"; read: ReadFiles; preview: CollectPreview }
  | { phase: "done"; report: CollectReport; files: number; before: Chase }
  | { phase: "failed"; failure: ExcelFailure; read: ReadFiles };

export interface Collect {
  state: CollectState;
  choice: CollectChoice;
  choose: (choice: CollectChoice) => void;
  /** Reads further files and lists them together with those read before. */
  read: (files: readonly File[]) => Promise<void>;
  /** Stops reading; the files read so far are listed. */
  stop: () => void;
  /** Compares files that have been read with the workbook once more. */
  list: (read: ReadFiles) => Promise<void>;
  /** Writes what the user has chosen. */
  write: (read: ReadFiles, preview: CollectPreview, cells: readonly DerivedCell[]) => Promise<void>;
  clear: () => void;
}

/**
 * The steps of 回收: returned files are read, compared with the workbook, listed, and written when the user confirms.
 * @param chase what was still to be asked for before, as the page shows it
 * @param onChange called after something was written
 */
export function useCollect({ year, chase, onChange }: { year: number; chase: Chase; onChange: () => void }): Collect {
  const [state, setState] = useState<CollectState>({ phase: "idle" });
  const [choice, setChoice] = useState<CollectChoice>(noChoice);
  const stopper = useRef<AbortController>();
  const list = useCallback(
    async (read: ReadFiles, note?: string) => {
      try {
        const preview = await previewCollect(read.forms, year);
        setState({ phase: "listed", read, preview, ...(note === undefined ? {} : { note }) });
      } catch (error) {
        setState({ phase: "failed", failure: asFailure(error), read });
      }
    },
    [year],
  );
  const read = async (files: readonly File[]): Promise<void> => {
    const before: ReadFiles = "read" in state ? state.read : { forms: [], refused: [] };
    const controller = new AbortController();
    stopper.current = controller;
    setState({ phase: "reading", done: 0, all: files.length });
    try {
      const added = await readFiles(files, {
        onProgress: (done) => setState({ phase: "reading", done, all: files.length }),
        signal: controller.signal,
      });
      const count = added.forms.length + added.refused.length;
      await list(
        together(before, added),
        controller.signal.aborted ? t("已停止：读了 {{count}} 个文件，其余没有读。", { count }) : undefined,
      );
    } catch (error) {
      setState({ phase: "failed", failure: asFailure(error), read: before });
    }
  };
  const write: Collect["write"] = async (files, preview, cells) => {
    setState({ phase: "writing", read: files, preview });
    try {
      const seen = new Map(cells.map((cell) => [cellId(cell), cell.before]));
      const report = await takeIn(files.forms, year, choice, seen);
      setChoice(noChoice);
      setState({ phase: "done", report, files: preview.collection.files.length - choice.left.size, before: chase });
      onChange();
    } catch (error) {
      setState({ phase: "failed", failure: asFailure(error), read: files });
    }
  };
  return {
    state,
    choice,
    choose: setChoice,
    read,
    stop: () => stopper.current?.abort(),
    list,
    write,
    clear: () => setState({ phase: "idle" }),
  };
}
