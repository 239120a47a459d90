import { told, walks } from "./walk";

jest.setTimeout(900_000);

const RUNS = 300;
const STEPS = 25;

describe("a random clerk", () => {
  it("finds nothing lost, no number wrong and no claim untrue, whatever comes after what", async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    process.stderr.write(`walks: seed ${seed}\n`);
    const { broken, steps } = await walks({ runs: RUNS, seed, steps: STEPS, atMost: 3 });
    expect(broken.map(told).join("\n\n")).toBe("");
    expect(steps).toBeGreaterThanOrEqual(RUNS * STEPS);
  });
});
