import { mayBeUnit } from "./lexicon/endings";
import { isNumberAlone, itemNumberAt } from "./lexicon/item-numbers";
import { bareLabelAtStart, isKnownLabel, labelBefore, labelOf, namesUnits, wholeLabelAtStart } from "./lexicon/labels";
import { closingPhrase } from "./lexicon/verbs";
import { isWholeGroup } from "./units/groups";

/**
 * Text wrapped at a fixed width, as copied from a PDF or a mail: its line breaks do not end paragraphs. A plan counts
 * as wrapped when a large share of its lines have the same width, or when lines of the greatest width break off in the
 * middle of a sentence. Prose broken into paragraphs does neither.
 */
const FEWEST_LINES = 8;
const NARROWEST = 40;
const WRAPPED_SHARE = 0.4;
/** Lines that keep a number or a bracket whole end up to this many columns before the others. */
const RAGGED = 8;
/** How many lines must break off; those that split a word or a sentence count double. */
const FEWEST_OPEN = 2;
const OPEN_SHARE = 0.6;
const MOST_NUMBERS_ALONE = 1;
const WIDEST_CELL = 32;

/** Always begins a paragraph, even after a full line: an indent, an annex, or a bracket that says who answers. */
const OPENS_PARAGRAPH = /^[\s\u3000]*(?:附件|附表|[（(【〔](?:牵头|责任|主|配合|（|\())|^[\u3000\t]|^ {2}/;
/** The longest item number, with the blanks before it. */
const LONGEST_NUMBER = 24;
/** A line that ends like this continues in the next one, whatever that begins with. */
const GOES_ON = /[，,、；;]$/;
/** The rest of a word, which begins no paragraph: `局、…`, `中心，…`, `量。`, or `察部` alone on its line. */
const REST_OF_A_WORD = /^[/%％〕]|^[\u4e00-\u9fff]{0,4}[、，,；;）)】]|^[\u4e00-\u9fff]{1,3}。|^[\u4e00-\u9fff]{1,2}$/;
/** A figure at the end of a line, and what it counts in the next. */
const FIGURE_LAST = /\d$/;
const COUNTED_FIRST = /^[\u4e00-\u9fff%％]/;
/** How far a label may reach back into the line before. */
const LABEL_REACH = 16;
/** A line that ends like this may be the last of its paragraph. */
const MAY_END = /[。！？!?；;：:)）】\]〕”…]$/;
/** The rest of 各县（市、区）人民政府, 各镇（街道） or 县政府办公室. */
const REST_OF_A_GROUP =
  /^(?:[（(](?:街道|社区|办事处|单位|部门|市、区)[)）])?(?:人?民?政府)?(?:办公室)?(?<=.)(?=$|[、，,；;。）)]|协[同作助]|配合|参[与加]|支持|负责|落实)/;
/**
 * A label alone on its line is a table header by itself from this length on; shorter ones only together with others.
 * 成员单位 is excepted, as it may be the rest of 各成员单位.
 */
const SHORTEST_HEAD = 4;
const NO_HEAD = /^成员/;
/** The last name of a line and the first of the next: what stands between separators. */
const LAST_NAME = /(?<=[、，,；;:：(（）)】\]\s])[\u4e00-\u9fff]{1,12}$/;
const FIRST_NAME = /^[\u4e00-\u9fff]{1,16}(?=$|[、，,；;:：。)）【[\s])/;
/** The end of a line and the beginning of the next, as parts of a label. */
const LAST_OF_LABEL = /[\u4e00-\u9fff/()]{1,10}$/;
const FIRST_OF_LABEL = /^[\u4e00-\u9fff/()]{1,12}?(?=\s|[:为】\]])/;
/** The beginning of a name that is complete in the next line. */
const OPENS_NAME = /^[省市县区旗州各]/;

/** A blank and the words of a title behind 1.2: a figure such as 3.5 has neither. */
const BEFORE_TITLE = /^[\s\u3000]+[\u4e00-\u9fff“《]/;

/** Whether a line of the source begins with an item's number, not with a figure such as 3.5. */
function opensItem(line: string): boolean {
  const words = line.trimStart();
  // Both forms are tried: NFKC makes full-width digits and brackets half-width, but it also makes ① a plain 1.
  return [words, words.normalize("NFKC")].some((form) => {
    const number = itemNumberAt(form, 0, false);
    return number !== undefined && (!number.style.startsWith("1.1") || BEFORE_TITLE.test(form.slice(number.end)));
  });
}

interface Line {
  start: number;
  /** Position of its line break. */
  end: number;
  width: number;
}

/** The least and the greatest width of a full line, in columns. */
type Full = readonly [least: number, most: number];

/**
 * Finds the line breaks of a text that only wrap a paragraph.
 * @returns source positions of the line breaks (the `\n`) that only wrap a paragraph; empty for text that is not
 * wrapped
 */
