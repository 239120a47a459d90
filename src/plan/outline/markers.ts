import { itemNumberAt, type ItemNumber } from "../lexicon/item-numbers";

export { BOX_STYLE } from "../lexicon/item-numbers";

/** A number that opens an item. */
export type Marker = ItemNumber;

/** The number that starts exactly at `position`, if any; see {@link itemNumberAt}. */
export const markerAt = (text: string, position: number, inLine: boolean): Marker | undefined =>
  itemNumberAt(text, position, inLine);
