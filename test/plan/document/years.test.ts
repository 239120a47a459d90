import { planYears, yearOfAnnualPlan } from "../../../src/plan/document/years";

describe("the years of a plan", () => {
  it.each([
    ["the title's range", "某县方案（2021—2025年）", "2023-04-20", "到2030年", [2021, 2025]],
    ["a five-year plan in the title", "某县“十四五”规划", undefined, "", [2021, 2025]],
    ["the title's only year", "某县2024年实施方案", undefined, "到2026年", [2024, 2024]],
    ["the title's only year, in Chinese figures", "某镇二〇二五年重点工作清单", undefined, "", [2025, 2025]],
    ["the title's range, in Chinese figures", "某县方案（二〇二四—二〇二六年）", undefined, "", [2024, 2026]],
    ["the year of issue to the last promise", "某县方案", "2023-04-20", "2022年底。到2026年，2025年底前", [2023, 2026]],
    ["the day from which it holds", "某县方案", undefined, "自2024年1月1日起施行。到2026年", [2024, 2026]],
    [
      "all days by which something is promised",
      "某县方案",
      undefined,
      "2024年6月底前开工，2025年12月31日前完成，到2026年",
      [2024, 2026],
    ],
    ["the end of a five-year plan", "某县方案", undefined, "到“十四五”末，到2023年", [2023, 2025]],
    [
      "a year and how long from then",
      "某县方案",
      undefined,
      "2012年起5年内引进人才。于2012年底前制定细则",
      [2012, 2016],
    ],
    ["a span beside a later promise", "某县方案", undefined, "2024年起，用3年时间建成。到2030年", [2024, 2030]],
    ["not a span gone by", "某县方案", undefined, "2018年起，用3年时间完成了改造。到2027年", [2027, 2027]],
    ["the day of issue and a span from then", "某县方案", "2024-03-05", "从2024年起，用三年时间建成", [2024, 2026]],
    [
      "not the end of a five-year plan gone by",
      "某县方案",
      undefined,
      "“十三五”末，供水管网5000公里。到2027年",
      [2027, 2027],
    ],
    [
      "not what was built by a month gone by",
      "某县方案",
      undefined,
      "2019年6月底前建成的小区全部纳入。到2027年",
      [2027, 2027],
    ],
    [
      "the five-year plan that the text names, if it has no year of its own",
      "某县意见",
      "2021-08-23",
      "“十四五”时期大力实施帮扶",
      [2021, 2025],
    ],
    [
      "not the five-year plan beside a year of its own",
      "某县意见",
      "2021-08-23",
      "“十四五”时期大力实施帮扶。到2023年",
      [2021, 2023],
    ],
    ["not a five-year plan gone by", "某县意见", "2021-08-23", "“十三五”时期大力实施帮扶", [2021, 2021]],
    ["years whose dash was scanned wrong", "某县方案（2021一2025年）", undefined, "", [2021, 2025]],
    ["any year where nothing is promised", "某县方案", undefined, "2022年的基础上", [2022, 2022]],
    ["none where no year is named", "某县方案", undefined, "每年", [0, 0]],
  ] as const)("are %s", (_, title, issued, text, years) => expect(planYears(title, issued, text)).toEqual(years));
});

describe("the year of an annual plan", () => {
  it.each([
    ["青山县2024年重点工作任务分工", [2024, 2024]],
    ["青山县重点工作方案（2024年）", [2024, 2024]],
    ["青山县二〇二四年重点工作", [2024, 2024]],
  ] as const)("%s", (title, years) => expect(yearOfAnnualPlan(title, years)).toBe(2024));
  it.each([
    ["青山县工作方案", [2024, 2024]],
    ["青山县应急预案（2024年版）", [2024, 2024]],
    ["青山县2024年方案", [2024, 2026]],
    ["青山县方案", [0, 0]],
  ] as const)("not %s", (title, years) => expect(yearOfAnnualPlan(title, years)).toBeUndefined());
});
