/**
 * Stable ids. An id is derived from letters and digits of the title and text only, so renumbering, re-punctuating or
 * moving an item does not change it; equal content is told apart by the order of appearance.
 */

/** 64 bits of FNV-1a, as two 32-bit halves with different seeds; enough that plans never meet a chance collision. */
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

/** Letters and digits of a text: what is left when punctuation, spaces and width are no matter. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Hands out ids; one source per plan. */
export function idSource(prefix: string): (...content: string[]) => string {
  const seen = new Map<string, number>();
  return (...content) => {
    const base = prefix + hashOf(content.map(lettersOf).join("\u0000"));
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
