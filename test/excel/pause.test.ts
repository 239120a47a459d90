import { runWithPauses } from "../../src/excel/pause";
import type { Pausable } from "../../src/plan/pausable";

/** Blocks the thread for this long, in ms. */
function hold(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function* pieces(count: number, ms: number): Pausable<number> {
  for (let piece = 0; piece < count; piece++) {
    hold(ms);
    yield;
  }
  return count;
}

describe("long work in the pane", () => {
  it("lets what waits go first between its pieces, and ends with its result", async () => {
    let answered = 0;
    const press = setInterval(() => answered++, 1);
    expect(await runWithPauses(pieces(6, 25))).toBe(6);
    clearInterval(press);
    expect(answered).toBeGreaterThanOrEqual(5);
  });

  it("does not wait after pieces that are short", async () => {
    await runWithPauses(pieces(1, 0));
    let answered = 0;
    const press = setInterval(() => answered++, 0);
    await runWithPauses(pieces(20, 0));
    clearInterval(press);
    expect(answered).toBeLessThanOrEqual(1);
  });
});
