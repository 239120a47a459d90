import type { CleanText } from "../characters";
import {
  isKnownLabel,
  labelBefore,
  labelOf,
  labelOpening,
  NAMES_OTHERS,
  WHOLE_LABELS,
  type Label,
} from "../lexicon/labels";
import { tapeOf } from "../tokens/token";
import { decidedLabel, tokensOf, type Known } from "../tokens/tokens";
import { readWordsOf, type Aside, type Attribution, type FoundAttributions, type LeftOver } from "./attribution";
import { parseContent } from "./content";
import { LONGEST } from "./in-brackets";
import { isBlank, lineStart } from "./lines";

/** A label with its position; `end` is where its list begins. */
interface PlacedLabel extends Label {
  start: number;
  end: number;
}

/** 各责任单位：要…: the label is mentioned in a sentence. */
export const SPOKEN_OF = "label-spoken-of";

/**
 * Lists behind a label, outside of brackets: on lines of their own, or after a sentence.
 * @param brackets attributions in brackets, in order; labels inside of them are not read again
 */
export function labelled(
  clean: CleanText,
  from: number,
  to: number,
  brackets: readonly Attribution[],
  known: Known,
): FoundAttributions {
  const found: FoundAttributions = { attributions: [], asides: [], leftOvers: [], decoys: [] };
  let k = 0;
  let done = from;
  const labels = labelsIn(clean, from, to, known);
  for (const [place, label] of labels.entries()) {
    while (k < brackets.length && brackets[k]!.end <= label.start) k++;
    if (label.start < done || (k < brackets.length && brackets[k]!.start <= label.start)) continue;
    if (!opensRun(clean, labels, place, from)) {
      if (label.role === "skip") found.asides.push(...asideAt(clean, label, from, to));
      else found.decoys.push({ id: SPOKEN_OF, start: label.start, end: label.end });
      continue;
    }
    const run = readRun(
      clean,
      label,
      { from, to, limit: Math.min(to, brackets[k]?.start ?? to, label.start + LONGEST) },
      known,
    );
    // Labels inside the run were read with it, so the next label is looked for behind it.
    done = run.end;
    if ("parsed" in run) found.attributions.push(run);
    else if (isMissed(label, known))
      found.leftOvers.push({
        rule: "attribution-not-read",
        start: label.start,
        end: run.end,
        words: clean.text.slice(label.start, run.end),
      });
  }
  return found;
}

/** Whether units had to be expected behind this label. */
const isMissed = ({ role, word }: Label, known: Known): boolean =>
  role !== "skip" && word.length >= 4 && (isKnownLabel(word) || decidedLabel(word, known) !== undefined);

const UNCLAIMED = /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,8}):([^。；;:\n()]{3,80})(?=[。；;\n)]|$)/g;

/** 归口管理：市教育局: nothing but names behind words that no table knows. They are left over for a person to decide. */
export function unclaimed(
  clean: CleanText,
  from: number,
  to: number,
  taken: readonly Attribution[],
  known: Known,
): LeftOver[] {
  return [...clean.text.slice(from, to).matchAll(UNCLAIMED)].flatMap((found): LeftOver[] => {
    const start = from + found.index;
    const end = start + found[0].length;
    if (
      labelOf(found[1]!) ||
      decidedLabel(found[1]!, known) ||
      NAMES_OTHERS.test(found[1]!) ||
      taken.some((a) => a.start < end && start < a.end)
    )
      return [];
    // 规范服务：举办9场招聘会: a list of names contains no number.
    const tape = /\d/.test(found[2]!) ? "" : tapeOf(tokensOf(found[2]!, () => false, known));
    return /^[ug](?:[、,][ug])*$/.test(tape) && tape.includes("u")
      ? [{ rule: "label-unknown", start, end, words: found[1]! }]
      : [];
  });
}

