import fc from "fast-check";
import { applyHunks, hunksBetween } from "../../../src/excel/store/delta";
import { linesOf } from "../../../src/excel/store/lines";
import { plan, task } from "../../plans";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 30 });

describe("the difference of two lists of lines", () => {
  it("turns the one into the other, whatever they are", () => {
    fc.assert(fc.property(lines, lines, (before, after) => expect(applyHunks(before, hunksBetween(before, after))).toEqual(after)), { numRuns: 2000 });
  });

  it("is empty for equal lists", () => {
    fc.assert(fc.property(lines, (same) => expect(hunksBetween(same, [...same])).toEqual([])));
  });

  it("is as small as the change, at both ends of a long list", () => {
    const long = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
    const changed = long.map((line, index) => (index === 10 || index === 4990 ? `${line}!` : line));
    expect(hunksBetween(long, changed)).toEqual([
      [10, 1, "line 10!"],
      [4990, 1, "line 4990!"],
    ]);
  });

  it("is one piece where nearly everything differs", () => {
    const many = (mark: string): string[] => Array.from({ length: 9000 }, (_, index) => `${mark}${index}`);
    expect(hunksBetween(many("a"), many("b"))).toHaveLength(1);
  });
});

describe("a plan as lines", () => {
  it("changes in the lines of one task alone when that task's text grows", () => {
    const tasks = Array.from({ length: 50 }, (_, index) => task(`t${index + 1}`, { span: [index * 100, index * 100 + 50] }));
    const grown = tasks.map((one, index) => ({ ...one, span: [one.span[0] + (index > 20 ? 7 : 0), one.span[1] + (index >= 20 ? 7 : 0)] as const }));
    grown[20] = { ...grown[20]!, title: "改写后的任务" };
    const hunks = hunksBetween(linesOf({ plan: plan({ tasks }) }), linesOf({ plan: plan({ tasks: grown }) }));
    expect(hunks).toHaveLength(1);
    expect(hunks[0]!.slice(1)).toEqual([1, expect.stringContaining("改写后的任务")]);
  });
});
