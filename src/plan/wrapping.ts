import { itemNumberAt } from "./lexicon/item-numbers";

/**
 * Text that was wrapped at a fixed width (copied from a PDF or a mail): its line breaks end no paragraph. A plan is taken
 * to be wrapped when a good part of its lines has one and the same width; prose broken into paragraphs never has.
 */
const FEWEST_LINES = 8;
const NARROWEST = 40;
const WRAPPED_SHARE = 0.4;

/** What begins a paragraph of its own even after a full line: an indent, an annex, or who answers. */
const OPENS_PARAGRAPH = /^[\s\u3000]*(?:附件|附表|[（(【〔](?:牵头|责任|主|配合|（|\()|(?:牵头|责任|配合|主办|协办)[\u4e00-\u9fff]{0,4}[:：])|^[\u3000\t]|^ {2}/;
/** How much of a line its number takes. */
const LONGEST_NUMBER = 24;

/** Whether a line of the source begins with the number of an item; not a figure such as 3.5. */
function opensItem(line: string): boolean {
  const words = line.trimStart();
  // Signs such as ① are numbers as they stand; full-width digits and brackets are not brought to one form yet.
  return [words, words.normalize("NFKC")].some((form) => {
    const number = itemNumberAt(form, 0, false);
    return number !== undefined && !number.style.startsWith("1.1");
  });
}

interface Line {
  start: number;
  /** Where its line break stands. */
  end: number;
  width: number;
}

/** Source positions of line breaks (the `\n`) that only wrap a paragraph. Empty for text that is not wrapped. */
export function wrappingBreaks(source: string): ReadonlySet<number> {
  const lines = linesOf(source);
  // What is said over and over (各有关单位 in each row of a table) tells no width.
  const filled = [...new Map(lines.filter((line) => line.width > 0).map((line) => [source.slice(line.start, line.end), line])).values()];
  const breaks = new Set<number>();
  if (filled.length < FEWEST_LINES) return breaks;
  const full = usualWidth(filled);
  const isFull = (line: Line): boolean => line.width >= full - 3 && line.width <= full + 2;
  if (full === 0 || filled.filter(isFull).length < filled.length * WRAPPED_SHARE) return breaks;
  for (let k = 0; k + 1 < lines.length; k++) {
    const next = lines[k + 1]!;
    const opening = source.slice(next.start, Math.min(next.end, next.start + LONGEST_NUMBER));
    if (isFull(lines[k]!) && next.width > 0 && !OPENS_PARAGRAPH.test(opening) && !opensItem(opening)) breaks.add(lines[k]!.end);
  }
  return breaks;
}

/** The width that most lines have; 0 where all are narrow. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { width } of lines) if (width >= NARROWEST) counts.set(width, (counts.get(width) ?? 0) + 1);
  let full = 0;
  let most = 0;
  for (const [width, count] of counts) if (count > most || (count === most && width > full)) [full, most] = [width, count];
  return full;
}

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

/** A row of a table ends where it ends. */
const isRow = (line: string): boolean => line.trim().includes("\t") || /^\s*\|.*\|\s*$/.test(line);

/** Chinese characters are two columns wide; blanks at either end do not count. */
function displayWidth(source: string, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(source[start]!)) start++;
  while (end > start && /\s/.test(source[end - 1]!)) end--;
  let width = 0;
  for (let i = start; i < end; i++) width += source.charCodeAt(i) > 0x2e7f || /[“”‘’—…·]/.test(source[i]!) ? 2 : 1;
  return width;
}
