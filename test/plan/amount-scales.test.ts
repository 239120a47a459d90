import { inScale, keepingScale, measureParts, scaleIn, withScale } from "../../src/plan/amount-scales";
import type { Indicator } from "../../src/plan/model";

const indicator = (value: number, unit: string, more: Partial<Indicator> = {}): Indicator => ({
  id: "i",
  name: "产量",
  op: ">=",
  value,
  unit,
  period: "perYear",
  quote: "",
  span: [0, 0],
  evidence: [],
  ...more,
});

describe("a quantity in 万 or 亿", () => {
  it("is its number of them, with its measure word, as exact as it is written", () => {
    expect(inScale({ value: 230_000, unit: "吨" }, 1e4)).toEqual({ value: 23, unit: "万吨" });
    expect(inScale({ value: 11_000, max: 12_345, unit: "人" }, 1e4)).toEqual({ value: 1.1, max: 1.2345, unit: "万人" });
    expect(inScale({ value: 3e8, max: 0, unit: "元" }, 1e8)).toEqual({ value: 3, max: 0, unit: "亿元" });
  });

  it.each([
    ["万吨", "吨", 1e4],
    ["亿元", "元", 1e8],
    ["吨", "吨", 1],
    ["万吨", "人", undefined],
    ["千吨", "吨", undefined],
    ["吨", "万吨", undefined],
  ])("of %s is so many %s: %d", (measure, unit, scale) => expect(scaleIn(measure, unit)).toBe(scale));

  it.each([
    ["万吨", 1e4, "吨"],
    ["亿", 1e8, ""],
    ["吨", 1, "吨"],
    ["", 1, ""],
  ])("has the parts of %j", (measure, scale, unit) => expect(measureParts(measure)).toEqual({ scale, unit }));

  it("is shown so, and plainly where it has no scale", () => {
    const scaled = withScale(indicator(230_000, "吨"), 1e4);
    expect(scaled.printed).toEqual({ value: 23, unit: "万吨" });
    expect(withScale(scaled, 1)).toEqual(indicator(230_000, "吨"));
  });

  it("stays so when its number changes, unless it gets another measure word", () => {
    const before = withScale(indicator(230_000, "吨"), 1e4);
    expect(keepingScale(indicator(50_000, "吨"), before).printed).toEqual({ value: 5, unit: "万吨" });
    expect(keepingScale(indicator(50_000, "人"), before)).toEqual(indicator(50_000, "人"));
    expect(keepingScale(indicator(50_000, "吨"), indicator(230_000, "吨"))).toEqual(indicator(50_000, "吨"));
  });
});
