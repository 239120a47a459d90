import type { Chase } from "../../src/assessment/chase";
import { reportOf, type ReportInput } from "../../src/assessment/report";
import type { ExplainedRow } from "../../src/assessment/reported-rows";
import { standing } from "../../src/assessment/shortfalls";
import { monthEnd } from "../../src/matrix/due";
import { qualityWords } from "../../src/matrix/limits";
import { matrixRows } from "../../src/matrix/rows";
import type { CellValue } from "../../src/matrix/sheet";
import { plan } from "../plans";

const year = 2023;
const explained = (
  entries: Readonly<Record<string, CellValue>>,
  explanation: Readonly<Record<string, string>> = {},
): ExplainedRow[] =>
  matrixRows(plan()).map(({ key, task, cells }) => {
    const name = String(cells.indicator || cells.task);
    return {
      key,
      number: String(cells.number),
      section: String(cells.section),
      task: String(cells.task),
      indicator: String(cells.indicator),
      period: String(cells.period),
      target: cells.target!,
      measure: String(cells.measure),
      entries: new Map([[year, entries[name] ?? ""]]),
      leads: task?.lead ?? [],
      explanation: explanation[name] ?? "",
      deadline: "",
      progress: "",
    };
  });
const nothingLeft: Chase = { year, month: 12, missing: [], unread: [], conflicts: [], dropped: [], partial: [] };
const input = (rows: ExplainedRow[], more: Partial<ReportInput> = {}): ReportInput => ({
  planTitle: plan().title,
  issuer: "青山县教育局",
  asOf: { year, month: 12 },
  kind: "annual",
  planYears: [2021, 2025],
  rows,
  chase: nothingLeft,
  date: "2023-12-28",
  ...more,
});
const text = (report: ReturnType<typeof reportOf>): string => report.paragraphs.map((one) => one.text).join("\n");

const filled = { 建成示范学校: 6, 培训教师: 42, 开展活动: 30, 任务t3: "已完成" };

