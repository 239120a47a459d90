import { doubtfulPairs } from "../../../src/plan/units/doubtful";

const pairs = (...names: string[]): string[][] =>
  doubtfulPairs(names.map((name) => ({ name, aliases: [] }))).map(({ shorter, longer }) => [shorter, longer]);

describe("doubtfulPairs", () => {
  it("finds a name that is another one shortened", () =>
    expect(pairs("县教育体育局", "县财政局", "县教育局")).toEqual([["县教育局", "县教育体育局"]]));
  it("lets names of other places and other kinds of bodies be", () =>
    expect(pairs("市教育局", "县教育局", "县教育中心")).toEqual([]));
  it("lets names be whose characters come in another order", () => expect(pairs("县体育局", "县育体文局")).toEqual([]));
});
