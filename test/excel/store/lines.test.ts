import { linesOf, planLines, storedOf, type Stored } from "../../../src/excel/store/lines";
import { noCorrections } from "../../../src/plan/corrections";
import { indicator, plan, task } from "../../plans";

const full: Stored = {
  plan: plan({
    tasks: [
      task("t1", {
        span: [40, 90],
        evidence: [{ notation: "bracket", span: [44, 49] }],
        segments: [{ span: [50, 60], lead: ["县教育局"], responsible: [], groups: [] }] as never,
      }),
      task("t2", { span: [95, 120] }),
    ],
    indicators: [indicator("i1", { span: [50, 60], evidence: [{ notation: "amount", span: [52, 54] }] })],
  }),
  reading: {
    source: "第一行\n\n第三行",
    name: "方案.docx",
    saved: "2024-01-02T03:04:05.000Z",
    corrections: noCorrections,
  },
  ids: { t9: "t1" },
  settings: { totals: ["i1"] },
  kept: { tasks: [task("t7")], indicators: [], units: [] } as never,
  left: ["unit:县财政局"],
};

describe("what a workbook stores, as lines", () => {
  it("gives back all of it, and no more than there was", () => {
    expect(storedOf(linesOf(full))).toEqual(full);
    const { plan: bare } = full;
    expect(storedOf(linesOf({ plan: bare }))).toEqual({ plan: bare });
    const { saved: _saved, ...pasted } = full.reading!;
    expect(storedOf(linesOf({ plan: bare, reading: pasted }))).toEqual({ plan: bare, reading: pasted });
    expect(storedOf(linesOf({ plan: bare, ids: {} }))).toEqual({ plan: bare });
  });

  it("counts places from the end of the item before, and those inside from the item's beginning", () => {
    const spans = linesOf(full)
      .filter((line) => line.startsWith("T") || line.startsWith("I"))
      .map(
        (line) =>
          JSON.parse(line.slice(1)) as {
            span: unknown;
            segments?: { span: unknown }[];
            evidence?: { span: unknown }[];
          },
      )
      .map(({ span, segments, evidence }) => [
        span,
        segments?.map((one) => one.span),
        evidence?.map((one) => one.span),
      ]);
    expect(spans).toEqual([
      [[40, 50], [[10, 20]], [[4, 9]]],
      [[5, 25], undefined, undefined],
      [[50, 10], undefined, [[2, 4]]],
    ]);
  });

  it("passes over what a later version adds", () => {
    expect(storedOf([...linesOf(full), `Z${JSON.stringify({ later: true })}`])).toEqual(full);
  });

  it("has no text where one of its name and the corrections is missing", () => {
    const without = (letter: string): string[] => linesOf(full).filter((line) => !line.startsWith(letter));
    expect(storedOf(without("N")).reading).toBeUndefined();
    expect(storedOf(without("C")).reading).toBeUndefined();
    expect(storedOf(without("D")).reading).toMatchObject({ name: "方案.docx" });
  });

  it("has settings, and what is left out, in lines of their own at the end: they are not the plan's", () => {
    const lines = linesOf(full);
    expect(lines.slice(-3).map(([letter]) => letter)).toEqual(["K", "L", "E"]);
    expect(planLines(lines)).toEqual(lines.slice(0, -2));
  });

  it("writes the corrections of an earlier version back as they were", () => {
    const { marked: _marked, ...earlier } = noCorrections;
    const lines = linesOf({ ...full, reading: { ...full.reading!, corrections: earlier as never } });
    expect(linesOf(storedOf(lines))).toEqual(lines);
    expect(storedOf(lines).reading!.corrections).toEqual(noCorrections);
  });
});
