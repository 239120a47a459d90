import fc from "fast-check";
import { revise, seeded } from "../../scripts/bench/revisions";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";
import { isAnother, likenessOf } from "../../src/sync/likeness";
import { anyPlan, bundledPlan, plan, task } from "../plans";

/** Plans of another place or about another subject; they are as short as the bundled one is long. */
const others = [
  [
    "云溪县全民阅读实施方案（2024—2027年）",
    "一、重点任务",
    "1.办好读书月。每年举办读书活动10场以上，覆盖所有乡镇。（牵头单位：县文化和旅游局；责任单位：县教育局、各乡镇）",
    "2.建设城市书房。到2027年建成城市书房6个，藏书总量达到12万册。（责任单位：县住房和城乡建设局、县财政局）",
    "3.培养阅读推广人。每年培训阅读推广人30名。（县教育局牵头，县科技局配合）",
    "4.加强组织领导。建立联席会议制度，定期研究解决工作中的问题。（责任单位：县文化和旅游局）",
  ],
  [
    "松河市城市排水防涝三年行动计划（2021—2023年）",
    "一、主要任务",
    "1.改造老旧管网。完成老旧雨水管网改造40公里，消除易涝点12处。（牵头单位：市住房和城乡建设局；责任单位：市财政局、市水务局）",
    "2.疏浚河道。汛前完成城区河道清淤疏浚，恢复行洪断面。（牵头单位：市水务局）",
    "3.完善应急体系。配备移动泵车8台，组建应急排涝队伍4支。（牵头单位：市应急管理局；责任单位：市消防救援支队）",
    "4.加强组织领导。建立联席会议制度，定期研究解决工作中的问题。（责任单位：市住房和城乡建设局）",
  ],
].map((lines) => readPlan(lines.join("\n")));
const [reading, drainage] = others as [Plan, Plan];
const bundled = bundledPlan();

/** Half of the tasks are removed, and as many tasks of another plan are added. */
const halfNew = (revised: Plan, from: Plan): Plan => {
  const kept = revised.tasks.filter((_, index) => index % 2 === 0);
  return {
    ...revised,
    tasks: [...kept, ...kept.map((_, index) => ({ ...from.tasks[index % from.tasks.length]!, id: `new${index}` }))],
  };
};
const retitled = (of: Plan, title: string, more: Partial<Plan> = {}): Plan => ({ ...of, title, ...more });

describe("a plan is a revision of the one before", () => {
  it("however it is renumbered, reworded up to 40 % and regrouped, and whatever its units are called now, even without a title", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { plan: revised } = revise(bundled, 0.4, seeded(seed));
      expect([seed, isAnother(likenessOf(bundled, revised))]).toEqual([seed, false]);
      expect([seed, isAnother(likenessOf(bundled, { ...revised, title: "" }))]).toEqual([seed, false]);
    }
  });

  it("though half of its tasks are new and the others are reworded", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const half = halfNew(revise(bundled, 0.4, seeded(seed)).plan, drainage);
      expect([seed, isAnother(likenessOf(bundled, half))]).toEqual([seed, false]);
    }
  });

  it.each([
    [
      "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）（修订稿）",
      "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）",
    ],
    ["达拉特旗全民科学素质提升行动计划（2022—2026年）", "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）"],
    ["关于印发《全民科学素质行动规划纲要实施方案》的通知", "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）"],
    ["城市更新行动方案", "松河市城市更新行动实施方案（修订）"],
  ])(
    "though none of the tasks was read as before, where “%s” is about what “%s” is about, at the same time",
    (title, former) => {
      const unread = { issuer: "", tasks: [], years: [2022, 2025] as [number, number] };
      expect(isAnother(likenessOf(retitled(bundled, former), retitled(drainage, title, unread)))).toBe(false);
    },
  );

  it("though its place is of another kind now", () => {
    const city = retitled(reading, "云溪市全民阅读实施方案（2024—2027年）", { tasks: reading.tasks.slice(0, 2) });
    expect(likenessOf(reading, city)).toMatchObject({ isOtherPlace: false });
    expect(isAnother(likenessOf(reading, city))).toBe(false);
  });

  it("where it is that plan itself, even one in which nothing was read", () => {
    fc.assert(
      fc.property(anyPlan, (any) => !isAnother(likenessOf(any, any))),
      { numRuns: 100 },
    );
  });
});

