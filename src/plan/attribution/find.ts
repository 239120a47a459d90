import type { CleanText } from "../characters";
import { endsLikeUnit } from "../units/endings";
import { isLevelName } from "../units/groups";
import { bracketPairs, type Pair } from "./brackets";
import { parseAttribution, type Parsed } from "./parse";
import { LABEL_ANYWHERE, LABEL_AT_START, labelRole, NOT_A_NAME, WHO_LABEL } from "./words";

/** How an attribution is written. */
export type Form = "bracket" | "bareBracket" | "line" | "run" | "sentence";

/** An attribution in its place; offsets are cleaned ones and include the brackets. */
export interface Attribution {
  start: number;
  end: number;
  form: Form;
  /** Nothing but the attribution stands on its line. */
  ownLine: boolean;
  parsed: Parsed;
}

/** Longest content that is read as one attribution; also what keeps nested brackets linear. */
const LONGEST = 1500;
const DEEPEST = 3;

/** All attributions between two cleaned positions, in order. */
export function findAttributions(clean: CleanText, from: number, to: number): Attribution[] {
  const text = clean.text;
  const found: Attribution[] = [];
  collectBrackets(clean, bracketPairs(text, from, to), from, to, found);
  // A bare bracket inside a labelled list is part of a name: 责任单位：市交通委（市道运局）.
  const runs = findRuns(clean, from, to, found.filter((a) => a.form !== "bareBracket"));
  const all = [...found.filter((a) => a.form !== "bareBracket" || !runs.some((r) => r.start <= a.start && a.end <= r.end)), ...runs];
  all.sort((a, b) => a.start - b.start);
  if (all.length === 0) {
    const sentence = findSentence(clean, from, to);
    if (sentence) all.push(sentence);
  }
  return joinAdjacent(text, all);
}

/** `（市教育局牵头）（各区配合）`: nothing stands between, so both speak of the same sentences. */
function joinAdjacent(text: string, attributions: readonly Attribution[]): Attribution[] {
  const joined: Attribution[] = [];
  for (const attribution of attributions) {
    const last = joined[joined.length - 1];
    if (!last || !isBlank(text, last.end, attribution.start)) {
      joined.push(attribution);
      continue;
    }
    const { parsed } = last;
    const more = attribution.parsed;
    parsed.entries.push(...more.entries);
    parsed.carried.push(...more.carried);
    parsed.other.push(...more.other);
    parsed.hasLabel ||= more.hasLabel;
    parsed.hasVerb ||= more.hasVerb;
    parsed.shared ||= more.shared;
    parsed.firstLeads ||= more.firstLeads;
    last.end = attribution.end;
    last.ownLine &&= attribution.ownLine;
  }
  return joined;
}

function collectBrackets(clean: CleanText, pairs: readonly Pair[], from: number, to: number, found: Attribution[]): void {
  const queue = [...pairs].reverse();
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const accepted = pair.height <= DEEPEST && pair.end - pair.start <= LONGEST ? readBracket(clean, pair, from, to) : undefined;
    if (accepted) found.push(accepted);
    else for (let k = pair.children.length - 1; k >= 0; k--) queue.push(pair.children[k]!);
  }
}

function readBracket(clean: CleanText, pair: Pair, from: number, to: number): Attribution | undefined {
  const { text } = clean;
  const content = text.slice(pair.start + 1, pair.end - 1);
  if (content.length < 3) return undefined;
  const parsed = parse(clean, pair.start + 1, pair.end - 1);
  const { start } = pair;
  // `…。（市教育局负责）。`: the second full stop closes nothing but the bracket.
  const doubled = text[pair.end] === "。" && pair.end < to && /[。；]/.test(text.slice(Math.max(from, start - 1), start));
  const end = doubled ? pair.end + 1 : pair.end;
  const ownLine = isBlank(text, lineStart(text, start, from), start) && isBlank(text, end, lineEnd(text, end, to));
  if (parsed.entries.length === 0) return undefined;
  if (parsed.hasLabel) return { start, end, form: "bracket", ownLine, parsed };
  if (parsed.hasVerb) {
    return parsed.entries.some((e) => e.plausible) ? { start, end, form: "bracket", ownLine, parsed } : undefined;
  }
  const after = text.slice(end, end + 1);
  const atEnd = end >= to || after === "\n" || after === "。";
  const afterSentence = /[。！？；;\n]/.test(text.slice(start - 1, start)) && start > from;
  const sure = parsed.entries.filter((e) => (e.isGroup ? !isLevelName(e.name) : endsLikeUnit(e.name))).length;
  // A date or a score beside the units is no objection.
  const strict = parsed.other.every((words) => NOT_A_NAME.test(words)) && (afterSentence ? sure * 2 > parsed.entries.length || (sure > 0 && parsed.entries.every((e) => e.plausible)) : sure === parsed.entries.length);
  return strict && (atEnd || afterSentence) ? { start, end, form: "bareBracket", ownLine, parsed } : undefined;
}

