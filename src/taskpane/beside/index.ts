import { perform, type Given, type Result, type TaskName } from "./tasks";
import type { Answer, Asked } from "./worker";

type Perform = (name: TaskName, given: readonly unknown[]) => Promise<unknown>;

let performing: Perform | undefined;

/**
 * Does a task beside the page, where the engine starts workers; else in the page itself. What is given and comes back
 * is copied.
 */
export const beside = <N extends TaskName>(name: N, ...given: Given<N>): Promise<Result<N>> => {
  performing ??= typeof Worker === "undefined" ? perform : inWorker();
  return performing(name, given) as Promise<Result<N>>;
};

function inWorker(): Perform {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const waiting = new Map<
    number,
    { done: (result: unknown) => void; failed: (error: Error) => void; again: () => Promise<unknown> }
  >();
  let latest = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.failed(new Error(data.error));
    else one?.done(data.result);
  });
  // It could not be started, as where a policy of the office forbids it: the page does it all itself from now on.
  worker.addEventListener("error", () => {
    performing = perform;
    for (const { again, done, failed } of waiting.values()) again().then(done, failed);
    waiting.clear();
  });
  return (name, given) =>
    new Promise((done, failed) => {
      const id = ++latest;
      waiting.set(id, { done, failed, again: () => perform(name, given) });
      worker.postMessage({ id, name, given } satisfies Asked);
    });
}
