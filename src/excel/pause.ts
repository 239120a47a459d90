import type { Pausable } from "../plan/pausable";

/** Milliseconds that work may block the page before the page gets to draw and handle input. */
const stretch = 20;

let last = 0;

/** Lets the page draw and handle input, if it was blocked for `stretch`. */
export async function pauseWhenDue(): Promise<void> {
  if (performance.now() - last < stretch) return;
  // A macrotask: a promise alone would run before the page draws.
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
