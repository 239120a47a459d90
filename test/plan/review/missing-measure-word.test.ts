import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "missing-measure-word")
    .map((f) => source.slice(...f.span));

describe("missing-measure-word", () => {
  it("finds a promised number without a measure word", () =>
    expect(places("某县方案（2021—2025年）\n1.每年遴选示范户1100左右。（县农业农村局负责）")).toEqual([
      "每年遴选示范户1100左右",
    ]));
  it("is content where there is one", () =>
    expect(places("某县方案（2021—2025年）\n1.每年遴选示范户1100户左右。（县农业农村局负责）")).toEqual([]));
  it("asks none of an index or a ratio", () =>
    expect(
      places("某县方案（2021—2025年）\n1.到2025年，灌溉水利用系数提高到0.57以上。（县水利局牵头，县财政局配合）"),
    ).toEqual([]));
});
