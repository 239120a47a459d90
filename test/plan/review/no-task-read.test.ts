import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "no-task-read")
    .map((f) => source.slice(...f.span));

describe("no-task-read", () => {
  it("finds a plan without tasks where places say who answers", () =>
    expect(places("青山县方案\n1.修路。责任单位：\n2.架桥。责任单位：\n")).toEqual([
      expect.stringMatching(/^责任单位：[^]*责任单位：?$/),
    ]));
  it("is silent where a task was read", () =>
    expect(places("青山县方案\n1.修路。（县交通局负责）\n2.架桥。责任单位：\n")).toEqual([]));
  it("is silent where nobody is named", () => expect(places("青山县方案\n1.修路。\n2.架桥。\n")).toEqual([]));
});
