import type { CleanText } from "./characters";

/**
 * Whether the source has two blanks or more, or an ideographic space, right before a cleaned position: too wide for a
 * slip of the hand. Between Latin letters and digits the cleaned text keeps one blank; the position may be that blank.
 */
export function isWideGap(clean: CleanText, position: number): boolean {
  const next = clean.text[position] === " " ? position + 1 : position;
  const gapStart = clean.span(position - 1, position)[1];
  const gapEnd = clean.span(next, next + 1)[0];
  return gapEnd - gapStart >= 2 || clean.source[gapStart] === "\u3000";
}
