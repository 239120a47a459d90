import { MODALS, MODALS_BEFORE_VERBS } from "../../../src/plan/quantities/indicator-names";
import { quantitiesOf } from "./reading";

const namesOf = (text: string): string[] => quantitiesOf(text).indicators.map((i) => i.name);

describe("names of quantities", () => {
  it.each(MODALS)("%s is no part of a name", (word) =>
    expect(namesOf(`${word}建设村史馆5个。`)).toEqual(["建设村史馆"]),
  );
  it.each(MODALS_BEFORE_VERBS)("%s before a verb is no part of a name", (word) =>
    expect(namesOf(`${word}建设村史馆5个。`)).toEqual(["建设村史馆"]),
  );
  it.each(["重点人群筛查", "平均排队时长", "基本农田", "应急广播", "再生水厂"])("%s keeps its first word", (words) =>
    expect(namesOf(`${words}完好率达到90%。`)).toEqual([`${words}完好率`]),
  );

  it.each([
    ["到2025年，全县村史馆开放率达到90%以上。", ["村史馆开放率"]],
    ["建成5个以上村史馆。", ["建成村史馆"]],
    ["培育讲解员20名、志愿者300名。", ["培育讲解员", "培育志愿者"]],
    ["打造3个博物馆群、10条研学线路和20个打卡点。", ["打造博物馆群", "打造研学线路", "打造打卡点"]],
    ["藏品数字化率由2020年的30%提高到2025年的75%。", ["藏品数字化率"]],
    ["审批时限由10个工作日压缩至3个工作日以内。", ["审批时限"]],
    ["文创收入较2023年增长25%以上。", ["文创收入较2023年增长"]],
    ["文创收入突破2亿元，年均增长10%。", ["文创收入", "文创收入年均增长"]],
    ["普查、修缮完成率分别达到80%和60%。", ["普查、修缮完成率（普查）", "普查、修缮完成率（修缮完成率）"]],
    ["到2025年、2027年，藏品数字化率分别达到50%、80%。", ["藏品数字化率", "藏品数字化率（2027年）"]],
    ["培育年接待10万人次以上的展馆20家。", ["培育年接待10万人次以上的展馆"]],
    ["建成1所不少于200张床位的敬老院。", ["建成不少于200张床位的敬老院"]],
    ["建成3个各500个泊位的停车场。", ["建成各500个泊位的停车场"]],
    ["新建35千伏线路40公里。", ["新建35千伏线路"]],
    ["村史馆（含乡贤馆）达到50个。", ["村史馆"]],
    ["确保80%以上的展馆设置无障碍通道。", ["展馆设置无障碍通道"]],
    ["到2025年，开放率达到60%；到2027年，占比达到80%。", ["开放率", "开放率（2027年）"]],
    ["举办讲座20场次，举办讲座800人次，举办讲座900人次。", ["举办讲座", "举办讲座（人次）", "举办讲座（2）"]],
  ])("%s → %j", (text, names) => expect(namesOf(text)).toEqual(names));

  it("fit a cell however long the clause is", () => {
    const long =
      "围绕文物保护利用组织开展面向基层文博工作者、乡镇文化站干部、社会志愿者等各类人员的专题业务能力提升培训";
    for (const name of namesOf(`${long}500人次。${long}不少于3期。`)) expect(name.length).toBeLessThanOrEqual(40);
  });
});
