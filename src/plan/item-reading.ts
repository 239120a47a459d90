import type { Aside, Attribution, Decoy, LeftOver } from "./attribution/attribution";
import type { Headline } from "./outline/headline";
import type { Item } from "./outline/item";

/** An item with what was found in it. */
export interface ItemReading {
  item: Item;
  headline: Headline;
  attributions: Attribution[];
  /** Places that say who answers and were not read, and places that only look so. */
  leftOvers: LeftOver[];
  decoys: Decoy[];
  /** Time limits and persons beside the attributions. */
  asides: Aside[];
}
