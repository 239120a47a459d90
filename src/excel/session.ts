import { retryWhileOthersEdit, refuseRemoteEditsIfWatched, listenForRemoteEdits } from "./co-authors";
import { asFailure } from "./failure";
import { pauseWhenDue } from "./pause";
import { FirstRequestRefused, runWithCare } from "./first-request";

/**
 * All access to Excel goes through this module: it starts every run (the `Excel.run` itself is in `first-request.ts`)
 * and sends every sequence of requests whose length depends on the data. Elsewhere `sync` is called outside loops only
 * (a lint rule checks that), so that a use case's round trips can be counted by reading it.
 */

/**
 * A request stays well under the 5 MB at which Excel on the web refuses it (docs/design.md, What Excel does); what a
 * part adds is an estimate.
 */
const requestLimit = 1_000_000;

/** Work that belongs into one request: its estimated size in bytes, and what queues it. */
export interface RequestPart {
  bytes: number;
  queue: () => void;
}

/** Runs wait for this; absent, Excel is ready. */
let excel: Promise<unknown> | undefined;

/**
 * @param ready settles when Excel takes requests; the page may be drawn, and its buttons pressed, earlier. If it
 * rejects, every run rejects with the same error
 */
export function holdUntil(ready: Promise<unknown>): void {
  excel = ready;
  // Reported by the run that waits for it, not as an unhandled rejection.
  ready.catch(() => undefined);
}

/** Settles when the last run has ended. */
let latest: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` against the open workbook after all earlier runs have ended. The ribbon's and the pane's buttons share
 * this page; one that is pressed while another runs, or pressed twice, must see what the earlier one made. `work` must
 * not call this function: it would wait for itself.
 * @throws ExcelFailure whatever went wrong
 */
export function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const turn = latest.then(() => run(work));
  latest = turn.catch(() => undefined);
  return turn;
}

/**
 * The same for work that reads and then writes by what it read. If co-authors change the workbook in between, `work`
 * starts over, so that none of their edits is overwritten and nothing is written into the wrong row.
 * @throws ExcelFailure `OthersInBetween` if they keep changing it
 */
export const writingInExcel = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  const turn = latest.then(() => retryWhileOthersEdit(() => run(work)));
  latest = turn.catch(() => undefined);
  return turn;
};

async function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    await excel;
    let listening = (): void => undefined;
    const result = await runWithCare((context) => {
      listening = listenForRemoteEdits(context);
      return work(context);
    });
    listening();
    return result;
  } catch (error) {
    throw asFailure(error instanceof FirstRequestRefused ? error.cause : error);
  }
}

/** Parts packed, in order, into as few requests as the size limit allows. */
function packParts(parts: readonly RequestPart[], limit = requestLimit): RequestPart[][] {
  const requests: RequestPart[][] = [];
  let size = Infinity;
  for (const part of parts) {
    if (size + part.bytes > limit) {
      requests.push([]);
      size = 0;
    }
    requests[requests.length - 1]!.push(part);
    size += part.bytes;
  }
  return requests;
}

/** Callbacks and limits for a long write of several requests. */
export interface Course {
  /** Bytes of one request; a lower limit gives finer progress. */
  limit?: number;
  /** Called after each request with the number of requests sent and their total. */
  onProgress?: (done: number, all: number) => void;
  /** Called before each request but the first; throws to stop there. */
  mayGoOn?: () => void;
}

/**
 * Sends one request for each element, in order; the page stays responsive in between.
 * @param onSent gets the number of requests sent so far
 */
export function requestEach(
  context: Excel.RequestContext,
  requests: readonly (() => void | Promise<void>)[],
  onSent?: (done: number) => void,
): Promise<void> {
  return requests.reduce(
    (before, queue, index) =>
      before.then(async () => {
        if (index > 0) await pauseWhenDue();
        await queue();
        await context.sync();
        onSent?.(index + 1);
      }),
    Promise.resolve(),
  );
}

/** Sends the parts in order; one round trip for each request that they fill. */
export function sendParts(
  context: Excel.RequestContext,
  parts: readonly RequestPart[],
  { limit, onProgress, mayGoOn }: Course = {},
): Promise<void> {
  const requests = packParts(parts, limit);
  const queue = async (request: readonly RequestPart[], index: number): Promise<void> => {
    await refuseRemoteEditsIfWatched();
    if (index > 0) mayGoOn?.();
    for (const part of request) {
      part.queue();
      // No pause between `mayGoOn` and sending: a co-author's edit in that gap would shift the queued places.
      if (!mayGoOn) await pauseWhenDue();
    }
  };
  return requestEach(
    context,
    requests.map((request, index) => () => queue(request, index)),
    (done) => onProgress?.(done, requests.length),
  );
}
