import { lettersOf } from "../../plan/identity";

/** How often each pair of adjacent characters occurs in a text. Ignores punctuation, spaces and character width. */
export type Profile = ReadonlyMap<string, number>;

export function profileOf(text: string): Profile {
  const letters = [...lettersOf(text)];
  const counts = new Map<string, number>();
  if (letters.length === 1) counts.set(letters[0]!, 1);
  for (let index = 1; index < letters.length; index++) {
    const pair = letters[index - 1]! + letters[index]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** The weight of a pair: one that occurs everywhere (in 进一步加强) does not tell texts apart. */
export type Weight = (pair: string) => number;

/** Weights by rarity among the given texts. */
export function weightsOf(profiles: readonly Profile[]): Weight {
  const spread = new Map<string, number>();
  for (const profile of profiles) for (const pair of profile.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const all = profiles.length + 1;
  return (pair) => Math.log(all / (spread.get(pair) ?? 1)) + 0.1;
}

/** The similarity of two texts, 0 to 1: shared weight over mean weight (Dice). Two empty texts are equal. */
export function closenessOf(a: Profile, b: Profile, weight: Weight): number {
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  let total = 0;
  for (const [pair, count] of a) {
    total += count * weight(pair);
    const other = b.get(pair);
    if (other !== undefined) shared += Math.min(count, other) * weight(pair);
  }
  for (const [pair, count] of b) total += count * weight(pair);
  return total === 0 ? 0 : (2 * shared) / total;
}