describe("the report of a year", () => {
  it("counts as the list of shortfalls does", () => {
    const rows = explained(filled);
    const report = reportOf(input(rows));
    expect(report.counts).toEqual(standing(rows, { year, month: 12 }, [2021, 2025]).counts);
    expect(report.annex).toHaveLength(rows.length);
    expect(text(report)).toContain(
      "共有任务3项、量化指标4项。截至2023年底，量化指标已报送3项，其中达标1项，占已报送的33.3%、占全部量化指标的25%。",
    );
    expect(text(report)).toContain("没有量化指标的任务1项：完成1项。");
  });

  it.each(["", "快了", ...qualityWords])("tells of a task of which “%s” is typed", (word) => {
    expect(text(reportOf(input(explained({ ...filled, 任务t3: word }))))).toMatch(/的有：任务t3/);
  });

  it("says by how much each one falls short, who leads, and why; or leaves room for it", () => {
    const report = reportOf(input(explained(filled, { 培训教师: "疫情影响" })));
    expect(text(report)).toContain(
      "1. 培训教师（任务t1）：目标≥50名，实际42名，差8名，未达标。牵头单位：县教育局。原因：疫情影响",
    );
    expect(report.paragraphs.filter(({ kind }) => kind === "blank").map((one) => one.text)).toEqual([
      "（请补充原因和整改措施）",
      "（请补充）",
    ]);
  });

  it("names what was reached with its numbers, section by section, and who has not reported", () => {
    const report = reportOf(input(explained(filled), { chase: { ...nothingLeft, missing: ["县财政局"] } }));
    expect(text(report)).toContain("已达标的有：建成示范学校6所（目标≥5所）。");
    expect(text(report)).toContain("尚未报送的单位有1个：县财政局。");
    expect(report.paragraphs.filter((one) => one.kind === "heading" && one.level === 2).map((one) => one.text)).toEqual(
      ["（一）总体目标", "（二）重点任务", "（一）重点任务"],
    );
  });

  it("is titled as its file is named, by its kind", () => {
    const reports = (
      [
        ["annual", 2023],
        ["midterm", 2023],
        ["final", 2025],
      ] as const
    ).map(([kind, at]) => reportOf(input([], { kind, asOf: { year: at, month: 12 } })));
    expect(reports.map(({ name }) => name)).toEqual([
      "2023年度自查评估报告",
      "中期自查评估报告（2021—2023年）",
      "期末自查评估报告（2021—2025年）",
    ]);
    for (const { title, name } of reports) expect(title).toBe(`《青山县全民阅读实施方案（2021—2025年）》${name}`);
  });

  it("never gives a rate without saying of what: what cannot be read is not reported", () => {
    const seven = { 建成示范学校: 6, 培训教师: 55, 开展活动: "约3" };
    expect(text(reportOf(input(explained(seven))))).toContain(
      "量化指标4项。截至2023年底，量化指标已报送2项，其中达标2项，占已报送的100%、占全部量化指标的50%。",
    );
    expect(text(reportOf(input(explained({}))))).toContain("量化指标已报送0项，其中达标0项，占全部量化指标的0%。");
  });

  it("reads well where nothing falls short and nothing was reported", () => {
    const report = reportOf(input(explained({})));
    expect(text(report)).toContain("已报送的量化指标没有未达标或滞后的，没有逾期的任务。");
    expect(text(report)).toContain("应报送的单位均已报送。");
  });

  it("tells of tasks without a number per 板块 what was done, what is overdue, and whose", () => {
    const rows = explained({})
      .filter(({ target }) => target === "")
      .flatMap((row) => [
        {
          ...row,
          key: "t1",
          task: "编制规划",
          entries: new Map([[year, "已完成"]]),
          progress: "已印发规划。",
          explanation: "已印发规划",
        },
        {
          ...row,
          key: "t2",
          task: "建立台账",
          deadline: "2023年3月底前",
          due: monthEnd(2023, 3),
          entries: new Map([[year, "推进中"]]),
          progress: "完成初稿",
          explanation: "待局务会审议。",
        },
        {
          ...row,
          key: "t3",
          task: "开展培训",
          deadline: "2023年5月底前",
          due: monthEnd(2023, 5),
          leads: ["县文化和旅游局", "县财政局"],
        },
        { ...row, key: "t4", task: "加强宣传", deadline: "长期坚持", due: "" },
      ]);
    const report = reportOf(input(rows, { asOf: { year, month: 6 } }));
    const told = text(report);
    expect(told).toContain("没有量化指标的任务4项：未报1项，完成1项，逾期2项。");
    expect(told).toContain("已完成的有：编制规划（县教育局牵头）：已印发规划。");
    expect(told).toContain(
      "逾期未完成的有：建立台账（完成时限2023年3月底前，逾期91天，县教育局牵头）：完成初稿；待局务会审议；开展培训（完成时限2023年5月底前，逾期30天，县文化和旅游局、县财政局牵头）。",
    );
    expect(told).toContain("尚未填报的有：加强宣传（县教育局牵头）。");
    expect(told).toContain("逾期的任务共2项（天数算到2023年6月底）。");
    expect(told).toContain(
      "1. 建立台账：完成时限2023年3月底前，逾期91天，填报为“推进中”。牵头单位：县教育局。进展：完成初稿；待局务会审议。",
    );
    expect(told).toContain(
      "2. 开展培训：完成时限2023年5月底前，逾期30天，未填报。牵头单位：县文化和旅游局、县财政局。\n（请补充原因和整改措施）",
    );
    expect(report.paragraphs.filter(({ kind }) => kind === "heading").map((one) => one.text)).toEqual([
      "一、总体情况",
      "二、没有量化指标的任务完成情况",
      "（一）重点任务",
      "三、存在的差距",
      "四、未报送和待核实情况",
      "五、下一步打算",
    ]);
    expect(report.annex.map(({ deadline, status, actual }) => [deadline, status, actual])).toEqual([
      ["", "完成", "已完成"],
      ["2023年3月底前", "▲逾期", "推进中"],
      ["2023年5月底前", "▲逾期", ""],
      ["长期坚持", "未报", ""],
    ]);
  });
});

