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

/** A line, or any stretch, of a text without the white space at its ends. */
export function trimmedLine(text: string, { start, end }: Line): Line {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
