/** The most attempts: the last result counts even if something changed, since the user may go on typing. */
const mostAttempts = 5;

/**
 * Repeats work that pauses until nothing has changed during it, so that its result belongs to one moment.
 * @param changes the number of changes so far
 */
export async function untilUnchanged<T>(work: () => Promise<T>, changes: () => number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = changes();
    const done = await work();
    if (changes() === before || attempt === mostAttempts) return done;
  }
}
