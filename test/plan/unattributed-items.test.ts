import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";

const tasks = [
  "1、建设平台。年内建成。（县教育局牵头，县财政局配合）",
  "2、培训人员。分批进行。（县公安局牵头，县司法局配合）",
];
const planOf = (...items: string[]): Plan => readPlan(["某县工作方案", "一、主要任务", ...tasks, ...items].join("\n"));
const unread = (plan: Plan): string[] =>
  plan.findings.flatMap(({ about, rule, message }) =>
    about === "reading" && rule === "attribution-not-read" ? [message] : [],
  );

describe("an item among tasks whose units stand in sentences alone", () => {
  it("is led by the one by whom it is done", () => {
    const plan = planOf("3、完善视频体系。由县水利局负责建设运维，长期坚持。");
    expect(plan.tasks[2]).toMatchObject({ title: "完善视频体系", lead: ["县水利局"], responsible: [] });
    expect(unread(plan)).toEqual([]);
  });

  it("is led by the one who is reminded of its part", () => {
    const plan = planOf("3、完善视频体系。县水利局作为牵头单位，要加强统筹。");
    expect(plan.tasks[2]).toMatchObject({ title: "完善视频体系", lead: ["县水利局"], responsible: [] });
  });

  it.each([
    "县水利局统筹推进数据共享，会同县民政局、县气象局制定目录。",
    "各镇要全面推开，县水利局、县民政局加强指导。",
    "摸清底数，县水利局负责汇总情况。",
  ])("is asked about where it cannot be read: %s", (words) => {
    const plan = planOf(`3、推进共享。${words}`);
    expect(plan.tasks).toHaveLength(2);
    expect(unread(plan)).toHaveLength(1);
  });

  it("is asked about where several are said to do something each", () => {
    const plan = planOf("3、推进共享。由县水利局负责建设运维。由县民政局负责日常维护工作。由县气象局负责预报。");
    expect(plan.tasks).toHaveLength(2);
    expect(unread(plan).length).toBeGreaterThanOrEqual(2);
  });

  it("says nothing where it names nobody", () => {
    expect(unread(planOf("3、推进共享。全面推开，加强指导，负责到底。"))).toEqual([]);
  });
});

describe("an item that is not among tasks", () => {
  it("of another chapter says what it does of duties, and is no task", () => {
    const plan = planOf("二、保障措施", "1、加强领导。由县水利局负责建设运维。", "2、加强宣传。县民政局负责宣传报道。");
    expect(plan.tasks).toHaveLength(2);
    expect(unread(plan)).toEqual([]);
  });

  it("beneath a task belongs to it", () => {
    const plan = readPlan(
      "某县工作方案\n一、主要任务\n（一）建设平台。（县教育局牵头，县财政局配合）\n1.由县水利局负责建设运维。\n2.验收。\n（二）培训人员。（县公安局牵头）\n1.分批。\n2.考试。",
    );
    expect(plan.tasks.map(({ lead }) => lead)).toEqual([["县教育局"], ["县公安局"]]);
    expect(unread(plan)).toEqual([]);
  });
});
