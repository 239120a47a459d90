import { judge } from "../../src/assessment/judge";
import type { ReportedRow } from "../../src/assessment/reported-rows";
import { monthEnd } from "../../src/matrix/due";
import type { CellValue } from "../../src/matrix/sheet";
import { statuses } from "../../src/matrix/statuses";
import { inChinese } from "../../src/plan/sentence";

const row = (more: Partial<ReportedRow>): ReportedRow => ({
  key: "",
  task: "",
  section: "",
  leads: [],
  indicator: "",
  period: "每年",
  target: "",
  measure: "",
  deadline: "",
  entries: new Map(),
  ...more,
});
const planYears = [2021, 2025] as const;
const gapOf = (target: string, measure: string, actual: number): string =>
  inChinese(
    judge(row({ target, measure, entries: new Map([[2023, actual]]) }), { year: 2023, month: 12 }, planYears).gap,
  );

describe("what is said to be missing", () => {
  it.each([
    ["≥20", "所", 18, "差 2 所"],
    ["≥20", "所", 20, ""],
    ["≥20", "所", 31, ""],
    ["≤3000", "元", 3100, "超 100 元"],
    ["≤3000", "元", 3000, ""],
    ["≤3000", "元", 2500, ""],
    ["约200", "名", 190, ""],
    ["约200", "名", 150, "差 50 名"],
  ])("of %s %s, with %d, is “%s”", (target, measure, actual, missing) =>
    expect(gapOf(target, measure, actual)).toBe(missing),
  );
});

/** A task without a number whose deadline is the end of a month. */
function taskAt(
  month: number,
  entries: readonly (readonly [number, CellValue])[],
  due?: readonly [year: number, month: number],
): unknown[] {
  const { status, actual, gap, target } = judge(
    row({ entries: new Map(entries), ...(due ? { due: monthEnd(...due), deadline: "6月底前" } : {}) }),
    { year: 2023, month },
    planYears,
  );
  return [statuses[status].name, actual, inChinese(gap), target];
}

describe("a task without a number", () => {
  it.each([
    ["已完成", "完成"],
    ["推进中", "推进中"],
    ["未开展", "未开展"],
    ["快了", "无法识别"],
    ["", "未报"],
  ])("of which “%s” is typed is %s", (word, status) =>
    expect(taskAt(12, [[2023, word]])).toEqual([status, word, "", ""]),
  );

  it("is overdue once its deadline is over, by days to the end of the month that it is judged by, whatever is typed but 已完成", () => {
    expect([5, 6, 7].map((month) => taskAt(month, [[2023, "推进中"]], [2023, 6]))).toEqual([
      ["推进中", "推进中", "", ""],
      ["逾期", "推进中", "已到期", ""],
      ["逾期", "推进中", "逾期 31 天", ""],
    ]);
    expect(taskAt(7, [], [2023, 6])).toEqual(["逾期", "", "逾期 31 天", ""]);
    expect(taskAt(7, [[2023, "已完成"]], [2023, 6])).toEqual(["完成", "已完成", "", ""]);
    expect(taskAt(7, [[2023, "下周"]], [2023, 6])).toEqual(["无法识别", "下周", "", ""]);
    expect(taskAt(1, [], [2021, 6])[2]).toBe("逾期 580 天");
  });

  it("stays done where it has a deadline, and is asked anew each year where it has none", () => {
    const before = [[2022, "已完成"]] as const;
    expect(taskAt(12, before, [2023, 6])[0]).toBe("完成");
    expect(taskAt(12, before)[0]).toBe("未报");
    expect(
      taskAt(
        12,
        [
          [2021, "已完成"],
          [2022, "推进中"],
        ],
        [2023, 6],
      )[0],
    ).toBe("逾期");
    expect(taskAt(12, [[2024, "已完成"]], [2023, 6])[0]).toBe("逾期");
  });
});

describe("a number before the year is over", () => {
  const at = (month: number, more: Partial<ReportedRow>, year = 2023): string =>
    statuses[judge(row({ target: "≥50", entries: new Map([[2023, 25]]), ...more }), { year, month }, planYears).status]
      .name;

  it("of each year is on its way, unless its own deadline is over, or a ceiling is exceeded", () => {
    expect([at(6, {}), at(12, {}), at(6, { target: "≤20" })]).toEqual(["推进中", "未达标", "未达标"]);
    expect([
      at(6, { due: monthEnd(2023, 6) }),
      at(5, { due: monthEnd(2023, 6) }),
      at(6, { due: monthEnd(2022, 6) }),
    ]).toEqual(["未达标", "推进中", "推进中"]);
  });

  it("of a sum is judged by the months that are over", () => {
    // 25 of 50 within five years are on pace until the middle of the third year.
    expect([6, 7].map((month) => at(month, { period: "累计" }))).toEqual(["序时", "滞后"]);
    expect(at(6, { period: "累计（到2023年）", target: "≥26" })).toBe("序时");
    expect(at(6, { period: "到2022年" })).toBe("未达标");
  });
});
