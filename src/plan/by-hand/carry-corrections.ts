import { cleanText } from "../characters";
import { readPlan } from "..";
import { decisionsOf, noCorrections, type Corrections } from "../corrections";
import { lettersOf } from "../identity";
import type { Finding, Indicator, Span } from "../model";
import { markerAt } from "../outline/markers";
import { leftId, unreadId } from "../question-ids";
import { sentence, type Sentence } from "../sentence";
import type { MarkedTask } from "./marked-tasks";

/** Letters of a text, with the place of each in it. */
interface Letters {
  source: string;
  text: string;
  places: readonly number[];
}

function lettersIn(source: string): Letters {
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

/** Shorter sentences stand in many plans. */
const SHORTEST_SENTENCE = 8;
const ENOUGH = 0.3;

const sentencesOf = (source: string): Set<string> =>
  new Set(
    source
      .split(/[。；;\n]/)
      .map(lettersOf)
      .filter(({ length }) => length >= SHORTEST_SENTENCE),
  );

/** Whether a text is another version of the one before: the one has much of what the other says, word for word. */
export function isVersionOf(before: string, after: string): boolean {
  const [one, other] = [sentencesOf(before), sentencesOf(after)];
  const shared = [...one].filter((words) => other.has(words)).length;
  return shared > 0 && shared >= ENOUGH * Math.min(one.size, other.size);
}

/** What was carried to another version of a text. */
export interface CarriedCorrections {
  corrections: Corrections;
  /** How many passages were found again, and each whose words stand there no more. */
  notes: Sentence[];
}

/** Whether there is anything to carry. */
export const isWorthCarrying = ({ units, reading, ...others }: Corrections): boolean =>
  [...Object.values(units), ...Object.values(reading ?? {}), ...Object.values(others)].some(
    (part) => Object.keys(part).length > 0,
  );

/**
 * What a person has settled about a text, for another version of it. Words, labels and forms hold there too; passages
 * are found again by their words. What goes by a task as read holds where the task stands there word for word, its
 * units too.
 */
export function carryCorrections(corrections: Corrections, before: string, after: string): CarriedCorrections {
  const letters = lettersIn(after);
  const share = letters.text.length / Math.max(1, before.length);
  const lost: MarkedTask[] = [];
  const taken: Span[] = [];
  const marked = corrections.marked.flatMap((mark): MarkedTask[] => {
    const letter = foundAgain(letters, mark.words, mark.span[0] * share, taken);
    if (!letter) {
      lost.push(mark);
      return [];
    }
    const span = withEnds(after, letter, mark.words);
    taken.push(span);
    return [{ ...mark, span, words: after.slice(...span) }];
  });
  const ids = new Set(marked.map(({ id }) => id));
  const { same, gone, places } = standing(corrections, ids, before, letters);
  const added = corrections.added.flatMap((indicator) =>
    addedAgain(indicator, foundAgain(letters, indicator.quote, indicator.span[0] * share, [])),
  );
  gone.push(...corrections.added.filter(({ id }) => !added.some((one) => one.id === id)).map(({ name }) => name));
  const held = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id) || same.has(id)));
  return {
    corrections: {
      ...noCorrections,
      units: corrections.units,
      ...(corrections.reading ? { reading: corrections.reading } : {}),
      // A text that names its years has them of its own.
      ...(corrections.years && readPlan(after).years[0] === 0 ? { years: corrections.years } : {}),
      members: corrections.members,
      shortNames: corrections.shortNames,
      tasks: held(corrections.tasks),
      indicators: held(corrections.indicators),
      safeguards: held(corrections.safeguards),
      // A question's id ends with that of what it is about; names are asked by name.
      settled: [
        ...corrections.settled.filter((id) => /^(?:pair|new) /.test(id) || same.has(id.slice(id.indexOf(" ") + 1))),
        ...places,
      ],
      marked,
      added,
    },
    notes: notesOf(marked.length, lost, gone),
  };
}

const notesOf = (found: number, lost: readonly MarkedTask[], gone: readonly string[]): Sentence[] => [
  ...(found > 0 ? [sentence("以前标出的 {{count}} 项任务已按原话带到这份文字。", { count: found })] : []),
  ...lost.map(({ title }) => sentence("以前标出的任务“{{title}}”在这份文字中找不到原话，没有带过来。", { title })),
  ...[...new Set(gone)].map((title) =>
    sentence("以前改过的“{{title}}”在这份文字中不是原话了，改动没有带过来，请再核对。", { title }),
  ),
];

const addedAgain = (indicator: Indicator, span: Span | undefined): Indicator[] =>
  span ? [{ ...indicator, span, evidence: indicator.evidence.map(({ notation }) => ({ notation, span })) }] : [];

interface Standing {
  /** Ids of what was read, and stands in the other version just so. */
  same: ReadonlySet<string>;
  /** What was set right and does not. */
  gone: string[];
  /** Questions that go by a place of the text, and have been settled: as they are called in the other version. */
  places: string[];
}

