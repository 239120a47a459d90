import { cleanText } from "../characters";
import type { Span } from "../model";
import { headlineOf } from "../outline/headline";
import { pathOf, readOutline, type Item } from "../outline/outline";
import type { PlaceInPlan, PlaceOf } from "./marked-tasks";

/** Makes a function that finds the numbered item and the headings above a position of the text. */
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
    // A passage later in an item is also below that item's own title; a passage that starts right after the item's
    // number is not.
    const isItem = spans[at]![0] >= start || clean.span(item.start, item.marker?.end ?? item.start)[1] >= start;
    for (let up = isItem ? item.parent : item; up?.marker; up = up.parent) section.unshift(titleOf(up));
    return { path: pathOf(item), section };
  };
}

/** A label at the start of a line; the line belongs to the paragraph above. */
const LABEL_LINE = /^\s*[（(【]?[\u4e00-\u9fff、]{2,12}[】]?[：:]/;

/**
 * The passage that contains a position: its numbered item or, without one, its paragraph. A line of labels belongs to
 * the paragraph above.
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

/** Index of the last span that starts at or before the position, or within two characters after it. */
function lastFrom(spans: readonly Span[], position: number): number {
  const few = 2;
  let found = -1;
  for (const [index, [start]] of spans.entries()) if (start <= position + few) found = index;
  return found;
}
