import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "attribution-not-read")
    .map((f) => source.slice(...f.span));

describe("attribution-not-read", () => {
  it("finds a label of units behind which none was read", () =>
    expect(places("青山县方案\n1.修路。（县交通局负责）\n责任单位：")).toEqual(["责任单位："]));
  it("is silent where the units were read", () =>
    expect(places("青山县方案\n1.修路。（牵头单位：县交通局；责任单位：县财政局）")).toEqual([]));
});
