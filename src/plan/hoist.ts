import type { CleanText } from "./characters";
import type { ItemReading } from "./item-reading";
import type { Item } from "./outline/outline";

/**
 * When, of several sub-items, only the last carries an attribution, at its very end, it may answer for them all and
 * then belongs to the item above: when it stands on a line of its own and most such lists of the plan are
 * attributed so; else when the plan attributes the items beside that one, and nowhere several sub-items of one item.
 */
export function hoist(
  readings: readonly ItemReading[],
  byItem: ReadonlyMap<Item, ItemReading>,
  clean: CleanText,
): void {
  const attributed = new Set<Item>();
  for (const { item, attributions } of readings) if (attributions.length > 0) attributed.add(item);
  const lastOnly = readings.filter((reading) => canHoist(reading, byItem, clean));
  const several = readings.filter(
    ({ item }) => item.parent?.marker && item.children.filter((child) => attributed.has(child)).length >= 2,
  ).length;
  for (const reading of lastOnly) {
    const last = byItem.get(reading.item.children.at(-1)!)!;
    if (!speaksForAll(reading, last, { attributed, lists: lastOnly.length, several })) continue;
    reading.attributions = last.attributions;
    last.attributions = [];
  }
}

/** How a plan attributes: lists of which only the last item is, and items of which several sub-items are. */
interface Habit {
  attributed: ReadonlySet<Item>;
  lists: number;
  several: number;
}

function speaksForAll({ item }: ItemReading, last: ItemReading, { attributed, lists, several }: Habit): boolean {
  const isChapter = !item.parent?.marker;
  if (last.attributions[0]!.ownLine) return !isChapter || lists > several;
  const beside = item.parent?.children.some((sibling) => sibling !== item && attributed.has(sibling)) ?? false;
  return several === 0 && !isChapter && (beside || lists > 1);
}

function canHoist(reading: ItemReading, byItem: ReadonlyMap<Item, ItemReading>, clean: CleanText): boolean {
  const { children, marker } = reading.item;
  if (children.length < 2 || !marker || reading.attributions.length > 0) return false;
  const last = byItem.get(children[children.length - 1]!);
  if (!last || last.attributions.length !== 1) return false;
  if (children.some((child) => child.children.length > 0 || (child !== last.item && hasAttribution(child, byItem))))
    return false;
  const after = last.attributions[0]!.end;
  const rest = clean.text.slice(after, Math.min(last.item.end, after + 200)).split("\n", 1)[0] ?? "";
  return !/[^\s。；;]/.test(rest);
}

function hasAttribution(item: Item, byItem: ReadonlyMap<Item, ItemReading>): boolean {
  return (
    (byItem.get(item)?.attributions.length ?? 0) > 0 || item.children.some((child) => hasAttribution(child, byItem))
  );
}
