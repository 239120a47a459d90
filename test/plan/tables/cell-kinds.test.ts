import { cellKind, cellKinds, unitAndPerson } from "../../../src/plan/tables/cell-kinds";

describe("what a line of a cell looks like", () => {
  it.each(cellKinds.map(({ kind, example }) => [example, kind]))("%s is: %s", (example, kind) =>
    expect(cellKind(example)).toBe(kind),
  );

  it.each([
    ["", "blank"],
    ["(一)", "number"],
    ["第3项", "number"],
    ["①", "number"],
    ["2023—2025年", "when"],
    ["立行立改", "when"],
    ["长期坚持", "when"],
    ["9月投入使用", "when"],
    ["县委常委、副县长张某某", "person"],
    ["县住建局王强", "units"],
    ["县住建局局长王强", "person"],
    ["县水利局牵头，各乡镇配合", "units"],
    ["县水利局牵头，县财政局配合", "units"],
    ["县人力资源和社会保障、自然资源局", "units"],
    ["2.5%", "figure"],
  ])("%s is: %s", (line, kind) => expect(cellKind(line)).toBe(kind));

  it.each([
    ["迁建县政务服务中心", "words"],
    ["1.保障粮食", "words"],
    ["每月25日前将进展情况报县政府办公室。", "sentence"],
    ["分享到:", "sentence"],
    ["完成前期工作并开工建设县体育中心。", "sentence"],
  ])("%s is no list, number or figure", (line, kind) => expect(cellKind(line)).toBe(kind));

  it("may be a unit with a person behind it", () => {
    expect(unitAndPerson("县住建局王强")).toEqual({ unit: "县住建局", person: "王强" });
    expect(unitAndPerson("县住建局局长王强")).toEqual({ unit: "县住建局", person: "局长王强" });
    expect(unitAndPerson("市教育局高新区分局")).toBeUndefined();
    expect(unitAndPerson("改造乡村公路")).toBeUndefined();
  });
});
