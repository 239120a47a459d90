import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "numbering")
    .map((f) => source.slice(...f.span));

describe("numbering", () => {
  it("finds a gap", () => expect(places("某县方案\n1.修路。\n2.架桥。\n4.通水。（县交通局负责）")).toEqual(["4."]));
  it("finds a repeat", () =>
    expect(places("某县方案\n一、修路\n内容。\n二、架桥\n内容。\n二、通水\n内容。（县交通局负责）")).toEqual(["二、"]));
  it("is content with series that begin anew", () =>
    expect(places("某县方案\n一、修路\n1.甲。\n2.乙。\n二、架桥\n1.丙。\n2.丁。（县交通局负责）")).toEqual([]));
});
