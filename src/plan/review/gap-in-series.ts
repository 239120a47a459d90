import type { ItemReading } from "../task-drafts";
import { leftOver } from "../finding";
import type { Item } from "../outline/outline";
import { sentence } from "../sentence";
import type { ReviewInput, Rule } from "./rule";

/** An item behind which numbers are missing, and where the text of theirs begins that was read as its own. */
interface Swallowed {
  before: ItemReading;
  /** The item behind the gap. */
  behind: Item;
  start: number;
}

/** Text behind an attribution that is more than its tail. */
const SOME_TEXT = 12;
const LONGEST = 600;

/** Numbers that are missing though the text is there: it was read as the text of the item before them. */
export const gapInSeries: Rule = {
  name: "gap-in-series",
  check: (input) => {
    const { clean } = input;
    return swallowedIn(input).map(({ before, behind, start }) => {
      const said = sentence("编号“{{number}}”之前缺号，缺的一项可能并入了“{{title}}”，请核对。", {
        number: behind.marker!.label,
        title: clean.printed(before.headline.start, before.headline.end),
      });
      const end = behind.marker!.end;
      return leftOver("gap-in-series", "warning", said, clean.span(Math.max(start, end - LONGEST), end));
    });
  },
};

/** All gaps in whose place there is text of an item. */
export function swallowedIn({ clean, readings }: Pick<ReviewInput, "clean" | "readings">): Swallowed[] {
  const byItem = new Map(readings.map((reading) => [reading.item, reading]));
  const besides = new Map(
    readings.flatMap(({ item: { children } }) => children.map((child, k) => [child, children[k - 1]] as const)),
  );
  const seen = new Map<string, number>();
  const gaps: Swallowed[] = [];
  for (const { item } of readings) {
    const { marker, parent } = item;
    if (!marker || !parent) continue;
    const above = itemBefore(item, parent, besides.get(item), seen.get(marker.style));
    const before = above && byItem.get(above);
    seen.set(marker.style, marker.value);
    const start = before && startOfSwallowed(clean.text, before);
    if (before && start !== undefined) gaps.push({ before, behind: item, start });
  }
  return gaps;
}

/**
 * The item that holds what stands before another one whose number does not go on: the last one beneath the one beside
 * it, or the one above where it is the first.
 * @param last the number of the style that was read before
 */
function itemBefore(
  { marker }: Item,
  parent: Item,
  beside: Item | undefined,
  last: number | undefined,
): Item | undefined {
  if (!beside) return marker!.value > 1 && last !== marker!.value - 1 && parent.marker ? parent : undefined;
  if (beside.marker!.style !== marker!.style || marker!.value <= beside.marker!.value + 1) return undefined;
  let deepest = beside;
  while (deepest.children.length > 0) deepest = deepest.children.at(-1)!;
  return deepest;
}

/** Behind the first attribution stands more than its tail; or, of an item above, an attribution of its own. */
function startOfSwallowed(text: string, { item, attributions }: ItemReading): number | undefined {
  const [first] = attributions;
  if (!first) return undefined;
  if (item.children.length > 0) return item.marker!.end;
  return text.slice(first.end, item.end).replace(/\s/g, "").length >= SOME_TEXT ? first.end : undefined;
}
