/** Settles when the button that was pressed last has finished. */
let latest: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` after all buttons pressed earlier have finished: a button that waits for the pane or for code to load
 * must not be overtaken by the next, which has to see its result. (Requests to Excel also wait for the pane's buttons:
 * `excel/session.ts`.)
 */
export function inOrder(work: () => Promise<void>): Promise<void> {
  const turn = latest.then(work);
  latest = turn.catch(() => undefined);
  return turn;
}
