import { nothing, type Detail } from "../../src/assessment/details";
import { yearResults, type CellToCheck, type YearResults } from "../../src/assessment/year-results";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { runToEnd } from "../../src/plan/pausable";
import { inChinese } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const year = 2023;
const of = plan({
  tasks: [
    task("t1", { section: ["重点任务", "甲"] }),
    task("t2", { lead: ["县文化和旅游局"], responsible: [], groups: ["各成员单位"] }),
    task("t3", { deadline: { text: "6月底前", by: "2023-06" } }),
  ],
  indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, quote: "每年培训50名教师" } : one)),
});

const resultsOf = (
  touch: (sheet: LocatedMatrix) => void = () => undefined,
  more: Partial<Parameters<typeof yearResults>[0]> = {},
): YearResults =>
  runToEnd(
    yearResults({
      plan: of,
      held: sheetOf(of, touch),
      details: [],
      asOf: { year, month: 12 },
      reporting: { units: [], missing: [] },
      ...more,
    }),
  );
const named = ({ rows }: YearResults, name: string): YearResults["rows"][number] =>
  rows.find(({ indicator, task: title }) => (indicator || title) === name)!;
const typed =
  (name: string, value: CellValue, at = year): ((sheet: LocatedMatrix) => void) =>
  (sheet) =>
    void (rowNamed(sheet, name).cells[`actual:${at}`] = value);

describe("the results of a year", () => {
  it("say of each row where it stands, who leads and helps, and the plan's own words", () => {
    const results = resultsOf(typed("培训教师", 42));
    expect(named(results, "培训教师")).toMatchObject({
      identity: "t1|i2",
      number: "一(一)1",
      section: "重点任务",
      headings: "重点任务 / 甲",
      target: "≥50名",
      actual: "42名",
      ratio: 0.84,
      status: "missed",
      leads: ["县教育局"],
      helpers: ["县财政局"],
      quote: "每年培训50名教师",
      explanation: "",
      toCheck: [],
    });
    expect(named(results, "开展活动")).toMatchObject({
      quote: "",
      leads: ["县文化和旅游局"],
      helpers: ["县教育局", "县财政局"],
    });
    expect(named(results, "开展活动")).not.toHaveProperty("ratio");
    expect(named(results, "任务t3")).toMatchObject({
      quote: "",
      status: "overdue",
      daysOverdue: 184,
      deadline: "6月底前",
    });
    expect(named(results, "培训教师")).not.toHaveProperty("daysOverdue");
    expect(results).toMatchObject({ plan: of.title, year, month: 12, years: [2021, 2022, 2023, 2024, 2025] });
    expect(results.counts).toMatchObject({ missed: 1, overdue: 1, notReported: 3 });
  });

  it("leave out rows of the user's own, and show 进展情况 and what units have said", () => {
    const detail: Detail = {
      ...{ unit: "县教育局", year, month: 12, identity: "t1|i2" },
      ...{ value: nothing, unread: nothing, evidence: nothing, progress: nothing },
      explanation: { content: "疫情影响", file: "a.xlsx", saved: "" },
    };
    const results = resultsOf(
      (sheet) => {
        rowNamed(sheet, "培训教师").cells.progress = " 已开班 ";
        sheet.rows.push({ row: 30, keyText: "", cells: { task: "我们的行" }, formulas: {} });
      },
      { details: [detail, { ...detail, year: 2022, explanation: { content: "旧话", file: "", saved: "" } }] },
    );
    expect(results.rows).toHaveLength(5);
    expect(named(results, "培训教师")).toMatchObject({ progress: "已开班", explanation: "疫情影响" });
  });

  it("count for each unit what it leads and helps with, and say whether it has reported", () => {
    const { units } = resultsOf(typed("培训教师", 60), {
      reporting: {
        units: [
          { name: "县教育局", asked: 3, hasReported: true },
          { name: "县财政局", asked: 1, hasReported: false },
        ],
        missing: ["县财政局"],
      },
    });
    expect(
      units.map(({ name, leads, helps, asked, hasReported, isMissing, counts }) => [
        name,
        leads,
        helps,
        asked,
        hasReported,
        isMissing,
        counts.reached,
      ]),
    ).toEqual([
      ["县教育局", { rows: 3, tasks: 2, indicators: 2 }, { rows: 1, tasks: 1, indicators: 1 }, 3, true, false, 1],
      ["县财政局", { rows: 0, tasks: 0, indicators: 0 }, { rows: 4, tasks: 3, indicators: 3 }, 1, false, true, 0],
      [
        "县文化和旅游局",
        { rows: 1, tasks: 1, indicators: 1 },
        { rows: 0, tasks: 0, indicators: 0 },
        0,
        false,
        false,
        0,
      ],
    ]);
  });
});

