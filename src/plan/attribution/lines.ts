/** How far a line is looked along: what is blank is short, and a text without line breaks stays linear. */
const GLANCE = 200;

export function lineStart(text: string, position: number, from: number): number {
  const first = Math.max(from, position - GLANCE);
  return first + text.slice(first, position).lastIndexOf("\n") + 1;
}

function lineEnd(text: string, position: number, to: number): number {
  const ahead = text.slice(position, Math.min(to, position + GLANCE)).indexOf("\n");
  return ahead < 0 ? Math.min(to, position + GLANCE) : position + ahead;
}

/** Nothing but blanks and separators between two places. */
export function isBlank(text: string, from: number, to: number): boolean {
  return to - from < GLANCE && /^[\s。；;，,]*$/.test(text.slice(from, Math.max(from, to)));
}

/** Nothing else stands on the line of a stretch. */
export const isOwnLine = (text: string, start: number, end: number, from: number, to: number): boolean =>
  isBlank(text, lineStart(text, start, from), start) && isBlank(text, end, lineEnd(text, end, to));
