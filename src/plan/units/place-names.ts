import { endsLikeUnit } from "../lexicon/endings";

const SHORTEST = 2;
const LONGEST = 6;
/** The shortest rest of a name after its place: 检修公司. */
const SHORTEST_REST = 4;

/**
 * Places and bodies with which the names of a plan's units begin (青溪检修公司, 青溪送变电公司), learnt from the names: a beginning
 * counts where two names or more share it.
 */
export class PlaceNames {
  private readonly rests = new Map<string, Set<string>>();

  add(name: string): void {
    for (let length = SHORTEST; length <= LONGEST && name.length - length >= SHORTEST_REST; length++) {
      const rest = name.slice(length);
      if (!endsLikeUnit(rest)) continue;
      const place = name.slice(0, length);
      const known = this.rests.get(place);
      if (known) known.add(rest);
      else this.rests.set(place, new Set([rest]));
    }
  }

  /**
   * Adds the place of the name before: 建设公司 after 青溪检修 is 青溪建设公司, since the place is said once for both, like the last
   * word.
   */
  withPlace(name: string, before: string): string {
    for (let length = Math.min(LONGEST, before.length - SHORTEST_REST); length >= SHORTEST; length--) {
      const place = before.slice(0, length);
      if ((this.rests.get(place)?.size ?? 0) >= 2) return name.startsWith(place) ? name : place + name;
    }
    return name;
  }
}
