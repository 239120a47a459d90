import { textsIn } from "../../src/excel/filters";

const criteria = (more: Partial<Excel.FilterCriteria>): Excel.FilterCriteria => more as Excel.FilterCriteria;

describe("what a filter lets through", () => {
  it("is its list of texts", () => {
    expect(textsIn(criteria({ filterOn: "Values", values: ["●", "○"] }))).toEqual(["●", "○"]);
    expect(textsIn(criteria({ filterOn: "Values", values: [{ date: "2023", specificity: "Year" }] }))).toBe("other");
  });

  it("is one text or two, where Excel keeps them as a comparison", () => {
    expect(
      textsIn(criteria({ filterOn: "Custom", criterion1: "=▲滞后", criterion2: "=▲未达标", operator: "Or" })),
    ).toEqual(["▲滞后", "▲未达标"]);
    expect(textsIn(criteria({ filterOn: "Custom", criterion1: "=总体目标" }))).toEqual(["总体目标"]);
  });

  it("is no list where it compares otherwise", () => {
    for (const one of [
      { criterion1: "=●", criterion2: "=○", operator: "And" as const },
      { criterion1: "=*局" },
      { criterion1: ">5" },
    ])
      expect(textsIn(criteria({ filterOn: "Custom", ...one }))).toBe("other");
    expect(textsIn(criteria({ filterOn: "CellColor", color: "#FF0000" }))).toBe("other");
  });
});
