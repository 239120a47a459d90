import fc from "fast-check";
import { readPlan } from "../../src/plan";
import { hostileTexts } from "../../scripts/bench/hostile";

describe("texts that nobody writes", () => {
  const unit = fc.constantFrom(...hostileTexts.map(([, text]) => text));
  const text = fc
    .array(fc.tuple(unit, fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
    .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(""));

  it("give a plan whose spans all lie in the text (any mixture)", () => {
    fc.assert(
      fc.property(text, (source) => {
        const plan = readPlan(source);
        // All are gathered first: such a plan has thousands, and one `expect` for each takes longer than the reading.
        const outside = [...plan.tasks, ...plan.indicators, ...plan.findings, ...plan.safeguards].filter(
          ({ span: [start, end] }) => !(0 <= start && start <= end && end <= source.length),
        );
        expect(outside).toEqual([]);
        expect(plan.indicators.filter(({ quote, span }) => source.slice(...span) !== quote)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("give the same plan each time", () => {
    fc.assert(
      fc.property(text, (source) => expect(JSON.stringify(readPlan(source))).toBe(JSON.stringify(readPlan(source)))),
      { numRuns: 100 },
    );
  });

  // Each text is repeated 20,000 times: anything quadratic would take minutes, and exceed the suite's time limit.
  it.each(hostileTexts.map(([name, part]) => [name, part]))("are read however long: %s", (_name, part) => {
    const source = part.repeat(20_000);
    expect(readPlan(source).tasks.length).toBeLessThanOrEqual(source.length);
  });
});
