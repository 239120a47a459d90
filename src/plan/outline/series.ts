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

/** A number taken as an item's, and the item above it. */
export interface ItemStart {
  marker: ItemNumber;
  above?: ItemStart;
}

/** A series that is open at a position; `below` is the series that contains it. */
export interface OpenSeries {
  entry: ItemStart;
  /** It seems to be a list within a sentence. */
  loose: boolean;
  /** A heading without a number stands right under its title. */
  divided: boolean;
  below?: OpenSeries;
  depth: number;
  key: string;
}

/** One way to read a number. */
export interface Step {
  worth: number;
  below: OpenSeries | undefined;
  loose: boolean;
}

/** The state at a position: the innermost open series, the last number read, and the last value of each style. */
export interface SeriesState {
  top: OpenSeries | undefined;
  last: ItemStart | undefined;
  reached: ReadonlyMap<string, number>;
}

const HEADING = 40;
const LONG_HEADING = 60;
/** Caps nesting: in a list of only "1." each number would otherwise open another level. */
const DEEPEST = 12;
/** How many open series of one style a number may continue, innermost first. */
const NESTED = 2;
/** Styles up to this rank are chapters: they never number a list within a sentence. */
const CHAPTERS = 3;

/** No list within a sentence begins behind these. */
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

/** All ways to read a number here, each with its worth; `passedOver` is the worth of not taking it as a number. */
export function stepsOf(text: string, state: SeriesState, candidate: Candidate): { steps: Step[]; passedOver: number } {
  if (isFigure(text, state.top, candidate)) return { steps: [], passedOver: 0 };
  const boundary = boundaryOf(text, state.last, candidate);
  const { value, doubtful, rank } = candidate.marker;
  const isFirst =
    (boundary === "heading" || boundary === "shortTitle") && value === 1 && !doubtful && state.last!.marker.rank < rank;
  return {
    steps: [...continuing(state, candidate, boundary), ...opening(state, candidate, boundary)],
    passedOver: isFirst ? PASSED_OVER : 0,
  };
}

/** 3.5万 at the start of a wrapped line is a figure, like 1.5米 inside a line; 3.5 under item 3 is an item's number. */
function isFigure(text: string, top: OpenSeries | undefined, { marker, place }: Candidate): boolean {
  if (!marker.style.startsWith("1.1")) return false;
  if (place && isCountedAt(text, marker.end)) return true;
  const above = Number(marker.label.split(".")[0]);
  for (let open = top; open; open = open.below)
    if (open.entry.marker.style.startsWith("1.1") || open.entry.marker.value === above) return false;
  return true;
}

/** The boundary before a number inside a line; `undefined` at the start of a line. */
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

/** The boundary where only the words of a title separate a number from the one above. */
function headingBoundary({ edge, lastComma }: Place, from: number, length: number): Boundary {
  if (lastComma < from && length <= HEADING) return "heading";
  return BOUNDARIES[edge].begins > BOUNDARIES.longHeading.begins ? edge : "longHeading";
}

/** `（一）完善设施。1.…`: a title with its full stop, followed by the first sub-item. */
const isShortTitle = (words: string): boolean => /^[^。，,；;:！!？?\n]+。$/.test(words);

