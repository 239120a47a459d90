import { perform, type TaskName } from "./tasks";

/** Works beside the page: a long plan, a form or a report takes seconds, in which the pane must still answer. */
export interface Asked {
  id: number;
  name: TaskName;
  given: readonly unknown[];
}

export type Answer = { id: number } & ({ result: unknown } | { error: string });

self.addEventListener("message", ({ data: { id, name, given } }: MessageEvent<Asked>) => {
  perform(name, given).then(
    (result) => self.postMessage({ id, result } satisfies Answer),
    (error: unknown) => self.postMessage({ id, error: String((error as Error).stack ?? error) } satisfies Answer),
  );
});
