import { readAmount, type Amount } from "./amounts";
import { timeWords, type TimeWord } from "../lexicon/times";
import { CLAUSE_ENDS, SENTENCE_ENDS } from "../lexicon/wording";

/** A clause with its amounts and words of time, in order. Offsets are cleaned ones. */
export interface Clause {
  start: number;
  end: number;
  /** Clauses of one sentence, and sentences of one paragraph, share a number. */
  sentence: number;
  paragraph: number;
  /** Stands in brackets within another clause. */
  bracket: boolean;
  amounts: Amount[];
  times: TimeWord[];
}

const CLOSING: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "【": "】", '"': '"' };
/** Names in quotes are short; a quote that is not closed within this many characters is taken for a stray mark. */
const LONGEST_NAME = 40;
const LONGEST_TITLE = 120;
const LONGEST_BRACKET = 80;
const LETTER = /[A-Za-z]/;

/** Splits a stretch of text into clauses and reads the amounts in them, names in quotes and titles left out. */
export function readClauses(text: string, start: number, end: number, years: readonly [number, number]): Clause[] {
  const times = timeWords(text, start, end, years);
  const clauses: Clause[] = [];
  let sentence = 0;
  let paragraph = 0;
  let next = 0;
  let open = fresh(start, false);
  const inner: Clause[] = [];

  function fresh(at: number, bracket: boolean): Clause {
    return { start: at, end: at, sentence, paragraph, bracket, amounts: [], times: [] };
  }
  const close = (at: number): void => {
    open.end = at;
    if (at > open.start) clauses.push(open);
    clauses.push(...inner.splice(0));
  };

  for (let i = start; i < end; ) {
    while (next < times.length && times[next]!.end <= i) next++;
    const due = times[next];
    if (due && due.start <= i) {
      open.times.push(due);
      i = due.end;
      next++;
      continue;
    }
    const c = text[i]!;
    if (SENTENCE_ENDS.includes(c) || (CLAUSE_ENDS.includes(c) && !isRatio(text, i))) {
      close(i);
      if (SENTENCE_ENDS.includes(c)) sentence++;
      if (c === "\n") paragraph++;
      i++;
      open = fresh(i, false);
      continue;
    }
    const named = nameEnd(text, i, end);
    if (named !== undefined) {
      // “十四五”期间 begins with a quote that belongs to the words of time.
      const within = times[next];
      i = within && within.start < named && within.end > named ? within.start : named;
      continue;
    }
    if (c === "(") {
      const closing = bracketEnd(text, i, end);
      if (closing !== undefined) {
        if (holdsAmount(text, i + 1, closing, times, next)) {
          for (const clause of readClauses(text, i + 1, closing, years)) inner.push({ ...clause, sentence, paragraph, bracket: true });
          i = closing + 1;
          while (next < times.length && times[next]!.start < i) next++;
        } else {
          while (next < times.length && times[next]!.start < closing) open.times.push(times[next++]!);
          i = closing + 1;
        }
        continue;
      }
    }
    const time = open.times[open.times.length - 1];
    const across = time && time.end > open.start && (time.end === i || (time.end === i - 1 && text[i - 1] === "的")) ? time.start : undefined;
    const amount = readAmount(text, i, open.start, across);
    if (amount) {
      const latin = LETTER.test(text[i - 1] ?? "");
      if ("measure" in amount && !latin && amount.end <= end) open.amounts.push(amount);
      i = Math.max(i + 1, amount.end);
      continue;
    }
    i++;
  }
  close(end);
  return clauses;
}

/** 1.5:1 — a colon between digits separates no clauses. */
function isRatio(text: string, at: number): boolean {
  return text[at] === ":" && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");
}

/** End of a name in quotes or of a title that begins here. */
function nameEnd(text: string, at: number, end: number): number | undefined {
  const closing = CLOSING[text[at]!];
  if (!closing) return undefined;
  const limit = Math.min(end, at + 1 + (closing === "》" ? LONGEST_TITLE : LONGEST_NAME));
  for (let i = at + 1; i < limit; i++) {
    if (text[i] === closing) return i + 1;
    if (text[i] === "\n" || text[i] === "。") return undefined;
  }
  return undefined;
}

function bracketEnd(text: string, at: number, end: number): number | undefined {
  const limit = Math.min(end, at + LONGEST_BRACKET);
  for (let i = at + 1; i < limit; i++) {
    if (text[i] === ")") return i;
    if (text[i] === "(" || text[i] === "\n") return undefined;
  }
  return undefined;
}

/** Whether a bracket holds digits that are no dates. */
function holdsAmount(text: string, start: number, end: number, times: readonly TimeWord[], next: number): boolean {
  let k = next;
  for (let i = start; i < end; i++) {
    while (k < times.length && times[k]!.end <= i) k++;
    const time = times[k];
    if (time && time.start <= i) {
      i = time.end - 1;
      continue;
    }
    if (/[0-9]/.test(text[i]!)) return true;
  }
  return false;
}
