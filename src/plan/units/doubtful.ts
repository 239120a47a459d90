import type { Unit } from "../model";

/** Two units of a plan that may be one: `shorter` is `longer` with characters left out. */
export interface DoubtfulPair {
  shorter: string;
  longer: string;
}

/** How many first and last characters must agree: they tell the place or level, and the kind of body. */
const sameStart = 1;
const sameEnd = 1;
const shortest = 3;

/**
 * Pairs to ask about: one name is the other with characters left out, as short forms are made (县科技局 in 县科学技术局). Certain
 * pairs have been merged before; the user decides about these.
 */
export function doubtfulPairs(units: readonly Unit[]): DoubtfulPair[] {
  const byEnds = new Map<string, string[]>();
  for (const { name } of units) {
    if (name.length < shortest) continue;
    const key = name.slice(0, sameStart) + name.slice(-sameEnd);
    byEnds.set(key, [...(byEnds.get(key) ?? []), name]);
  }
  const pairs: DoubtfulPair[] = [];
  for (const names of byEnds.values()) {
    const sorted = [...names].sort((a, b) => a.length - b.length);
    sorted.forEach((shorter, index) => {
      for (const longer of sorted.slice(index + 1))
        if (longer.length > shorter.length && isWithin(shorter, longer)) pairs.push({ shorter, longer });
    });
  }
  return pairs;
}

/** Whether `shorter` is `longer` with characters left out. */
export function isWithin(shorter: string, longer: string): boolean {
  let at = 0;
  for (const c of longer) if (c === shorter[at]) at++;
  return at === shorter.length;
}
