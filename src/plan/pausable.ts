/**
 * A long computation as a generator that yields wherever it may be interrupted. The pane lets its user go on there
 * (`src/excel/pause.ts`); the command line and the tests run it straight through. So a long computation is written
 * once, and code that never waits stays synchronous.
 */
export type Pausable<T> = Generator<undefined, T>;

/**
 * Runs pausable work to its end without a pause.
 * @returns its result
 */
export function runToEnd<T>(work: Pausable<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How many rows or tasks of a plan are processed between two pauses. */
const DEFAULT_STRIDE = 200;

/**
 * `Array.map` that may pause between items.
 * @param every how many items are processed between two pauses; fewer where each is much work
 */
export function* mapPausably<T, R>(items: readonly T[], of: (item: T) => R, every = DEFAULT_STRIDE): Pausable<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(of(item));
    if (results.length % every === 0) yield;
  }
  return results;
}
