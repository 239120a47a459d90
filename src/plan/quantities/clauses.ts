import { CLAUSE_ENDS, SENTENCE_ENDS } from "../lexicon/wording";
import { timeWords, type TimeWord } from "../lexicon/times";
import { readAmount, type Amount } from "./amounts";
import { firstIndexWhere } from "../binary-search";

/** A clause of a sentence, with its amounts and time expressions in order. Offsets are those of the cleaned text. */
export interface Clause {
  start: number;
  end: number;
  /** Clauses of the same sentence share a number; so do sentences of the same paragraph. */
  sentence: number;
  paragraph: number;
  /** The clause is in brackets inside another clause. */
  isBracketed: boolean;
  amounts: Amount[];
  /** Amounts inside quoted names and titles; they are part of the name. */
  inNames: Amount[];
  times: TimeWord[];
}

const CLOSING: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "《": "》",
  "〈": "〉",
  "「": "」",
  "『": "』",
  "【": "】",
  '"': '"',
};
/** Names in quotes are short: a quotation mark not closed within this many characters is treated as stray. */
const LONGEST_NAME = 40;
const LONGEST_TITLE = 120;
const LONGEST_BRACKET = 80;
const LETTER = /[A-Za-z]/;

/** A range of the cleaned text, `[start, end)`. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Splits a range of the text into clauses and reads their amounts. Amounts inside quoted names and titles go to
 * `inNames`.
 * @param opened quotes that overlap this range are read as ordinary text, because a person selected it
 */
export function readClauses(
  text: string,
  start: number,
  end: number,
  years: readonly [number, number],
  opened?: TextRange,
): Clause[] {
  return new ClauseReader(text, end, timeWords(text, start, end, years), years, opened).read(start);
}

class ClauseReader {
  private readonly clauses: Clause[] = [];
  private sentence = 0;
  private paragraph = 0;
  /** Index of the first time expression that does not end before the current position. */
  private next = 0;
  private open!: Clause;
  /** Bracketed clauses of the open clause; they are added after it. */
  private inner: Clause[] = [];

  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly times: readonly TimeWord[],
    private readonly years: readonly [number, number],
    private readonly opened: TextRange | undefined,
  ) {}

  read(start: number): Clause[] {
    this.begin(start);
    for (let i = start; i < this.end;)
      i =
        this.overTime(i) ?? this.overMark(i) ?? this.overName(i) ?? this.overBracket(i) ?? this.overAmount(i) ?? i + 1;
    this.close(this.end);
    return this.clauses;
  }

  private begin(at: number): void {
    this.open = {
      start: at,
      end: at,
      sentence: this.sentence,
      paragraph: this.paragraph,
      isBracketed: false,
      amounts: [],
      inNames: [],
      times: [],
    };
  }

  private close(at: number): void {
    this.open.end = at;
    shareComparators(this.text, this.open.amounts);
    if (at > this.open.start) this.clauses.push(this.open);
    for (const clause of this.inner) this.clauses.push(clause);
    this.inner = [];
  }

  private overTime(at: number): number | undefined {
    while (this.next < this.times.length && this.times[this.next]!.end <= at) this.next++;
    const time = this.times[this.next];
    if (!time || time.start > at) return undefined;
    this.open.times.push(time);
    this.next++;
    return time.end;
  }

  private overMark(at: number): number | undefined {
    const c = this.text[at]!;
    const endsSentence = SENTENCE_ENDS.includes(c);
    if (!endsSentence && (!CLAUSE_ENDS.includes(c) || isRatio(this.text, at))) return undefined;
    this.close(at);
    if (endsSentence) this.sentence++;
    if (c === "\n") this.paragraph++;
    this.begin(at + 1);
    return at + 1;
  }

  private overName(at: number): number | undefined {
    const named = nameEnd(this.text, at, this.end);
    if (named === undefined || (this.opened && this.opened.start < named && this.opened.end > at)) return undefined;
    // In “十四五”期间 the opening quote belongs to the time expression.
    const within = this.times[this.next];
    const end = within && within.start < named && within.end > named ? within.start : named;
    this.readName(at + 1, Math.min(end, named - 1));
    return end;
  }

  private readName(start: number, end: number): void {
    for (let i = start; i < end;) {
      const amount = readAmount(this.text, i, start);
      if (amount && "measure" in amount && !LETTER.test(this.text[i - 1] ?? "") && amount.end <= end)
        this.open.inNames.push(amount);
      i = amount ? Math.max(i + 1, amount.end) : i + 1;
    }
  }

  private overBracket(at: number): number | undefined {
    const closing = this.text[at] === "(" ? bracketEnd(this.text, at, this.end) : undefined;
    if (closing === undefined) return undefined;
    if (holdsAmount(this.text, at + 1, closing, this.times, this.next)) {
      for (const clause of readClauses(this.text, at + 1, closing, this.years, this.opened))
        this.inner.push({ ...clause, sentence: this.sentence, paragraph: this.paragraph, isBracketed: true });
      while (this.next < this.times.length && this.times[this.next]!.start <= closing) this.next++;
    } else {
      while (this.next < this.times.length && this.times[this.next]!.start < closing)
        this.open.times.push(this.times[this.next++]!);
    }
    return closing + 1;
  }

  private overAmount(at: number): number | undefined {
    const { text, open } = this;
    const amount = readAmount(text, at, open.start, timeAcross(text, open, at));
    if (!amount) return undefined;
    if ("measure" in amount && !LETTER.test(text[at - 1] ?? "") && amount.end <= this.end) open.amounts.push(amount);
    return Math.max(at + 1, amount.end);
  }
}