/** The end of a label: its colon, or its last word. One-word labels count only where a clause begins. */
const MAY_END_LABEL = new RegExp(
  `:|(?:单位|部门|处室|科室|股室|部室|主体|机构)\\)?(?!:)|(?<=^|[\\n。；;，,:])(?:${WHOLE_LABELS})(?!:)`,
  "g",
);

/** The labels of a stretch, in order: with a colon, or with a blank, 为 or a sign in its place. */
function labelsIn(clean: CleanText, from: number, to: number, known: Known): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  const { text } = clean;
  let floor = from;
  const stretch = text.slice(from, to);
  for (const found of stretch.matchAll(MAY_END_LABEL)) {
    const at = from + found.index;
    const end = at + found[0].length;
    const label =
      found[0] === ":"
        ? (decidedBefore(text, at, floor, known) ?? labelBefore(text, at, floor))
        : (blankLabel(clean, end, floor) ?? verbLabel(text, end, floor));
    if (label) labels.push({ ...label, end });
    if (found[0] === ":") floor = at + 1;
  }
  return labels;
}

/** A label that no general table knows: a person has decided on it, or a notation brings it along. */
function decidedBefore(
  text: string,
  colon: number,
  floor: number,
  known: Known,
): (Label & { start: number }) | undefined {
  const words = /[\u4e00-\u9fff]{1,10}$/.exec(text.slice(Math.max(floor, colon - LONGEST_LABEL), colon))?.[0];
  const label = words === undefined ? undefined : decidedLabel(words, known);
  return label && { ...label, start: colon - words!.length };
}

const LONGEST_ASIDE = 60;

/** 完成时限：2024年底 on its own: the words behind the label, up to the next full stop, semicolon or line break. */
function asideAt(
  { text, gapBefore }: CleanText,
  { names, word, start, end }: PlacedLabel,
  from: number,
  to: number,
): Aside[] {
  const opens = start === from || gapBefore(start) || /[^\u4e00-\u9fff]/.test(text[start - 1]!);
  const said = /^[^。；;\n]*/.exec(text.slice(end, Math.min(to, end + LONGEST_ASIDE)))![0];
  return opens && said !== "" && (names === "time" || names === "person")
    ? [{ kind: names, label: word, start: end, end: end + said.length }]
    : [];
}

const LONGEST_LABEL = 12;

/** Shorter labels count only at the beginning of their line: `牵头 市教育局`. */
const SHORTEST_INSIDE = 4;

/** 牵头单位 市教育局: a blank in place of the colon. */
function blankLabel(clean: CleanText, end: number, floor: number): (Label & { start: number }) | undefined {
  if (!clean.gapBefore(end)) return undefined;
  for (let start = Math.max(floor, end - LONGEST_LABEL); start <= end - 2; start++) {
    const opensLine = start === floor || clean.text[start - 1] === "\n";
    const opens =
      opensLine ||
      (end - start >= SHORTEST_INSIDE && (clean.gapBefore(start) || /[^\u4e00-\u9fff]/.test(clean.text[start - 1]!)));
    const words = clean.text.slice(start, end);
    const label = opens && isKnownLabel(words) ? labelOf(words) : undefined;
    if (label && label.names === "units") return { ...label, start };
  }
  return undefined;
}

/** 牵头单位为市教育局, 责任单位→市教育局: 为 or a sign in place of the colon. */
function verbLabel(text: string, end: number, floor: number): (Label & { start: number }) | undefined {
  if (!/[为是→—=]/.test(text[end] ?? "")) return undefined;
  const label = labelBefore(text, end, floor);
  return label && isKnownLabel(label.word) ? label : undefined;
}

interface Bounds {
  from: number;
  to: number;
  limit: number;
}

