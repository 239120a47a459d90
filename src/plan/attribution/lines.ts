/** How far along a line is looked: blank stretches are short, and the limit keeps a text without line breaks linear. */
const GLANCE = 200;

export function lineStart(text: string, position: number, from: number): number {
  const first = Math.max(from, position - GLANCE);
  return first + text.slice(first, position).lastIndexOf("\n") + 1;
}

function lineEnd(text: string, position: number, to: number): number {
  const ahead = text.slice(position, Math.min(to, position + GLANCE)).indexOf("\n");
  return ahead < 0 ? Math.min(to, position + GLANCE) : position + ahead;
}

/** Whether nothing but blanks and separators stands between two positions. */
export function isBlank(text: string, from: number, to: number): boolean {
  return to - from < GLANCE && /^[\s。；;，,]*$/.test(text.slice(from, Math.max(from, to)));
}

/** Whether nothing else stands on the lines where a stretch begins and ends. */
export const isOwnLine = (text: string, start: number, end: number, from: number, to: number): boolean =>
  isBlank(text, lineStart(text, start, from), start) && isBlank(text, end, lineEnd(text, end, to));
