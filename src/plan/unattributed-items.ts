import type { ItemReading } from "./item-reading";
import type { Item } from "./outline/item";
import { lineageOf } from "./outline/outline";

/** A series counts as one of tasks when at least this share of its items are tasks. */
const MOST = 0.5;
const FEWEST = 2;

/**
 * Items that name nobody who answers although most items of their kind do: innermost items of a chapter, numbered in
 * the same style as its tasks.
 * @returns in the order of the text, series by series
 */
export function unattributedItems(readings: readonly ItemReading[]): ItemReading[] {
  const tasks = new Set(readings.flatMap(({ item, attributions }) => (attributions.length > 0 ? [item] : [])));
  const chapters = new Map<Item, Map<string, ItemReading[]>>();
  for (const reading of readings) {
    const { marker, children } = reading.item;
    if (!marker || (children.length > 0 && !tasks.has(reading.item))) continue;
    const chapter = chapterOf(reading.item);
    const styles = chapters.get(chapter) ?? new Map<string, ItemReading[]>();
    const some = styles.get(marker.style) ?? [];
    some.push(reading);
    chapters.set(chapter, styles.set(marker.style, some));
  }
  return [...chapters.values()].flatMap((styles) => [...styles.values()].flatMap((some) => withoutAnswer(some, tasks)));
}

function withoutAnswer(series: readonly ItemReading[], tasks: ReadonlySet<Item>): ItemReading[] {
  const count = series.filter(({ item }) => tasks.has(item)).length;
  if (count < FEWEST || count < MOST * series.length) return [];
  return series.filter(({ item }) => !lineageOf(item).some((one) => tasks.has(one)));
}

const chapterOf = (item: Item): Item =>
  lineageOf(item)
    .filter(({ marker }) => marker)
    .at(-1)!;
