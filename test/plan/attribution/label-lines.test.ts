import { readPlan } from "../../../src/plan";

const tasks = (text: string): string[] =>
  readPlan(`青溪县2024年工作要点\n${text}`).tasks.map(({ path, title, lead, responsible, groups }) =>
    [path, title, lead.join("、"), [...responsible, ...groups].join("、")].join("|"),
  );

describe("a label on a line of its own", () => {
  it("says what the units on the lines below do", () => {
    expect(
      tasks("1.建设农田\n责任单位\n县农业农村局\n县水利局\n2.培育企业\n牵头单位\n县工信局\n配合单位\n县财政局、各镇\n"),
    ).toEqual(["1|建设农田|县农业农村局|县水利局", "2|培育企业|县工信局|县财政局、各镇"]);
  });

  it.each([
    "1.明确分工\n责任单位\n是指承担任务的单位。",
    "1.成立专班\n成员单位\n县财政局\n县教育局",
    "1.落实到位\n各责任单位\n县财政局",
  ])("says nothing in %j", (text) => expect(tasks(text)).toEqual([]));
});
