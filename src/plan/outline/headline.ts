import type { CleanText } from "../characters";

/** Title of an item and where its body begins; cleaned offsets. */
export interface Headline {
  start: number;
  end: number;
  bodyStart: number;
  /** The title is the whole first line: a heading. */
  isHeading: boolean;
}

const LONGEST_TITLE = 60;
const LONGEST_LEAD_IN = 24;

/**
 * The title of an item or paragraph: its first line up to the full stop, or up to a colon or wide gap that closes a
 * short lead-in. A first sentence too long for a title is cut at a comma, and then belongs to the body as well.
 * @param limit where the item ends or its first attribution begins.
 */
export function headlineOf(clean: CleanText, from: number, limit: number): Headline {
  const { text } = clean;
  let start = from;
  while (start < limit && /[\s•●■◆★▲▪—–-]/.test(text[start]!)) start++;
  let comma = -1;
  let end = start;
  for (; end < limit; end++) {
    const c = text[end]!;
    if (c === "\n" || /[。！？；;]/.test(c)) break;
    if (c === ":" && end - start <= LONGEST_LEAD_IN && end > start + 1) break;
    if (comma < 0 && end - start >= 4 && /[，,]/.test(c)) comma = end;
    if (end > start + 1 && end - start <= LONGEST_LEAD_IN && comma < 0 && isWideGap(clean, end)) return { start, end, bodyStart: end, isHeading: false };
    if (end - start > 4 * LONGEST_TITLE) break;
  }
  const stop = text[end] ?? "\n";
  if (end - start <= LONGEST_TITLE) {
    const isHeading = end >= limit ? true : stop === "\n" || (/[。；;:]/.test(stop) && (text[end + 1] ?? "\n") === "\n");
    return { start, end, bodyStart: Math.min(limit, end + 1), isHeading };
  }
  const cut = comma > 0 && comma - start <= LONGEST_TITLE ? comma : Math.min(end, start + LONGEST_TITLE);
  return { start, end: cut, bodyStart: start, isHeading: false };
}

/** Two blanks or an ideographic space between a heading and the text on the same line. */
function isWideGap(clean: CleanText, position: number): boolean {
  if (!clean.gapBefore(position)) return false;
  const before = clean.span(position - 1, position)[1];
  const after = clean.span(position, position + 1)[0];
  return after - before >= 2 || clean.source[before] === "\u3000";
}