function continuing(state: SeriesState, candidate: Candidate, boundary: Boundary | undefined): Step[] {
  const { marker } = candidate;
  const steps: Step[] = [];
  let isTop = true;
  let seen = 0;
  for (let open = state.top; open && seen < NESTED; open = open.below, isTop = false) {
    if (open.entry.marker.style !== marker.style) continue;
    seen++;
    const begins = marker.value === 1;
    const before = open.entry.marker.value;
    const move = moveFrom(before, marker.value, isTop);
    const worth = begins ? beginning(candidate, boundary, state.last) : goingOn(open, candidate, boundary);
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

function doubtOf({ doubtful }: ItemNumber, boundary: Boundary | undefined): number {
  if (!doubtful) return 0;
  return boundary === undefined ? DOUBTFUL.atLineStart : DOUBTFUL.inLine;
}

function goingOn(open: OpenSeries, candidate: Candidate, boundary: Boundary | undefined): Worth {
  const { marker, runStart } = candidate;
  const doubt = doubtOf(marker, boundary);
  if (boundary === undefined) return { worth: doubt + (open.loose ? LIST_IN_SENTENCE.leftForALine : 0), loose: false };
  const isEnded = boundary === "answered" || boundary === "labels";
  if (open.loose)
    return { worth: doubt + (isEnded ? LIST_IN_SENTENCE.endedLikeItem : LIST_IN_SENTENCE.member), loose: !isEnded };
  const across = !isEnded && runStart > open.entry.marker.start && runStart < marker.start ? ACROSS_A_RUN : 0;
  const behind =
    boundary === "semicolon" && marker.rank > CHAPTERS + 1 ? SMALL_BEHIND_SEMICOLON : BOUNDARIES[boundary].goesOn;
  return { worth: doubt + across + behind, loose: false };
}

function beginning(
  { marker, runTogether, place }: Candidate,
  behind: Boundary | undefined,
  last: ItemStart | undefined,
): Worth {
  const doubt = doubtOf(marker, behind);
  if (behind === undefined) return { worth: doubt, loose: false };
  // A number right behind a title is a sub-item, unless its style ranks as high.
  const boundary = HEADINGS.has(behind) && last && last.marker.rank >= marker.rank ? place!.edge : behind;
  const { begins } = BOUNDARIES[boundary];
  const isChapter = marker.rank <= CHAPTERS;
  const isUnderTitle = boundary === "title" && !last;
  if (boundary === "title" && !isChapter && !isUnderTitle)
    return { worth: doubt + BOUNDARIES.word.begins, loose: true };
  if (isUnderTitle) return { worth: doubt - begins, loose: false };
  if (isChapter || FIRM.has(boundary)) return { worth: doubt + begins, loose: false };
  if (runTogether && begins >= 0) return { worth: doubt + begins, loose: false };
  return { worth: doubt + Math.min(begins, LIST_IN_SENTENCE.begins), loose: true };
}

/** The steps in which a series begins here, or continues through the items above it (（一） 1 2 （二） 3). */
function opening(state: SeriesState, candidate: Candidate, boundary: Boundary | undefined): Step[] {
  const { marker } = candidate;
  const { top } = state;
  if (top?.entry.marker.style === marker.style || (top?.depth ?? 0) >= DEEPEST) return [];
  const isOpen = holds(top, marker.style);
  const before = state.reached.get(marker.style);
  const runsOn = !isOpen && before !== undefined && marker.value >= before && marker.value !== 1;
  let worth: Worth;
  if (runsOn) {
    const entry = goingOnLoosely(candidate, boundary);
    worth = {
      worth: entry + MOVES[RUNS_ON[marker.value - before] ?? "runsOnWithGap"].worth + furtherGap(before, marker.value),
      loose: false,
    };
  } else {
    const begun = beginning(candidate, boundary, state.last);
    worth = { worth: begun.worth + MOVES[BEGINNINGS[marker.value - 1] ?? "later"].worth, loose: begun.loose };
  }
  return levels(top, marker).map(({ below, cost }) => ({ worth: worth.worth + cost, below, loose: worth.loose }));
}

function goingOnLoosely({ marker }: Candidate, boundary: Boundary | undefined): number {
  const doubt = doubtOf(marker, boundary);
  if (boundary === undefined) return doubt;
  return (
    doubt +
    (boundary === "semicolon" && marker.rank > CHAPTERS + 1 ? SMALL_BEHIND_SEMICOLON : BOUNDARIES[boundary].goesOn)
  );
}

/**
 * The series beneath which a new one may open: the innermost; where the new style usually stands higher than that, also
 * the first one outwards that fits.
 */
function levels(
  top: OpenSeries | undefined,
  { rank, style }: ItemNumber,
): { below: OpenSeries | undefined; cost: number }[] {
  if (!top || rankOf(top) <= rank) return [{ below: top, cost: 0 }];
  let fitting: OpenSeries | undefined = top;
  while (fitting && rankOf(fitting) > rank) fitting = fitting.below;
  const isChapter = rank <= CHAPTERS;
  const nested = { below: top, cost: isChapter ? INVERTED_CHAPTER : INVERTED };
  // Where the fitting series has the same style, the number continues it; `continuing` weighs that.
  return fitting?.entry.marker.style === style ? [nested] : [{ below: fitting, cost: isChapter ? 0 : CLOSED }, nested];
}

/** Any style may stand in a 专栏 box. */
const rankOf = ({ entry: { marker } }: OpenSeries): number => (marker.style === BOX_STYLE ? 0 : marker.rank);

function holds(top: OpenSeries | undefined, style: string): boolean {
  for (let open = top; open; open = open.below) if (open.entry.marker.style === style) return true;
  return false;
}

/** The series that is innermost after a number has been taken. */
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
