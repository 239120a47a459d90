import { readPlan } from "../../../src/plan";

const unitsOf = (...brackets: string[]): string[][] =>
  readPlan(
    `某国方案\n一、任务\n${brackets.map((who, k) => `${k + 1}.办好第${k + 1}件事。（${who}）`).join("\n")}`,
  ).tasks.map(({ lead, responsible }) => [...lead, ...responsible]);

describe("names that have lost what parts them", () => {
  it("are two where the plan names both of them elsewhere", () => {
    expect(unitsOf("教育部牵头，科技部农业农村部参与", "科技部牵头，农业农村部参与")[0]).toEqual([
      "教育部",
      "科技部",
      "农业农村部",
    ]);
  });

  it("are one where the plan does not know both", () => {
    expect(unitsOf("教育部牵头，中国科学院财政部参与", "财政部牵头，教育部参与")[0]).toEqual([
      "教育部",
      "中国科学院财政部",
    ]);
  });

  it("are one where the plan writes it so again", () => {
    expect(
      unitsOf(
        "县政府办公室牵头，县人武部县委会参与",
        "县人武部县委会牵头，县政府办公室参与",
        "县人武部牵头，县委会参与",
      )[0],
    ).toContain("县人武部县委会");
  });

  it("stay one name where an office belongs to a unit", () => {
    expect(unitsOf("县人民政府办公室牵头，县教育局参与", "县人民政府牵头，办公室、县教育局参与")[0]).toEqual([
      "县人民政府办公室",
      "县教育局",
    ]);
  });
});
