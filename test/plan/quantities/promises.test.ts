import {
  BACKGROUND_WORDS,
  DESCRIBING_BRACKETS,
  FRAME_WORDS,
  GRANT_WORDS,
  HEADING_NOUNS,
  MODALS_FOR_TEST,
  OBJECT_VERBS,
  PROCEDURE_WORDS,
  PROMISE_VERBS,
  SUM_VERBS,
  TARGET_NOUNS,
  WORK_WORDS,
} from "./tables";
import { linesOf, quantitiesOf } from "./reading";

describe("tables of what is promised", () => {
  it.each(PROMISE_VERBS)("%s promises what it counts", (verb) =>
    expect(linesOf(`由镇街${verb}36处口袋公园周边设施更美观。`)).toEqual([">= 36 处 other"]),
  );
  it("without a verb the same words promise nothing", () =>
    expect(linesOf("由镇街的36处口袋公园周边设施更美观。")).toEqual([]));
  it.each(OBJECT_VERBS)("%s makes a number with 的 its object", (verb) =>
    expect(linesOf(`${verb}36处以上的口袋公园。`)).toEqual([">= 36 处 other"]),
  );
  it.each(SUM_VERBS)("%s makes a sum with a noun behind it its object", (verb) =>
    expect(linesOf(`${verb}3亿元以上社会投资。`)).toEqual([">= 300000000 元 other"]),
  );
  it.each(FRAME_WORDS)("%s says what there is", (word) => expect(linesOf(`${word}36处口袋公园。`)).toEqual([]));
  it.each(WORK_WORDS)("%s says what is done, and counts only what closes the clause", (word) => {
    expect(linesOf(`${word}36处口袋公园。`)).toEqual([]);
    expect(linesOf(`${word}口袋公园36处。`)).toEqual([">= 36 处 other"]);
  });
  it.each(BACKGROUND_WORDS)("%s says what was", (word) => expect(linesOf(`全市${word}口袋公园达到36处。`)).toEqual([]));
  it.each(GRANT_WORDS)("%s with money is no target", (word) =>
    expect(linesOf(`建设口袋公园的镇街${word}36万元。`)).toEqual([]),
  );
  it.each(PROCEDURE_WORDS)("%s takes its time, and that is no target", (word) =>
    expect(linesOf(`${word}不少于7天。`)).toEqual([]),
  );
  it.each(HEADING_NOUNS)("开展5项…%s counts headings", (noun) => expect(linesOf(`开展5项便民${noun}。`)).toEqual([]));
  it.each(TARGET_NOUNS)("的%s leaves the number a target", (noun) =>
    expect(linesOf(`口袋公园面积完成20公顷的${noun}。`)).toEqual([">= 20 公顷 other"]),
  );
  it.each(DESCRIBING_BRACKETS)("a bracket with %s only describes", (word) =>
    expect(linesOf(`新建口袋公园(${word}绿道36公里)。`)).toEqual([]),
  );
  it("the tables name every word once", () => {
    for (const table of [PROMISE_VERBS, OBJECT_VERBS, SUM_VERBS, FRAME_WORDS, GRANT_WORDS, MODALS_FOR_TEST])
      expect(new Set(table).size).toBe(table.length);
  });
});

describe("numbers that are no targets", () => {
  it.each([
    "实施“千企万店”计划，办好“520”助农日。",
    "完善5G、4K和3A级场景，推广1+N模式，运行7×24小时热线。",
    "组建112人才专班，用好12345热线和第3期基金。",
    "严格执行国发〔2021〕12号文件和2022年版目录。",
    "落实三个清单、四大体系，做到五个统一。",
    "培育百亿级园区，评出全省前10名。",
    "帮扶年收入20万元以上的网店。",
    "整治船长12米以上的渔船，淘汰使用15年以上的农机。",
    "照料80岁以上老人。",
    "改造30万千瓦以上煤电机组的脱硫设备。",
    "对首次上规的企业，给予一次性奖励20万元。",
    "对营业收入超过2亿元的企业，按投资额的10%补助，最高100万元。",
    "违规占道的，处200元以上2000元以下罚款。",
    "公示不少于5个工作日，档案保存不少于10年。",
    "考核满分100分，未完成的扣2分。",
    "打造15分钟生活圈、1小时交通圈。",
    "全区已建成充电站36座，现有公交车210辆。",
    "组建由20名律师组成的服务团。",
    "营业时间为8:30—17:30，咨询电话0571-81234567。",
    "下设5个工作组，围绕3条产业链推进。",
    "实现全区9个镇公交全覆盖。",
  ])("%s", (text) => expect(linesOf(text)).toEqual([]));

  it("says nothing of numbers that are surely no targets", () =>
    expect(quantitiesOf("帮扶年收入20万元以上的网店。对产值达到3亿元的企业，给予奖励50万元。").findings).toEqual([]));

  it.each(["2023年底前，建成驿站5个。", "2023年，力争建成驿站5个。", "到2023年，培训达到500人次。"])(
    "asks about what is due before the plan's first year: %s",
    (text) => {
      const { indicators, findings } = quantitiesOf(text, [2024, 2026]);
      expect(indicators).toEqual([]);
      expect(findings.map(({ rule, about }) => [rule, about])).toEqual([["quantity-left-alone", "reading"]]);
      expect(findings[0]!.message).toContain("早于方案的起始年份");
    },
  );

  it.each(["2023年，建成驿站5个。", "到2023年，已建成驿站5个。", "截至2023年底，建成驿站5个。"])(
    "says nothing of what had been done before it: %s",
    (text) => expect(quantitiesOf(text, [2024, 2026]).findings).toEqual([]),
  );

  it("shows numbers that may be targets, with their place", () => {
    const source = "新开发3000平方米以上空间。主城区共享36个停车场的泊位信息。";
    const { findings } = quantitiesOf(source);
    expect(findings.map((f) => [f.rule, f.about, source.slice(...f.span)])).toEqual([
      ["quantity-left-alone", "reading", "3000平方米以上"],
      ["quantity-left-alone", "reading", "36个"],
    ]);
  });
});
