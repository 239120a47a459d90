/**
 * Office XML compresses to between a tenth and a thirtieth, the content of PDF pages to between a fifth and a twentieth. A
 * higher ratio than this, counted above one megabyte, means a zip bomb.
 */
const MAX_RATIO = 250;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Whether data inflates so much that the file must be a zip bomb. Both sizes are in bytes. */
export const inflatesLikeBomb = (inflated: number, packed: number): boolean =>
  inflated > RATIO_COUNTS_FROM && inflated > packed * MAX_RATIO;

/** Concatenates chunks. @param size their total length in bytes */
export function concatBytes(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
