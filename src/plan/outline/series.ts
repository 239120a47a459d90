import { BOX_STYLE, isCountedAt, type ItemNumber } from "../lexicon/item-numbers";
import type { Candidate } from "./candidates";
import {
  ACROSS_A_RUN,
  CLOSED,
  DOUBTFUL,
  FURTHER_GAP,
  BOUNDARIES,
  INVERTED,
  INVERTED_CHAPTER,
  LIST_IN_SENTENCE,
  MOVES,
  PASSED_OVER,
  SMALL_BEHIND_SEMICOLON,
  type Boundary,
  type Move,
} from "./moves";
import type { Place } from "./places";

/** A number that was taken for an item's, and the one above it. */
export interface ItemStart {
  marker: ItemNumber;
  above?: ItemStart;
}

/** A series that is open at a place, with those beneath which it stands. */
export interface OpenSeries {
  entry: ItemStart;
  /** A list within a sentence, as far as one can tell. */
  loose: boolean;
  /** Right under its title stands a heading without a number. */
  divided: boolean;
  below?: OpenSeries;
  depth: number;
  key: string;
}

/** One way for a number to be read. */
export interface Step {
  worth: number;
  below: OpenSeries | undefined;
  loose: boolean;
}

/** What is known at a place: the open series, the last number read, and the last number of each style. */
export interface SeriesState {
  top: OpenSeries | undefined;
  last: ItemStart | undefined;
  reached: ReadonlyMap<string, number>;
}

const HEADING = 40;
const LONG_HEADING = 60;
/**
 * A number that starts again opens a level beneath, no plan so many: or a list of ones alone would lead ever deeper.
 */
const DEEPEST = 12;
/** Levels of one style that are looked at. */
const NESTED = 2;
/** Styles down to this rank are chapters: they never number a list inside a sentence. */
const CHAPTERS = 3;

/** Behind these no list within a sentence begins. */
const FIRM: ReadonlySet<Boundary> = new Set([
  "heading",
  "longHeading",
  "shortTitle",
  "listIntro",
  "answered",
  "labels",
]);
const HEADINGS: ReadonlySet<Boundary> = new Set(["heading", "shortTitle", "longHeading"]);
const RUNS_ON = ["runsOnRepeated", "runsOn"] as const;
const BEGINNINGS = ["first", "second"] as const;

/** All ways in which a number can be read here, each with its worth; and what it is worth to read none. */
export function stepsOf(
  text: string,
  standing: SeriesState,
  candidate: Candidate,
): { steps: Step[]; passedOver: number } {
  if (isFigure(text, standing.top, candidate)) return { steps: [], passedOver: 0 };
  const ground = boundaryOf(text, standing.last, candidate);
  const { value, doubtful, rank } = candidate.marker;
  const isFirst =
    (ground === "heading" || ground === "shortTitle") && value === 1 && !doubtful && standing.last!.marker.rank < rank;
  return {
    steps: [...continuing(standing, candidate, ground), ...opening(standing, candidate, ground)],
    passedOver: isFirst ? PASSED_OVER : 0,
  };
}

/** 3.5万 at the start of a wrapped line is a figure, as 1.5米 inside a line is; 3.5 under item 3 is a number. */
function isFigure(text: string, top: OpenSeries | undefined, { marker, place }: Candidate): boolean {
  if (!marker.style.startsWith("1.1")) return false;
  if (place && isCountedAt(text, marker.end)) return true;
  const above = Number(marker.label.split(".")[0]);
  for (let open = top; open; open = open.below)
    if (open.entry.marker.style.startsWith("1.1") || open.entry.marker.value === above) return false;
  return true;
}

/** What a number inside a line stands behind; `undefined` at the start of a line. */
function boundaryOf(text: string, last: ItemStart | undefined, { marker, place }: Candidate): Boundary | undefined {
  if (!place || !last || place.edge === "reference" || place.edge === "figure") return place?.edge;
  const from = last.marker.end;
  const length = marker.start - from;
  if (length > LONG_HEADING || length === 1) return place.edge;
  if (place.lastMark < from) return headingBoundary(place, from, length);
  return length <= HEADING && place.lastMark === marker.start - 1 && isShortTitle(text.slice(from, marker.start))
    ? "shortTitle"
    : place.edge;
}

/** Only the words of a title part it from the number above. */
function headingBoundary({ edge, lastComma }: Place, from: number, length: number): Boundary {
  if (lastComma < from && length <= HEADING) return "heading";
  return BOUNDARIES[edge].begins > BOUNDARIES.longHeading.begins ? edge : "longHeading";
}

/** `（一）完善设施。1.…`: a title with its full stop, and the first sub-item right behind it. */
const isShortTitle = (words: string): boolean => /^[^。，,；;:！!？?\n]+。$/.test(words);

function continuing(standing: SeriesState, candidate: Candidate, ground: Boundary | undefined): Step[] {
  const { marker } = candidate;
  const steps: Step[] = [];
  let isTop = true;
  let seen = 0;
  for (let open = standing.top; open && seen < NESTED; open = open.below, isTop = false) {
    if (open.entry.marker.style !== marker.style) continue;
    seen++;
    const begins = marker.value === 1;
    const before = open.entry.marker.value;
    const move = moveFrom(before, marker.value, isTop);
    const worth = begins ? beginning(candidate, ground, standing.last) : goingOn(open, candidate, ground);
    steps.push({
      worth: worth.worth + (worth.loose && !begins ? 0 : MOVES[move].worth) + furtherGap(before, marker.value),
      below: open.below,
      loose: worth.loose,
    });
  }
  return steps;
}

