import { told, walks } from "./walk";

/** All walks together, and the steps that each has at least. */
const RUNS = 300;
const STEPS = 25;

/**
 * A half of the walks, so that two test files share the time; from a seed that nobody knows before, but for `SEED=N` in the
 * environment. One walk alone is taken again by `npm run walk -- --runs=1 --seed=N`.
 */
export function describeWalks(half: 0 | 1): void {
  const runs = RUNS / 2;
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)) + half * runs;

  describe("a random clerk", () => {
    it("finds nothing lost, no number wrong and no claim untrue, whatever comes after what", async () => {
      process.stderr.write(`walks: ${runs} from seed ${seed}\n`);
      const done = await walks({ runs, seed, steps: STEPS, atMost: 3 });
      expect(done.broken.map(told).join("\n\n")).toBe("");
      expect(done.runs).toBe(runs);
      expect(done.steps).toBeGreaterThanOrEqual(runs * STEPS);
    });
  });
}
