import type { Event, UnnumberedHeading, HeadingWays } from "./best-reading";
import type { OpenSeries, SeriesState } from "./series";
import { firstIndexWhere } from "../binary-search";

const HEADING = 40;
/** A heading parts an item rather than standing within one of the items beneath, if nothing speaks against it. */
const PARTS = 0.5;

/**
 * 主要目标： and later 策略措施： beneath one chapter: what is numbered under the second belongs to the chapter, not to the last
 * number under the first. So it is where the first stands right under the chapter's title, and the second stands there
 * once; whether the series beneath is over is left to the reading as a whole.
 */
export function dividingHeadings(text: string, events: readonly Event[]): HeadingWays {
  const places = new Map<string, number[]>();
  const numbers = new Map<string, number[]>();
  for (const event of events) {
    if (event.kind === "heading") note(places, event.words, event.start);
    if (event.kind === "number") note(numbers, `${event.marker.style}|${event.marker.value}`, event.marker.start);
  }
  const stays = (standing: SeriesState): ReturnType<HeadingWays> => [{ top: standing.top, worth: 0 }];
  const isAlone = (heading: UnnumberedHeading, { entry: { marker } }: OpenSeries): boolean => {
    const same = places.get(heading.words) ?? [];
    const end = firstFrom(numbers.get(`${marker.style}|${marker.value + 1}`) ?? [], heading.end) ?? text.length;
    const other = firstFrom(same, firstFrom(same, marker.start)! + 1);
    return other === undefined || other >= end;
  };
  return (heading, standing) => {
    const { top, last } = standing;
    if (top && top.entry === last && isRightUnder(text, last.marker.end, heading))
      return [{ top: { ...top, divided: true, key: `${top.key}!` }, worth: 0 }];
    let divided = top;
    while (divided && !divided.divided) divided = divided.below;
    if (!divided || divided === top || !isAlone(heading, divided)) return stays(standing);
    return [{ top: divided, worth: PARTS }, ...stays(standing)];
  };
}

/** Nothing but the item's own title stands above the line. */
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
