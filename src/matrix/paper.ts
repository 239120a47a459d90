import { pageMargins } from "./build";
import { body } from "./look";
import type { PageSetup } from "./sheet";

/** In points, the short side first. */
const papers = { a3: [842, 1191], a4: [595, 842] } as const;

export type Paper = PageSetup["paper"];

const printable = (points: number): number => points - pageMargins.left - pageMargins.right;

/** The page's orientation: A3 is landscape; A4 is portrait if the shown columns fit at full size, else landscape. */
export const orientationOn = (paper: Paper, width: number): PageSetup["orientation"] =>
  paper === "a4" && width <= printable(papers.a4[0]) ? "portrait" : "landscape";

/**
 * Font size in points at which the table is printed when it is fitted to one page's width.
 * @param width of the shown columns, in points
 */
export function printedSize(paper: Paper, width: number): number {
  const [short, long] = papers[paper];
  const across = printable(orientationOn(paper, width) === "portrait" ? short : long);
  return body.fontSize! * Math.min(1, across / Math.max(1, width));
}
