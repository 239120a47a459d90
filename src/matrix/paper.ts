import { pageMargins } from "./build";
import { body } from "./look";
import type { PageSetup } from "./sheet";

/** Points, the short side first. */
const papers = { a3: [842, 1191], a4: [595, 842] } as const;

export type Paper = PageSetup["paper"];

const printable = (points: number): number => points - pageMargins.left - pageMargins.right;

/**
 * How the matrix stands on the paper: A3 across; A4 upright where the columns that are shown fit in full, else across.
 */
export const orientationOn = (paper: Paper, width: number): PageSetup["orientation"] =>
  paper === "a4" && width <= printable(papers.a4[0]) ? "portrait" : "landscape";

/**
 * The size, in points, of the table's letters when it is printed one page wide.
 * @param width of the columns that are shown, in points
 */
export function printedSize(paper: Paper, width: number): number {
  const [short, long] = papers[paper];
  const across = printable(orientationOn(paper, width) === "portrait" ? short : long);
  return body.fontSize! * Math.min(1, across / Math.max(1, width));
}
