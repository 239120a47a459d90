import type { Event, UnnumberedHeading, HeadingWays } from "./best-reading";
import type { OpenSeries, SeriesState } from "./series";
import { firstIndexWhere } from "../binary-search";

const HEADING = 40;
/**
 * Preference for the reading in which a heading divides an item over the one in which it belongs to an item beneath.
 */
const PARTS = 0.5;

/**
 * 主要目标： and later 策略措施： beneath one chapter: what is numbered under the second heading belongs to the chapter, not to
 * the last number under the first. This is so where the first heading stands right under the chapter's title and the
 * second stands once in the chapter. Whether the series beneath has ended is decided by the reading as a whole.
 */
export function dividingHeadings(text: string, events: readonly Event[]): HeadingWays {
  const places = new Map<string, number[]>();
  const numbers = new Map<string, number[]>();
  for (const event of events) {
    if (event.kind === "heading") note(places, event.words, event.start);
    if (event.kind === "number") note(numbers, `${event.marker.style}|${event.marker.value}`, event.marker.start);
  }
  const stays = (state: SeriesState): ReturnType<HeadingWays> => [{ top: state.top, worth: 0 }];
  const isAlone = (heading: UnnumberedHeading, { entry: { marker } }: OpenSeries): boolean => {
    const same = places.get(heading.words) ?? [];
    const end = firstFrom(numbers.get(`${marker.style}|${marker.value + 1}`) ?? [], heading.end) ?? text.length;
    const other = firstFrom(same, firstFrom(same, marker.start)! + 1);
    return other === undefined || other >= end;
  };
  return (heading, state) => {
    const { top, last } = state;
    if (top && top.entry === last && isRightUnder(text, last.marker.end, heading))
      return [{ top: { ...top, divided: true, key: `${top.key}!` }, worth: 0 }];
    let divided = top;
    while (divided && !divided.divided) divided = divided.below;
    if (!divided || divided === top || !isAlone(heading, divided)) return stays(state);
    return [{ top: divided, worth: PARTS }, ...stays(state)];
  };
}

/** Whether nothing but the item's own title stands between its number and the heading. */
function isRightUnder(text: string, from: number, { start }: UnnumberedHeading): boolean {
  if (start - from > 2 * HEADING) return false;
  const between = text.slice(from, start).trim();
  return between !== "" && !/[。；\n]/.test(between);
}

function note(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
}

/** The first place at or behind a position. */
const firstFrom = (places: readonly number[], position: number): number | undefined =>
  places[firstIndexWhere(places.length, (k) => places[k]! >= position)];
