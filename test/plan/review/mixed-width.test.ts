import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "mixed-width")
    .map((f) => source.slice(...f.span));

describe("mixed-width", () => {
  it("tells of two widths once, at the first narrow one", () =>
    expect(places("某县方案\n1.修路,架桥，通水,通电。（县交通局负责）")).toEqual([","]));
  it("is content with one width, and with marks among digits", () =>
    expect(places("某县方案\n1.投资1,000万元，修路。（县交通局负责）")).toEqual([]));
});