describe("a plan is another one", () => {
  it.each([
    ["the bundled one", bundled, reading],
    ["the bundled one, the other way round", reading, bundled],
    ["one about something else, though 加强组织领导 stands in both word by word", reading, drainage],
    [
      "one of the same office's, though two paragraphs stand in both word by word",
      { ...bundled, tasks: bundled.tasks.slice(0, 9) },
      retitled(drainage, "达拉特旗城市排水防涝三年行动计划（2021—2025年）", {
        years: [2021, 2025],
        tasks: [...bundled.tasks.slice(0, 2), ...drainage.tasks],
      }),
    ],
    ["the bundled one, of the same years", bundled, drainage],
  ])("beside %s", (_, base, incoming) => {
    const likeness = likenessOf(base, incoming);
    expect(likeness.tasks).toBeLessThan(0.3);
    expect(isAnother(likeness)).toBe(true);
  });

  it("where it is another county's, though both took their tasks from the same model", () => {
    const neighbour = retitled(bundled, "准格尔旗全民科学素质行动规划纲要实施方案（2021—2025年）", {
      issuer: "准格尔旗人民政府",
    });
    expect(likenessOf(bundled, neighbour)).toMatchObject({ tasks: 1, isOtherPlace: true });
    expect(isAnother(likenessOf(bundled, neighbour))).toBe(true);
  });

  it("where the place is known by who issued it", () => {
    const of = (issuer: string): Plan => plan({ title: "全民阅读实施方案", issuer });
    expect(likenessOf(of("青山县人民政府"), of("云溪县人民政府办公室"))).toMatchObject({ isOtherPlace: true });
    expect(likenessOf(of("青山县人民政府"), of("青山县人民政府办公室"))).toMatchObject({ isOtherPlace: false });
  });

  it.each([
    "全县全民阅读实施方案",
    "我市全民阅读实施方案",
    "关于加强市场监管的实施方案",
    "国务院关于促进就业的意见",
    "“无废城市”建设试点工作方案",
  ])("but “%s” names no place", (title) => {
    expect(likenessOf(plan(), plan({ title, issuer: "" }))).toMatchObject({ isOtherPlace: false });
  });

  it("where it is the next period's, whose tasks are all its own", () => {
    const of = (year: number, tasks: Plan["tasks"]): Plan =>
      plan({ title: `青山县${year}年重点工作任务分解方案`, years: [year, year], tasks });
    const next = of(2025, drainage.tasks);
    expect(isAnother(likenessOf(of(2024, reading.tasks), next))).toBe(true);
    expect(isAnother(likenessOf(of(2025, reading.tasks), next))).toBe(false);
    expect(isAnother(likenessOf(of(2024, drainage.tasks), next))).toBe(false);
  });

  it("where neither has a title and no task is told alike", () => {
    expect(
      isAnother(likenessOf(retitled(reading, ""), retitled(drainage, "", { tasks: drainage.tasks.slice(0, 3) }))),
    ).toBe(true);
    expect(
      isAnother(
        likenessOf(
          plan({ title: "", tasks: [task("t1")] }),
          plan({ title: "", tasks: [task("t1"), task("t7", { title: "修路" })] }),
        ),
      ),
    ).toBe(false);
  });
});

describe("how alike two plans are", () => {
  const alike = (more: Partial<Parameters<typeof isAnother>[0]>): boolean =>
    !isAnother({ shared: 2, tasks: 0, subject: 1, isOtherPlace: false, isOtherTime: true, ...more });

  it("is enough from an eighth of common tasks on, and from three in ten where the titles differ in subject", () => {
    expect([0.12, 0.119].map((tasks) => alike({ tasks }))).toEqual([true, false]);
    expect([0.12, 0.299, 0.3].map((tasks) => alike({ tasks, subject: 0.49 }))).toEqual([false, false, true]);
    expect(alike({ tasks: 0.12, subject: 0.5 })).toBe(true);
  });

  it("is not enough by one common task, unless that is half of all", () => {
    expect([0.4, 0.5].map((tasks) => alike({ shared: 1, tasks }))).toEqual([false, true]);
    expect(alike({ shared: 1, tasks: 0.4, subject: 0.2 })).toBe(false);
  });

  it("needs no common task where title and time are the same, and no title where there are tasks", () => {
    expect([alike({ isOtherTime: false }), alike({ isOtherTime: false, subject: 0.49 })]).toEqual([true, false]);
    const { subject: _none, ...untitled } = {
      shared: 2,
      tasks: 0.12,
      subject: 1,
      isOtherPlace: false,
      isOtherTime: false,
    };
    expect([isAnother(untitled), isAnother({ ...untitled, tasks: 0.1 })]).toEqual([false, true]);
  });

  it("is never enough for another place", () => {
    expect(alike({ tasks: 1, isOtherPlace: true })).toBe(false);
  });

  it("counts the tasks of both plans, by their ids where half of them agree", () => {
    const base = plan({ tasks: ["t1", "t2", "t3"].map((id) => task(id)) });
    const incoming = plan({ tasks: [task("t1", { title: "别的" }), task("t2", { title: "另外" })] });
    expect(likenessOf(base, incoming)).toMatchObject({ shared: 2, tasks: 4 / 5 });
    expect(likenessOf(plan({ tasks: [] }), plan({ tasks: [] }))).toMatchObject({ shared: 0, tasks: 0 });
  });

  it("tells times apart that do not meet, where both are known", () => {
    const apart = (a: [number, number], b: [number, number]): boolean =>
      likenessOf(plan({ years: a }), plan({ years: b })).isOtherTime;
    expect([apart([2021, 2023], [2024, 2025]), apart([2024, 2025], [2021, 2023])]).toEqual([true, true]);
    expect([apart([2021, 2023], [2023, 2025]), apart([2023, 2025], [2021, 2023])]).toEqual([false, false]);
    expect([apart([0, 0], [2024, 2025]), apart([2024, 2025], [0, 0])]).toEqual([false, false]);
  });

  it("knows one place under another name, and a title without letters for none", () => {
    const at = (title: string, issuer: string): Plan => plan({ title, issuer });
    const place = (a: Plan, b: Plan): boolean => likenessOf(a, b).isOtherPlace;
    expect(place(at("内蒙古自治区达拉特旗阅读方案", ""), at("阅读方案", "达拉特旗人民政府"))).toBe(false);
    expect(place(at("阅读方案", ""), at("云溪县阅读方案", ""))).toBe(false);
    // Only the one names the other, further on.
    expect(place(at("云溪县阅读方案", ""), at("青山市阅读方案（云溪片区）", ""))).toBe(false);
    expect(likenessOf(at("", ""), plan())).not.toHaveProperty("subject");
    expect(likenessOf(plan(), at("——", ""))).not.toHaveProperty("subject");
  });
});
