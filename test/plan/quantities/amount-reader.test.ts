import { readPlan } from "../../../src/plan";

const promised = (words: string): string[] =>
  readPlan(`某县方案（2024年）\n1.打基础。${words}（县交通局负责）`).indicators.map(
    ({ name, value, unit }) => `${name}：${value}${unit}`,
  );

describe("amounts of several clauses", () => {
  it.each<[words: string, promised: string[]]>([
    ["建设10个县级中心，50个乡镇中心。", ["建设县级中心：10个", "乡镇中心：50个"]],
    ["建设10个县级中心，另有50个乡镇中心。", ["建设县级中心：10个"]],
    ["建设10个县级中心；50个乡镇中心。", ["建设县级中心：10个"]],
    ["建设10个县级中心，两个乡镇中心。", ["建设县级中心：10个"]],
    ["新建10座大桥，三座小桥。", ["新建大桥：10座"]],
    ["建设10个县级中心，50公里乡镇道路。", ["建设县级中心：10个"]],
    ["建设10个县级中心，50万元经费。", ["建设县级中心：10个"]],
    ["建设10个县级中心，50个以上的乡镇中心。", ["建设县级中心：10个", "乡镇中心：50个"]],
    ["建设县级中心10个，50个乡镇中心。", ["建设县级中心：10个"]],
    ["走访10个乡镇，50个是重点乡镇。", ["走访乡镇：10个"]],
  ])("are promised by one verb where the list goes on: %s", (words, all) => expect(promised(words)).toEqual(all));

  it.each<[words: string, promised: string[]]>([
    ["培育5000万元级企业3家。", ["培育5000万元级企业：3家"]],
    ["建设5万吨级码头2座。", ["建设5万吨级码头：2座"]],
  ])("are no levels of what is counted: %s", (words, all) => expect(promised(words)).toEqual(all));

  it("are none of the title's, where it does not end as titles do", () => {
    const plan = readPlan(
      "修路架桥建设10座桥\n一、任务\n（一）修路。修建道路5公里。（县交通局负责）\n（二）架桥。（县水利局负责）",
    );
    expect([plan.title, plan.indicators.map(({ name }) => name)]).toEqual(["修路架桥建设10座桥", ["修建道路"]]);
  });

  it.each<[words: string, promised: string[]]>([
    ["打造步行不超过15分钟的生活圈。", []],
    ["举办不少于2小时的讲座。", []],
    ["开展不少于3小时的培训活动。", ["开展培训活动：3小时"]],
    ["办理时间不超过15分钟。", ["办理时间：15分钟"]],
  ])("are a length of time where one is asked for, not where it describes a thing: %s", (words, all) =>
    expect(promised(words)).toEqual(all),
  );
});
