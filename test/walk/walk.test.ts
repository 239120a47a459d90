import { awaiting } from "./awaiting";
import { told, walks } from "./walk";

jest.setTimeout(900_000);

const RUNS = 20;
/** Walks from here are known but for what `awaiting.ts` lists. */
const KNOWN_SEED = 7;
const STEPS = 25;

describe("a random clerk", () => {
  it("finds nothing lost, no number wrong and no claim untrue, whatever comes after what", async () => {
    const seed = Number(process.env.SEED ?? KNOWN_SEED);
    process.stderr.write(`walks: seed ${seed}\n`);
    const { broken, steps } = await walks({ runs: RUNS, seed, steps: STEPS, atMost: RUNS });
    const open = new Set(awaiting.map(({ invariant }) => invariant));
    expect(broken.filter(({ invariant }) => !open.has(invariant)).map(told).join("\n\n")).toBe("");
    expect(steps).toBeGreaterThanOrEqual(RUNS * STEPS);
  });
});
