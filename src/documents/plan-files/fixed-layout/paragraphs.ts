import { beginsWithNumber } from "../begins-with-number";
import type { PageLine } from "./lines";

/** In font sizes: a line that ends this close to the right edge is full. */
const FULL_WITHIN = 2.2;
/** In font sizes: a line that begins this far right of the left edge is indented. */
const INDENT = 1;
/** Lowest share of indented lines in a document whose paragraphs begin with an indent. */
const INDENTED_SHARE = 0.05;

/** Lowest share of a page's or column's width that its text takes. */
const TEXT_SHARE = 0.5;

/** The edges of lines with the same margins, and whether paragraphs begin with an indent there. */
interface Margins {
  left: number;
  right: number;
  usesIndents: boolean;
}

const isIndented = (line: PageLine, { left }: Margins): boolean => line.left > left + INDENT * line.size;

/** Determines the margins of a document's lines, for each page size and column. */
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
      // If all lines are short, none of them counts as full.
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

/**
 * Joins lines into paragraphs: a full line continues in the next one, unless that is indented or begins with a number.
 * @param margins as {@link marginsOf} returns them for these lines
 * @returns `joined`: how many lines were joined to the one before
 */
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
    (own.usesIndents || !beginsWithNumber(line.text))
  );
}

/** Where lines are joined, Chinese needs no space but Latin words do. */
function blank(before: string, after: string): string {
  return /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? " " : "";
}

/** The most common left edge, rounded to points; the leftmost of those at least half as common. */
function common(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const often = [...counts].filter(([, count]) => count >= most * 0.5).map(([value]) => value);
  return often.length > 0 ? Math.min(...often) : 0;
}

/** Drops the widest tenth of the lines, longest first: a few may run over the edge with hanging punctuation. */
function wide(lines: readonly PageLine[]): PageLine[] {
  const ordered = [...lines].sort((a, b) => b.right - a.right);
  return ordered.slice(Math.floor(ordered.length / 10));
}
