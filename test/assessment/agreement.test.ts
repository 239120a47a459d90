import { statusKeys, statusText } from "../../src/matrix/statuses";
import { agreement, cases } from "./agreement-run";

describe("the status rules", () => {
  it(`agree as formulas and in TypeScript, over ${cases} generated cases`, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    const { differences, seen } = await agreement(seed);
    process.stderr.write(
      `status agreement: seed ${seed}, ${cases} cases, ${[...seen].map((one) => one.join(" ")).join(", ")}\n`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(statusKeys.map(statusText).sort());
  }, 600_000);
});
