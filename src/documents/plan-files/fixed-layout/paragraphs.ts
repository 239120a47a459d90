import { itemNumberAt } from "../../../plan/lexicon/item-numbers";
import type { PageLine } from "./lines";

/** In font sizes: a line that ends this close to the right edge is full. */
const FULL_WITHIN = 2.2;
/** In font sizes: a line that begins this far from the left edge opens a paragraph. */
const INDENT = 1;
/** Share of lines that are indented in a document whose paragraphs open with an indent. */
const INDENTED_SHARE = 0.05;

/** Share of a page's or a column's width that its text takes at least. */
const TEXT_SHARE = 0.5;

/** Where the lines that share their margins begin and end, and whether paragraphs open with an indent there. */
interface Margins {
  left: number;
  right: number;
  usesIndents: boolean;
}

const isIndented = (line: PageLine, { left }: Margins): boolean => line.left > left + INDENT * line.size;

/** What the lines of a document have in common, for each size of page and each column. */
export function marginsOf(lines: readonly PageLine[]): Map<string, Margins> {
  const groups = new Map<string, PageLine[]>();
  for (const line of lines) {
    const group = groups.get(line.margins);
    if (group) group.push(line);
    else groups.set(line.margins, [line]);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const left = common(group.map((line) => line.left));
      // Where all lines are short, none of them is full.
      const margins = {
        left,
        right: Math.max(wide(group)[0]?.right ?? 0, left + TEXT_SHARE * group[0]!.area),
        usesIndents: false,
      };
      return [
        key,
        {
          ...margins,
          usesIndents: group.filter((line) => isIndented(line, margins)).length > group.length * INDENTED_SHARE,
        },
      ];
    }),
  );
}

/** Joins lines into paragraphs: a full line goes on in the next one, unless that is indented or numbered. */
export function joinParagraphs(
  lines: readonly PageLine[],
  margins: ReadonlyMap<string, Margins>,
): { paragraphs: string[]; joined: number } {
  const paragraphs: string[] = [];
  let joined = 0;
  lines.forEach((line, k) => {
    const before = lines[k - 1];
    if (before && goesOn(before, line, margins.get(before.margins)!, margins.get(line.margins)!)) {
      paragraphs[paragraphs.length - 1] += blank(before.text, line.text) + line.text;
      joined++;
    } else paragraphs.push(line.text);
  });
  return { paragraphs: paragraphs.map((text) => text.trim()), joined };
}

function goesOn(before: PageLine, line: PageLine, above: Margins, own: Margins): boolean {
  return (
    before.right > above.right - FULL_WITHIN * before.size &&
    Math.abs(before.size - line.size) < 0.15 * line.size &&
    !isIndented(line, own) &&
    !(before.text.includes("\t") || line.text.includes("\t")) &&
    (own.usesIndents || itemNumberAt(line.text.normalize("NFKC"), 0, false) === undefined)
  );
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

/** A few lines may run over the edge (hanging punctuation): the widest tenth does not count. */
function wide(lines: readonly PageLine[]): PageLine[] {
  const ordered = [...lines].sort((a, b) => b.right - a.right);
  return ordered.slice(Math.floor(ordered.length / 10));
}
