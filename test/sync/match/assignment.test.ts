import fc from "fast-check";
import { assign, type Candidate } from "../../../src/sync/match/assignment";
import { runs } from "../../runs";

/** Tries every one-to-one assignment: slow, but certainly right. */
function bestSum(
  lefts: number,
  candidates: readonly Candidate[],
  least: number,
  left = 0,
  taken: readonly number[] = [],
): number {
  if (left === lefts) return 0;
  const alone = bestSum(lefts, candidates, least, left + 1, taken);
  const paired = candidates
    .filter((one) => one.left === left && one.score >= least && !taken.includes(one.right))
    .map(({ right, score }) => score - least + bestSum(lefts, candidates, least, left + 1, [...taken, right]));
  return Math.max(alone, ...paired);
}

const anyCandidates = fc.uniqueArray(
  fc.record({
    left: fc.integer({ min: 0, max: 4 }),
    right: fc.integer({ min: 0, max: 5 }),
    score: fc.integer({ min: 0, max: 100 }).map((per) => per / 100),
  }),
  { maxLength: 18, selector: ({ left, right }) => left * 10 + right },
);

describe("the assignment", () => {
  it("gives up the best single pair where both together are better off", () => {
    const found = assign(
      2,
      [
        { left: 0, right: 0, score: 0.9 },
        { left: 0, right: 1, score: 0.8 },
        { left: 1, right: 0, score: 0.85 },
      ],
      0.3,
    );
    expect([...found].sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("leaves alone whom nothing is close enough to", () => {
    expect([
      ...assign(
        2,
        [
          { left: 0, right: 0, score: 0.29 },
          { left: 1, right: 0, score: 0.31 },
        ],
        0.3,
      ),
    ]).toEqual([[1, 0]]);
  });

  it("has the greatest possible sum, and gives nobody to two", () => {
    fc.assert(
      fc.property(anyCandidates, fc.constantFrom(0, 0.3, 0.66), (candidates, least) => {
        const found = assign(5, candidates, least);
        expect(new Set(found.values()).size).toBe(found.size);
        const sum = [...found].reduce(
          (total, [left, right]) =>
            total + candidates.find((one) => one.left === left && one.right === right)!.score - least,
          0,
        );
        expect(sum).toBeCloseTo(bestSum(5, candidates, least), 9);
      }),
      { numRuns: runs(2000), seed: 20261124 },
    );
  });
});
