import type { Pausable } from "../../plan/pausable";
import type { Edit } from "../../sync/edit";
import type { Gaps } from "../../sync/gaps";
import type { Hunk } from "./delta";
import { formattingPart, parsingPart } from "./part";

/** A change as 变更记录 tells of it. */
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
  /** Applied in order, they give the sheet before. */
  undo: Edit[];
  /** What turns the stored lines into those before. */
  back: Hunk[];
  /** Checksum of the stored lines after the sync: `back` fits those and no others. */
  after: string;
}

/** A sync, or the undoing of one, that was begun: written before the sheet is touched, so that it can be finished. */
export interface PendingSync {
  kind: "sync" | "undo";
  /** ISO date and time of this run. */
  at: string;
  entry: HistoryEntry;
  /** What turns the stored lines into those that are stored in the end. */
  forward: Hunk[];
  edits: Edit[];
  /** What was empty before: an empty row or column more is one that was made and not filled. */
  gaps: Gaps;
}

/**
 * What has happened since the plan was last written whole: a small part of its own, so that a small revision writes
 * little however large the plan is.
 */
export interface Journal {
  /** Checksum of the whole that `deltas` begin with; for another one they mean nothing. */
  of: string;
  deltas: Hunk[][];
  /** Latest last. */
  history: HistoryEntry[];
  pending?: PendingSync;
}

export const journalNamespace = "urn:responsibility-matrix:journal";

/** Syncs that can be undone. */
const mostSyncs = 20;
/**
 * Characters of a part: larger ones were seen to fail in Excel on the web (office-js issues 394, 2408). Older syncs
 * leave before that.
 */
export const largestPart = 900_000;

export const emptyJournal = (of: string): Journal => ({ of, deltas: [], history: [] });

/** The journal's XML; where it would be too large, the oldest syncs are left out and can no longer be undone. */
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

/** Undefined for a damaged one. */
export function* parsingJournal(xml: string): Pausable<Journal | undefined> {
  const part = yield* parsingPart("journal", xml);
  if (typeof part === "string") return undefined;
  try {
    return JSON.parse(part.text) as Journal;
  } catch {
    return undefined;
  }
}
