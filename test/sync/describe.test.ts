import { inChinese } from "../../src/plan/sentence";
import { placeOfRow, quoted, roleChange, textOfRow } from "../../src/sync/describe";

describe("a row in words", () => {
  it("is told by number and task, or by its indicator where it has no number", () => {
    expect(placeOfRow({ cells: { number: 3, task: "修路", indicator: "里程" } })).toBe("3 修路");
    expect(placeOfRow({ cells: { number: "", task: "（方案总体目标）", indicator: "里程" } })).toBe("里程");
    expect([
      placeOfRow({ cells: { number: "", task: "修路", indicator: "" } }),
      placeOfRow({ cells: { task: "修路" } }),
    ]).toEqual(["修路", "修路"]);
    expect(placeOfRow({ cells: { number: 3, task: "" } })).toBe("3");
  });

  it("promises its indicator with target, measure and period, or its task", () => {
    expect(
      textOfRow({ cells: { task: "修路", indicator: "里程", target: "≥5", measure: "公里", period: "每年" } }),
    ).toBe("里程 ≥5 公里 每年");
    expect(textOfRow({ cells: { task: "修路", indicator: "", target: "", measure: "" } })).toBe("修路");
  });
});

describe("a change of a mark in words", () => {
  it.each([
    ["", "●", "县教育局新增为牵头单位"],
    ["○", "", "县教育局不再是责任单位"],
    ["△", "●", "县教育局由成员单位改为牵头单位"],
    ["协助", "○", "县教育局由协助改为责任单位"],
  ])("from “%s” to “%s” is: %s", (before, after, words) => {
    expect(inChinese(roleChange("县教育局", before, after))).toBe(words);
  });

  it("quotes a cell, and says of an empty one that it is", () => {
    expect([quoted(5), quoted("a"), quoted("")].map(inChinese)).toEqual(["“5”", "“a”", "空白"]);
  });
});
