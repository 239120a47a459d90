import { runJob, type JobArguments, type JobResult, type JobName } from "./jobs";
import type { JobAnswer, JobRequest } from "./worker";

type RunJob = (name: JobName, given: readonly unknown[]) => Promise<unknown>;

let run: RunJob | undefined;

/**
 * Runs a job in a worker, so that the page goes on answering; in the page itself where no worker can be started.
 * Arguments and results are copied.
 * @throws Error what the job threw; only its message survives the copy
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
  // The worker could not be started, for example because a policy of the office forbids it. From now on the page does
  // every job itself.
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
