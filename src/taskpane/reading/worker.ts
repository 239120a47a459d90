import type { Corrections } from "../../plan/corrections";
import { readText, type ReadText } from "./read-text";

/** Reads plans beside the page: a long one takes seconds, in which the pane must still answer. */
export interface ReadRequest {
  id: number;
  source: string;
  corrections: Corrections;
}

export type ReadAnswer = { id: number } & ({ text: ReadText } | { error: string });

self.addEventListener("message", ({ data: { id, source, corrections } }: MessageEvent<ReadRequest>) => {
  let answer: ReadAnswer;
  try {
    answer = { id, text: readText(source, corrections) };
  } catch (error) {
    answer = { id, error: String((error as Error).stack ?? error) };
  }
  self.postMessage(answer);
});
