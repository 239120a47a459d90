import { itemNumberAt } from "../../plan/lexicon/item-numbers";

/** Whether a line begins with an item number: `一、`, `（二）`, `3.` */
export const beginsWithNumber = (text: string): boolean => itemNumberAt(text.normalize("NFKC"), 0, false) !== undefined;