/** @param marked ids of passages that were found again */
function standing(
  { tasks, indicators, safeguards, settled, ...others }: Corrections,
  marked: ReadonlySet<string>,
  before: string,
  letters: Letters,
): Standing {
  const same = new Set<string>();
  if ([tasks, indicators, safeguards, settled].every((part) => Object.keys(part).length === 0))
    return { same, gone: [], places: [] };
  const plan = readPlan(
    before,
    decisionsOf({ units: others.units, ...(others.reading ? { reading: others.reading } : {}) }),
  );
  for (const { id, span } of [...plan.tasks, ...plan.safeguards]) if (standsSo(before, span, letters)) same.add(id);
  for (const { id, taskId } of plan.indicators) if (taskId !== undefined && same.has(taskId)) same.add(id);
  const isGone =
    (table: object) =>
    ({ id }: { id: string }): boolean =>
      Object.hasOwn(table, id) && !same.has(id) && !marked.has(id);
  const places = plan.findings
    .filter((finding) => settled.includes(leftId(finding.span)) || settled.includes(unreadId(finding)))
    .flatMap((finding) => placeAgain(finding, settled, before, letters));
  return {
    same,
    places,
    gone: [...plan.tasks.filter(isGone(tasks)), ...plan.safeguards.filter(isGone(safeguards))]
      .map(({ title }) => title)
      .concat(plan.indicators.filter(isGone(indicators)).map(({ name }) => name)),
  };
}

/**
 * Whether a passage stands in the other version word for word, with nothing put before or behind it that belongs to it.
 */
function standsSo(before: string, span: Span, letters: Letters): boolean {
  const { source, text, places } = letters;
  const wanted = withoutNumber(before.slice(...span));
  if (wanted === "") return false;
  const end = behind(before, lastLetter(before, span));
  return placesOf(text, wanted).some(
    (at) => beginsAt(source, places[at]!) && behind(source, places[at + wanted.length - 1]!) === end,
  );
}

/** Whether nothing but a mark or the item's number stands before a place of a text. */
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

/** What divides a letter from what comes next: a line's end, or the mark behind it. */
function behind(text: string, at: number): string {
  const marks = /^[^\p{L}\p{N}]*/u.exec(text.slice(at + 1))![0];
  return marks.includes("\n") || at + 1 + marks.length >= text.length
    ? "\n"
    : marks.normalize("NFKC").trim().slice(0, 1);
}

/** So many characters around a place tell it from others of the same words. */
const AROUND = 12;

/** A place that was settled: its id where the same words stand around it in the other version. */
function placeAgain(finding: Finding, settled: readonly string[], before: string, letters: Letters): string[] {
  const [start, end] = finding.span;
  const [from, to] = [Math.max(before.lastIndexOf("\n", start - 1) + 1, start - AROUND), end + AROUND];
  const ahead = lettersOf(before.slice(from, start)).length;
  const at = placesOf(letters.text, lettersOf(before.slice(from, to).split("\n")[0]!))[0];
  const first = at === undefined ? undefined : letters.places[at + ahead];
  if (first === undefined) return [];
  // It may begin with a mark: （责任单位.
  const place =
    first -
    before
      .slice(start, end)
      .split("")
      .findIndex((character) => lettersOf(character) !== "");
  const moved = { ...finding, span: [place, place + end - start] as const };
  return [
    ...(settled.includes(leftId(finding.span)) ? [leftId(moved.span)] : []),
    ...(settled.includes(unreadId(finding)) ? [unreadId(moved)] : []),
  ];
}

/** The letters of a passage, without the number that it begins with. */
function withoutNumber(words: string): string {
  const clean = cleanText(words.trim());
  return lettersOf(clean.text.slice(markerAt(clean.text, 0, false)?.end ?? 0));
}

/** A passage found by its letters, with the number and the stop that it had when it was marked. */
function withEnds(after: string, [start, end]: Span, words: string): Span {
  const line = after.lastIndexOf("\n", start - 1) + 1;
  const isNumbered = numberedBefore(words.trim()) > 0 && numberedBefore(after.slice(line, end)) >= start - line;
  const first = line + /^\s*/.exec(after.slice(line))![0].length;
  return [isNumbered ? first : start, STOP.test(words.trim().slice(-1)) && STOP.test(after[end] ?? "") ? end + 1 : end];
}

const STOP = /[。；;.！]/;

/** How many characters of a line its number takes; 0 where it has none. */
function numberedBefore(line: string): number {
  const clean = cleanText(line);
  const found = markerAt(clean.text, 0, false);
  return found ? clean.span(0, found.end)[1] : 0;
}

/** So much of a passage's beginning and end finds it again where something between them has changed. */
const HEAD = 10;
const TAIL = 6;

/** Where the words stand, the nearest of several to where they stood; their number, and marks, are no matter. */
function foundAgain(letters: Letters, words: string, near: number, taken: readonly Span[]): Span | undefined {
  const wanted = withoutNumber(words);
  if (wanted === "") return undefined;
  const spanOf = (start: number, end: number): Span => [letters.places[start]!, letters.places[end - 1]! + 1];
  const isFree = ([start, end]: Span): boolean => !taken.some((other) => other[0] < end && other[1] > start);
  const whole = placesOf(letters.text, wanted)
    .map((at) => spanOf(at, at + wanted.length))
    .filter(isFree);
  if (whole.length > 0) return nearest(whole, near, letters);
  if (wanted.length < HEAD + TAIL) return undefined;
  const ends = placesOf(letters.text, wanted.slice(0, HEAD)).flatMap((at) => {
    const end = letters.text.slice(at, at + 2 * wanted.length).indexOf(wanted.slice(-TAIL), HEAD);
    return end < 0 ? [] : [spanOf(at, at + end + TAIL)];
  });
  return nearest(ends.filter(isFree), near, letters);
}

/** A word that stands everywhere tells no place. */
const MOST = 100;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function nearest(spans: readonly Span[], near: number, { places }: Letters): Span | undefined {
  const position = places[Math.min(places.length - 1, Math.round(near))] ?? 0;
  return [...spans].sort((a, b) => Math.abs(a[0] - position) - Math.abs(b[0] - position))[0];
}
