import type { CleanText } from "../characters";
import { foldFields } from "./fields";
import { filledLines, isContentsLine, type Line } from "./lines";
import { MARKER_START, markerAt, type Marker } from "./markers";

/** A numbered item (or, without `marker`, the text before the first number of a part of the document). */
export interface Item {
  marker?: Marker;
  parent?: Item;
  children: Item[];
  /** Cleaned offsets of the item's own text: number, title and body, without its children. */
  start: number;
  end: number;
  /** Numbers of the lines that were folded into it: no part of what they say. */
  fieldNumbers?: (readonly [start: number, end: number])[];
}

export interface Outline {
  /** The document and its annexes, each with numbered items beneath. */
  parts: Item[];
  /** Every item in the order of the text, parts included. */
  items: Item[];
}

/** The styles under which in-line text is a list inside a sentence more often than a heading. */
const SENTENCE_STYLES = new Set(["1", "(1)", "①"]);
/** Length from which a line is taken for several paragraphs run together. */
const RUN_TOGETHER = 1200;
const HEADING = 40;
/** A number that starts again opens a level beneath, no plan so many: or a list of ones alone would lead ever deeper. */
const DEEPEST = 12;
/** Styles that never number a list inside a sentence. */
const CHAPTER_STYLES = new Set(["一", "第章", "第节", "第条", "第部分"]);

/** Styles beneath which no chapter stands; numbers of that kind before the first chapter belong to the letter. */
const SMALL_STYLES = new Set(["1", "1)", "(1)", "①", "1.1", "1.1.1"]);

const SENTENCE_END = /[。！？!?；;:)〕】\]”…]/;
const LABEL = /[\u4e00-\u9fff]{2}(?:单位|部门|主体|科室|处室|分工|时限|时间):/g;
/** A heading without a number, on a line of its own. */
const UNNUMBERED = /^[\u4e00-\u9fff]{0,6}(?:目标|措施|任务|举措|内容|要求):?$/;
const LONGEST_UNNUMBERED = 10;
/** `附件`, `附件2：…`, `附表` alone at the start of a line: a document of its own begins. */
const ANNEX = /^(?:附件|附表|附录)(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[:.、]|$)/;

/**
 * Finds the numbered items of a plan. Numbers at the start of a line always count; inside a line they count when they
 * go on with a series, or when the line is evidently several paragraphs whose breaks were lost.
 * @param tables lines that belong to tables; they hold no items.
 */
export function readOutline(clean: CleanText, tables: ReadonlySet<number>): Outline {
  const lines = filledLines(clean.text).filter((line) => !tables.has(line.start));
  const reader = new OutlineReader(clean, lines);
  return reader.read();
}

type Numbered = Pick<Marker, "style" | "value">;

interface Open extends Numbered {
  item: Item;
}

class OutlineReader {
  private readonly text: string;
  private readonly items: Item[] = [];
  private readonly parts: Item[] = [];
  private readonly stack: Open[] = [];
  private readonly candidates: Marker[] = [];
  private readonly lineStarts = new Set<number>();
  private readonly places = new Map<string, number[]>();
  private readonly labels: number[] = [];
  /** Where lines that may be headings without a number stand, by their words. */
  private readonly headings = new Map<string, number[]>();
  /** Open items right under whose title a heading without a number stands. */
  private readonly divided = new Set<Item>();
  /** The last number of each style, wherever it stood. */
  private readonly reached = new Map<string, number>();
  private current!: Item;

  constructor(
    clean: CleanText,
    private readonly lines: readonly Line[],
  ) {
    this.text = clean.text;
    this.openPart(0);
  }

  read(): Outline {
    for (const line of this.lines) {
      this.collect(line);
      const words = this.text.slice(line.start, line.end);
      if (words.length <= LONGEST_UNNUMBERED && UNNUMBERED.test(words)) note(this.headings, words, line.start);
    }
    for (const found of this.text.matchAll(LABEL)) this.labels.push(found.index);
    let k = 0;
    let enclosures = 0;
    for (const line of this.lines) {
      const content = this.text.slice(line.start, Math.min(line.end, line.start + 80));
      const annex = ANNEX.exec(content);
      if (annex && (line.end - line.start <= 60)) {
        // "附件：…" in a letter names what is attached; only a bare "附件" or "附件1" line, or one late in the text, opens it.
        if (annex[0].length === line.end - line.start || this.stack.length > 0) this.openPart(line.start);
      }
      if (this.headings.has(content)) this.divide(line);
      // 附件：1.… with 2.… on the next line lists what is attached.
      if (/^附件:?1[.、]/.test(content)) {
        enclosures = 1;
        while (k < this.candidates.length && this.candidates[k]!.start < line.end) k++;
        continue;
      }
      if (enclosures > 0 && !/^\d{1,2}[.、]/.test(content)) enclosures = 0;
      while (k < this.candidates.length && this.candidates[k]!.start < line.end) {
        const marker = this.candidates[k++]!;
        if (marker.start < this.current.start) continue;
        if (enclosures > 0 && marker.style === "1" && marker.value === enclosures + 1 && line.end - line.start <= 60) {
          enclosures++;
          continue;
        }
        if (this.lineStarts.has(marker.start) ? this.fitsLineStart(marker) : this.fitsInLine(marker, line)) this.open(marker);
      }
    }
    this.current.end = this.text.length;
    return foldFields(this.text, { parts: this.parts, items: this.items });
  }

