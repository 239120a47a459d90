import fc from "fast-check";
import { Broken } from "./broken";
import { bringing, generate } from "./commands/bringing";
import { deciding } from "./commands/deciding";
import { opening } from "./commands/plan";
import { files, pane } from "./commands/pane";
import { lists } from "./commands/lists";
import { reporting } from "./commands/reporting";
import { furnishing, sheet } from "./commands/sheet";
import { settling, typing } from "./commands/typing";
import { holdAll } from "./invariants";
import { lookAt } from "./look";
import { Model } from "./model";
import { Office } from "./office";
import { anyPlan, written, type Plan } from "./plans";
import { years } from "./stock";
import { asStep, type AnyAction } from "./step";

interface WalkOptions {
  seed: number;
  /** The least number of steps of a walk; some have a few more. */
  steps: number;
}

/** A walk that went wrong, shortened as far as it still goes wrong. */
export interface BrokenWalk {
  seed: number;
  invariant: string;
  found: string;
  /** The plan that it begins with. */
  plan: string;
  steps: readonly string[];
}

const often = (weight: number, some: readonly AnyAction[]): { weight: number; arbitrary: AnyAction }[] =>
  some.map((arbitrary) => ({ weight, arbitrary }));

/** Actions, each with its relative frequency. */
const actions: readonly { weight: number; arbitrary: AnyAction }[] = [
  ...often(30, typing),
  ...often(12, settling),
  ...often(18, opening),
  ...often(8, deciding),
  ...often(18, bringing),
  ...often(12, sheet),
  ...often(3, furnishing),
  ...often(16, reporting),
  ...often(9, lists),
  ...often(8, pane),
  ...often(1, files),
];

const anyAction: AnyAction = fc.oneof(...actions);

type Steps = readonly fc.AsyncCommand<Model, Office>[];

interface Start {
  plan: Plan;
  year: number;
}

/** What went wrong, and the lines of the steps before it. */
interface Walked {
  broken: Broken;
  lines: readonly string[];
}

/**
 * @param model that of the start
 * @returns undefined where everything held
 */
async function walkOnce({ plan }: Start, steps: Steps, model: Model): Promise<Walked | undefined> {
  const office = Office.open();
  try {
    await fc.asyncModelRun(async () => {
      office.pane.openPasted(written(plan));
      await generate(model, office, "pane");
      holdAll(model, await lookAt(office, "more"));
      return { model, real: office };
    }, steps);
    holdAll(model, await lookAt(office, "all"));
    return undefined;
  } catch (error) {
    const broken =
      error instanceof Broken ? error : new Broken("nothing fails", (error as Error).stack ?? String(error));
    return { broken, lines: model.steps };
  } finally {
    office.dispose();
  }
}

/** One walk from a seed. `broken` is absent where everything held. */
async function walk({ seed, steps }: WalkOptions): Promise<{ taken: number; broken?: BrokenWalk }> {
  const commands = fc
    .commands([asStep(anyAction)], { maxCommands: steps + 3, size: "max" })
    .filter((some) => [...some].length >= steps);
  let gone: { start: Start; steps: Steps; walked: Walked } | undefined;
  let taken = 0;
  const property = fc.asyncProperty(anyPlan(), fc.constantFrom(...years), commands, async (plan, year, some) => {
    const all = [...some];
    const model = new Model(plan, year);
    const walked = await walkOnce({ plan, year }, all, model);
    taken = model.taken;
    if (walked) gone = { start: { plan, year }, steps: all, walked };
    return walked === undefined;
  });
  await fc.check(property, { seed, numRuns: 1, unbiased: true, endOnFailure: true });
  if (!gone) return { taken };
  const { broken, lines } = await shortened(gone.start, gone.steps, gone.walked);
  return {
    taken,
    broken: {
      seed,
      invariant: broken.invariant,
      found: broken.found,
      plan: written(gone.start.plan),
      steps: [`生成 with 评估年度 ${gone.start.year}`, ...lines],
    },
  };
}

/**
 * Leaves out as many steps as possible so that the same invariant still breaks: first halves, then quarters, at last
 * single steps. fast-check's own way would accept any fault, and end at another one.
 */
async function shortened(start: Start, steps: Steps, walked: Walked): Promise<Walked> {
  let [least, best] = [steps, walked];
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = least.length - size; from > -size; from -= size) {
      const some = least.filter((_, index) => index < from || index >= from + size);
      if (some.length === least.length) continue;
      const again = await walkOnce(start, some, new Model(start.plan, start.year, true));
      if (again?.broken.invariant === walked.broken.invariant) [least, best] = [some, again];
    }
  }
  return best;
}

export interface Walks {
  runs: number;
  steps: number;
  broken: BrokenWalk[];
}

interface WalksOptions extends WalkOptions {
  runs: number;
  /** No further walk is started once this many have gone wrong. */
  atMost?: number;
  onWalk?: (done: number, broken: BrokenWalk | undefined) => void;
}

/** Runs walks with seeds from one seed on; each walk can be repeated by its seed. */
export async function walks({ runs, onWalk, atMost = Infinity, ...options }: WalksOptions): Promise<Walks> {
  const done: Walks = { runs: 0, steps: 0, broken: [] };
  while (done.runs < runs && done.broken.length < atMost) {
    const { taken, broken } = await walk({ ...options, seed: options.seed + done.runs });
    if (broken) done.broken.push(broken);
    done.runs++;
    done.steps += taken;
    onWalk?.(done.runs, broken);
  }
  return done;
}

/** A walk that went wrong, as text for people. */
export const told = ({ seed, invariant, found, plan, steps }: BrokenWalk): string =>
  [
    `seed ${seed}: ${invariant}`,
    `  ${found}`,
    ...steps.map((step, index) =>
      step.startsWith(" ") ? `     ${step}` : `  ${String(index + 1).padStart(2)} ${step}`,
    ),
    "",
    plan.replace(/^/gm, "  | "),
  ].join("\n");
