import { readClauses } from "../../../src/plan/quantities/clauses";
import {
  MODALS,
  MODALS_BEFORE_VERBS,
  nameOf,
  subject,
  subjectsOf,
  surroundings,
  verbOf,
} from "../../../src/plan/quantities/indicator-names";
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

/** The names of all numbers of a clause, each for itself. */
function namesIn(text: string, inherited = { verb: "", subject: "" }): string[] {
  const [clause] = readClauses(text, 0, text.length, [2023, 2025]);
  const { amounts } = clause!;
  return amounts.map((amount, k) =>
    nameOf(text, clause!, amount, surroundings(text, clause!, amount, amounts[k - 1], amounts[k + 1]), inherited),
  );
}
const long = (count: number): string => "甲".repeat(count);

describe("the name of a number", () => {
  it.each<[text: string, names: string[]]>([
    ["培训人才200人", ["培训人才"]],
    ["建设3座电站", ["建设电站"]],
    ["建设3座电站、5座水库", ["建设电站", "水库"]],
    ["建设3座电站和5座水库", ["建设电站", "水库"]],
    ["建设3座电站以及5座水库", ["建设电站", "水库"]],
    ["建设电站3座、水库5座", ["建设电站", "水库"]],
    ["建设电站3座和水库5座", ["建设电站", "水库"]],
    ["建设(含改建、扩建)电站3座", ["建设电站"]],
    ["力争门诊报销比例提高到70%", ["门诊报销比例"]],
    ["预留15%的门票给居民", ["预留门票给居民"]],
    ["到2025年覆盖率达到90%", ["覆盖率"]],
    ["耕地质量等级年均提高5%", ["耕地质量等级年均提高"]],
    ["“一村一品”示范村达到20个", ["“一村一品”示范村"]],
    ["特色”示范村达到20个", ["特色示范村"]],
    ["全县培训教师50名", ["培训教师"]],
    ["在全县范围内培训教师50名", ["培训教师"]],
    [`${long(40)}电站3座`, [`${long(30)}电站`]],
    [`${long(31)}站3座`, [`${long(31)}站`]],
    [`建设${long(20)}并培育${long(18)}3家`, [`培育${long(18)}`]],
    [`${long(10)}、${long(12)}、${long(14)}3家`, [`${long(12)}、${long(14)}`]],
    [`建设“${long(30)}”电站3座`, ["电站"]],
    [`建设3座${long(40)}`, [`建设${long(30)}`]],
    [`建设3座${long(20)}和${long(20)}`, [`建设${long(20)}`]],
  ])("%s", (text, names) => expect(namesIn(text)).toEqual(names));

  it("takes the verb of its list where it has none, but not for a share, nor before a verb of its own", () => {
    const inherited = { verb: "建设", subject: "" };
    expect(namesIn("水库5座", inherited)).toEqual(["建设水库"]);
    expect(namesIn("改造水库5座", inherited)).toEqual(["改造水库"]);
    expect(namesIn("合格率95%", inherited)).toEqual(["合格率"]);
  });

  it("is the subject before it where only a change is said, or each of them", () => {
    const inherited = { verb: "", subject: "用水量" };
    expect(namesIn("下降5%", inherited)).toEqual(["用水量下降"]);
    expect(namesIn("达到5%", inherited)).toEqual(["用水量"]);
    expect(namesIn("下降5%", { verb: "", subject: "用水量增长" })).toEqual(["用水量下降"]);
    expect(namesIn("每村5个", { verb: "", subject: "图书室" })).toEqual(["图书室每村"]);
  });

  it.each<[name: string, count: number, subjects: string[]]>([
    ["花生种植、收获机械化率", 2, ["花生种植", "收获机械化率"]],
    ["花生种植、收获机械化率", 3, []],
    ["甲和乙", 2, ["甲", "乙"]],
  ])("has the subjects of %s for %i numbers", (name, count, subjects) =>
    expect(subjectsOf(name, count)).toEqual(subjects),
  );

  it.each([
    ["建设电站", "建设"],
    ["电站建设", ""],
    ["", ""],
  ])("has the verb of %j", (name, verb) => expect(verbOf(name)).toBe(verb));

  it.each([
    ["力争全县", ""],
    ["一是把培训人数，", "培训人数"],
    ["由2020年的5个镇", ""],
    ["电站（含水库）数量至少", "电站（含水库）数量"],
  ])("is the phrase before the number: %j", (raw, phrase) => expect(subject(raw)).toBe(phrase));
});
