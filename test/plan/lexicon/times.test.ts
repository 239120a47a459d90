import { timeWords, TIME_WORDS } from "../../../src/plan/lexicon/times";
import { linesOf, YEARS } from "../quantities/reading";

describe("words of time", () => {
  it.each(TIME_WORDS.map((row) => [row.example, row.kind, row.exampleBehind ?? ""] as const))(
    "%s is %s",
    (example, kind, behind) => {
      expect(
        timeWords(example + behind, 0, example.length + behind.length, YEARS).map((word) => [
          word.kind,
          word.start,
          word.end,
        ]),
      ).toEqual([[kind, 0, example.length]]);
    },
  );

  it.each([
    ["“十四五”末", 2025],
    ["“十五五”期间", 2030],
    ["到2026年6月底前", 2026],
    ["2024—2026年", 2026],
    ["规划期内", 2027],
  ])("%s ends in %d", (text, year) => {
    expect(timeWords(text, 0, text.length, YEARS)).toMatchObject([{ year }]);
  });

  it.each([
    ["2022年，建成驿站5个。", []],
    ["按照2021年标准，建成驿站5个。", [">= 5 个 other"]],
    ["到2025年，建成驿站5个，服务骑手3000人。", [">= 5 个 byDeadline 2025", ">= 3000 人 byDeadline 2025"]],
    ["到2025年，驿站体系更加完善。建成驿站5个。", [">= 5 个 byDeadline 2025"]],
    ["到2025年，驿站体系更加完善。\n建成驿站5个。", [">= 5 个 other"]],
    ["“十四五”期间，建成驿站5个，服务骑手3000人次。", [">= 5 个 cumulative 2025", ">= 3000 人次 cumulative 2025"]],
    ["每年新建驿站2个，五年新增座位200个。", [">= 2 个 perYear", ">= 200 个 cumulative 2027"]],
    ["每年新建驿站2个，三年新增座位200个。", [">= 2 个 perYear", ">= 200 个 cumulative"]],
    ["第三年新增座位200个，2026年新增座位300个。", [">= 200 个 other", ">= 300 个 byDeadline 2026"]],
    ["每年6月底和12月底前各开展检查2次。", [">= 2 次 perYear"]],
    ["每年3月底前、9月底前分别开展培训3场。", [">= 3 场 perYear"]],
    [
      "2025年4月底前完成方案，9月底前建成站点7个，年底前建成中心1个。",
      [">= 7 个 byDeadline 2025", ">= 1 个 byDeadline 2025"],
    ],
    ["次年1月31日前报送报告1份。", [">= 1 份 other"]],
    ["学制三年培养技工500名。", [">= 500 名 other"]],
    ["研发投入年均增长12%，占比达到2%，新建驿站2个。", [">= 12 % perYear", ">= 2 % other", ">= 2 个 other"]],
    ["9月底前新建驿站2个，年底前再建3个。", [">= 2 个 byDeadline", ">= 3 个 byDeadline"]],
    ["全市PM2.5年均浓度不高于32微克/立方米。", ["<= 32 微克/立方米 other"]],
    ["“十四五”末，驿站覆盖率达到90%。", [">= 90 % byDeadline 2025"]],
    ["“十四五”期间，驿站覆盖率达到90%。", [">= 90 % byDeadline 2025"]],
    [
      "每年举办骑手技能赛2场，培训骑手300人次。再建驿站4个。",
      [">= 2 场 perYear", ">= 300 人次 perYear", ">= 4 个 other"],
    ],
    ["到2026年，每年举办骑手技能赛2场，参训率达到80%。", [">= 2 场 perYear 2026", ">= 80 % byDeadline 2026"]],
    ["2024—2027年，每年举办讲座6场，每个驿站配备药箱2个。", [">= 6 场 perYear 2027", ">= 2 个 other 2027"]],
    ["每校每学期开展讲座不少于2次。", [">= 2 次 perTerm"]],
    ["每季度开展走访不少于2次。", [">= 2 次 other"]],
    ["骑手服务站累计建成30个、驿站利用率达到60%。", [">= 30 个 cumulative", ">= 60 % other"]],
    ["用5年时间，培训骑手900人次。", [">= 900 人次 cumulative 2027"]],
    ["用3年时间，培训骑手900人次。", [">= 900 人次 cumulative"]],
    ["利用2-3年时间，培训骑手约900人次。", ["~ 900 人次 cumulative"]],
    ["确保每年旺季期初在岗率达到100%，期末不低于50%。", [">= 100 % perYear", ">= 50 % perYear"]],
    ["力争10月底完成年度计划70%，11月底完成85%。", [">= 70 % byDeadline", ">= 85 % byDeadline"]],
    ["五年内，骑手参保率达到90%。", [">= 90 % byDeadline 2027"]],
    ["三年内，骑手参保率达到90%。", [">= 90 % byDeadline"]],
    ["开展义诊20场/年。", [">= 20 场 perYear"]],
    ["建成驿站8个，2026年底前全面完成。", [">= 8 个 byDeadline 2026"]],
    ["到2025年、2027年，骑手参保率分别达到70%、90%。", [">= 70 % byDeadline 2025", ">= 90 % byDeadline 2027"]],
    ["截至2023年底，建成驿站5个。", []],
    ["毕业3年内青年就业，新增岗位500个。", [">= 500 个 other"]],
  ])("%s → %j", (text, lines) => expect(linesOf(text)).toEqual(lines));

  it("takes 全年 and 年底 for the one year of an annual plan", () => {
    expect(linesOf("全年新增岗位500个。", [2025, 2025])).toEqual([">= 500 个 byDeadline 2025"]);
    expect(linesOf("年底前新增岗位500个。", [2025, 2025])).toEqual([">= 500 个 byDeadline 2025"]);
    expect(linesOf("全年新增岗位500个。")).toEqual([">= 500 个 perYear"]);
  });
});
