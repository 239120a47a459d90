/** Whether someone else has changed the workbook, between two requests of a sync. */
export interface Watch {
  readonly touched: boolean;
  /** Whether this run has begun to write into the sheet; before, empty rows that came in are someone else's. */
  wrote: boolean;
  reset(): void;
  /** Whether it is worth reading again; after a few times it is not. */
  again(): boolean;
  /** Queued; goes out with the next request. */
  stop(): void;
}

const mostReadings = 3;

/**
 * Watches for edits of other people for as long as a sync runs. Office.js delivers an event before the answer to the
 * next request, so what comes in between reading and writing is seen in time. Registered with the first request, given
 * up with the last: no round trip of its own.
 */
export function watchOthers(context: Excel.RequestContext): Watch {
  let touched = false;
  let readings = 0;
  let stopped = false;
  const handler = context.workbook.worksheets.onChanged.add(async ({ source }) => {
    if (source === "Remote") touched = true;
  });
  return {
    wrote: false,
    get touched() {
      return touched;
    },
    reset: () => void (touched = false),
    again: () => ++readings < mostReadings,
    stop: () => {
      if (!stopped) handler.remove();
      stopped = true;
    },
  };
}
