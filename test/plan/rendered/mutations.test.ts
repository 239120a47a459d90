import { readPlan } from "../../../src/plan";
import { compare } from "./compare";
import { MUTATIONS } from "./mutate";
import { Random } from "./random";
import { render } from "./render";

const seed = Number(process.env["RENDERED_SEED"] ?? 1);
const PLANS = 1_500;

/**
 * For one kind of mutation: the plans that it changed, those that lost tasks, and those of them with a finding about
 * it.
 */
interface Count {
  plans: number;
  lost: number;
  said: number;
}

describe("rendered plans with one slip in them", () => {
  const counts = new Map(MUTATIONS.map(({ id }): [string, Count] => [id, { plans: 0, lost: 0, said: 0 }]));

  it("are read without fail, and spans stay in the text", () => {
    for (let k = 0; k < PLANS; k++) {
      const rendered = render(seed + k);
      if (!compare(rendered, readPlan(rendered.text)).exact) continue;
      const random = new Random(seed + k);
      const { id, mutate } = random.pick(MUTATIONS);
      const text = mutate(rendered.text, random);
      if (text === rendered.text) continue;
      const plan = readPlan(text);
      const count = counts.get(id)!;
      count.plans++;
      if (plan.tasks.length < rendered.tasks.length) {
        count.lost++;
        if (plan.findings.some(({ about }) => about === "reading")) count.said++;
      }
      for (const { span } of [...plan.tasks, ...plan.indicators, ...plan.findings]) {
        expect(0 <= span[0] && span[0] <= span[1] && span[1] <= text.length).toBe(true);
      }
    }
    const lines = [...counts].map(
      ([id, { plans, lost, said }]) => `  ${id}: tasks lost from ${lost} of ${plans}, said of ${said}`,
    );
    const sum = [...counts.values()].reduce((all, { plans, lost, said }) => ({
      plans: all.plans + plans,
      lost: all.lost + lost,
      said: all.said + said,
    }));
    process.stdout.write(
      `rendered plans with one slip, from seed ${seed}: tasks lost from ${sum.lost} of ${sum.plans}, a finding says so of ${sum.said}\n${lines.join("\n")}\n`,
    );
  });
});
