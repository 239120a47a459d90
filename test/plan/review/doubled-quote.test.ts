import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "doubled-quote")
    .map((f) => source.slice(...f.span));

describe("doubled-quote", () => {
  it("finds an opening quote typed twice", () =>
    expect(places("某县方案\n1.评选““劳动奖章”。（县总工会负责）")).toEqual(["““"]));
  it("lets titles within titles be", () =>
    expect(places("某县方案\n1.印发《关于实施〈规划〉的意见》《细则》。（县委办负责）")).toEqual([]));
});
