import type { PageLine } from "./lines";

/** In font sizes: a line that ends this close to the right edge is full. */
const FULL_WITHIN = 2.2;
/** In font sizes: a line that begins this far from the left edge opens a paragraph. */
const INDENT = 1;
/** Share of lines that are indented in a document whose paragraphs open with an indent. */
const INDENTED_SHARE = 0.05;
const NUMBERED = /^\s*(?:[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条]|[①-⑳])/;

/** Joins lines into paragraphs: a full line goes on in the next one, unless that is indented or numbered. */
export function joinParagraphs(lines: readonly PageLine[]): { paragraphs: string[]; joined: number } {
  const left = common(lines.map((line) => line.left));
  const right = wide(lines)[0]?.right ?? 0;
  const isIndented = (line: PageLine): boolean => line.left > left + INDENT * line.size;
  const usesIndents = lines.filter(isIndented).length > lines.length * INDENTED_SHARE;
  const paragraphs: string[] = [];
  let joined = 0;
  lines.forEach((line, k) => {
    const before = lines[k - 1];
    const goesOn =
      before !== undefined &&
      before.right > right - FULL_WITHIN * before.size &&
      Math.abs(before.size - line.size) < 0.15 * line.size &&
      !isIndented(line) &&
      !(before.text.includes("\t") || line.text.includes("\t")) &&
      (usesIndents || !NUMBERED.test(line.text));
    if (goesOn) {
      paragraphs[paragraphs.length - 1] += blank(before.text, line.text) + line.text;
      joined++;
    } else paragraphs.push(line.text);
  });
  return { paragraphs: paragraphs.map((text) => text.trim()), joined };
}

/** Chinese needs no blank where lines meet, Latin words do. */
function blank(before: string, after: string): string {
  return /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? " " : "";
}

/** The left edge that most lines share, to the nearest point; the leftmost of equals. */
function common(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const often = [...counts].filter(([, count]) => count >= most * 0.5).map(([value]) => value);
  return often.length > 0 ? Math.min(...often) : 0;
}

/** A few lines may run over the edge (hanging punctuation, an annex on a wider page): the widest tenth does not count. */
function wide(lines: readonly PageLine[]): PageLine[] {
  const ordered = [...lines].sort((a, b) => b.right - a.right);
  return ordered.slice(Math.floor(ordered.length / 10));
}
