import { readPlan } from "../../../src/plan";

function tasks(rows: string[]): unknown[] {
  return readPlan(`某县任务表\n${rows.join("\n")}`).tasks.map((t) => [
    t.path,
    t.section.join(">"),
    t.title,
    t.lead.join("、"),
    [...t.responsible, ...t.groups].join("、"),
  ]);
}

describe("a table of tasks", () => {
  it("takes merged cells from above: units of the row above, headings of the section above", () => {
    expect(
      tasks([
        "类别\t任务\t牵头单位\t责任单位",
        "设施\t建路10公里\t县交通局\t县财政局",
        "\t建桥2座\t\t",
        "服务\t开班3期\t县教育局\t各乡镇",
      ]),
    ).toEqual([
      ["", "设施", "建路10公里", "县交通局", "县财政局"],
      ["", "设施", "建桥2座", "县交通局", "县财政局"],
      ["", "服务", "开班3期", "县教育局", "各乡镇"],
    ]);
  });

  it("adds the units of a row whose task is merged to the task above", () => {
    expect(tasks(["序号\t任务\t责任单位", "1\t建路10公里\t县交通局", "\t\t县财政局", "2\t建桥2座\t县水利局"])).toEqual([
      ["1", "", "建路10公里", "县交通局、县财政局", ""],
      ["2", "", "建桥2座", "县水利局", ""],
    ]);
  });

  it("reads rows between bars, a line of dashes apart, and a row that is a heading", () => {
    expect(
      tasks([
        "| 序号 | 任务 | 牵头单位 | 配合单位 |",
        "|---|---|---|---|",
        "| 一、基础设施 | | | |",
        "| 1 | 建路10公里 | 县交通局 | 县财政局 |",
      ]),
    ).toEqual([["一/1", "基础设施", "建路10公里", "县交通局", "县财政局"]]);
  });

  it("takes a row with a chapter's number and its name for a heading, not for a task with the units above", () => {
    const rows = [
      "序号\t任务名称\t任务内容\t牵头单位\t责任单位",
      "一\t设施",
      "1\t通路\t建路10公里\t县交通局\t县财政局",
      "（二）\t服务\t\t\t",
      "2\t办班\t开班3期\t县教育局\t各乡镇",
    ];
    expect(tasks(rows)).toEqual([
      ["一/1", "设施", "通路", "县交通局", "县财政局"],
      ["(二)/2", "服务", "办班", "县教育局", "各乡镇"],
    ]);
    expect(readPlan(`某县2024年任务表\n${rows.join("\n")}`).indicators.map(({ name, value }) => [name, value])).toEqual(
      [
        ["建路", 10],
        ["开班", 3],
      ],
    );
  });

  it("takes a row numbered as all others are for a task, its merged cells from above", () => {
    expect(
      tasks([
        "序号\t任务\t牵头单位\t完成时限",
        "一\t建路10公里\t市交通局\t年底",
        "二\t建桥2座\t\t",
        "三\t建校3所\t市教育局\t年底",
      ]),
    ).toEqual([
      ["一", "", "建路10公里", "市交通局", ""],
      ["二", "", "建桥2座", "市交通局", ""],
      ["三", "", "建校3所", "市教育局", ""],
    ]);
  });

  it("repeats nothing when the header is printed again on the next page", () => {
    expect(
      tasks(["任务\t责任单位\t时限", "建路10公里\t县交通局\t年底", "任务\t责任单位\t时限", "建桥2座\t县水利局\t年底"]),
    ).toHaveLength(2);
  });

  it("gives nothing for a table without units", () => {
    expect(tasks(["指标\t2024年\t2025年", "入园率\t90%\t95%", "覆盖率\t80%\t85%"])).toEqual([]);
  });

  it("does not take a task twice that the text already has", () => {
    const plan = readPlan(
      "某县方案\n一、任务\n1.建设路网。（县交通局负责）\n附件1\n任务分解表\n任务\t牵头单位\t时限\n建设路网\t县交通局\t年底\n修缮桥梁\t县水利局\t年底",
    );
    expect(plan.tasks.map((t) => t.title)).toEqual(["建设路网", "修缮桥梁"]);
  });
});
