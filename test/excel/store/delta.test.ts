import fc from "fast-check";
import { applyHunks, hunksBetween as comparing, inverseOf } from "../../../src/excel/store/delta";
import { linesOf } from "../../../src/excel/store/lines";
import { runToEnd } from "../../../src/plan/pausable";
import { plan, task } from "../../plans";

const hunksBetween = (before: readonly string[], after: readonly string[]) => runToEnd(comparing(before, after));

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 30 });

describe("the difference of two lists of lines", () => {
  it("turns the one into the other, whatever they are", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) =>
        expect(applyHunks(before, hunksBetween(before, after))).toEqual(after),
      ),
      { numRuns: 2000 },
    );
  });

  it("leads back to the one, whatever they are", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) =>
        expect(applyHunks(after, inverseOf(hunksBetween(before, after), before))).toEqual(before),
      ),
      { numRuns: 2000 },
    );
  });

  it("is as small as the change where one line comes, goes or is rewritten, whatever else there is", () => {
    const size = (before: readonly string[], after: readonly string[]): [added: number, removed: number] => {
      const hunks = hunksBetween(before, after);
      return [
        hunks.reduce((sum, [, , ...added]) => sum + added.length, 0),
        hunks.reduce((sum, [, gone]) => sum + gone, 0),
      ];
    };
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const wider = [...before, "new", ...after];
        const all = [...before, ...after];
        expect(size(all, wider)).toEqual([1, 0]);
        expect(size(wider, all)).toEqual([0, 1]);
        expect(size(wider, [...before, "other", ...after])).toEqual([1, 1]);
        // One that is there already comes once more.
        expect(size(all, [...before, "a", ...after])).toEqual([1, 0]);
      }),
      { numRuns: 500 },
    );
  });

  it("is as small as the change where most lines are there several times", () => {
    const long = Array.from({ length: 3000 }, (_, index) => (index % 10 === 0 ? `line ${index}` : ""));
    const moved = [...long.slice(0, 1000), "new", ...long.slice(1000, 2000), ...long.slice(2001)];
    expect(hunksBetween(long, moved)).toEqual([
      [1000, 0, "new"],
      [2000, 1],
    ]);
  });

  it("keeps most lines in their places where some have changed theirs", () => {
    const long = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    expect(hunksBetween(long, [...long.slice(90), ...long.slice(0, 90)])).toEqual([
      [0, 0, ...long.slice(90)],
      [90, 10],
    ]);
  });

  it("is worked out in pieces, so that a pane stays free however long the lists are", () => {
    const long = Array.from({ length: 40_000 }, (_, index) => `line ${index}`);
    const work = comparing(
      long,
      long.map((line, index) => (index % 100 === 0 ? `${line}!` : line)),
    );
    let pieces = 1;
    while (!work.next().done) pieces++;
    expect(pieces).toBeGreaterThan(400);
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
    const tasks = Array.from({ length: 50 }, (_, index) =>
      task(`t${index + 1}`, { span: [index * 100, index * 100 + 50] }),
    );
    const grown = tasks.map((one, index) => ({
      ...one,
      span: [one.span[0] + (index > 20 ? 7 : 0), one.span[1] + (index >= 20 ? 7 : 0)] as const,
    }));
    grown[20] = { ...grown[20]!, title: "改写后的任务" };
    const hunks = hunksBetween(linesOf({ plan: plan({ tasks }) }), linesOf({ plan: plan({ tasks: grown }) }));
    expect(hunks).toHaveLength(1);
    expect(hunks[0]!.slice(1)).toEqual([1, expect.stringContaining("改写后的任务")]);
  });
});