export function wrappingBreaks(source: string): ReadonlySet<number> {
  const lines = linesOf(source);
  // Lines that repeat (各有关单位 in each row of a table) count once: they say nothing about the width.
  const filled = [
    ...new Map(
      lines.filter((line) => line.width > 0).map((line) => [source.slice(line.start, line.end), line]),
    ).values(),
  ];
  const breaks = new Set<number>();
  const widths = [commonWidth(filled), greatestWidth(source, filled)].filter((range) => range !== undefined);
  if (widths.length === 0) return breaks;
  const full: Full = [Math.min(...widths.map(([least]) => least)), Math.max(...widths.map(([, most]) => most))];
  for (let k = 0; k + 1 < lines.length; k++)
    if (isFull(lines[k]!, full) && goesOn(source, lines[k]!, lines[k + 1]!)) breaks.add(lines[k]!.end);
  return breaks;
}

const isFull = ({ width }: Line, [least, most]: Full): boolean => width >= least && width <= most;

/** Whether the paragraph continues in the next line. */
function goesOn(source: string, line: Line, next: Line): boolean {
  if (next.width === 0) return false;
  const opening = source.slice(next.start, Math.min(next.end, next.start + LONGEST_NUMBER));
  if (OPENS_PARAGRAPH.test(opening) || opensItem(opening)) return false;
  return (
    GOES_ON.test(lastWords(source, line)) ||
    endsInLabel(source, line) ||
    !opensField(source, line, opening.trimStart().normalize("NFKC"))
  );
}

/** Whether the line begins with a label, with a colon or something in its place: `责任单位：`, `责任单位为`, `牵头 `. */
function opensField(source: string, line: Line, opening: string): boolean {
  const bare = bareLabelAtStart(opening) ?? wholeLabelAtStart(opening);
  return (
    opensLabel(source, line, opening) ||
    (bare !== undefined && /^(?:为|\s)/.test(opening.slice(bare.length)) && MAY_END.test(lastWords(source, line)))
  );
}

/** `…，配合单位：`, `…【配合单位】` and `…  配合单位` at the end of a line: the units follow in the next line. */
function endsInLabel(source: string, { start, end }: Line): boolean {
  const words = source
    .slice(Math.max(start, end - LABEL_REACH), end)
    .trimEnd()
    .normalize("NFKC");
  const last = (LENS_LAST.exec(words) ?? BLANK_BEFORE.exec(words))?.[1];
  if (last !== undefined) return isKnownLabel(last) && labelOf(last)?.names === "units";
  return words.endsWith(":") && labelBefore(words, words.length - 1, 0) !== undefined;
}

/** A label in lens brackets, or after a blank, with words before it. */
const LENS_LAST = /.[【[]([\u4e00-\u9fff/()]{2,12})[】\]]$/;
const BLANK_BEFORE = /\S {1,4}([\u4e00-\u9fff/()]{4,12})$/;

/**
 * Whether the line begins with a whole label and its colon; not where the label began in the line before: `（责任部⏎门：`.
 */
function opensLabel(source: string, { start, end }: Line, opening: string): boolean {
  const colon = opening.indexOf(":");
  if (colon < 0) return false;
  const before = source
    .slice(Math.max(start, end - LABEL_REACH), end)
    .trimEnd()
    .normalize("NFKC");
  const label = labelBefore(before + opening, before.length + colon, 0) ?? labelBefore(opening, colon, 0);
  return (
    label !== undefined &&
    labelBefore(opening, colon, 0)?.start === 0 &&
    !(label.start < before.length && !MAY_END.test(before))
  );
}

const lastWords = (source: string, { start, end }: Line): string =>
  source.slice(Math.max(start, end - 4), end).trimEnd();

/** The width that most lines share, where enough of them do. */
function commonWidth(filled: readonly Line[]): Full | undefined {
  if (filled.length < FEWEST_LINES) return undefined;
  const counts = new Map<number, number>();
  for (const { width } of filled) if (width >= NARROWEST) counts.set(width, (counts.get(width) ?? 0) + 1);
  let full = 0;
  let most = 0;
  for (const [width, count] of counts)
    if (count > most || (count === most && width > full)) [full, most] = [width, count];
  const range: Full = [full - 3, full + 2];
  const share = filled.filter((line) => isFull(line, range)).length;
  return most > 0 && share >= filled.length * WRAPPED_SHARE ? [full - 3, full + RAGGED] : undefined;
}

/**
 * The greatest width, where lines of that width break off within a sentence. Paragraphs that merely happen to be the
 * longest do not.
 */
function greatestWidth(source: string, filled: readonly Line[]): Full | undefined {
  const most = filled.reduce((widest, { width }) => Math.max(widest, width), 0);
  if (most < NARROWEST || isOfCells(source, filled)) return undefined;
  const range: Full = [most - RAGGED, most];
  let full = 0;
  let open = 0;
  for (const [k, line] of filled.entries()) {
    const next = filled[k + 1];
    if (!next || !isFull(line, range) || !goesOn(source, line, next)) continue;
    full++;
    open += breaksOff(source, line, next);
  }
  return open >= FEWEST_OPEN && open >= full * OPEN_SHARE ? range : undefined;
}

