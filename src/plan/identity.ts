/**
 * Stable ids. An id is derived from the letters and digits of title and text alone, so renumbering, re-punctuating or
 * moving an item does not change it. Items of equal content are distinguished by their order.
 */

/**
 * A 64-bit hash of the FNV-1a kind, as two 32-bit halves with different seeds: chance collisions within a plan are not
 * to be expected.
 * @returns 14 characters of base 36
 */
export function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ (c + i), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(36).padStart(7, "0") + (b >>> 0).toString(36).padStart(7, "0");
}

/** The letters and digits of a text in NFKC: what counts where punctuation, spaces and width do not. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Makes a function that hands out ids. Use one source for each kind of item of a plan, and ask in the order of the
 * text: the second item of equal content gets `-2`, and so on.
 */
export function idSource(prefix: string): (...content: string[]) => string {
  const seen = new Map<string, number>();
  return (...content) => {
    const base = prefix + hashOf(content.map(lettersOf).join("\u0000"));
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