  /**
   * 主要目标： and later 策略措施： beneath one chapter: what is numbered under the second belongs to the chapter, not to the last
   * number under the first.
   */
  private divide(line: Line): void {
    const top = this.stack[this.stack.length - 1]?.item;
    if (top && top === this.current && this.isFirstBelow(top, line)) {
      this.divided.add(top);
      return;
    }
    for (let level = this.stack.length; level > 0; level--) {
      if (!this.divided.has(this.stack[level - 1]!.item)) continue;
      if (this.partsBeneath(level, line)) this.stack.length = level;
      return;
    }
  }

  /**
   * Whether a heading parts what is beneath a divided item: it stands there once, and the series that is open there does not
   * go on behind it. Else it stands within one of the items.
   */
  private partsBeneath(level: number, line: Line): boolean {
    const above = this.stack[level - 1]!;
    const end = this.next(above, line.end) ?? this.text.length;
    const same = this.headings.get(this.text.slice(line.start, line.end)) ?? [];
    const other = firstAfter(same, firstAfter(same, above.item.start)! + 1);
    if (other !== undefined && other < end) return false;
    const open = this.stack[level];
    if (!open) return true;
    const goesOn = this.nextBeforeAgain(open, line.end);
    return goesOn === undefined || goesOn > end;
  }

  /** Nothing but the item's own title stands above the line. */
  private isFirstBelow({ marker }: Item, line: Line): boolean {
    const between = this.text.slice(marker!.end, Math.min(line.start, marker!.end + 2 * HEADING));
    return line.start - marker!.end <= 2 * HEADING && !/[。；]/.test(between) && between.trim() !== "" && !between.trim().includes("\n");
  }

  private collect(line: Line): void {
    if (isContentsLine(this.text.slice(Math.max(line.start, line.end - 40), line.end))) return;
    const bullet = /^[•●■◆★▲▪]+/.exec(this.text.slice(line.start, line.start + 4));
    const first = line.start + (bullet ? bullet[0].length : 0);
    let at = first;
    const opening = markerAt(this.text, first, false);
    if (opening) {
      this.add(opening);
      this.lineStarts.add(opening.start);
      at = opening.end;
    }
    // Searched within the line alone: a search in the whole text would run on to its end for every line without a hit.
    const content = this.text.slice(line.start, line.end);
    MARKER_START.lastIndex = at - line.start;
    for (let hit = MARKER_START.exec(content); hit; hit = MARKER_START.exec(content)) {
      const start = line.start + hit.index;
      const marker = markerAt(this.text, start, true);
      // 十一、 is no 一、: a marker does not begin inside a longer numeral.
      if (!marker) continue;
      if (!/[一二三四五六七八九十百零\d第]/.test(this.text[start - 1] ?? "")) this.add(marker);
      MARKER_START.lastIndex = Math.max(marker.end - line.start, hit.index + 1);
    }
  }

  private add(marker: Marker): void {
    this.candidates.push(marker);
    note(this.places, `${marker.style}|${marker.value}`, marker.start);
  }

  private openPart(start: number): Item {
    const part: Item = { children: [], start, end: this.text.length };
    if (this.current) this.current.end = start;
    this.stack.length = 0;
    this.parts.push(part);
    this.items.push(part);
    this.current = part;
    return part;
  }

  private levelOf(style: string): number {
    for (let i = this.stack.length - 1; i >= 0; i--) if (this.stack[i]!.style === style) return i;
    return -1;
  }

  private open(marker: Marker): void {
    let level = this.levelOf(marker.style);
    const isRestart = level >= 0 && marker.value === 1 && this.stack[level]!.value >= 1;
    if (isRestart && level < this.stack.length - 1 && this.stack.length < DEEPEST) level = -1;
    if (level >= 0) this.stack.length = level;
    else if (CHAPTER_STYLES.has(marker.style) && this.stack.every((open) => !CHAPTER_STYLES.has(open.style) && SMALL_STYLES.has(open.style))) this.stack.length = 0;
    const parent = this.stack[this.stack.length - 1]?.item ?? this.parts[this.parts.length - 1]!;
    const item: Item = { marker, parent, children: [], start: marker.start, end: this.text.length };
    parent.children.push(item);
    this.current.end = marker.start;
    this.current = item;
    this.items.push(item);
    this.reached.set(marker.style, marker.value);
    this.stack.push({ item, style: marker.style, value: marker.value });
  }

  private fitsLineStart(marker: Marker): boolean {
    if (marker.style !== "1.1" && marker.style !== "1.1.1") return true;
    // 3.5万 at the start of a wrapped line is a figure; 3.5 under item 3 is a number.
    const above = Number(marker.label.split(".")[0]);
    return this.stack.some((open) => open.style.startsWith("1.1") || open.value === above);
  }

