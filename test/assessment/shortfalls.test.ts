import type { ReportedRow } from "../../src/assessment/reported-rows";
import { standing } from "../../src/assessment/shortfalls";
import { monthEnd } from "../../src/matrix/due";
import type { CellValue } from "../../src/matrix/sheet";
import { inChinese } from "../../src/plan/sentence";

const year = 2023;
const row = (task: string, target: CellValue, entry: CellValue, more: Partial<ReportedRow> = {}): ReportedRow => ({
  key: "",
  task,
  section: "",
  leads: [],
  indicator: task,
  period: "每年",
  target,
  measure: "所",
  deadline: "",
  entries: new Map([[year, entry]]),
  ...more,
});
const overdue = (task: string, month: number): ReportedRow => row(task, "", "", { due: monthEnd(year, month) });
const of = (...rows: ReportedRow[]): ReturnType<typeof standing> => standing(rows, { year, month: 12 }, [2021, 2025]);

describe("what falls short", () => {
  it("is listed with its gap, and nothing that has reached its target or is not judged", () => {
    const { shortfalls, counts } = of(row("甲", "≥50", 40), row("乙", "≥50", 60), row("丙", "≥50", ""));
    expect(shortfalls.map((one) => [one.row.task, inChinese(one.gapText)])).toEqual([["甲", "差 10 所"]]);
    expect(counts).toMatchObject({ missed: 1, reached: 1, notReported: 1 });
  });

  it("comes by the share that is missing, be it little of much or over a ceiling", () => {
    const rows = [row("差一成", "≥100", 90), row("差一半", "≥10", 5), row("超三成", "≤1000", 1300)];
    expect(of(...rows).shortfalls.map((one) => one.row.task)).toEqual(["差一半", "超三成", "差一成"]);
    expect(of(...[...rows].reverse()).shortfalls.map((one) => one.row.task)).toEqual(["差一半", "超三成", "差一成"]);
  });

  it("comes with numbers before tasks, and of tasks the longest overdue first", () => {
    const rows = [overdue("九月", 9), row("数", "≥100", 99), overdue("三月", 3), overdue("六月", 6)];
    const order = ["数", "三月", "六月", "九月"];
    expect(of(...rows).shortfalls.map((one) => one.row.task)).toEqual(order);
    expect(of(...[...rows].reverse()).shortfalls.map((one) => one.row.task)).toEqual(order);
  });

  it("is measured by a target of nothing, too", () => {
    const rows = [row("差一成", "≥100", 90), row("超过零", "≤0", 1)];
    expect(of(...rows).shortfalls.map((one) => one.row.task)).toEqual(["超过零", "差一成"]);
  });
});
