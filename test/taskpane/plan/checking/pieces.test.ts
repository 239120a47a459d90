import fc from "fast-check";
import { piecesOf } from "../../../../src/taskpane/plan/checking/pieces";

const unit = (name: string, ...aliases: string[]) => ({ name, aliases });

describe("piecesOf", () => {
  it("cuts a text where units and quantities stand, by canonical name or alias", () => {
    const source = "前文。办展5场。（县文旅局、县工商联）";
    const pieces = piecesOf(source, [3, source.length], [{ span: [3, 7] }], [unit("县文旅局"), unit("县工商业联合会", "县工商联")]);
    expect(pieces.filter(({ kind }) => kind !== "plain").map(({ text, kind }) => [text, kind])).toEqual([
      ["办展5场", "quantity"],
      ["县文旅局", "unit"],
      ["县工商联", "unit"],
    ]);
  });

  it("marks a long name and not the short one within it", () =>
    expect(piecesOf("县教育局党组负责", [0, 8], [], [unit("县教育局"), unit("县教育局党组")]).map(({ text, kind }) => [text, kind])).toEqual([
      ["县教育局党组", "unit"],
      ["负责", "plain"],
    ]));

  it("loses and doubles nothing, whatever the spans (any text)", () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ span: [Math.min(a, b), Math.max(a, b)] as const }));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 6 }), fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 }), (source, indicators, names) => {
        const pieces = piecesOf(source, [0, source.length], indicators, names.map((name) => unit(name)));
        expect(pieces.map(({ text }) => text).join("")).toBe(source);
        for (const { start, text } of pieces) expect(source.slice(start, start + text.length)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
