import type { Pausable } from "../plan/pausable";

/** The page is held up for so long, in ms, before it is let draw and answer what was pressed. */
const stretch = 20;

let last = 0;

/** Lets everything else that waits go first, where it has been kept waiting. */
export async function pauseWhenDue(): Promise<void> {
  if (performance.now() - last < stretch) return;
  // A task of its own: a promise alone would go before the page's drawing.
  await new Promise((resolve) => setTimeout(resolve));
  last = performance.now();
}

/** Runs `work`, and waits where it can wait. */
export async function runWithPauses<T>(work: Pausable<T>): Promise<T> {
  for (;;) {
    await pauseWhenDue();
    const { done, value } = work.next();
    if (done) return value;
  }
}
