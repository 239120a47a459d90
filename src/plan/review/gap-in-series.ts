import type { ItemReading } from "../task-drafts";
import { leftOver } from "../finding";
import type { Item } from "../outline/outline";
import { sentence } from "../sentence";
import type { ReviewInput, Rule } from "./rule";

/** Items whose numbers are missing because their text was read as part of the item before them. */
interface Swallowed {
  before: ItemReading;
  /** The item after the gap. */
  after: Item;
  start: number;
}

/** Shortest text after an attribution that is more than a remainder of it. */
const SHORTEST_TEXT = 12;
const LONGEST_SPAN = 600;

/** Finds missing numbers whose text is there but was read as part of the item before them. */
export const gapInSeries: Rule = {
  name: "gap-in-series",
  check: (input) => {
    const { clean } = input;
    return swallowedIn(input).map(({ before, after, start }) => {
      const message = sentence("编号“{{number}}”之前缺号，缺的一项可能并入了“{{title}}”，请核对。", {
        number: after.marker!.label,
        title: clean.printed(before.headline.start, before.headline.end),
      });
      const end = after.marker!.end;
      return leftOver("gap-in-series", "warning", message, clean.span(Math.max(start, end - LONGEST_SPAN), end));
    });
  },
};

/** All gaps in the numbering that are filled with text of another item. */
export function swallowedIn({ clean, readings }: Pick<ReviewInput, "clean" | "readings">): Swallowed[] {
  const byItem = new Map(readings.map((reading) => [reading.item, reading]));
  const previousSiblings = new Map(
    readings.flatMap(({ item: { children } }) => children.map((child, k) => [child, children[k - 1]] as const)),
  );
  const seen = new Map<string, number>();
  const gaps: Swallowed[] = [];
  for (const { item } of readings) {
    const { marker, parent } = item;
    if (!marker || !parent) continue;
    const above = itemBefore(item, parent, previousSiblings.get(item), seen.get(marker.style));
    const before = above && byItem.get(above);
    seen.set(marker.style, marker.value);
    const start = before && startOfSwallowed(clean.text, before);
    if (before && start !== undefined) gaps.push({ before, after: item, start });
  }
  return gaps;
}

/**
 * The item that contains the text before an item whose number does not continue the series: the last item below the
 * previous sibling, or the parent of a first child.
 * @param last the previous number of the same style
 */
function itemBefore(
  { marker }: Item,
  parent: Item,
  sibling: Item | undefined,
  last: number | undefined,
): Item | undefined {
  if (!sibling) return marker!.value > 1 && last !== marker!.value - 1 && parent.marker ? parent : undefined;
  if (sibling.marker!.style !== marker!.style || marker!.value <= sibling.marker!.value + 1) return undefined;
  let deepest = sibling;
  while (deepest.children.length > 0) deepest = deepest.children.at(-1)!;
  return deepest;
}

/**
 * Start of the swallowed text: after the first attribution if more than a remainder follows; after the number of a
 * parent item that has an attribution of its own.
 */
function startOfSwallowed(text: string, { item, attributions }: ItemReading): number | undefined {
  const [first] = attributions;
  if (!first) return undefined;
  if (item.children.length > 0) return item.marker!.end;
  return text.slice(first.end, item.end).replace(/\s/g, "").length >= SHORTEST_TEXT ? first.end : undefined;
}
