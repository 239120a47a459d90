import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "mismatched-bracket")
    .map((f) => source.slice(...f.span));

describe("mismatched-bracket", () => {
  it("finds a bracket opened one way and closed another", () =>
    expect(places("新建中心(含科技馆、少年宫）。")).toEqual(["(含科技馆、少年宫）"]));
  it("finds brackets without a partner", () =>
    expect(places("新建中心（含科技馆。\n少年宫）。")).toEqual(["（", "）"]));
  it("lets numbers such as 1) and 一） be", () => expect(places("1)修路\n一）架桥")).toEqual([]));
  it("lets a title in 《》 go on in the next line", () => expect(places("关于印发《某县\n方案》的通知")).toEqual([]));
  it("finds a 《 that is never closed", () => expect(places("印发《某县方案的通知\n一\n二")).toEqual(["《"]));
});
