import { matchPlans } from "../../src/sync/match";
import type { Plan } from "../../src/plan/model";
import type { Figure } from "./index";
import { rounded } from "./measure";
import { revise, seeded } from "./revisions";
import { seedPlan } from "./seed";

const revisions = 300;
const seed = 20261124;

interface Tally {
  right: number;
  given: number;
  wanted: number;
}

/**
 * Measures how well identities are found in revisions whose truth is known. A pair is right if the truth allows it;
 * every base item that some incoming item should be is wanted.
 */
function tallyOf(plan: Plan, least: number, most: number, count = revisions): Tally {
  const tally: Tally = { right: 0, given: 0, wanted: 0 };
  const random = seeded(seed + most * 100);
  for (let run = 0; run < count; run++) {
    const revision = revise(plan, least + (most - least) * random(), random);
    const { tasks, indicators, units } = matchPlans(plan, revision.plan);
    for (const [found, truth] of [
      [tasks, revision.tasks],
      [indicators, revision.indicators],
      [units, revision.units],
    ] as const) {
      tally.given += found.size;
      for (const [incoming, base] of found) if (truth.get(incoming)?.includes(base)) tally.right++;
      tally.wanted += new Set([...truth.values()].flat()).size;
    }
  }
  return tally;
}

const percent = (part: number, whole: number): number => rounded((100 * part) / whole, 4);

export async function measureIdentity(): Promise<Figure[]> {
  const plan = seedPlan();
  const small = tallyOf(plan, 0.05, 0.2);
  const large = tallyOf(plan, 0.2, 0.4);
  const of = `tasks, indicators and units of ${revisions} seeded revisions (seed ${seed})`;
  return [
    {
      key: "sync.identity.precision",
      value: percent(small.right, small.given),
      meaning: `% of the identities found that are right: ${of}, texts reworded by up to 20 %`,
    },
    {
      key: "sync.identity.recall",
      value: percent(small.right, small.wanted),
      meaning: "% of the identities to be found that were found, likewise",
    },
    {
      key: "sync.identity.precision40",
      value: percent(large.right, large.given),
      meaning: "likewise, texts reworded by up to 20–40 %",
    },
    { key: "sync.identity.recall40", value: percent(large.right, large.wanted), meaning: "likewise" },
  ];
}
