/** So often work is done again before what has come of it counts, disturbed or not: a person cannot type for ever. */
const mostAttempts = 5;

/**
 * Does work that pauses again where something has changed in one of its pauses, so that what comes of it is of one
 * moment.
 * @param changes counts what has changed so far
 */
export async function untilUnchanged<T>(work: () => Promise<T>, changes: () => number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = changes();
    const done = await work();
    if (changes() === before || attempt === mostAttempts) return done;
  }
}
