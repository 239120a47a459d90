/** Tables of words as parts of regular expressions. */

/** Matches any of the words, the longest first. The words are plain text, not patterns. */
export function anyOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|")})`;
}

/** Marks that end a sentence: what a per-year or per-term word says does not reach beyond them. */
export const SENTENCE_ENDS = "。！？!?；;\n";
/** Marks between the clauses of a sentence. */
export const CLAUSE_ENDS = "，,：:|\t";
/** Any of these ends a clause. */
export const STOPS = SENTENCE_ENDS + CLAUSE_ENDS;
