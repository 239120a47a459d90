import type { CleanText } from "../characters";
import { isWideGap } from "../wide-gap";

/** The title of an item and where its body begins; cleaned offsets. */
export interface Headline {
  start: number;
  end: number;
  bodyStart: number;
  /** The title is the whole first line. */
  isHeading: boolean;
}

const LONGEST_TITLE = 60;
const LONGEST_INTRO = 24;

/**
 * The title of an item or paragraph: its first line up to the full stop, or up to the colon or wide gap that ends a
 * short introduction. A first sentence too long for a title is cut at a comma and also belongs to the body.
 * @param from behind the item's number
 * @param limit where the item ends or its first attribution begins
 */
export function headlineOf(clean: CleanText, from: number, limit: number): Headline {
  const { text } = clean;
  let start = from;
  while (start < limit && /[\s•●■◆★▲▪—–-]/.test(text[start]!)) start++;
  const { end, comma, isGap } = firstStop(clean, start, limit);
  if (isGap) return { start, end, bodyStart: end, isHeading: false };
  if (end - start <= LONGEST_TITLE)
    return { start, end, bodyStart: Math.min(limit, end + 1), isHeading: end >= limit || endsLine(text, end) };
  const cut = comma > 0 && comma - start <= LONGEST_TITLE ? comma : Math.min(end, start + LONGEST_TITLE);
  return { start, end: cut, bodyStart: start, isHeading: false };
}

interface Stop {
  end: number;
  /** The first comma that follows at least four characters; -1 where there is none. */
  comma: number;
  /** A wide gap ends a short introduction. */
  isGap: boolean;
}

function firstStop(clean: CleanText, start: number, limit: number): Stop {
  let comma = -1;
  let end = start;
  for (; end < limit && end - start <= 4 * LONGEST_TITLE; end++) {
    const c = clean.text[end]!;
    const isLeadIn = end - start <= LONGEST_INTRO && end > start + 1;
    if (/[\n。！？；;]/.test(c) || (c === ":" && isLeadIn)) break;
    if (comma < 0 && end - start >= 4 && /[，,]/.test(c)) comma = end;
    if (isLeadIn && comma < 0 && clean.gapBefore(end) && isWideGap(clean, end)) return { end, comma, isGap: true };
  }
  return { end, comma, isGap: false };
}

/** Whether the line ends at the title's end or right behind the mark there. */
function endsLine(text: string, end: number): boolean {
  const stop = text[end] ?? "\n";
  return stop === "\n" || (/[。；;:]/.test(stop) && (text[end + 1] ?? "\n") === "\n");
}
