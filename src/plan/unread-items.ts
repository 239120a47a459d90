import { SPOKEN_OF } from "./attribution/labelled";
import { namesForSure } from "./attribution/names-left";
import {
  unreadBehind,
  unreadBrackets,
  unreadSentence,
  takenBy,
  type IsTaken,
  type Place,
} from "./attribution/unread-places";
import type { CleanText } from "./characters";
import type { ItemReading } from "./item-reading";
import type { Item } from "./outline/item";
import { cut, stretchesWithin, type Stretch } from "./task-drafts";
import type { Known } from "./tokens/tokens";
import { unattributedItems } from "./unattributed-items";

/**
 * The net below all notations: in each item, places that name units and were neither read nor recognised as something
 * else are left over for a person to look at.
 * @param readings changed in place
 * @param tableStretches where the tables are; nothing is looked for there
 */
export function leaveUnread(
  clean: CleanText,
  readings: readonly ItemReading[],
  tableStretches: readonly Stretch[],
  known: Known,
): void {
  const readsNobody = tableStretches.length === 0 && readings.every(({ attributions }) => attributions.length === 0);
  const expecting = new Set(readsNobody ? endingWithNames(clean, readings, known) : unattributedItems(readings));
  const byItem = new Map(readings.map((reading) => [reading.item, reading]));
  for (const reading of readings) {
    const { item, headline } = reading;
    // An attribution may have been moved to the item above.
    const above = (item.parent && byItem.get(item.parent)?.attributions) ?? [];
    const isTaken = takenBy([...above, ...accountedFor(clean, reading, known)]);
    const tables = stretchesWithin(tableStretches, headline.start, item.end).map(([start, end]) => ({ start, end }));
    for (const stretch of cut([headline.start, item.end], tables))
      leaveUnreadOf(clean, reading, stretch, { isTaken, known, expected: expecting.has(reading) });
  }
}

const FEWEST = 3;

/**
 * Where a plan writes who answers in a way that is never read, its tasks are known by their endings: items of one series
 * of which at least half name units in their last sentence.
 */
function endingWithNames(clean: CleanText, readings: readonly ItemReading[], known: Known): ItemReading[] {
  const series = new Map<Item, ItemReading[]>();
  for (const reading of readings) {
    const { parent, marker, children } = reading.item;
    if (!parent || !marker || children.length > 0) continue;
    const all = series.get(parent) ?? [];
    all.push(reading);
    series.set(parent, all);
  }
  return [...series.values()]
    .filter((all) => {
      const ending = all.filter(({ item, headline }) => {
        const last = /[^。！？；;\n]+[。；;\s]*$/.exec(
          clean.text.slice(Math.max(headline.bodyStart, item.end - LAST), item.end),
        );
        return last !== null && namesForSure(last[0], known);
      });
      return ending.length >= FEWEST && ending.length * 2 >= all.length;
    })
    .flat();
}

/** The last sentence of an item is looked for within this many characters. */
const LAST = 160;

/** What the reading of an item has accounted for. */
function accountedFor(clean: CleanText, reading: ItemReading, known: Known): Place[] {
  const { attributions, leftOvers, decoys, asides } = reading;
  return [
    ...attributions,
    ...leftOvers,
    // A label that is only spoken of accounts for no names, nor does a unit that stands where a person should.
    ...decoys.filter(({ id }) => id !== SPOKEN_OF),
    ...asides.filter(({ kind, start, end }) => kind !== "person" || !namesForSure(clean.text.slice(start, end), known)),
  ];
}

function leaveUnreadOf(
  clean: CleanText,
  { attributions, headline, leftOvers, decoys }: ItemReading,
  [start, end]: Stretch,
  { isTaken, known, expected }: { isTaken: IsTaken; known: Known; expected: boolean },
): void {
  const brackets = unreadBrackets(clean, start, end, isTaken, known, expected);
  leftOvers.push(...brackets.leftOvers);
  decoys.push(...brackets.decoys);
  const last = attributions.at(-1);
  if (last && last.end >= start && last.end < end)
    leftOvers.push(...unreadBehind(clean, last.end, end, isTaken, known));
  else if (expected && leftOvers.length === 0)
    leftOvers.push(...unreadSentence(clean, Math.max(start, headline.bodyStart), end, isTaken, known));
}
