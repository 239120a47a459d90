import { cleanText } from "../characters";
import type { Span } from "../model";
import { headlineOf } from "../outline/headline";
import { pathOf, readOutline, type Item } from "../outline/outline";
import type { PlaceInPlan, PlaceOf } from "./marked-tasks";

/** Tells for places of a text which numbered item they stand in, and beneath which headings. */
export function placesIn(source: string): PlaceOf {
  const clean = cleanText(source);
  const { items } = readOutline(clean, new Set());
  const spans = items.map((item) => clean.span(item.start, item.end));
  const titleOf = (item: Item): string => {
    const { start, end } = headlineOf(clean, item.marker?.end ?? item.start, item.end);
    return clean.printed(start, end);
  };
  return ([start]: Span): PlaceInPlan => {
    const at = lastFrom(spans, start);
    const item = items[at];
    if (!item) return { path: "", section: [] };
    const section: string[] = [];
    // A passage further on in an item stands beneath that item's own title too; one that leaves out its number does
    // not.
    const isItem = spans[at]![0] >= start || clean.span(item.start, item.marker?.end ?? item.start)[1] >= start;
    for (let up = isItem ? item.parent : item; up?.marker; up = up.parent) section.unshift(titleOf(up));
    return { path: pathOf(item), section };
  };
}

/** A label at the beginning of a line: what stands there is said of the paragraph above. */
const LABEL_LINE = /^\s*[（(【]?[\u4e00-\u9fff、]{2,12}[】]?[：:]/;

/**
 * The passage that a place belongs to: its numbered item; without one its paragraph, with a line of labels the one
 * above.
 */
export function passageAt(source: string, position: number): Span {
  const clean = cleanText(source);
  const items = readOutline(clean, new Set()).items;
  const spans = items.map((item) => clean.span(item.start, item.end));
  const at = lastFrom(spans, position);
  if (items[at]?.marker && spans[at]![1] > position) return spans[at]!;
  return lineAt(source, position);
}

function lineAt(source: string, position: number): Span {
  let start = source.lastIndexOf("\n", position - 1) + 1;
  const found = source.indexOf("\n", position);
  const end = found < 0 ? source.length : found;
  while (start > 0 && (LABEL_LINE.test(source.slice(start, start + 40)) || source.slice(start, end).trim() === "")) {
    start = source.lastIndexOf("\n", start - 2) + 1;
  }
  return [start, end];
}

/** The last span that begins at the position or before it; one that begins a few blanks behind it counts too. */
function lastFrom(spans: readonly Span[], position: number): number {
  const few = 2;
  let found = -1;
  for (const [index, [start]] of spans.entries()) if (start <= position + few) found = index;
  return found;
}
