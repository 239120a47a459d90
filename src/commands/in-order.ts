/** Settles when the button that was pressed last is done. */
let latest: Promise<unknown> = Promise.resolve();

/**
 * After the buttons pressed before: one that first waits for the pane, or loads what it needs, is not overtaken by the
 * next, which is to see what it makes. (What asks Excel waits for the pane's own buttons too: `excel/session.ts`.)
 */
export function inOrder(work: () => Promise<void>): Promise<void> {
  const turn = latest.then(work);
  latest = turn.catch(() => undefined);
  return turn;
}
