import { retryWhileOthersEdit, refuseRemoteEditsIfWatched, listenForRemoteEdits } from "./co-authors";
import { asFailure } from "./failure";
import { pauseWhenDue } from "./pause";
import { FirstRequestRefused, runWithCare } from "./first-request";

/**
 * The one module that owns the way to Excel: every run begins here (`first-request.ts` has its `Excel.run`), and every sequence
 * of requests whose length depends on the data. Elsewhere a `sync` stands alone, outside any loop (a lint rule holds it
 * there), so that a use case's round trips can be counted by reading it.
 */

/**
 * A request stays well under the 5 MB at which Excel on the web refuses it (docs/design.md, What Excel does); what a
 * part adds is estimated.
 */
const requestLimit = 1_000_000;

/** A piece of work for one request: what it adds to the request, in bytes, and how it is queued. */
export interface RequestPart {
  bytes: number;
  queue: () => void;
}

/** Nothing is asked of Excel before it is there. */
let excel: Promise<unknown> | undefined;

/**
 * @param ready settles when Excel can be asked: a page may be drawn and pressed before. Where it fails, whatever is
 * asked fails likewise
 */
export function holdUntil(ready: Promise<unknown>): void {
  excel = ready;
  // Told by whoever asks.
  ready.catch(() => undefined);
}

/** Settles when whatever was asked for last is done. */
let latest: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` against the open workbook, when everything that was asked for before is done: the ribbon's buttons and
 * the pane's share this page, and one pressed while another runs, or twice, has to see what the one before has made. So
 * `work` never calls this itself: it would wait for its own end.
 * @throws ExcelFailure with a Chinese sentence, whatever went wrong
 */
export function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const turn = latest.then(() => run(work));
  latest = turn.catch(() => undefined);
  return turn;
}

/**
 * The same for what writes where it has read before: where others change the workbook in between, `work` is done again
 * from its reading on, so that nothing of theirs is overwritten and nothing goes into another row.
 * @throws ExcelFailure `OthersInBetween` where they go on and on
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

/** What a caller may want to know and decide between the requests of a long write. */
export interface Course {
  /** Bytes of a request; less makes progress finer. */
  limit?: number;
  /** After each request: how many of all are done. */
  onProgress?: (done: number, all: number) => void;
  /** Before each request but the first; throws to stop there. */
  mayGoOn?: () => void;
}

/**
 * One request for each, in order, and the page answers in between.
 * @param onSent how many of them are done
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
      // Between being let go on and sending, nobody else gets a turn: what they change would shift what is queued.
      if (!mayGoOn) await pauseWhenDue();
    }
  };
  return requestEach(
    context,
    requests.map((request, index) => () => queue(request, index)),
    (done) => onProgress?.(done, requests.length),
  );
}