describe("what the report says in so many words", () => {
  const told = (rows: ExplainedRow[], more: Partial<ReportInput> = {}): string[] =>
    reportOf(input(rows, more)).paragraphs.map((one) => one.text);
  /** The paragraphs below a heading, up to the next one of the first level. */
  const below = (lines: string[], title: string): string[] => {
    const from = lines.findIndex((line) => line.endsWith(`、${title}`)) + 1;
    const next = lines.findIndex((line, index) => index >= from && /^[一二三四五六七八九十]+、/.test(line));
    return lines.slice(from, next);
  };
  const row = (more: Partial<ExplainedRow>): ExplainedRow => ({ ...explained({})[2]!, ...more });

  it("of what is outstanding is who has not reported, what could not be read, disputes, and what was not taken in", () => {
    const chase: Chase = {
      ...nothingLeft,
      missing: ["县财政局", "县体育局"],
      unread: [
        { unit: "县教育局", place: "培训教师", entry: "约50", reason: "" },
        { unit: "县教育局", former: "县文体局", place: "任务t3", entry: "快了", reason: "" },
      ],
      conflicts: [{ place: "开展活动", note: "甲填 1，乙填 2" }],
      dropped: [
        {
          ...{ unit: "县教育局", former: "县文体局", year, month: 12, reason: "added", file: "a.xlsx", saved: "" },
          ...{
            printed: { number: "3", task: "修路", indicator: "" },
            entry: "5",
            evidence: "",
            progress: "",
            explanation: "",
          },
        },
      ],
    };
    expect(below(told(explained(filled), { chase }), "未报送和待核实情况")).toEqual([
      "尚未报送的单位有2个：县财政局、县体育局。",
      "已报送、但不能认定的数有2项：培训教师，县教育局填“约50”；任务t3，县文体局填“快了”。",
      "几个单位填报不一致的有1项：开展活动，甲填 1，乙填 2。",
      "填报表中没有收入的内容有1处：县文体局，3 修路，是填报单位自己加的行，责任矩阵中没有。",
    ]);
    expect(below(told(explained(filled)), "未报送和待核实情况")).toEqual(["应报送的单位均已报送。"]);
  });

  it("of the whole is its counts by status, and how many fall short", () => {
    const overview = below(told(explained(filled)), "总体情况");
    expect(overview.slice(1)).toEqual([
      "量化指标按状态分：未报1项，达标1项，滞后1项，未达标1项。",
      "没有量化指标的任务1项：完成1项。",
      "未达标1项、滞后1项，共2项未完成。",
    ]);
    expect(below(told(explained({ 任务t3: "已完成" }).slice(-1)), "总体情况")).toEqual([
      "《青山县全民阅读实施方案（2021—2025年）》共有任务1项、量化指标0项。截至2023年底，量化指标已报送0项，其中达标0项。",
      "没有量化指标的任务1项：完成1项。",
    ]);
    expect(below(told(explained(filled).slice(0, 4)), "总体情况")).not.toContainEqual(
      expect.stringContaining("没有量化指标的任务"),
    );
  });

  it("has no sentence about tasks of a status that none has", () => {
    expect(below(told(explained(filled)), "没有量化指标的任务完成情况")).toEqual([
      "（一）重点任务",
      "没有量化指标的任务1项：完成1项。",
      "已完成的有：任务t3（县教育局牵头）。",
    ]);
  });

  it("names the plan's years where its title does not, and the month by which it is judged", () => {
    const [first] = below(told(explained({}), { planTitle: "阅读方案", asOf: { year, month: 6 } }), "总体情况");
    expect(first).toMatch(/^《阅读方案》（2021—2025年）共有任务.*截至2023年6月底，/);
    expect(below(told(explained({}), { planTitle: "" }), "总体情况")[0]).toMatch(/^本方案（2021—2025年）共有/);
  });

  it("of numbers is how many were reached in each section, and which", () => {
    const lines = below(told(explained({ ...filled, 培训教师: 55 })), "量化指标完成情况");
    expect(lines).toEqual([
      "（一）总体目标",
      "量化指标1项，达标0项，未完成0项。",
      "（二）重点任务",
      "量化指标3项，达标2项，未完成1项。",
      "已达标的有：建成示范学校6所（目标≥5所）；培训教师55名（目标≥50名）。",
    ]);
  });

  it("of a gap is progress and reason without their own full stops, or room to write; and that nobody leads", () => {
    const gaps = (more: Partial<ExplainedRow>): string[] =>
      below(told([row({ entries: new Map([[year, 42]]), ...more })]), "存在的差距").slice(1);
    const start = "1. 培训教师（任务t1）：目标≥50名，实际42名，差8名，未达标。";
    expect(gaps({ progress: "已开班。", explanation: "疫情影响；" })).toEqual([
      `${start}牵头单位：县教育局。进展：已开班。原因：疫情影响。`,
    ]);
    // What was done is no reason.
    expect(gaps({ progress: "已开班", leads: [] })).toEqual([
      `${start}方案没有写明牵头单位。进展：已开班。`,
      "（请补充原因和整改措施）",
    ]);
    expect(gaps({ explanation: "疫情影响" })).toHaveLength(1);
  });

  it("where nothing falls short is said of numbers, of tasks, or of both", () => {
    const of = (rows: ExplainedRow[]): string[] => below(told(rows), "存在的差距");
    const [numbers, tasks] = [explained({}).slice(0, 4), explained({}).slice(-1)];
    expect([of(numbers), of(tasks), of([...numbers, ...tasks])]).toEqual([
      ["已报送的量化指标没有未达标或滞后的。"],
      ["没有逾期的任务。"],
      ["已报送的量化指标没有未达标或滞后的，没有逾期的任务。"],
    ]);
  });

  it("of gaps begins with how many there are of each kind, and has tasks last, the longest overdue first", () => {
    const task = (name: string, month: number): ExplainedRow =>
      row({
        task: name,
        indicator: "",
        target: "",
        measure: "",
        due: monthEnd(year, month),
        deadline: "",
        entries: new Map(),
      });
    const short = row({ entries: new Map([[year, 42]]) });
    const lines = below(told([task("甲", 9), task("乙", 3), short]), "存在的差距");
    expect(lines[0]).toBe("未达标和滞后的指标共1项，逾期的任务共2项（天数算到2023年底）。");
    expect(lines.filter((line) => /^\d/.test(line)).map((line) => line.slice(0, 5))).toEqual([
      "1. 培训",
      "2. 乙：",
      "3. 甲：",
    ]);
    expect(below(told([short]), "存在的差距")[0]).toBe("未达标和滞后的指标共1项。");
    expect(below(told([task("甲", 9)]), "存在的差距")[0]).toBe("逾期的任务共1项（天数算到2023年底）。");
  });

  it("numbers sections as a document does, beyond ten too", () => {
    const rows = Array.from({ length: 100 }, (_, index) => row({ section: `第${index + 1}类` }));
    const marks = below(told(rows), "量化指标完成情况").flatMap((line) => /^（(.+)）第/.exec(line)?.[1] ?? []);
    expect([1, 10, 11, 19, 20, 21, 99, 100].map((number) => marks[number - 1])).toEqual(
      "一 十 十一 十九 二十 二十一 九十九 100".split(" "),
    );
  });
});