function moveFrom(before: number, value: number, isTop: boolean): Move {
  if (value === before + 1) return "next";
  if (value === 1) return isTop ? "again" : "againAbove";
  if (value > before) return "gap";
  return value === before ? "repeat" : "back";
}

const furtherGap = (before: number, value: number): number => FURTHER_GAP * Math.max(0, value - before - 2);

interface Worth {
  worth: number;
  loose: boolean;
}

function doubtOf({ doubtful }: ItemNumber, ground: Boundary | undefined): number {
  if (!doubtful) return 0;
  return ground === undefined ? DOUBTFUL.atLineStart : DOUBTFUL.inLine;
}

function goingOn(open: OpenSeries, candidate: Candidate, ground: Boundary | undefined): Worth {
  const { marker, runStart } = candidate;
  const doubt = doubtOf(marker, ground);
  if (ground === undefined) return { worth: doubt + (open.loose ? LIST_IN_SENTENCE.leftForALine : 0), loose: false };
  const isEnded = ground === "answered" || ground === "labels";
  if (open.loose)
    return { worth: doubt + (isEnded ? LIST_IN_SENTENCE.endedLikeItem : LIST_IN_SENTENCE.member), loose: !isEnded };
  const across = !isEnded && runStart > open.entry.marker.start && runStart < marker.start ? ACROSS_A_RUN : 0;
  const behind =
    ground === "semicolon" && marker.rank > CHAPTERS + 1 ? SMALL_BEHIND_SEMICOLON : BOUNDARIES[ground].goesOn;
  return { worth: doubt + across + behind, loose: false };
}

function beginning(
  { marker, runTogether, place }: Candidate,
  behind: Boundary | undefined,
  last: ItemStart | undefined,
): Worth {
  const doubt = doubtOf(marker, behind);
  if (behind === undefined) return { worth: doubt, loose: false };
  // What begins behind a title stands beneath it.
  const ground = HEADINGS.has(behind) && last && last.marker.rank >= marker.rank ? place!.edge : behind;
  const { begins } = BOUNDARIES[ground];
  const isChapter = marker.rank <= CHAPTERS;
  const isUnderTitle = ground === "title" && !last;
  if (ground === "title" && !isChapter && !isUnderTitle) return { worth: doubt + BOUNDARIES.word.begins, loose: true };
  if (isUnderTitle) return { worth: doubt - begins, loose: false };
  if (isChapter || FIRM.has(ground)) return { worth: doubt + begins, loose: false };
  if (runTogether && begins >= 0) return { worth: doubt + begins, loose: false };
  return { worth: doubt + Math.min(begins, LIST_IN_SENTENCE.begins), loose: true };
}

/** A series that begins here, or runs on through the items above it. */
function opening(standing: SeriesState, candidate: Candidate, ground: Boundary | undefined): Step[] {
  const { marker } = candidate;
  const { top } = standing;
  if (top?.entry.marker.style === marker.style || (top?.depth ?? 0) >= DEEPEST) return [];
  const isOpen = holds(top, marker.style);
  const before = standing.reached.get(marker.style);
  const runsOn = !isOpen && before !== undefined && marker.value >= before && marker.value !== 1;
  let worth: Worth;
  if (runsOn) {
    const entry = goingOnLoosely(candidate, ground);
    worth = {
      worth: entry + MOVES[RUNS_ON[marker.value - before] ?? "runsOnWithGap"].worth + furtherGap(before, marker.value),
      loose: false,
    };
  } else {
    const begun = beginning(candidate, ground, standing.last);
    worth = { worth: begun.worth + MOVES[BEGINNINGS[marker.value - 1] ?? "later"].worth, loose: begun.loose };
  }
  return levels(top, marker).map(({ below, cost }) => ({ worth: worth.worth + cost, below, loose: worth.loose }));
}

function goingOnLoosely({ marker }: Candidate, ground: Boundary | undefined): number {
  const doubt = doubtOf(marker, ground);
  if (ground === undefined) return doubt;
  return (
    doubt + (ground === "semicolon" && marker.rank > CHAPTERS + 1 ? SMALL_BEHIND_SEMICOLON : BOUNDARIES[ground].goesOn)
  );
}

/** Beneath what a series may open: the innermost one; or, where it usually stands higher, the one that fits. */
function levels(
  top: OpenSeries | undefined,
  { rank, style }: ItemNumber,
): { below: OpenSeries | undefined; cost: number }[] {
  if (!top || rankOf(top) <= rank) return [{ below: top, cost: 0 }];
  let fitting: OpenSeries | undefined = top;
  while (fitting && rankOf(fitting) > rank) fitting = fitting.below;
  const isChapter = rank <= CHAPTERS;
  const nested = { below: top, cost: isChapter ? INVERTED_CHAPTER : INVERTED };
  // Beneath its own style a number goes on with the series, which is weighed there.
  return fitting?.entry.marker.style === style ? [nested] : [{ below: fitting, cost: isChapter ? 0 : CLOSED }, nested];
}

/** Anything may stand in a box. */
const rankOf = ({ entry: { marker } }: OpenSeries): number => (marker.style === BOX_STYLE ? 0 : marker.rank);

function holds(top: OpenSeries | undefined, style: string): boolean {
  for (let open = top; open; open = open.below) if (open.entry.marker.style === style) return true;
  return false;
}

/** The series as it stands when a number has been taken. */
export function opened(entry: ItemStart, below: OpenSeries | undefined, loose: boolean): OpenSeries {
  const { style, value } = entry.marker;
  return {
    entry,
    loose,
    divided: false,
    below,
    depth: (below?.depth ?? 0) + 1,
    key: `${below?.key ?? ""}/${style}${value}${loose ? "~" : ""}`,
  };
}