describe("a cell that is to be checked", () => {
  const check = (
    name: string,
    value: CellValue,
    touch: (row: LocatedMatrix["rows"][number]) => void = () => undefined,
  ): (Omit<CellToCheck, "reason"> & { reason: string })[] =>
    named(
      resultsOf((sheet) => {
        typed(name, value)(sheet);
        touch(rowNamed(sheet, name));
      }),
      name,
    ).toCheck.map(({ reason, ...rest }) => ({ ...rest, reason: inChinese(reason) }));

  it("is none that holds a number, a word where a word is asked for, or nothing", () => {
    expect([
      check("培训教师", 42),
      check("培训教师", ""),
      check("任务t3", "推进中"),
      check("任务t3", " 推进中 "),
    ]).toEqual([[], [], [], []]);
  });

  it("tells a text, with the number that it can only mean", () => {
    expect(check("培训教师", "约50")).toEqual([
      { column: "actual:2023", year, text: "约50", held: "约50", reason: "是约数，请填准确的数" },
    ]);
    expect(check("培训教师", "42名")[0]).toMatchObject({ text: "42名", offer: 42 });
    expect(check("任务t3", "快了")[0]).toMatchObject({ text: "快了", reason: "请填“已完成”、“推进中”、“未开展”之一" });
  });

  it("tells a word with something in it that nobody sees, and no formula recognises", () => {
    expect(check("任务t3", "推进中\u200b")[0]!.reason).toBe("有看不见的字符，请重新填写");
    expect(check("任务t3", "\u3000推进中")).toHaveLength(1);
  });

  it("tells a number that is likely wrong, with what was meant and how it is confirmed", () => {
    const share = check("居民综合阅读率", 0.85)[0];
    expect(share).toMatchObject({ entered: 0.85, meant: 85, confirmation: "已核：0.85%" });
    expect(share).not.toHaveProperty("offer");
    expect(check("居民综合阅读率", 101)[0]).toMatchObject({ text: "101", reason: "百分数应在 0—100 之间" });
    expect(check("居民综合阅读率", 0.85, (row) => void (row.cells.remark = "已核：0.85%"))).toEqual([]);
  });

  it("offers a number that will not be asked about again, with its confirmation where it would be", () => {
    expect(check("居民综合阅读率", "0.8%")[0]).toMatchObject({ offer: 0.8, confirmation: "已核：0.8%" });
    expect(check("居民综合阅读率", "82%")[0]).toMatchObject({ offer: 82 });
    expect(check("居民综合阅读率", "82%")[0]).not.toHaveProperty("confirmation");
  });

  it("shows a percentage as the cell shows it and tells what the cell holds", () => {
    const percent = (row: LocatedMatrix["rows"][number]): void => void (row.percents = { "actual:2023": 0.92 });
    expect(check("居民综合阅读率", 92, percent)[0]).toMatchObject({
      ...{ text: "92%", held: 0.92, offer: 92 },
      reason: "单元格是百分比格式",
    });
  });

  it("offers nothing for a formula, which somebody has to mend, and says how where it shows a percentage", () => {
    const formula = (row: LocatedMatrix["rows"][number]): void => void (row.formulas["actual:2023"] = "=A1/B1");
    expect(check("培训教师", "42名", formula)[0]).not.toHaveProperty("offer");
    expect(check("培训教师", "42名", formula)[0]!.reason).toBe(check("培训教师", "42名")[0]!.reason);
    const [shown] = check("居民综合阅读率", 92, (row) => {
      formula(row);
      row.percents = { "actual:2023": 0.92 };
    });
    expect(shown).toMatchObject({ reason: "公式算出的是百分比，请在公式里乘以 100" });
    expect(shown).not.toHaveProperty("offer");
  });

  it("is looked for in all years up to this one", () => {
    const results = resultsOf((sheet) => {
      typed("培训教师", "约40", 2021)(sheet);
      typed("培训教师", "约50", 2023)(sheet);
      typed("培训教师", "约60", 2024)(sheet);
    });
    expect(named(results, "培训教师").toCheck.map(({ year: at, text }) => [at, text])).toEqual([
      [2021, "约40"],
      [2023, "约50"],
    ]);
  });
});
