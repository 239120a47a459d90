import { remoteEdits } from "../co-authors";

/** Tells a sync between its requests whether co-authors have changed the workbook. */
export interface Watch {
  readonly touched: boolean;
  /** Whether this run has begun to write into the sheet; empty rows that appear before that are co-authors'. */
  wrote: boolean;
  reset(): void;
  /** Whether to read again; false after a few times. */
  again(): boolean;
}

const mostReadings = 3;

/** Watches for co-authors' edits while a sync runs. */
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
