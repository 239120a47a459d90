import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "quantity-without-period")
    .map((f) => source.slice(...f.span));

describe("quantity-without-period", () => {
  it("finds a number of which no time is said", () =>
    expect(places("某县方案（2021—2025年）\n1.每所学校配备教师2名以上。（县教育局负责）")).toEqual([
      "每所学校配备教师2名以上",
    ]));
  it("is content where the text says how often", () =>
    expect(places("某县方案（2021—2025年）\n1.每年培训教师50名以上。（县教育局负责）")).toEqual([]));
});
