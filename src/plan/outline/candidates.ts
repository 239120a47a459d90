import type { CleanText } from "../characters";
import { itemNumberAt, NUMBER_START, type ItemNumber } from "../lexicon/item-numbers";
import { SMALL_NUMBER_CHARS } from "../lexicon/small-numbers";
import { listIntrosIn } from "./list-intros";
import { isContentsLine, type Line } from "./lines";
import { PlaceReader, type Edge, type Place } from "./places";

/**
 * A line counts as several paragraphs run together from this length on; in a text whose lines bear no numbers, from
 * this share of the text on.
 */
const RUN_TOGETHER = 1200;
const MOST_OF_THE_TEXT = 0.6;

/** A place that may be the number of an item, with the context that tells whether it is. */
export interface Candidate {
  kind: "number";
  marker: ItemNumber;
  /** The context before the number; absent where it opens its line. */
  place?: Place;
  /** The line is long enough to be several paragraphs whose breaks were lost. */
  runTogether: boolean;
  /** Where the run 1, 2, 3 … of this line that this number continues begins; -1 where there is no such run. */
  runStart: number;
}

/** Finds every place of a line that may be a number. Lines must be given in order. */
export class CandidateReader {
  private readonly places: PlaceReader;
  /** The length from which a line counts as several paragraphs run together. */
  private readonly runTogether: number;
  private readonly listIntros: readonly ItemNumber[];
  private nextIntro = 0;

  constructor(
    private readonly clean: CleanText,
    lines: readonly Line[],
  ) {
    this.places = new PlaceReader(clean);
    this.listIntros = listIntrosIn(clean.text);
    const isNumbered = lines.some(({ start }) => itemNumberAt(clean.text, start, false));
    this.runTogether = isNumbered ? RUN_TOGETHER : Math.min(RUN_TOGETHER, MOST_OF_THE_TEXT * clean.text.length);
  }

  inLine(line: Line): Candidate[] {
    const { text } = this.clean;
    if (isContentsLine(text.slice(Math.max(line.start, line.end - 40), line.end))) return [];
    const bullet = /^[•●■◆★▲▪]+/.exec(text.slice(line.start, line.start + 4));
    const first = line.start + (bullet ? bullet[0].length : 0);
    const blankBefore = (position: number): boolean => this.clean.gapBefore(position);
    const opening = itemNumberAt(text, first, false, { blankBefore, doubtful: true });
    const numbers = this.inside(line, opening?.end ?? first);
    for (; (this.listIntros[this.nextIntro]?.start ?? Infinity) < line.end; this.nextIntro++)
      if (this.listIntros[this.nextIntro]!.start >= line.start) numbers.push(this.listIntros[this.nextIntro]!);
    const inside = numbers
      .sort((a, b) => a.start - b.start)
      .map((marker) => ({ marker, place: this.places.placeOf(marker.start) }));
    const own = {
      kind: "number",
      runTogether: line.end - line.start >= this.runTogether || inside.filter(isChapter).length >= 2,
    } as const;
    const found: Candidate[] =
      opening && !isHalfOfRange(text, opening) ? [{ ...own, marker: opening, runStart: opening.start }] : [];
    return [
      ...found,
      ...withRuns(inside.map(({ marker, place }) => ({ ...own, marker, place, runStart: marker.start }))),
    ];
  }

  /**
   * Numbers inside a line. Only the line itself is searched: in the whole text, a line without a hit would make the
   * search run to the end each time.
   */
  private inside(line: Line, at: number): ItemNumber[] {
    const { text } = this.clean;
    const content = text.slice(line.start, line.end);
    const blankBefore = (position: number): boolean => this.clean.gapBefore(position);
    const found: ItemNumber[] = [];
    NUMBER_START.lastIndex = at - line.start;
    for (let hit = NUMBER_START.exec(content); hit; hit = NUMBER_START.exec(content)) {
      const start = line.start + hit.index;
      const marker = itemNumberAt(text, start, true, { blankBefore, doubtful: true });
      if (!marker) {
        // 十一、 does not contain 一、: no number begins inside a longer numeral.
        NUMERAL.lastIndex = hit.index;
        if (NUMERAL.test(content)) NUMBER_START.lastIndex = NUMERAL.lastIndex;
        continue;
      }
      const isFree = start === at || !INSIDE_NUMERAL.test(text.slice(Math.max(at, start - 2), start));
      const isWord =
        marker.style === "一" &&
        (marker.value === 1 ? ENDS_IN_ONE : ENDS_IN_NUMERAL).test(text.slice(Math.max(at, start - 1), start));
      if (isFree && !isWord && marker.end < line.end) found.push(marker);
      NUMBER_START.lastIndex = Math.max(marker.end - line.start, hit.index + 1);
    }
    return found;
  }
}

const INSIDE_NUMERAL = /[一二三四五六七八九十百零\d第A-Za-z]$|\d\.$/;

/** 统一、唯一, 三个一、星期二: words that end with a numeral. */
const ENDS_IN_ONE = /[统唯同合单专万其之逐归个条项期周]$/;
const ENDS_IN_NUMERAL = /[其之个条项期周]$/;
const CHAPTER_EDGES: ReadonlySet<Edge> = new Set([
  "answered",
  "sentence",
  "closing",
  "labels",
  "name",
  "blank",
  "title",
]);
const LOWEST_CHAPTER = 4;
/** A chapter's number inside a line. Two of them show that the line's breaks were lost. */
const isChapter = ({ marker, place }: { marker: ItemNumber; place: Place }): boolean =>
  marker.rank <= LOWEST_CHAPTER && CHAPTER_EDGES.has(place.edge);
const NUMERAL = new RegExp(`\\d+|[${SMALL_NUMBER_CHARS}]+`, "y");

/** `2021—2025年`, `3-5个`: the first half of a range, a dash behind the numeral. */
const isHalfOfRange = (text: string, { id, end }: ItemNumber): boolean => id === "dash" && /[—-]/.test(text[end] ?? "");

/** Sets `runStart` of the numbers inside a line. */
function withRuns(candidates: Candidate[]): Candidate[] {
  const last = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { style, value } = candidate.marker;
    const before = last.get(style);
    if (before && before.marker.value + 1 === value) candidate.runStart = before.runStart;
    else if (value !== 1) candidate.runStart = -1;
    last.set(style, candidate);
  }
  return candidates;
}
