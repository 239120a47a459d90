import type { CleanText } from "./characters";
import type { ItemReading } from "./item-reading";
import type { Item } from "./outline/outline";

/**
 * Where only the last of several sub-items carries an attribution, at its very end, that attribution may answer for all
 * of them. It is then moved (hoisted) to the item above:
 * - where it stands on a line of its own, and most such lists of the plan are attributed like that;
 * - otherwise, where the plan attributes the item's siblings and never several sub-items of one item.
 * @param readings changed in place
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

/**
 * How a plan attributes: which items carry attributions, how many `lists` have only their last item attributed, and how
 * many items have `several` attributed sub-items.
 */
interface Habit {
  attributed: ReadonlySet<Item>;
  lists: number;
  several: number;
}

function speaksForAll({ item }: ItemReading, last: ItemReading, { attributed, lists, several }: Habit): boolean {
  const isChapter = !item.parent?.marker;
  if (last.attributions[0]!.ownLine) return !isChapter || lists > several;
  const hasAttributedSibling =
    item.parent?.children.some((sibling) => sibling !== item && attributed.has(sibling)) ?? false;
  return several === 0 && !isChapter && (hasAttributedSibling || lists > 1);
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
