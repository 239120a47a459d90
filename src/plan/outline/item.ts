import type { ItemNumber } from "../lexicon/item-numbers";

/** A numbered item; without `marker`, the text before the first number of a part of the document. */
export interface Item {
  marker?: ItemNumber;
  parent?: Item;
  children: Item[];
  /** Cleaned offsets of the item's own text: number, title and body, without its children. */
  start: number;
  end: number;
  /** Numbers of the lines that were folded into this item (`foldFields`); they are not part of the text. */
  fieldNumbers?: (readonly [start: number, end: number])[];
}

export interface Outline {
  /** The document and its annexes, each with numbered items beneath. */
  parts: Item[];
  /** Every item in the order of the text, parts included. */
  items: Item[];
}
