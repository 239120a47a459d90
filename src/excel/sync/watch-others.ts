import { remoteEdits } from "../co-authors";

/** Whether someone else has changed the workbook, between two requests of a sync. */
export interface Watch {
  readonly touched: boolean;
  /** Whether this run has begun to write into the sheet; before, empty rows that came in are someone else's. */
  wrote: boolean;
  reset(): void;
  /** Whether it is worth reading again; after a few times it is not. */
  again(): boolean;
}

const mostReadings = 3;

/** Watches for edits of other people for as long as a sync runs, which takes up by itself what was begun. */
export function watchOthers(): Watch {
  remoteEdits.written = false;
  let readings = 0;
  return {
    wrote: false,
    get touched() {
      return remoteEdits.written;
    },
    reset: () => void (remoteEdits.written = false),
    again: () => ++readings < mostReadings,
  };
}
