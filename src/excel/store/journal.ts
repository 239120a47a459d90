import type { Pausable } from "../../plan/pausable";
import type { Edit } from "../../sync/edit";
import type { Gaps } from "../../sync/gaps";
import type { Hunk } from "./delta";
import { formattingPart, parsingPart } from "./part";

/** A change as 变更记录 lists it. */
export interface LoggedChange {
  kind: string;
  place: string;
  description: string;
  before: string;
  after: string;
}

/** One sync: what it did, and how it is undone. */
export interface HistoryEntry {
  id: string;
  /** ISO date and time. */
  at: string;
  /** Title of the plan that was brought in. */
  plan: string;
  changes: LoggedChange[];
  /** Applied in order, these restore the sheet as it was before. */
  undo: Edit[];
  /** Turns the stored lines into those before the sync. */
  back: Hunk[];
  /** Checksum of the stored lines after the sync; `back` fits only those. */
  after: string;
}

/**
 * A sync, or the undoing of one, that was begun. Written before the sheet is changed, so that the run can be finished
 * if it breaks off.
 */
export interface PendingSync {
  kind: "sync" | "undo";
  /** ISO date and time of this run. */
  at: string;
  entry: HistoryEntry;
  /** Turns the stored lines into those after the run. */
  forward: Hunk[];
  edits: Edit[];
  /** Empty rows and columns before the run: any further ones were inserted by the run and not filled. */
  gaps: Gaps;
}

/**
 * The changes since the plan was last written whole, in a part of their own: so a small revision writes little, however
 * large the plan is.
 */
export interface Journal {
  /** Checksum of the whole that `deltas` apply to; they fit no other. */
  of: string;
  deltas: Hunk[][];
  /** Latest last. */
  history: HistoryEntry[];
  pending?: PendingSync;
}

export const journalNamespace = "urn:responsibility-matrix:journal";

/** How many syncs can be undone. */
const mostSyncs = 20;
/**
 * Characters of one part: larger parts were seen to fail in Excel on the web (office-js issues 394, 2408). Older syncs
 * are dropped to stay below.
 */
export const largestPart = 900_000;

export const emptyJournal = (of: string): Journal => ({ of, deltas: [], history: [] });

/** The journal's XML. If it would be too large, the oldest syncs are left out and can no longer be undone. */
export function* formattingJournal(journal: Journal): Pausable<string> {
  let history = journal.history.slice(-mostSyncs);
  for (;;) {
    const xml = yield* formattingPart("journal", journalNamespace, JSON.stringify({ ...journal, history }), {
      of: journal.of,
    });
    if (xml.length <= largestPart || history.length === 0) return xml;
    history = history.slice(Math.ceil(history.length / 2));
  }
}

/** @returns undefined for a damaged journal */
export function* parsingJournal(xml: string): Pausable<Journal | undefined> {
  const part = yield* parsingPart("journal", xml);
  if (typeof part === "string") return undefined;
  try {
    return JSON.parse(part.text) as Journal;
  } catch {
    return undefined;
  }
}
