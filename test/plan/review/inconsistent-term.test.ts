import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "inconsistent-term")
    .map((f) => source.slice(...f.span));

describe("inconsistent-term", () => {
  it("finds one list in two orders", () =>
    expect(
      places("某县方案\n1.依托文明实践中心（所、站）。\n2.建好文明实践中心（站、所）。（县委宣传部负责）"),
    ).toEqual(["建好文明实践中心（站、所）"]));
  it("is content with one order", () =>
    expect(
      places("某县方案\n1.依托文明实践中心（所、站）。\n2.建好文明实践中心（所、站）。（县委宣传部负责）"),
    ).toEqual([]));
});
