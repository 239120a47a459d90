import fc from "fast-check";
import { around, stretchesOf } from "../../../src/taskpane/plan/stretches";

const texts = fc.string({ unit: fc.constantFrom("一", "路", "\n"), maxLength: 400 });

describe("the plan's text around a place", () => {
  it("is the whole text, whatever the place", () => {
    fc.assert(
      fc.property(texts, fc.nat(400), fc.nat(400), (source, one, other) => {
        const span = [Math.min(one, other, source.length), Math.min(Math.max(one, other), source.length)] as const;
        const { before, left, right, after } = around(source, span);
        const marked = `${left}${source.slice(...span)}${right}`;
        const lines = [...stretchesOf(before), marked, ...stretchesOf(after)].join("\n").split("\n");
        // An empty line alone before or after gives no stretch: nothing would be seen of it.
        expect(lines.filter((line) => line !== "")).toEqual(source.split("\n").filter((line) => line !== ""));
        expect(left + right).not.toContain("\n");
      }),
      { numRuns: 2000 },
    );
  });

  it("comes in stretches of whole lines, none of them long", () => {
    const lines = Array.from({ length: 120 }, (_, index) => `第${index}行`);
    expect(stretchesOf(lines.join("\n")).map((stretch) => stretch.split("\n").length)).toEqual([50, 50, 20]);
  });
});
