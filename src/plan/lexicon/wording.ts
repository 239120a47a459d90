/** Tables of words as parts of regular expressions. */

/** A pattern that matches any of the words, longest first. The words are plain text, not patterns. */
export function anyOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|")})`;
}

/** Marks that end a sentence. A statement such as “per year” or “per term” does not apply beyond them. */
export const SENTENCE_ENDS = "。！？!?；;\n";
/** Marks between the clauses of a sentence. */
export const CLAUSE_ENDS = "，,：:|\t";
/** Marks that end a clause. */
export const STOPS = SENTENCE_ENDS + CLAUSE_ENDS;
