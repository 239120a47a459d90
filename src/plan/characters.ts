import { firstIndexWhere } from "./binary-search";
import { withHalfBrackets } from "./bracket-width";
import { fileTablesIn, type FileTable } from "./layout/file-tables";
import { labelOf } from "./lexicon/labels";
import type { Span } from "./model";
import { ordinaryCharacter } from "./radicals";
import { wrappingBreaks } from "./wrapping";

/**
 * The plan's text without stray characters, look-alikes brought to one form. Every position leads back to the text as
 * read.
 *
 * One code unit of `text` stands for exactly one code unit of `source`; removed characters leave no trace. Line breaks
 * are always `\n`, and breaks that only wrap a paragraph are removed. Brackets `（ ）`, colons `：`, digits, letters, `％`,
 * `．` appear in their half-width form; commas, full stops, semicolons and quotes stay as printed.
 */
export interface CleanText {
  readonly source: string;
  readonly text: string;
  /** Cleaned `[start, end)` → span in the source. Removed characters at either end stay outside the span. */
  span(start: number, end: number): Span;
  /** The characters of a cleaned stretch as the plan prints them (brackets keep their width). */
  printed(start: number, end: number): string;
  /** Whether white space was removed directly before this cleaned position: spaces may separate a list. */
  gapBefore(position: number): boolean;
  /** The tables that the file itself contained, in source offsets. */
  readonly fileTables: readonly FileTable[];
  /** The first cleaned position at or after a source position. */
  cleaned(position: number): number;
}

const LINE_BREAKS = new Set(["\n", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029"]);
const BLANKS = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** Zero-width characters that Word, browsers and PDF tools leave behind. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufffc]/;
const LATIN = /[A-Za-z0-9]/;
/**
 * Residue of Word fields that "save as text" writes into the text. All repetitions are bounded, which bounds the
 * search.
 */
export const RESIDUE_FORMS =
  /\[(?:bookmark|endif|if [^\]\n]{0,40})(?::[^\]\n]{0,80})?\]|错误[!！]未(?:定义书签|找到引用源)[。.]?/;
const RESIDUE = new RegExp(RESIDUE_FORMS, "gy");

/** `【责任单位】市水务局`: the bracket stands for the colon. */
const LABEL_IN_BRACKETS =
  /[【[［〔]([\u4e00-\u9fff、/()（）\n]{2,15})[】\]］〕](?=[:：]?\s{0,4}[\u4e00-\u9fff])(?!\s{0,4}(?:要|应|须|需|必须|负责|在|对|与|和|的))/y;

/** Look-alikes of the characters that carry structure. Each is one code unit long, as is its replacement. */
const ONE_FORM: ReadonlyMap<string, string> = new Map([
  ["﹙", "("],
  ["﹚", ")"],
  ["❨", "("],
  ["❩", ")"],
  ["⁽", "("],
  ["⁾", ")"],
  ["﹕", ":"],
  ["︰", ":"],
  ["∶", ":"],
  ["﹒", "."],
  ["․", "."],
  ["｡", "。"],
  ["､", "、"],
  ["﹑", "、"],
  ["﹐", "，"],
  ["﹔", "；"],
  ["﹝", "〔"],
  ["﹞", "〕"],
  ["︻", "【"],
  ["︼", "】"],
  ["﹪", "%"],
  ["│", "|"],
  ["┃", "|"],
  ["∣", "|"],
  ["‒", "—"],
  ["―", "—"],
]);

/** Full-width forms that stay full-width. ！，；？ must: they tell Chinese sentence marks from the marks of numbers. */
const KEEP_WIDE = new Set(["，", "；", "！", "？", "～", "＂", "＇", "｀"]);

function oneForm(c: string): string {
  const code = c.charCodeAt(0);
  if (code < 0x80) return c;
  if (code >= 0xff01 && code <= 0xff5e) return KEEP_WIDE.has(c) ? c : String.fromCharCode(code - 0xfee0);
  // PDF text layers give Kangxi radicals and compatibility ideographs for ordinary characters.
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) return ordinaryCharacter(c);
  return ONE_FORM.get(c) ?? c;
}

/**
 * Makes a function that tells whether a position lies in a line whose tabs separate the cells of a table. Such a line
 * has two tabs or more, not all of them indentation; or any tab right below such a line, since cells merged downwards
 * are printed empty. Positions must be asked for in ascending order.
 */
function tableLines(source: string, fileTables: readonly FileTable[]): (position: number) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  let previous = false;
  // Lines since the last row. Chapter headings, and the lines of a cell with line breaks, may stand between two rows.
  let since = Infinity;
  const isInFileTable = withinOneOf(fileTables);
  const line = /[^\n\r]*(?:\r\n?|\n|$)/g;
  for (let at = 0; at < source.length;) {
    line.lastIndex = at;
    const found = line.exec(source)?.[0] ?? "";
    const body = found.replace(/[\r\n]+$/, "");
    const isRow: boolean = isInFileTable(at) || isTabbed(body, previous, since);
    since = isRow ? 0 : since + 1;
    if (isRow) {
      starts.push(at);
      ends.push(at + body.length);
    }
    if (body.trim() !== "") previous = isRow;
    at += Math.max(1, found.length);
  }
  return withinOneOf(starts.map((start, k) => ({ start, end: ends[k]! })));
}

/** Whether the tabs of a line separate cells. */
function isTabbed(body: string, isBelowRow: boolean, since: number): boolean {
  const words = body.trim();
  const inner = countTabs(words);
  if (words === "") return false;
  const tabs = countTabs(body);
  return (
    (tabs >= 2 && inner >= 1) ||
    (isBelowRow && tabs >= 1) ||
    (inner >= 1 && (since <= FARTHEST_ROW || isHeaderOfTwo(body)))
  );
}

