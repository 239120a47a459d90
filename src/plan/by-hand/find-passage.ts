import { cleanText } from "../characters";
import { lettersOf } from "../identity";
import type { Span } from "../model";
import { markerAt } from "../outline/markers";

/** The letters of a text, each with its position. */
export interface Letters {
  source: string;
  text: string;
  places: readonly number[];
}

/** The letters of a text. `places` maps each to its position in `source`. */
export function lettersIn(source: string): Letters {
  const letters: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of source) {
    for (const letter of lettersOf(character).split("")) {
      letters.push(letter);
      places.push(at);
    }
    at += character.length;
  }
  return { source, text: letters.join(""), places };
}

/** The letters of a passage, without its number. */
function withoutNumber(words: string): string {
  const clean = cleanText(words.trim());
  return lettersOf(clean.text.slice(markerAt(clean.text, 0, false)?.end ?? 0));
}

/** Extends a passage found by its letters to the number and the full stop it had when it was marked. */
export function withNumberAndStop(after: string, [start, end]: Span, words: string): Span {
  const line = after.lastIndexOf("\n", start - 1) + 1;
  const isNumbered = numberedBefore(words.trim()) > 0 && numberedBefore(after.slice(line, end)) >= start - line;
  const first = line + /^\s*/.exec(after.slice(line))![0].length;
  return [isNumbered ? first : start, STOP.test(words.trim().slice(-1)) && STOP.test(after[end] ?? "") ? end + 1 : end];
}

const STOP = /[。；;.！]/;

/** Length of the number at the start of a line, in characters; 0 if it has none. */
function numberedBefore(line: string): number {
  const clean = cleanText(line);
  const found = markerAt(clean.text, 0, false);
  return found ? clean.span(0, found.end)[1] : 0;
}

/** How many letters at the start and end of a passage find it again when something in between has changed. */
const FIRST_LETTERS = 10;
const LAST_LETTERS = 6;

/**
 * Finds words in the other version, ignoring item numbers and marks; of several places, the nearest to the old
 * position. Where something inside the words has changed, their start and end are enough.
 * @param near the old position, scaled to an index into the letters
 * @param taken ranges of the text that other passages occupy
 */
export function findPassage(letters: Letters, words: string, near: number, taken: readonly Span[]): Span | undefined {
  const wanted = withoutNumber(words);
  if (wanted === "") return undefined;
  const spanOf = (start: number, end: number): Span => [letters.places[start]!, letters.places[end - 1]! + 1];
  const isFree = ([start, end]: Span): boolean => !taken.some((other) => other[0] < end && other[1] > start);
  const whole = placesOf(letters.text, wanted)
    .map((at) => spanOf(at, at + wanted.length))
    .filter(isFree);
  if (whole.length > 0) return nearest(whole, near, letters);
  if (wanted.length < FIRST_LETTERS + LAST_LETTERS) return undefined;
  const ends = placesOf(letters.text, wanted.slice(0, FIRST_LETTERS)).flatMap((at) => {
    const end = letters.text.slice(at, at + 2 * wanted.length).indexOf(wanted.slice(-LAST_LETTERS), FIRST_LETTERS);
    return end < 0 ? [] : [spanOf(at, at + end + LAST_LETTERS)];
  });
  return nearest(ends.filter(isFree), near, letters);
}

/** Words that occur more often do not identify a place. */
const MAX_PLACES = 100;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MAX_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function nearest(spans: readonly Span[], near: number, { places }: Letters): Span | undefined {
  const position = places[Math.min(places.length - 1, Math.round(near))] ?? 0;
  return [...spans].sort((a, b) => Math.abs(a[0] - position) - Math.abs(b[0] - position))[0];
}

/** Whether a passage occurs in the other version word for word, with nothing added to it before or after. */
export function isUnchanged(before: string, span: Span, letters: Letters): boolean {
  const { source, text, places } = letters;
  const wanted = withoutNumber(before.slice(...span));
  if (wanted === "") return false;
  const end = separatorAfter(before, lastLetter(before, span));
  return placesOf(text, wanted).some(
    (at) => beginsAt(source, places[at]!) && separatorAfter(source, places[at + wanted.length - 1]!) === end,
  );
}

/** Whether a position is preceded only by a mark or by the item's number. */
function beginsAt(source: string, start: number): boolean {
  if (!isLetter(source[start - 1] ?? "")) return true;
  const line = source.lastIndexOf("\n", start - 1) + 1;
  return numberedBefore(source.slice(line, start + 1)) >= start - line;
}

const isLetter = (character: string): boolean => lettersOf(character) !== "";

function lastLetter(text: string, [start, end]: Span): number {
  let last = end - 1;
  while (last > start && !isLetter(text[last]!)) last--;
  return last;
}

/** What separates a letter from the text after it: a line end, or the mark after it. */
function separatorAfter(text: string, at: number): string {
  const marks = /^[^\p{L}\p{N}]*/u.exec(text.slice(at + 1))![0];
  return marks.includes("\n") || at + 1 + marks.length >= text.length
    ? "\n"
    : marks.normalize("NFKC").trim().slice(0, 1);
}

/** How many characters around a position distinguish it from others with the same words. */
const AROUND = 12;

/**
 * Finds a place of one version in another one, by the words around it.
 * @returns the position there; `undefined` if those words do not occur
 */
export function findPlace(before: string, [start, end]: Span, letters: Letters): number | undefined {
  const [from, to] = [Math.max(before.lastIndexOf("\n", start - 1) + 1, start - AROUND), end + AROUND];
  const ahead = lettersOf(before.slice(from, start)).length;
  const at = placesOf(letters.text, lettersOf(before.slice(from, to).split("\n")[0]!))[0];
  const first = at === undefined ? undefined : letters.places[at + ahead];
  // The place may start with a mark: （责任单位.
  return first === undefined ? undefined : first - before.slice(start, end).split("").findIndex(isLetter);
}
