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
 * Finds the numbered items of a plan. Whatever may be a number is collected first; then the most consistent reading of
 * them all is taken, and made into items.
 * @param tables lines that belong to tables; they hold no items.
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

/** Numbers of the item and of those above it, outermost first. */
export function pathOf(item: Item): string {
  const labels: string[] = [];
  for (let at: Item | undefined = item; at; at = at.parent) if (at.marker) labels.unshift(at.marker.label);
  return labels.join("/");
}
