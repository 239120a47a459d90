import { ExcelFailure, failedWith } from "./failure";

/**
 * Detects edits by co-authors between reading and writing. Office.js reports their edits before it answers the next
 * request, so before each request it is known whether the sheet is still as it was read. If it is not, nothing more is
 * sent and the use case starts over from reading; each of them then does only what is left to do.
 */
export const remoteEdits = { written: false };

/** Whether a use case that must not overlap with remote edits is running; only one runs at a time (`session.ts`). */
let isWatched = false;

/**
 * The `Excel` objects that have a handler: one for each page. Handlers are never removed, which would cost a round trip
 * each time.
 */
const heard = new WeakSet<object>();

/**
 * Queues registering the handler in the page's first request. Events before that request's answer are not reported;
 * that is no loss, since the first request writes nothing.
 * @returns to be called once the requests have succeeded
 */
export function listenForRemoteEdits({ workbook }: Excel.RequestContext): () => void {
  if (heard.has(Excel)) return () => undefined;
  const excel = Excel;
  workbook.worksheets.onChanged.add(async ({ source }) => {
    if (source === "Remote") remoteEdits.written = true;
  });
  return () => void heard.add(excel);
}

/** Attempts before the user is told. */
const mostAttempts = 3;

/** @throws ExcelFailure `OthersInBetween` if co-authors have changed the workbook since this attempt began */
export async function refuseRemoteEditsIfWatched(): Promise<void> {
  if (isWatched) await refuseRemoteEdits();
}

/** The same regardless of `isWatched`. */
export async function refuseRemoteEdits(): Promise<void> {
  // Lets pending events be delivered first.
  await new Promise((resolve) => setTimeout(resolve));
  if (remoteEdits.written) throw new ExcelFailure("OthersInBetween", {});
}

/** Runs work that reads and then writes; starts it over if co-authors edit in between. */
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
