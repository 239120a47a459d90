import fc from "fast-check";
import { shadedParts, shadeKinds, chunksOf, type Shade } from "../../../../src/taskpane/plan/source/chunks";

const texts = fc.string({ unit: fc.constantFrom("一", "路", "\n", "\r"), maxLength: 400 });
const shade = fc.record({
  span: fc.tuple(fc.nat(400), fc.nat(400)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  kind: fc.constantFrom(...shadeKinds),
});

describe("the plan's text in stretches", () => {
  it("is the whole text, whatever is shaded in it", () => {
    fc.assert(
      fc.property(texts, fc.array(shade, { maxLength: 8 }), (source, shades) => {
        const pieces = chunksOf(source).flatMap((stretch) => shadedParts(stretch, shades));
        expect(pieces.map(({ text }) => text).join("")).toBe(source);
        for (const { start, text } of pieces) expect(source.slice(start, start + text.length)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("comes in whole lines, none of the stretches long", () => {
    const lines = Array.from({ length: 120 }, (_, index) => `第${index}行`);
    expect(chunksOf(lines.join("\n")).map(({ text }) => text.trimEnd().split("\n").length)).toEqual([50, 50, 20]);
  });

  it("is cut where a shade begins and ends, and knows all that lie over a piece, the uppermost last", () => {
    const shades: Shade[] = [
      { span: [2, 4], kind: "chosen" },
      { span: [0, 3], kind: "task" },
    ];
    expect(shadedParts({ start: 0, text: "一二三四五" }, shades).map(({ text, kinds }) => [text, ...kinds])).toEqual([
      ["一二", "task"],
      ["三", "task", "chosen"],
      ["四", "chosen"],
      ["五"],
    ]);
  });
});
