import { readPlan } from "../../../src/plan";

const found = (source: string): [string, string][] =>
  readPlan(source)
    .findings.filter(({ rule }) => rule === "gap-in-series" || rule === "numbering")
    .map((f) => [f.rule, source.slice(...f.span)]);

describe("gap-in-series", () => {
  it("finds the text of a missing number in the item before it", () =>
    expect(
      found("青山县方案\n1.修路。（县交通局负责）架桥。推进改造。（县住建局负责）\n3.通水。（县水利局负责）"),
    ).toEqual([["gap-in-series", "架桥。推进改造。（县住建局负责）\n3."]]));
  it("finds the text of a missing first number in the item above", () =>
    expect(
      found(
        "青山县方案\n一、任务修路。推进改造。（县交通局负责）2.架桥。（县住建局负责）3.通水。（县水利局负责）\n二、保障",
      ),
    ).toEqual([["gap-in-series", "任务修路。推进改造。（县交通局负责）2."]]));
  it("leaves a number that is missing with its text to the review of the plan's wording", () =>
    expect(found("青山县方案\n1.修路。（县交通局负责）\n2.架桥。（县住建局负责）\n4.通水。（县水利局负责）")).toEqual([
      ["numbering", "4."],
    ]));
  it.each([
    "青山县方案\n一、任务\n1.修路。（县交通局负责）\n2.架桥。（县住建局负责）\n二、保障\n3.通水。（县水利局负责）",
    "青山县方案\n一、任务\n（一）修路。（县交通局负责）具体措施：1.硬化。（县住建局负责）2.绿化。（县林业局负责）\n（二）架桥。（县住建局负责）",
  ])("is content with %p", (source) => expect(found(source)).toEqual([]));
});