function readRun(
  clean: CleanText,
  label: PlacedLabel,
  { from, to, limit }: Bounds,
  known: Known,
): Attribution | { end: number } {
  const { text } = clean;
  const end = runEnd(text, label, limit, to);
  const parsed = parseContent(clean, label.start, end, known);
  if (
    !parsed.entries.some((e) => e.plausible) &&
    !(parsed.entries.length > 0 && label.word.length >= 4 && label.role !== "unknown")
  )
    return { end: Math.max(end, label.end) };
  const opensBracket = /[([【〔]/.test(text.slice(label.start - 1, label.start)) && label.start > from;
  const start = numberBefore(text, opensBracket ? label.start - 1 : label.start, from);
  const closes = opensBracket ? /[)\]】〕]/ : /[。)\]】〕]/;
  const last = closes.test(text.slice(end, end + 1)) && end < to ? end + 1 : end;
  const ownLine = isBlank(text, lineStart(text, start, from), start);
  return {
    start,
    end: last,
    form: ownLine ? "line" : "run",
    ownLine,
    parsed,
    evidence: readWordsOf(parsed, label.start),
  };
}

const NUMBER = /^(?:\([\d一二三四五六七八九十]{1,3}\)|[\d一二三四五六七八九十]{1,3}[.、)]|[①-⑳])[.、:]?$/;

/** For a numbered field ((2)责任分工：…), where its number begins; otherwise `start`. */
function numberBefore(text: string, start: number, from: number): number {
  const line = lineStart(text, start, from);
  return NUMBER.test(text.slice(line, start)) ? line : start;
}

/** How far behind a label of a person or a date the label of the units may begin. */
const PERSON = 40;

/** Whether a label introduces a list, rather than being mentioned in a sentence (各责任单位：要…). */
function opensRun(clean: CleanText, labels: readonly PlacedLabel[], place: number, from: number): boolean {
  const { start, word, role } = labels[place]!;
  // 责任领导：王某，牵头单位：…: a person or a date right before the units belongs to their list.
  if (role === "skip" && !unitsFollow(clean.text, labels, place)) return false;
  if (start === from || clean.gapBefore(start)) return true;
  const before = clean.text[start - 1]!;
  if (/[^\u4e00-\u9fffA-Za-z“《、]/.test(before)) return true;
  return word.length >= 4 && !/[各个关相要由为的位级直按和与及、“《]/.test(before) && /[\u4e00-\u9fff]/.test(before);
}

/** Whether a label of units follows this one closely, within its sentence. */
function unitsFollow(text: string, labels: readonly PlacedLabel[], place: number): boolean {
  const { end } = labels[place]!;
  for (let k = place + 1; k < labels.length && labels[k]!.start - end < PERSON; k++) {
    // 责任领导：王某。牵头单位：…: behind a full stop only a label continues the list.
    if (/\n|。./.test(text.slice(end, labels[k]!.start))) return false;
    if (labels[k]!.role !== "skip") return true;
  }
  return false;
}

/**
 * Where a run of labelled lists ends: at a full stop or line break, unless another label follows or the list is still
 * open.
 */
function runEnd(text: string, label: PlacedLabel, limit: number, to: number): number {
  const seen = new Set([label.word]);
  let depth = 0;
  for (let i = label.end; i < limit; i++) {
    const c = text[i]!;
    if (c === "(") depth++;
    else if (c === ")" && depth-- === 0) return i;
    else if (c === "。" || c === "\n") {
      const next = labelGoingOn(text, i, limit, seen);
      if (next !== undefined) i = next - 1;
      else if (!isOpenList(text, i, c)) return i;
    }
  }
  return Math.min(limit, to);
}

/** Where another label, right behind a full stop or line break, ends; undefined where there is none that is new. */
function labelGoingOn(text: string, stop: number, limit: number, seen: Set<string>): number | undefined {
  let next = stop + 1;
  while (next < limit && text[next] === "\n") next++;
  const label = labelOpening(text.slice(next, next + 24));
  if (!label || seen.has(label.word)) return undefined;
  seen.add(label.word);
  return next + label.length;
}

const isOpenList = (text: string, at: number, c: string): boolean =>
  c === "\n" && text[at + 1] !== "\n" && /[、，,]/.test(text[at - 1] ?? "");
