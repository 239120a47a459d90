import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "blank-in-word")
    .map((f) => source.slice(...f.span));

describe("blank-in-word", () => {
  it("finds a space between two characters", () =>
    expect(places("某县方案\n1.关爱留守 儿童。（县民政局负责）")).toEqual([" "]));
  it("names a tab as one", () => {
    const source = "某县方案\n1.有效提高\t公众素质。（县科协负责）";
    expect(readPlan(source).findings.find((f) => f.rule === "blank-in-word")?.message).toContain("制表符");
  });
  it("lets the rows of a table be", () =>
    expect(places("某县方案\n任务\t牵头单位\t时限\n一\t设施\n修路\t县交通局\t2024年")).toEqual([]));
  it("lets the rows of a table with a label and a value be", () =>
    expect(places("某县方案\n事项\t建设大棚\n牵头单位\t县农业农村局\n时限\t2024年")).toEqual([]));
  it("lets indents, gaps after Latin letters and lines set with gaps be", () =>
    expect(places("某县方案\n　　1.建设 App 平台。\n通　知　正　文\n姓名 职务 电话 备注")).toEqual([]));
});
