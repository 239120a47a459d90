import { ExcelFailure, failedWith } from "./failure";

/**
 * Others who work on the same file while something is written that was worked out from what was read before. Office.js
 * tells of their edits before the answer to the next request, so that before each request it is known whether the sheet
 * is still what was read. Where it is not, nothing more is sent, and all is read again: every writing use case does
 * what is still to be done.
 */
export const remoteEdits = { written: false };

/** Whether this page's writing use cases are being watched for; only one runs at a time (`session.ts`). */
let isWatched = false;

/**
 * By the Excel that events come from, of which a page has one. No handler is taken off: that would be a round trip each
 * time.
 */
const heard = new WeakSet<object>();

/**
 * Queues the listening, with the first request that this page sends: Office.js hears nothing that happens before its
 * answer has come, and the first request of all writes nothing.
 * @returns to be called when the requests went through
 */
export function listenForRemoteEdits({ workbook }: Excel.RequestContext): () => void {
  if (heard.has(Excel)) return () => undefined;
  const excel = Excel;
  workbook.worksheets.onChanged.add(async ({ source }) => {
    if (source === "Remote") remoteEdits.written = true;
  });
  return () => void heard.add(excel);
}

/** How often something is read again by itself. */
const mostAttempts = 3;

/** @throws ExcelFailure where others have changed the workbook since this attempt began */
export async function refuseRemoteEditsIfWatched(): Promise<void> {
  if (isWatched) await refuseRemoteEdits();
}

/** The same for what watches by itself. */
export async function refuseRemoteEdits(): Promise<void> {
  // Events that have come wait for a turn of their own.
  await new Promise((resolve) => setTimeout(resolve));
  if (remoteEdits.written) throw new ExcelFailure("OthersInBetween", {});
}

/** Runs what reads and then writes, again from the beginning where others come in between. */
export async function retryWhileOthersEdit<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    remoteEdits.written = false;
    isWatched = true;
    try {
      return await attempt();
    } catch (error) {
      if (!failedWith(error, "OthersInBetween") || count === mostAttempts) throw error;
    } finally {
      isWatched = false;
    }
  }
}
