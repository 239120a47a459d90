import type { CleanText } from "../characters";
import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import { decoyIn } from "../notations/decoys";
import { readTokens, type Parsed } from "../notations/read-tokens";
import { tapeOf, type Token } from "../tokens/token";
import { tokensOf, type Known } from "../tokens/tokens";
import { readWordsOf, type Attribution, type FoundAttributions } from "./attribution";
import { breaksOf, parseContent } from "./content";
import { isBlank, lineStart } from "./lines";

/** `日常工作由市政府办公室`, `成员包括市发改委`: about part of the work, or the members of a body; not about the task. */
const WORK_OF = /(?<!自)由|包括|包含|成员(?!单位$)|依托|^(?:有(?!关)|为|以)|单位[为有是]/;
/** 此项工作由…: about the task as a whole. */
const SENTENCE_START = /^(?:此项|该项|本项|这项|上述|以上)(?:工作|任务)?(?:具体)?(?=由)/;
const LONGEST_SENTENCE = 200;
/** A quick test before a sentence is cut into tokens. */
const SAYS_WHO = /牵头|负责|配合|协同|协助|参与|参加|组织|指导|会同|统筹|主办|主责|抓总|承办|落实|实施|为主|单位|部门/;

/**
 * The last sentence of the stretch, where it says nothing but who leads and who helps: `由市教育局牵头，市财政局配合。` The conditions
 * are strict, because ordinary sentences name organisers too.
 */
export function lastSentence(clean: CleanText, from: number, to: number, known: Known): Attribution | undefined {
  const { text } = clean;
  const [start, end] = lastStretch(text, from, to);
  if (start <= from || end - start > LONGEST_SENTENCE || !SAYS_WHO.test(text.slice(start, end))) return undefined;
  const opening = SENTENCE_START.exec(text.slice(start, start + 12));
  const base = start + (opening ? opening[0].length : 0);
  const parsed = parseContent(clean, base, end, known);
  if (!saysOnlyWho(parsed)) return undefined;
  const ownLine = isBlank(text, lineStart(text, start, from), start);
  if (!isLed(parsed) && !answers(text.slice(start, end), parsed, ownLine)) return undefined;
  return {
    start,
    end: text[end] === "。" && end < to ? end + 1 : end,
    form: "sentence",
    ownLine,
    parsed,
    evidence: readWordsOf(parsed, base),
  };
}

/** The last sentence without its full stop; longer than {@link LONGEST_SENTENCE} where none begins near. */
function lastStretch(text: string, from: number, to: number): [number, number] {
  let end = to;
  while (end > from && /[\s。]/.test(text[end - 1]!)) end--;
  let start = end;
  while (start > from && end - start <= LONGEST_SENTENCE && !/[。！？\n]/.test(text[start - 1]!)) start--;
  return [start, end];
}

/** Whether the sentence says only that its units answer: it names several of them, or has a line of its own. */
function answers(words: string, { entries, hasVerb, hasLabel }: Parsed, ownLine: boolean): boolean {
  const named = entries.filter((e) => !e.isGroup).length;
  return (hasVerb || hasLabel) && /负责/.test(words) && (ownLine || named >= 2);
}

const isLed = ({ entries }: Parsed): boolean => entries.some((e) => e.role === "lead");

/** Whether the sentence names units with their roles and says nothing else. `市水务局（牵头）、市财政局` needs no verb. */
function saysOnlyWho(parsed: Parsed): boolean {
  const { entries, other, limits, hasVerb, hasLabel } = parsed;
  const mayBeBare = isLed(parsed) && !(hasVerb || hasLabel);
  return (
    entries.length > 0 &&
    other.length === 0 &&
    limits.length === 0 &&
    entries.every(
      (e) => (e.role !== "bare" || mayBeBare) && (e.isGroup || endsLikeUnit(e.name)) && !WORK_OF.test(e.name),
    )
  );
}

/**
 * The beginning of a sentence that says who answers, over the tape of tokens: the leading names with their verb, then
 * those who help.
 */
const CLEAR =
  /^(?:[tx],|[dx][VMS],)?(?:[ugd](?:[、,][ugd])*V|[ug](?:、[ug])*M[,;][ug](?:、[ug])*S|[ug](?:、[ug])*W[ug](?:、[ug])*[VM]|u(?:、[ug])+S(?=,[xd]))(?:[,;](?:[ug](?:、[ug])*[SM]|W[ug](?:、[ug])*[SM]?))*/;
/** The same for a plan whose sentences are known to begin with who does it. */
const LEARNED =
  /^(?:[tx],|[dx][VMS],)?[ug](?:、[ug])*(?:[VMS])(?:[,;](?:[ug](?:、[ug])*[SM]|W[ug](?:、[ug])*[SM]?|(?:x,){0,2}g(?:、g)*x))*/;

/** The same for an item among tasks: 由A负责, whatever A is to do. */
const AMONG_TASKS = /^(?:[tx],)?[ug](?:、[ug])*[VM](?:[,;](?:[ug](?:、[ug])*[SM]|W[ug](?:、[ug])*[SM]?))*/;
/** Names somebody, with a word that says that they do something. */
const NAMES_WHO = /u.*[VMSW]|Wu/;

/** A clause before the names: 6月底前，…; 要协同推进，… */
const OPENING_CLAUSE = /^(?:[tx],|[dx][VMS],)/;

