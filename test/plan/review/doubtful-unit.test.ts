import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "doubtful-unit")
    .map((f) => source.slice(...f.span));

describe("doubtful-unit", () => {
  it("asks about two names that may be one unit", () =>
    expect(places("青山县方案\n1.修路。（县教育局牵头，县教育体育局配合）")).toEqual(["县教育局"]));
  it("is silent about names that are clearly two", () =>
    expect(places("青山县方案\n1.修路。（县教育局牵头，县体育局配合）")).toEqual([]));
});
