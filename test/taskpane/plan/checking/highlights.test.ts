import fc from "fast-check";
import { highlightedParts } from "../../../../src/taskpane/plan/checking/highlights";
import { task } from "../../../plans";

const unit = (name: string, ...aliases: string[]) => ({ name, aliases });
const nobody = { lead: [], responsible: [], groups: [] };
const whole = (source: string, more: Parameters<typeof task>[1]) =>
  task("t1", { ...nobody, ...more, span: [0, source.length] });

describe("piecesOf", () => {
  it("tells who leads, who is responsible, groups, persons, the time and the numbers apart, by canonical name or alias", () => {
    const source = "前文。办展5场。（牵头：县文旅局，责任：县工商联、各乡镇，责任人：李伟，2025年底前）";
    const of = task("t1", {
      lead: ["县文旅局"],
      responsible: ["县工商业联合会"],
      groups: ["各乡镇"],
      span: [3, source.length],
      persons: [{ label: "责任人", name: "李伟" }],
      deadline: { text: "2025年底前" },
    });
    const pieces = highlightedParts(source, {
      task: of,
      indicators: [{ span: [3, 7] }],
      plan: { units: [unit("县文旅局"), unit("县工商业联合会", "县工商联")] },
      left: [{ span: [source.indexOf("责任人"), source.length] }],
    });
    expect(pieces.filter(({ kind }) => kind !== "plain").map(({ text, kind }) => [text, kind])).toEqual([
      ["办展5场", "quantity"],
      ["县文旅局", "lead"],
      ["县工商联", "responsible"],
      ["各乡镇", "group"],
      ["责任人：", "left"],
      ["李伟", "person"],
      ["，", "left"],
      ["2025年底前", "deadline"],
      ["）", "left"],
    ]);
  });

  it("marks a long name and not the short one within it", () => {
    const source = "县教育局党组负责";
    const pieces = highlightedParts(source, {
      task: whole(source, { lead: ["县教育局"], responsible: ["县教育局党组"] }),
      indicators: [],
      plan: { units: [] },
      left: [],
    });
    expect(pieces.map(({ text, kind }) => [text, kind])).toEqual([
      ["县教育局党组", "responsible"],
      ["负责", "plain"],
    ]);
  });

  it("marks a name only where the units were read", () => {
    const source = "配合县教育局办学（县教育局）";
    const pieces = highlightedParts(source, {
      task: whole(source, { lead: ["县教育局"], evidence: [{ notation: "bracket", span: [8, 14] }] }),
      indicators: [],
      plan: { units: [] },
      left: [],
    });
    expect(pieces.map(({ text, kind }) => [text, kind])).toEqual([
      ["配合县教育局办学（", "plain"],
      ["县教育局", "lead"],
      ["）", "plain"],
    ]);
  });

  it("loses and doubles nothing, whatever the spans (any text)", () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ span: [Math.min(a, b), Math.max(a, b)] as const }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(span, { maxLength: 6 }),
        fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        (source, spans, names) => {
          const pieces = highlightedParts(source, {
            task: whole(source, { lead: names.slice(0, 2), responsible: names.slice(2) }),
            indicators: spans.slice(0, 3),
            plan: { units: [] },
            left: spans.slice(3),
          });
          expect(pieces.map(({ text }) => text).join("")).toBe(source);
          for (const { start, text } of pieces) expect(source.slice(start, start + text.length)).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