/**
 * Makes a function that tells whether a position lies in one of the stretches, which are in order. Positions must be
 * asked for in ascending order.
 */
function withinOneOf(stretches: readonly { start: number; end: number }[]): (position: number) => boolean {
  let k = 0;
  return (position) => {
    while (k < stretches.length && position >= stretches[k]!.end) k++;
    return k < stretches.length && position >= stretches[k]!.start;
  };
}

/** How many lines below the previous row a row of two cells may stand. */
const FARTHEST_ROW = 4;
const LONGEST_HEADER = 40;

/** `工作任务⇥责任单位`: two column headers, one of them for units. */
function isHeaderOfTwo(body: string): boolean {
  if (body.length > LONGEST_HEADER) return false;
  const headers = body
    .trim()
    .split("\t")
    .map((header) => withHalfBrackets(header.replace(/[\s\u3000]/g, "")));
  return (
    headers.every((header) => header !== "" && header.length <= LONGEST_HEADER / 2 && !/[。；：:]/.test(header)) &&
    headers.some(
      (header) =>
        labelOf(header)?.names === "units" &&
        /单位|部门|主体|机构|[处科股]室|分工|^(?:责任|牵头|主办|主责)$/.test(header),
    )
  );
}

function countTabs(text: string): number {
  let count = 0;
  for (let i = text.indexOf("\t"); i >= 0; i = text.indexOf("\t", i + 1)) count++;
  return count;
}

const saysWho = (words: string): boolean => {
  const label = labelOf(withHalfBrackets(words));
  return label !== undefined && label.role !== "skip";
};

/** Goes through a text once, character by character. */
class Cleaner {
  readonly out: string[] = [];
  /** The source position of each cleaned code unit. */
  readonly map: number[] = [];
  readonly gaps = new Set<number>();
  private readonly inTable: (position: number) => boolean;
  private readonly wrapping: ReadonlySet<number>;
  /** Where the blanks right before the current position begin; -1 where there are none. */
  private blankFrom = -1;

  constructor(
    private readonly source: string,
    fileTables: readonly FileTable[],
  ) {
    this.inTable = tableLines(source, fileTables);
    this.wrapping = wrappingBreaks(source);
  }

  run(): void {
    for (let at = 0; at < this.source.length;) at = this.take(at);
  }

  /**
   * Consumes what begins at a source position.
   * @returns the position after it
   */
  private take(at: number): number {
    const c = this.source[at]!;
    if (isBreak(c)) return this.takeBreak(at, c);
    if (c === "\t" && this.inTable(at)) return this.push("\t", at);
    if (BLANKS.test(c)) {
      if (this.blankFrom < 0) this.blankFrom = at;
      return at + 1;
    }
    if (INVISIBLE.test(c)) return at + 1;
    return this.residueEnd(at, c) ?? this.takeLabel(at, c) ?? this.push(oneForm(c), at);
  }

  private takeBreak(at: number, c: string): number {
    const isHalf = c === "\r" && this.source[at + 1] === "\n";
    return isHalf || this.wrapping.has(at) ? at + 1 : this.push("\n", at);
  }

  private residueEnd(at: number, c: string): number | undefined {
    if (c !== "[" && c !== "错") return undefined;
    RESIDUE.lastIndex = at;
    const residue = RESIDUE.exec(this.source);
    return residue ? at + residue[0].length : undefined;
  }

  /** `【责任单位】市水务局`: the bracket stands for the colon. */
  private takeLabel(at: number, c: string): number | undefined {
    if (!"【[［〔".includes(c)) return undefined;
    LABEL_IN_BRACKETS.lastIndex = at;
    const label = LABEL_IN_BRACKETS.exec(this.source);
    if (!label || !saysWho(label[1]!.replace(/\n/g, ""))) return undefined;
    const closing = at + label[0].length - 1;
    for (let i = at + 1; i < closing; i++) if (this.source[i] !== "\n") this.push(oneForm(this.source[i]!), i);
    if (!/[:：]/.test(this.source[closing + 1] ?? "")) this.push(":", closing);
    return closing + 1;
  }

  private push(c: string, at: number): number {
    if (this.blankFrom >= 0) {
      const before = this.out[this.out.length - 1];
      if (before !== undefined && LATIN.test(before) && LATIN.test(c)) {
        this.out.push(" ");
        this.map.push(this.blankFrom);
      } else {
        this.gaps.add(this.out.length);
      }
      this.blankFrom = -1;
    }
    this.out.push(c);
    this.map.push(at);
    return at + 1;
  }
}

const isBreak = (c: string): boolean => c === "\r" || LINE_BREAKS.has(c);

/** Cleans a plan's text in one pass. Never throws; an empty text stays empty. */
export function cleanText(source: string): CleanText {
  const fileTables = fileTablesIn(source);
  const cleaner = new Cleaner(source, fileTables);
  cleaner.run();
  const { map, gaps } = cleaner;
  const text = cleaner.out.join("");
  return {
    source,
    text,
    span(start, end) {
      if (text.length === 0) return [0, 0];
      const first = Math.min(Math.max(start, 0), text.length);
      const last = Math.min(Math.max(end, first), text.length);
      const from = first < text.length ? map[first]! : map[text.length - 1]! + 1;
      return last === first ? [from, from] : [from, map[last - 1]! + 1];
    },
    printed(start, end) {
      let printed = "";
      for (let i = Math.max(start, 0); i < Math.min(end, text.length); i++)
        printed += text[i] === "\n" ? "\n" : source[map[i]!]!;
      return printed;
    },
    gapBefore: (position) => gaps.has(position),
    fileTables,
    cleaned: (position) => firstIndexWhere(map.length, (k) => map[k]! >= position),
  };
}