/** Index of the clause's first time expression that ends after a position. */
export const firstTimeAfter = ({ times }: Clause, position: number): number =>
  firstIndexWhere(times.length, (k) => times[k]!.end > position);

const LISTED = /^(?:[、和及与]|以及)$/;

/** In 分别压缩至5个、3个工作日 and 失业率、空置率分别为5%、3%以内 the comparing words appear once but apply to the whole list. */
function shareComparators(text: string, amounts: Amount[]): void {
  const linked = (k: number): boolean =>
    LISTED.test(text.slice(amounts[k - 1]!.end, Math.min(amounts[k]!.start, amounts[k - 1]!.end + 3))) &&
    amounts[k - 1]!.measure.kind === amounts[k]!.measure.kind;
  const bare = ({ before, after, op }: Amount): boolean => !before && !after && op !== "range";
  for (let k = 1; k < amounts.length; k++) {
    const { before, after } = amounts[k - 1]!;
    if (bare(amounts[k]!) && before && !after && linked(k))
      amounts[k] = { ...amounts[k]!, op: before.row.op, before: { ...before, edge: amounts[k]!.start } };
  }
  for (let k = amounts.length - 1; k > 0; k--) {
    const { before, after } = amounts[k]!;
    if (bare(amounts[k - 1]!) && after && !before && linked(k))
      amounts[k - 1] = { ...amounts[k - 1]!, op: after.row.op, after: { ...after, edge: amounts[k - 1]!.end } };
  }
}

/** Start of the time expression between a number and the words that compare it: 提高到2025年的75%. */
function timeAcross(text: string, open: Clause, at: number): number | undefined {
  const time = open.times[open.times.length - 1];
  if (!time || time.end <= open.start) return undefined;
  return time.end === at || (time.end === at - 1 && text[at - 1] === "的") ? time.start : undefined;
}

/** In 1.5:1 the colon between digits does not separate clauses. */
function isRatio(text: string, at: number): boolean {
  return text[at] === ":" && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");
}

/** End of the quoted name or title that begins at a position. */
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

/** Whether a bracket contains digits other than those of dates. */
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
