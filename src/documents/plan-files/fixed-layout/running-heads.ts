import type { PageLine } from "./lines";

/** How many lines at the top and at the bottom of a page may be running heads. */
const LINES_AT_EDGE = 2;
/** Running heads lie this close to the page's edges, as a share of its height. */
const EDGE = 0.14;
/** In points: lines whose heights differ less than this repeat at the same height. */
const SAME_HEIGHT = 4;
const PAGE_NUMBER =
  /^[-—–−－·\s]*(?:第\s*)?[\d０-９ⅠⅡⅢⅣⅤivx]{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–−－·\s]*$/;

/**
 * Removes page numbers, and lines that several pages repeat at the same height.
 * @param pages the lines of each page
 * @param heights the height of each page in points
 * @returns the remaining lines of each page, and how many were removed
 */
export function withoutRunningHeads(
  pages: readonly (readonly PageLine[])[],
  heights: readonly number[],
): { pages: PageLine[][]; removed: number } {
  const places = new Map<string, PageLine[]>();
  const outer = pages.map((lines, k) => outermost(lines, heights[k]!));
  for (const lines of outer)
    for (const line of lines) places.set(keyOf(line), [...(places.get(keyOf(line)) ?? []), line]);
  let removed = 0;
  const remaining = pages.map((lines, k) =>
    lines.filter((line) => {
      if (!outer[k]!.has(line)) return true;
      const repeats = places
        .get(keyOf(line))!
        .some((other) => other.page !== line.page && Math.abs(other.y - line.y) < SAME_HEIGHT);
      if (!repeats && !PAGE_NUMBER.test(line.text)) return true;
      removed++;
      return false;
    }),
  );
  return { pages: remaining, removed };
}

function outermost(lines: readonly PageLine[], height: number): Set<PageLine> {
  const ordered = [...lines].sort((a, b) => a.y - b.y);
  return new Set([
    ...ordered.slice(0, LINES_AT_EDGE).filter(({ y }) => y < height * EDGE),
    ...ordered.slice(-LINES_AT_EDGE).filter(({ y }) => y > height * (1 - EDGE)),
  ]);
}

function keyOf(line: PageLine): string {
  return line.text.replace(/\s+/g, "").replace(/\d+/g, "#");
}
