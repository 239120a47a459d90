import { runJob, type JobName } from "./jobs";

/**
 * What the page sends to the worker. A long plan, a form or a report takes seconds, and the pane must go on answering
 * meanwhile.
 */
export interface JobRequest {
  id: number;
  name: JobName;
  given: readonly unknown[];
}

export type JobAnswer = { id: number } & ({ result: unknown } | { error: string });

self.addEventListener("message", ({ data: { id, name, given } }: MessageEvent<JobRequest>) => {
  runJob(name, given).then(
    (result) => self.postMessage({ id, result } satisfies JobAnswer),
    (error: unknown) => self.postMessage({ id, error: String((error as Error).stack ?? error) } satisfies JobAnswer),
  );
});
