import { runJob, type JobName } from "./jobs";

/** Works beside the page: a long plan, a form or a report takes seconds, in which the pane must still answer. */
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