function parse(clean: CleanText, start: number, end: number): Parsed {
  const content = clean.text.slice(start, end);
  const spaced = !content.includes("、");
  return parseAttribution(content, (position) => {
    const place = start + position;
    const isBreak = clean.text[place] === "\n";
    if (!isBreak && !clean.gapBefore(place) && clean.text[place - 1] !== "\n") return false;
    const ahead = content.slice(isBreak ? position + 1 : position, position + 24);
    if (LABEL_AT_START.test(ahead)) return true;
    if (isBreak || !(spaced || isWide(clean, place))) return false;
    const name = /^[^、，,；;。\n ]*/.exec(ahead)?.[0] ?? "";
    const before = /[^、，,；;。:\n ]*$/.exec(content.slice(Math.max(0, position - 24), position))?.[0] ?? "";
    return name.length >= 3 && endsLikeUnit(before);
  });
}

/** Two blanks or more, or an ideographic one: no slip of the hand. */
function isWide(clean: CleanText, place: number): boolean {
  const before = clean.span(place - 1, place)[1];
  const after = clean.span(place, place + 1)[0];
  return after - before >= 2 || clean.source[before] === "\u3000";
}

/** Lists after a label without brackets: on lines of their own, or run on behind a sentence. */
function findRuns(clean: CleanText, from: number, to: number, brackets: readonly Attribution[]): Attribution[] {
  const { text } = clean;
  const runs: Attribution[] = [];
  let k = 0;
  // Searched within the stretch alone: a search in the whole text would run to its end for every item without a label.
  const stretch = text.slice(from, to);
  LABEL_ANYWHERE.lastIndex = 0;
  for (let hit = LABEL_ANYWHERE.exec(stretch); hit; hit = LABEL_ANYWHERE.exec(stretch)) {
    const start = from + hit.index;
    while (k < brackets.length && brackets[k]!.end <= start) k++;
    if (k < brackets.length && brackets[k]!.start <= start) {
      LABEL_ANYWHERE.lastIndex = brackets[k]!.end - from;
      continue;
    }
    const limit = Math.min(to, brackets[k]?.start ?? to, start + LONGEST);
    if (!opensRun(clean, start, hit[1]!, from)) continue;
    const end = runEnd(text, start, hit[0].length, limit, to);
    const parsed = parse(clean, start, end);
    if (!parsed.entries.some((e) => e.plausible) && !(parsed.entries.length > 0 && hit[1]!.length >= 4)) {
      // Labels inside the stretch were read with it: going on behind it loses nothing and reads nothing twice.
      LABEL_ANYWHERE.lastIndex = Math.max(end, start + hit[0].length) - from;
      continue;
    }
    const opensBracket = /[([【〔]/.test(text.slice(start - 1, start)) && start > from;
    const first = numberBefore(text, opensBracket ? start - 1 : start, from);
    const closes = opensBracket ? /[)\]】〕]/ : /[。)\]】〕]/;
    const last = closes.test(text.slice(end, end + 1)) && end < to ? end + 1 : end;
    const ownLine = isBlank(text, lineStart(text, first, from), first);
    runs.push({ start: first, end: last, form: ownLine ? "line" : "run", ownLine, parsed });
    LABEL_ANYWHERE.lastIndex = last - from;
  }
  return runs;
}

/** Of a field with a number ((2)责任分工：…), where the number begins: it goes with the words. */
function numberBefore(text: string, start: number, from: number): number {
  const line = lineStart(text, start, from);
  return NUMBER.test(text.slice(line, start)) ? line : start;
}

/** How far behind a label for a person or a date the units may begin. */
const PERSON = 40;

/** Whether a label at this place introduces a list, rather than being spoken of (各责任单位：要…). */
function opensRun(clean: CleanText, start: number, word: string, from: number): boolean {
  // 责任领导：王某，牵头单位：…: a person or a date before the units belongs to their list.
  if (labelRole(word) === "skip" && !WHO_LABEL.test(clean.text.slice(start + word.length + 1, start + word.length + PERSON).split(/[\n。]/, 1)[0]!)) return false;
  if (start === from || clean.gapBefore(start)) return true;
  const before = clean.text[start - 1]!;
  if (/[^\u4e00-\u9fffA-Za-z“《:、]/.test(before)) return true;
  return word.length >= 4 && !/[各个关相要由为的位级直按和与及、“《:]/.test(before) && /[\u4e00-\u9fff]/.test(before);
}

