import type { PageLine } from "./lines";

/** Lines from the top and from the bottom of a page that may be running heads. */
const OUTERMOST = 2;
/** Points. */
const SAME_HEIGHT = 4;
const PAGE_NUMBER = /^[-—–−－·\s]*(?:第\s*)?[\d０-９ⅠⅡⅢⅣⅤivx]{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–−－·\s]*$/;

/** The lines without page numbers and without what stands on several pages at one height; and how many went. */
export function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): { pages: PageLine[][]; removed: number } {
  const places = new Map<string, { y: number; page: number }[]>();
  const outer = pages.map((lines) => outermost(lines));
  for (const lines of outer) {
    for (const line of lines) {
      const key = keyOf(line);
      const seen = places.get(key) ?? [];
      seen.push({ y: line.y, page: line.page });
      places.set(key, seen);
    }
  }
  let removed = 0;
  const kept = pages.map((lines, k) =>
    lines.filter((line) => {
      if (!outer[k]!.has(line)) return true;
      const repeats = places.get(keyOf(line))!.some((other) => other.page !== line.page && Math.abs(other.y - line.y) < SAME_HEIGHT);
      if (!repeats && !PAGE_NUMBER.test(line.text)) return true;
      removed++;
      return false;
    }),
  );
  return { pages: kept, removed };
}

function outermost(lines: readonly PageLine[]): Set<PageLine> {
  const ordered = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...ordered.slice(0, OUTERMOST), ...ordered.slice(-OUTERMOST)]);
}

function keyOf(line: PageLine): string {
  return line.text.replace(/\s+/g, "").replace(/\d+/g, "#");
}
