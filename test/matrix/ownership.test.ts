import { isFilled, isNote, isTyped, isTypedColumn, isUsed } from "../../src/matrix/ownership";

describe("what is the user's in a matrix", () => {
  it("are years, texts to fill in and columns of their own, and no column of the plan", () => {
    const keys = ["actual:2023", "progress", "method", "evidence", "remark", "user:联系人"];
    expect(keys.filter((key) => !isTypedColumn(key))).toEqual([]);
    expect(["key", "task", "target", "status", "unit:县教育局", "group:各成员单位"].filter(isTypedColumn)).toEqual([]);
  });

  it("is a cell that holds something other than spaces", () => {
    expect([0, false, "x"].map(isFilled)).toEqual([true, true, true]);
    expect(["", "  ", undefined].map(isFilled)).toEqual([false, false, false]);
  });

  it("is a text in a unit's column that is no mark", () => {
    expect(["协助", 1].map((value) => isNote("unit:县教育局", value))).toEqual([true, true]);
    expect(["●", "○", "△", "", undefined].map((value) => isNote("group:各成员单位", value))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    expect(isNote("remark", "协助")).toBe(false);
  });

  it("is what is typed in a column of theirs or beside the marks, and makes a row one in use", () => {
    expect([isTyped("remark", "已核"), isTyped("unit:县教育局", "协助")]).toEqual([true, true]);
    expect([isTyped("remark", " "), isTyped("task", "修路"), isTyped("unit:县教育局", "●")]).toEqual([
      false,
      false,
      false,
    ]);
    expect(isUsed({ cells: { task: "修路", "unit:县教育局": "●", remark: "" } })).toBe(false);
    expect(isUsed({ cells: { task: "修路", "unit:县教育局": "●", "actual:2023": 0 } })).toBe(true);
  });
});