  private fitsInLine(marker: Marker, line: Line): boolean {
    const before = this.text[marker.start - 1] ?? "";
    if (before === "第" || this.text[marker.end] === undefined) return false;
    const level = this.levelOf(marker.style);
    const continues = level >= 0 && this.stack[level]!.value + 1 === marker.value;
    const atBoundary = SENTENCE_END.test(before) || this.insideLabelRun(marker.start);
    if (continues) return atBoundary || this.afterHeading(marker.start);
    if (level >= 0) return false;
    const opensHere = (this.current.marker?.start ?? -1) >= line.start;
    // Numbers may run on through chapters: （二）…。4.… after （一）…。3.…
    if (opensHere && marker.value > 1 && this.reached.get(marker.style) === marker.value - 1) {
      return this.afterHeading(marker.start) || (atBoundary && !this.isSentenceList(marker));
    }
    if (marker.value !== 1) return false;
    if (CHAPTER_STYLES.has(marker.style) && this.afterDocumentTitle(marker.start) && this.subItemFollows(marker)) return true;
    if (!this.seriesFollows(marker)) return marker.style === "(一)" && opensHere && this.afterHeading(marker.start) && this.nextBeforeAgain(marker, marker.end) !== undefined;
    if (opensHere && (this.afterHeading(marker.start) || this.afterShortTitle(marker.start))) return true;
    if (this.isSentenceList(marker)) return false;
    if (!atBoundary && !this.afterDocumentTitle(marker.start)) return false;
    return CHAPTER_STYLES.has(marker.style) ? this.runsOnIn(line, marker) : line.end - line.start >= RUN_TOGETHER;
  }

  /** `（一）完善设施。1.…`: a title with its full stop, and the first sub-item right behind it. */
  private afterShortTitle(position: number): boolean {
    const from = this.current.marker?.end;
    if (from === undefined || this.text[position - 1] !== "。" || position - from > HEADING) return false;
    return !/[。，,；;:！!？?\n]/.test(this.text.slice(from, position - 1));
  }

  /** `方案一、主要任务（一）…`: a first sub-item right behind the chapter's heading. */
  private subItemFollows(marker: Marker): boolean {
    const sub = firstAfter(this.places.get("(一)|1") ?? [], marker.end);
    return sub !== undefined && sub - marker.end <= HEADING && !/[。，,；;]/.test(this.text.slice(marker.end, sub));
  }

  /** Where the number that follows one stands, behind a place. */
  private next({ style, value }: Numbered, from: number): number | undefined {
    return firstAfter(this.places.get(`${style}|${value + 1}`) ?? [], from);
  }

  /** The same, as long as the series does not begin again before it. */
  private nextBeforeAgain(of: Numbered, from: number): number | undefined {
    const next = this.next(of, from);
    const again = this.next({ style: of.style, value: 0 }, from);
    return next !== undefined && (again === undefined || next < again) ? next : undefined;
  }

  /** The series goes on in the same line. */
  private runsOnIn(line: Line, marker: Marker): boolean {
    const next = this.next(marker, marker.end);
    return next !== undefined && next < line.end;
  }

  /** Only a heading lies between the last number and this place: `二、主要任务（一）…`. */
  private afterHeading(position: number): boolean {
    const from = this.current.marker?.end;
    if (from === undefined || position - from > HEADING || position - from === 1) return false;
    return !/[。，,；;:！!？?\n]/.test(this.text.slice(from, position));
  }

  private afterDocumentTitle(position: number): boolean {
    return /(?:方案|意见|通知|计划|办法|措施|要点|纲要|细则|规划|决定)(?:\([^()]{0,12}\))?$/.test(this.text.slice(Math.max(0, position - 18), position));
  }

  /** `…包括：1.…；2.…`: a list inside a sentence, even in a text without line breaks. */
  private isSentenceList(marker: Marker): boolean {
    return SENTENCE_STYLES.has(marker.style) && /[:；;，,]/.test(this.text[marker.start - 1] ?? "");
  }

  private seriesFollows(marker: Marker): boolean {
    const next = this.next(marker, marker.end);
    if (next === undefined) return false;
    const parent = this.stack[this.stack.length - 1];
    if (!parent) return true;
    const end = this.next(parent, marker.end);
    return end === undefined || next < end;
  }

  /** A list of units introduced by 责任单位： runs up to this place without a full stop. */
  private insideLabelRun(position: number): boolean {
    let low = 0;
    let high = this.labels.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.labels[middle]! < position) low = middle + 1;
      else high = middle;
    }
    const label = this.labels[low - 1];
    return label !== undefined && position - label <= 400 && !this.text.slice(label, position).includes("。");
  }
}

function note(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
}

function firstAfter(places: readonly number[], position: number): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

/** Numbers of the item and of those above it, outermost first. */
export function pathOf(item: Item): string {
  const labels: string[] = [];
  for (let at: Item | undefined = item; at; at = at.parent) if (at.marker) labels.unshift(at.marker.label);
  return labels.join("/");
}
