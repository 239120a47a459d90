import type { CleanText } from "../characters";
import type { ItemNumber } from "../lexicon/item-numbers";
import { foldFields } from "./fields";
import { dividingHeadings } from "./dividing-headings";
import { filledLines } from "./lines";
import { eventsOf } from "./events";
import { bestReading, type OutlineStart } from "./best-reading";
import type { ItemStart } from "./series";

/** A numbered item; without `marker`, the text before the first number of a part of the document. */
export interface Item {
  marker?: ItemNumber;
  parent?: Item;
  children: Item[];
  /** Cleaned offsets of the item's own text: number, title and body, without its children. */
  start: number;
  end: number;
  /** Numbers of the lines that were folded into this item, see {@link foldFields}; they are not part of the text. */
  fieldNumbers?: (readonly [start: number, end: number])[];
}

export interface Outline {
  /** The document and its annexes, each with numbered items beneath. */
  parts: Item[];
  /** Every item in the order of the text, parts included. */
  items: Item[];
}

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