/**
 * Whether the text is a table with one cell a line: numbers alone on their lines (a single one may be a page number),
 * or a header such as 责任单位.
 */
function isOfCells(source: string, filled: readonly Line[]): boolean {
  let numbersAlone = 0;
  let labelsAlone = 0;
  for (const { start, end, width } of filled) {
    if (width > WIDEST_CELL) continue;
    const words = source.slice(start, end).trim().normalize("NFKC");
    if (isNumberAlone(words)) numbersAlone++;
    const label = isKnownLabel(words) && !NO_HEAD.test(words) ? labelOf(words) : undefined;
    if (label?.names === "units" && words.length >= SHORTEST_HEAD) return true;
    if (label) labelsAlone++;
  }
  return numbersAlone > MOST_NUMBERS_ALONE || labelsAlone > 1;
}

/**
 * How strongly the end of a line suggests wrapping: 2 where it splits something that the next line completes, 0 where a
 * paragraph may end like this.
 */
function breaksOff(source: string, line: Line, next: Line): 0 | 1 | 2 {
  const rest = source.slice(next.start, next.end).trim();
  const words = source.slice(line.start, line.end).trimEnd();
  if (endsInLabel(source, line) || REST_OF_A_GROUP.test(rest)) return 2;
  if (MAY_END.test(words)) return 0;
  return REST_OF_A_WORD.test(rest) ||
    (FIGURE_LAST.test(words) && COUNTED_FIRST.test(rest)) ||
    tearsName(words, rest) ||
    tearsLabel(words, rest) ||
    goesOnToAStop(words, rest)
    ? 2
    : 1;
}

/**
 * Whether the line breaks off within a sentence that ends in the next. A list of units may end without a full stop, so
 * it does not count.
 */
function goesOnToAStop(words: string, rest: string): boolean {
  const stop = Math.max(words.lastIndexOf("。"), words.lastIndexOf("；"));
  return stop >= 0 && rest.endsWith("。") && !namesUnits(words.slice(stop + 1).normalize("NFKC"));
}

/**
 * `…、市教|育局配合`, `…、市教育局协|同配合`: the end of the line and the beginning of the next form a name or a verb together, and the
 * first part is no name by itself.
 */
function tearsName(words: string, rest: string): boolean {
  const last = LAST_NAME.exec(words)?.[0];
  const first = FIRST_NAME.exec(rest)?.[0];
  if (last === undefined || first === undefined) return false;
  // …、县|文化和旅游局: a single character is the beginning of a name.
  if (last.length === 1) return true;
  const closing = closingPhrase(last + first);
  if (closing && closing.end < last.length) return true;
  const name = (last + first).slice(0, closing?.end);
  if (!isName(name) || isName(last)) return false;
  return /^各/.test(last) || !(OPENS_NAME.test(first) && isName(name.slice(last.length)));
}

/** `…，配合单|位：市教育局`, `主责 市教育局  协|办 市财政局`. */
function tearsLabel(words: string, rest: string): boolean {
  const last = LAST_OF_LABEL.exec(words.normalize("NFKC"))?.[0];
  const first = FIRST_OF_LABEL.exec(rest.normalize("NFKC"))?.[0];
  if (last === undefined || first === undefined) return false;
  const label = labelBefore(last + first, last.length + first.length, 0);
  return label !== undefined && isKnownLabel(label.word) && label.start < last.length;
}

const isName = (words: string): boolean => mayBeUnit(words) || isWholeGroup(words);

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= source.length) {
    let end = source.indexOf("\n", start);
    if (end < 0) end = source.length;
    lines.push({ start, end, width: isRow(source.slice(start, end)) ? 0 : displayWidth(source, start, end) });
    start = end + 1;
  }
  return lines;
}

/** The line break after a table row always counts. */
const isRow = (line: string): boolean => line.trim().includes("\t") || /^\s*\|.*\|\s*$/.test(line);

/** The widest indent, in columns; a line with more is centred. */
const WIDEST_INDENT = 4;

/** Width in columns: a Chinese character takes two. The indent counts, blanks at the end do not. */
function displayWidth(source: string, from: number, to: number): number {
  let start = from;
  let end = to;
  while (end > start && /\s/.test(source[end - 1]!)) end--;
  let width = 0;
  for (; start < end && /\s/.test(source[start]!); start++) width += source[start] === "\u3000" ? 2 : 1;
  if (width > WIDEST_INDENT) width = 0;
  for (let i = start; i < end; i++) width += source.charCodeAt(i) > 0x2e7f || /[“”‘’—…·]/.test(source[i]!) ? 2 : 1;
  return width;
}
