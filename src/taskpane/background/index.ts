import { runJob, type JobArguments, type JobResult, type JobName } from "./jobs";
import type { JobAnswer, JobRequest } from "./worker";

type RunJob = (name: JobName, given: readonly unknown[]) => Promise<unknown>;

let run: RunJob | undefined;

/**
 * Does a task beside the page, where the engine starts workers; else in the page itself. What is given and comes back
 * is copied.
 */
export const inBackground = <N extends JobName>(name: N, ...given: JobArguments<N>): Promise<JobResult<N>> => {
  run ??= typeof Worker === "undefined" ? runJob : inWorker();
  return run(name, given) as Promise<JobResult<N>>;
};

function inWorker(): RunJob {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const waiting = new Map<
    number,
    { done: (result: unknown) => void; failed: (error: Error) => void; again: () => Promise<unknown> }
  >();
  let latest = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<JobAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.failed(new Error(data.error));
    else one?.done(data.result);
  });
  // It could not be started, as where a policy of the office forbids it: the page does it all itself from now on.
  worker.addEventListener("error", () => {
    run = runJob;
    for (const { again, done, failed } of waiting.values()) again().then(done, failed);
    waiting.clear();
  });
  return (name, given) =>
    new Promise((done, failed) => {
      const id = ++latest;
      waiting.set(id, { done, failed, again: () => runJob(name, given) });
      worker.postMessage({ id, name, given } satisfies JobRequest);
    });
}
