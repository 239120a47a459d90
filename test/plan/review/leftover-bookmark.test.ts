import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "leftover-bookmark")
    .map((f) => source.slice(...f.span));

describe("leftover-bookmark", () => {
  it("finds what a bookmark left behind", () =>
    expect(places("某县方案\n[bookmark: _GoBack]1.修路。（县交通局负责）")).toEqual(["[bookmark: _GoBack]"]));
  it("finds a broken reference", () =>
    expect(places("某县方案\n1.见错误!未找到引用源。修路。（县交通局负责）")).toEqual(["错误!未找到引用源。"]));
  it("lets other square brackets be", () => expect(places("某县方案\n1.见[附表]。（县交通局负责）")).toEqual([]));
});
