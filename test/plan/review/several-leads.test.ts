import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "several-leads")
    .map((f) => source.slice(...f.span));

describe("several-leads", () => {
  it("finds two units that lead one task", () =>
    expect(places("某县方案\n1.修路。（县交通局、县住建局牵头，县财政局配合）").length).toBe(1));
  it("is content with one", () =>
    expect(places("某县方案\n1.修路。（县交通局牵头，县住建局、县财政局配合）")).toEqual([]));
});
