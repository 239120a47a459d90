import { columnOf, headerShapes, headerWords, isKnownHeader } from "../../../src/plan/tables/columns";

describe("headers of columns", () => {
  it.each(headerShapes.map(({ id, example, kind }) => [id, example, kind]))("%s: %s", (_id, example, kind) =>
    expect(columnOf(example).kind).toBe(kind),
  );

  it.each([
    ["牵头单位", "lead"],
    ["牵头考核单位", "lead"],
    ["牵头(责任)单位", "lead"],
    ["市级牵头单位", "lead"],
    ["主办部门", "lead"],
    ["责任单位", "main"],
    ["责任单位(排第一的牵头)", "main"],
    ["实施主体", "main"],
    ["责任及配合单位", "main"],
    ["责任分工", "main"],
    ["配合单位", "support"],
    ["协办单位", "support"],
    ["成员单位", "support"],
  ])("%s is for units that are: %s", (heading, role) =>
    expect(columnOf(heading)).toMatchObject({ kind: "unit", role }),
  );

  it.each([
    ["责任领导", "person"],
    ["包抓领导", "person"],
    ["分管县长", "person"],
    ["联系人", "person"],
    ["督办单位", "otherDuty"],
    ["考核单位", "otherDuty"],
    ["业主单位", "unknown"],
    ["责任单位名称", "unit"],
    ["项目名称", "task"],
    ["反馈问题", "task"],
    ["目标任务和要求", "content"],
    ["推进方式", "other"],
    ["问题表现", "other"],
  ])("%s is for: %s", (heading, kind) => expect(columnOf(heading).kind).toBe(kind));

  it("may say that persons stand beside the units", () => {
    expect(columnOf("责任单位及责任人")).toMatchObject({ kind: "unit", persons: true });
    expect(columnOf("责任人/单位")).toMatchObject({ kind: "unit", persons: true });
    expect(columnOf("责任单位").persons).toBeUndefined();
  });

  it.each(["问题表现", "乡村公路", "县交通局"])("%s is none that is known", (words) =>
    expect(isKnownHeader(words)).toBe(false),
  );

  it("have their notes behind them", () => expect(headerWords("总投资 (万元)")).toBe("总投资"));
});
