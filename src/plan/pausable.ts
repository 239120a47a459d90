/**
 * Work that yields where it can wait. The pane lets its user go on there (`src/excel/pause.ts`); a terminal and the
 * tests run it through. So a long computation is written once, and stays free of everything that waits.
 */
export type Pausable<T> = Generator<undefined, T>;

/** Runs it through. */
export function runToEnd<T>(work: Pausable<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How many of a plan's rows or tasks are gone through in one go. */
const DEFAULT_STRIDE = 200;

/**
 * `Array.map`, with places to wait.
 * @param every how many items are gone through in one go: fewer, where each is much work
 */
export function* mapPausably<T, R>(items: readonly T[], of: (item: T) => R, every = DEFAULT_STRIDE): Pausable<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(of(item));
    if (results.length % every === 0) yield;
  }
  return results;
}
