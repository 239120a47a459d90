import type { Aside, Attribution, Decoy, LeftOver } from "./attribution/attribution";
import type { Headline } from "./outline/headline";
import type { Item } from "./outline/item";

/** An outline item with what was read in it. */
export interface ItemReading {
  item: Item;
  headline: Headline;
  attributions: Attribution[];
  /** Places that seem to say who answers and could not be read. */
  leftOvers: LeftOver[];
  decoys: Decoy[];
  /** Time limits and persons outside the attributions. */
  asides: Aside[];
}
