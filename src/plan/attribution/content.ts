import type { CleanText } from "../characters";
import { mayBeUnit } from "../lexicon/endings";
import { bareLabelAtStart, isKnownLabel, labelBefore, labelOpening, wholeLabelAtStart } from "../lexicon/labels";
import type { Parsed } from "../notations/read-tokens";
import type { Known } from "../tokens/tokens";
import { isGroup } from "../units/groups";
import { isWideGap } from "../wide-gap";
import { parseAttribution } from "./parse";

const AHEAD = 24;

/**
 * Reads a stretch of the cleaned text as an attribution's content. Blanks and line breaks separate names where they
 * have to, see {@link breaksOf}.
 */
export function parseContent(clean: CleanText, start: number, end: number, known: Known): Parsed {
  const content = clean.text.slice(start, end);
  return parseAttribution(content, breaksOf(clean, content, start, known), known);
}

/**
 * Makes a function that tells whether a blank or line break before a position of the content separates names.
 * @param content the cleaned text from `start` on
 */
export function breaksOf(
  clean: CleanText,
  content: string,
  start: number,
  known: Known,
): (position: number) => boolean {
  const spaced = !content.includes("、");
  // 牵头 市教育局 配合 市财政局: the words are labels where the first of them opens the list, otherwise verbs.
  const opening = wholeLabelAtStart(content);
  const ofOneWord = opening !== undefined && clean.gapBefore(start + opening.length);
  return (position) => {
    const place = start + position;
    const isBreak = clean.text[place] === "\n";
    if (!isBreak && !clean.gapBefore(place) && clean.text[place - 1] !== "\n") return false;
    const ahead = content.slice(isBreak ? position + 1 : position, position + AHEAD);
    if (labelOpening(ahead)) return true;
    if (isBreak) return false;
    const before = wordsBefore(clean, place, start);
    if (isKnownLabel(before) || isBareLabelAhead(clean, place, ahead, ofOneWord)) return true;
    return partsNames(before, wordsBehind(clean, place, ahead), spaced || isWideGap(clean, place), known);
  };
}

/**
 * Whether a blank separates two names. In a list with 、 a single blank may be a typing slip within a name, unless both
 * sides are whole names.
 */
function partsNames(before: string, name: string, isMeant: boolean, known: Known): boolean {
  if (name.length < 2 || (!isMeant && !(before.length >= 3 && endsLikeName(name)))) return false;
  return mayBeUnit(before) || isGroup(before) || known.names.has(before);
}

/** Whether the words are a whole name. */
const endsLikeName = (words: string): boolean => (words.length >= 3 && mayBeUnit(words)) || isGroup(words);

/** The words after a position, up to a separator, a blank or a label. */
function wordsBehind(clean: CleanText, place: number, ahead: string): string {
  const words = /^[^、，,；;。\n ]*/.exec(ahead)![0];
  for (let length = 1; length < words.length; length++) {
    if (clean.gapBefore(place + length)) return words.slice(0, length);
    const label = /[:为是]/.test(words[length]!) ? labelBefore(words, length, 0) : undefined;
    if (label) return words.slice(0, label.start);
  }
  return words;
}

/** The words before a position, back to a separator or blank. */
function wordsBefore(clean: CleanText, place: number, floor: number): string {
  let from = place;
  while (from > floor && place - from < AHEAD && !/[、，,；;。:\n ]/.test(clean.text[from - 1]!)) {
    from--;
    if (clean.gapBefore(from)) break;
  }
  return clean.text.slice(from, place);
}

/** 牵头单位 市教育局: a label with a blank in place of its colon. */
function isBareLabelAhead(clean: CleanText, place: number, ahead: string, ofOneWord: boolean): boolean {
  const label = bareLabelAtStart(ahead) ?? (ofOneWord ? wholeLabelAtStart(ahead) : undefined);
  return label !== undefined && clean.gapBefore(place + label.length);
}