/** Where a run of labelled lists ends: at a full stop or line end, unless another label or an open list goes on. */
function runEnd(text: string, start: number, labelLength: number, limit: number, to: number): number {
  let depth = 0;
  let previousWord = text.slice(start, start + labelLength - 1);
  const seen = new Set([previousWord]);
  for (let i = start + labelLength; i < limit; i++) {
    const c = text[i]!;
    if (c === "(") depth++;
    else if (c === ")") {
      if (depth === 0) return i;
      depth--;
    } else if (c === "。" || c === "\n") {
      let next = i + 1;
      while (next < limit && text[next] === "\n") next++;
      const label = LABEL_AT_START.exec(text.slice(next, next + 20));
      if (label && !seen.has(label[1]!)) {
        previousWord = label[1]!;
        seen.add(previousWord);
        i = next + label[0].length - 1;
        continue;
      }
      const isOpen = c === "\n" && next === i + 1 && /[、，,]/.test(text[i - 1] ?? "");
      if (!isOpen) return i;
    }
  }
  return Math.min(limit, to);
}

/** `日常工作由市政府办公室`, `成员包括市发改委`: of one work among others, of a body's members; not of the task. */
const WORK_OF = /(?<!自)由|包括|包含|成员(?!单位$)|依托|^(?:有|为|以)|单位[为有是]/;

const NUMBER = /^(?:\([\d一二三四五六七八九十]{1,3}\)|[\d一二三四五六七八九十]{1,3}[.、)]|[①-⑳])[.、:]?$/;

const SENTENCE_START = /^(?:此项|该项|本项|这项|上述|以上)(?:工作|任务)?(?:具体)?(?=由)/;

/**
 * The last sentence of the stretch when it says nothing but who leads and who helps: `由市教育局牵头，市财政局配合。`
 * Strict, because organisers are named in ordinary sentences too.
 */
function findSentence(clean: CleanText, from: number, to: number): Attribution | undefined {
  const { text } = clean;
  let end = to;
  while (end > from && /[\s。]/.test(text[end - 1]!)) end--;
  if (end <= from) return undefined;
  let start = end;
  while (start > from && end - start <= 200 && !/[。！？\n]/.test(text[start - 1]!)) start--;
  if (start === from || end - start > 200) return undefined;
  const lead = SENTENCE_START.exec(text.slice(start, start + 12));
  const parsed = parse(clean, start + (lead ? lead[0].length : 0), end);
  const isLed = parsed.entries.some((e) => e.role === "lead");
  // `市水务局（牵头）、市财政局`: the mark says what a verb would.
  const saysRoles = parsed.hasVerb || parsed.hasLabel;
  const strict = parsed.entries.length > 0 && parsed.other.length === 0 && parsed.entries.every((e) => (e.role !== "bare" || (isLed && !saysRoles)) && (e.isGroup || endsLikeUnit(e.name)) && !WORK_OF.test(e.name));
  if (!strict) return undefined;
  const ownLine = isBlank(text, lineStart(text, start, from), start);
  const named = parsed.entries.filter((e) => !e.isGroup).length;
  // Of several units, each named, nothing else is said than that they answer.
  const answers = /负责/.test(text.slice(start, end)) && (ownLine || named >= 2);
  if (!isLed && !(saysRoles && answers)) return undefined;
  return { start, end: text[end] === "。" && end < to ? end + 1 : end, form: "sentence", ownLine, parsed };
}

/** How far a line is looked along: what is blank is short, and a text without line breaks stays linear. */
const GLANCE = 200;

function lineStart(text: string, position: number, from: number): number {
  const first = Math.max(from, position - GLANCE);
  return first + text.slice(first, position).lastIndexOf("\n") + 1;
}

function lineEnd(text: string, position: number, to: number): number {
  const ahead = text.slice(position, Math.min(to, position + GLANCE)).indexOf("\n");
  return ahead < 0 ? Math.min(to, position + GLANCE) : position + ahead;
}

function isBlank(text: string, from: number, to: number): boolean {
  return to - from < GLANCE && /^[\s。；;，,]*$/.test(text.slice(from, Math.max(from, to)));
}
