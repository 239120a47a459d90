import type { CleanText } from "../characters";
import { foldFields } from "./fields";
import { dividingHeadings } from "./dividing-headings";
import { filledLines } from "./lines";
import { eventsOf } from "./events";
import type { Item, Outline } from "./item";
import { bestReading, type OutlineStart } from "./best-reading";
import type { ItemStart } from "./series";

export type { Item, Outline } from "./item";

/**
 * Finds the numbered items of a plan: first every place that may be a number is collected, then the most consistent
 * reading of all of them is taken and made into items.
 * @param tables starts of the lines that belong to tables; these hold no items
 */
export function readOutline(clean: CleanText, tables: ReadonlySet<number>): Outline {
  const lines = filledLines(clean.text).filter((line) => !tables.has(line.start));
  const events = eventsOf(clean, lines);
  return foldFields(
    clean.text,
    itemsOf(clean.text, bestReading(clean.text, events, dividingHeadings(clean.text, events))),
  );
}

function itemsOf(text: string, readings: readonly OutlineStart[]): Outline {
  const part = (start: number): Item => ({ children: [], start, end: text.length });
  const first = part(0);
  const outline: Outline = { parts: [first], items: [first] };
  const itemOf = new Map<ItemStart, Item>();
  for (const reading of readings) {
    outline.items.at(-1)!.end = "kind" in reading ? reading.start : reading.marker.start;
    if ("kind" in reading) {
      outline.parts.push(part(reading.start));
      outline.items.push(outline.parts.at(-1)!);
      continue;
    }
    const parent = (reading.above && itemOf.get(reading.above)) ?? outline.parts.at(-1)!;
    const item: Item = { ...part(reading.marker.start), marker: reading.marker, parent };
    parent.children.push(item);
    itemOf.set(reading, item);
    outline.items.push(item);
  }
  return outline;
}

/** The path of an item: its number and those of the items above it, outermost first, joined by `/`. */
export const pathOf = (item: Item): string =>
  lineageOf(item)
    .flatMap(({ marker }) => marker?.label ?? [])
    .reverse()
    .join("/");

/** The item and its ancestors, innermost first; the last is a part of the document. */
export function lineageOf(item: Item): Item[] {
  const lineage: Item[] = [];
  for (let at: Item | undefined = item; at; at = at.parent) lineage.push(at);
  return lineage;
}
