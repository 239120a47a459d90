import type { Corrections } from "../../plan/corrections";
import type { ReadText } from "./read-text";
import type { ReadAnswer, ReadRequest } from "./worker";

export type Read = (source: string, corrections: Corrections) => Promise<ReadText>;

/** In the page itself, for engines that start no worker. */
const readHere: Read = async (source, corrections) => (await import("./read-text")).readText(source, corrections);

let read: Read | undefined;

/** Reads a text, beside the page where that is possible. */
export const readPlanText: Read = (source, corrections) => (read ??= typeof Worker === "undefined" ? readHere : besideThePage())(source, corrections);

function besideThePage(): Read {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const waiting = new Map<number, { done: (text: ReadText) => void; failed: (error: Error) => void; again: () => Promise<ReadText> }>();
  let latest = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.failed(new Error(data.error));
    else one?.done(data.text);
  });
  // It could not be started, as where a policy of the office forbids it: the page reads itself from now on.
  worker.addEventListener("error", () => {
    read = readHere;
    for (const { again, done, failed } of waiting.values()) again().then(done, failed);
    waiting.clear();
  });
  return (source, corrections) =>
    new Promise((done, failed) => {
      const id = ++latest;
      waiting.set(id, { done, failed, again: () => readHere(source, corrections) });
      worker.postMessage({ id, source, corrections } satisfies ReadRequest);
    });
}