/** Which sentences of a plan may say who answers. */
export interface Prose {
  /** Sentences that begin `A组织…`, `A、B协同…` count too, since the plan has shown that it writes like this. */
  learned: boolean;
  /**
   * The item stands among tasks and says nowhere else who answers: `由A负责…` counts too, and any sentence that names
   * somebody is left over for a person to look at.
   */
  amongTasks?: boolean;
}

/**
 * Reads who answers from running sentences: `由市教育局牵头，市财政局配合，6月底前完成试点。` A sentence counts where it begins with the names
 * and their verb, whatever follows.
 */
export function inSentences(
  clean: CleanText,
  from: number,
  to: number,
  known: Known,
  prose: Prose,
): Omit<FoundAttributions, "asides"> {
  const found: Omit<FoundAttributions, "asides"> = { attributions: [], leftOvers: [], decoys: [] };
  for (const [start, end] of sentencesOf(clean.text, from, to)) {
    const words = clean.text.slice(start, end);
    if (!SAYS_WHO.test(words)) continue;
    const tokens = tokensOf(words, breaksOf(clean, words, start, known), known);
    const attribution = readSentence(clean, tokens, start, from, prose, known);
    // Whether it is about a body or an office is told by the words right around the names.
    const decoy = decoyIn(
      attribution
        ? words.slice(0, attribution.end - start) + /^[^，。]{0,8}/.exec(words.slice(attribution.end - start))![0]
        : words,
    );
    if (decoy && !(decoy.butAmongTasks && prose.amongTasks)) found.decoys.push({ id: decoy.id, start, end });
    else if (attribution) found.attributions.push(attribution);
    else if ((prose.amongTasks ? NAMES_WHO : /uV/).test(tapeOf(tokens)))
      found.leftOvers.push({ rule: "attribution-not-read", start, end, words });
  }
  return found;
}

function readSentence(
  clean: CleanText,
  tokens: readonly Token[],
  start: number,
  from: number,
  prose: Prose,
  known: Known,
): Attribution | undefined {
  const tape = tapeOf(tokens);
  const matched = matchedBy(tape, tokens, prose, clean.text.startsWith("由", start))?.[0];
  if (!matched) return undefined;
  const used = tokens.slice(OPENING_CLAUSE.exec(matched)?.[0].length ?? 0, matched.length);
  if (used.some((token) => !isSure(token, known))) return undefined;
  const bracket = tokens.findIndex(({ kind }) => kind === "(");
  // 由县教育局（县财政局配合）牵头: what a bracket says stands behind all other tokens.
  const inBrackets = bracket < 0 ? [] : tokens.slice(bracket).filter((token) => token.start < used.at(-1)!.end);
  const parsed = readTokens([...used, ...inBrackets], "sentences");
  if (parsed.entries.length === 0) return undefined;
  parsed.limits.push(...limitBehind(tokens, matched.length));
  const first = start + used[0]!.start;
  const end = behindComma(
    clean.text,
    start + endOfVerb(clean.text.slice(start, start + LONGEST_SENTENCE), used.at(-1)!),
  );
  return {
    start: first,
    end,
    form: "prose",
    ownLine: isBlank(clean.text, lineStart(clean.text, first, from), first),
    parsed,
    evidence: readWordsOf(parsed, start),
  };
}

const matchedBy = (
  tape: string,
  tokens: readonly Token[],
  { learned, amongTasks }: Prose,
  saysBy: boolean,
): RegExpExecArray | null =>
  CLEAR.exec(tape) ??
  (learned && startsByDoing(tokens) ? LEARNED.exec(tape) : null) ??
  (amongTasks && saysBy ? AMONG_TASKS.exec(tape) : null);

/** 市教育局牵头，6月底前完成: a time limit follows the comma. */
function limitBehind(tokens: readonly Token[], at: number): Token[] {
  const [comma, limit] = tokens.slice(at, at + 2);
  return comma?.kind === "," && limit?.kind === "t" ? [limit] : [];
}

/** The comma belongs to what it ends. */
const behindComma = (text: string, at: number): number => (/[，,]/.test(text[at] ?? "") ? at + 1 : at);

function isSure({ kind, text }: Token, known: Known): boolean {
  if (!"ugd".includes(kind)) return true;
  if (WORK_OF.test(text)) return false;
  return kind === "g" || known.names.has(text) || (kind === "u" && mayBeUnit(text));
}

/** `A组织…`, `A、B协同…`. Not 负责 alone: that may be one duty among others. */
const startsByDoing = (tokens: readonly Token[]): boolean => {
  const verb = tokens.find(({ verb: says }) => says !== undefined);
  return verb !== undefined && (verb.kind !== "M" || /^组织/.test(verb.text));
};

/** Where the words of the last token end, within its clause. */
function endOfVerb(sentence: string, { text, start, end }: Token): number {
  const at = sentence.indexOf(text, start);
  return at < 0 || at + text.length > end ? end : at + text.length;
}

/** The sentences of a stretch, divided at colons too; marks in brackets do not divide. */
function sentencesOf(text: string, from: number, to: number): [number, number][] {
  const sentences: [number, number][] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i <= to; i++) {
    const c = i < to ? text[i]! : "\n";
    if (c === "(") depth++;
    else if (c === ")") depth = Math.max(0, depth - 1);
    if (depth > 0 && c !== "\n") continue;
    if (!/[。！？；;:\n]/.test(c)) continue;
    if (i > start && i - start <= LONGEST_SENTENCE) sentences.push([start, i]);
    start = i + 1;
    depth = 0;
  }
  return sentences;
}
