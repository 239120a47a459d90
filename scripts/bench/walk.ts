import { walks } from "../../test/walk/walk";
import type { Figure } from "./index";

const SEED = 1;
const RUNS = 300;
const STEPS = 25;

/** Runs the random clerk: what survives in a workbook after random actions in random order. */
export async function measureWalks(): Promise<Figure[]> {
  const { runs, steps, broken } = await walks({ runs: RUNS, seed: SEED, steps: STEPS });
  return [
    { key: "walk.runs", value: runs, meaning: "walks of a random clerk over the embedded host" },
    {
      key: "walk.steps",
      value: steps,
      meaning:
        "steps of these walks, each followed by a look at the sheets, every few of them by one at all that is shown",
    },
    {
      key: "walk.broken",
      value: broken.length,
      meaning: "walks after which something typed was lost, a number was wrong or a claim untrue",
    },
  ];
}
