/** A line of the cleaned text, `[start, end)` without its line break. */
export interface Line {
  start: number;
  end: number;
}

/** The lines that are not blank, in order. */
export function filledLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim() !== "") lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Whether a line belongs to a table of contents: it ends with dots and a page number. */
export function isContentsLine(line: string): boolean {
  return /[.…·。]{2,}[(]?\d{1,4}[)]?$/.test(line);
}
