import { dashboard } from "../../../src/assessment/lists/dashboard";
import type { LiveMatrix } from "../../../src/assessment/lists/live-counts";
import { movedHeading } from "../../../src/assessment/lists/typed-in-board";
import { statusKeys, statusText } from "../../../src/matrix/statuses";
import type { CellValue, SheetData } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { indicator, plan, task } from "../../plans";
import { resultsOf, typedSheet } from "./results";

const of = plan({
  tasks: [
    task("t1", { section: ["重点任务", "甲"] }),
    task("t2", { section: ["重点任务", "乙"], lead: ["县文化和旅游局", "县财政局"] }),
    task("t3", { section: ["保障措施", "丙"], lead: [] }),
  ],
  indicators: plan().indicators.map((one) => (one.id === "i0" ? { ...one, section: ["总体目标"] } : one)),
});
const entries = { 培训教师: 60, 建成示范学校: 3, 开展活动: 9, 任务t3: "已完成" };
const held = typedSheet(of, entries);
const live: LiveMatrix = { sheet: "责任矩阵", columns: held.columns, hasAsOf: true };

const board = (from: Plan = of, more: LiveMatrix | undefined = undefined): SheetData =>
  dashboard(resultsOf(from, from === of ? held : typedSheet(from)), "看板", more);
const lineAt = ({ cells }: SheetData, name: string): number => cells.findIndex((row) => String(row[1]).trim() === name);
/** A line's cells right of its name. */
const line = (sheet: SheetData, name: string): CellValue[] => sheet.cells[lineAt(sheet, name)]!.slice(2);
const formulaAt = ({ formulas }: SheetData, row: number, column: number): string | undefined =>
  formulas.find((one) => one.row === row && one.column === column)?.formula;

describe("看板", () => {
  it("counts all rows by status, with the share of each", () => {
    const sheet = board();
    for (const key of statusKeys) {
      const expected = { reached: 1, underWay: 1, behind: 1, notReported: 1, done: 1 }[key as string] ?? 0;
      const cells = line(sheet, statusText(key));
      expect([key, cells[0], cells.at(-1)]).toEqual([key, expected, expected / 5]);
    }
  });

  it("counts numbers and tasks by section, with the headings below one that has several, and all together", () => {
    const sheet = board();
    const names = sheet.cells.slice(lineAt(sheet, "二、按板块") + 3).map((row) => row[1]);
    expect(names.slice(0, names.indexOf(""))).toEqual(["总体目标", "重点任务", "　　甲", "　　乙", "保障措施", "合计"]);
    // 项数 and 未完成; of numbers 项数, 达标 to 未报 and the rate; the same of tasks.
    expect(line(sheet, "重点任务")).toEqual([3, 1, 3, 1, 0, 1, 1, 0, 0, 0, 1 / 3, 0, 0, 0, 0, 0, 0, 0, ""]);
    expect(line(sheet, "保障措施")).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", 1, 1, 0, 0, 0, 0, 0, 1]);
    expect(line(sheet, "合计")).toEqual([5, 1, 4, 1, 0, 1, 1, 0, 0, 1, 1 / 4, 1, 1, 0, 0, 0, 0, 0, 1]);
  });

  it("counts a row for each of its leads, and last those that nobody leads", () => {
    const sheet = board();
    const from = sheet.cells.findIndex((row) => String(row[1]).startsWith("三、")) + 3;
    expect(sheet.cells.slice(from, from + 4).map((row) => [row[1], row[2]])).toEqual([
      ["县教育局", 2],
      ["县财政局", 1],
      ["县文化和旅游局", 1],
      ["（无牵头单位）", 2],
    ]);
  });

  it("has no columns of what the plan does not have, and of tasks where it has nothing at all", () => {
    const headers = (from: Plan): CellValue[] => {
      const sheet = board(from);
      return sheet.cells[lineAt(sheet, "板块")]!.filter((cell) => cell === "达标率" || cell === "完成率");
    };
    expect(headers(of)).toEqual(["达标率", "完成率"]);
    expect(headers(plan({ indicators: [] }))).toEqual(["完成率"]);
    expect(headers(plan({ tasks: [], indicators: [indicator("i0")] }))).toEqual(["达标率"]);
    expect(headers(plan({ tasks: [], indicators: [] }))).toEqual(["完成率"]);
  });

  it("gives no share of nothing", () => {
    const sheet = board(plan({ tasks: [], indicators: [] }));
    expect([line(sheet, "达标")[0], line(sheet, "达标").at(-1)]).toEqual([0, ""]);
  });

  it("calculates its shares itself, and its counts over the matrix where it may follow it", () => {
    const [still, alive] = [board(), board(of, live)];
    const [row, total] = [lineAt(alive, "达标"), lineAt(alive, "合计")];
    expect([formulaAt(still, row, 2), formulaAt(still, total, 2)]).toEqual([undefined, undefined]);
    const first = lineAt(alive, "未报") + 1;
    const last = alive.cells[row]!.length - 1;
    expect(formulaAt(still, row, last)).toBe(
      `=IF(SUM($C$${first}:$C$${first + 9})=0,"",C${row + 1}/SUM($C$${first}:$C$${first + 9}))`,
    );
    expect(formulaAt(alive, row, 2)).toMatch(/^=COUNTIFS\('责任矩阵'!\$A:\$A,"m1\|\*",.*"达标"\)$/);
    expect(formulaAt(alive, total, 2)).toBe(`=COUNTIFS('责任矩阵'!$A:$A,"m1|*")`);
    // 未完成 of all rows is the sum over the statuses that fall short.
    expect(
      formulaAt(alive, total, 3)!
        .split("+")
        .map((one) => /"▲(.+?)"/.exec(one)![1]),
    ).toEqual(["滞后", "未达标", "逾期"]);
    expect(formulaAt(alive, total, 12)).toBe(`=IF(E${total + 1}=0,"",F${total + 1}/E${total + 1})`);
    expect(formulaAt(alive, lineAt(alive, "甲"), 2)).toContain(`"=重点任务 / 甲"`);
    expect(formulaAt(alive, lineAt(alive, "重点任务"), 2)).toContain(`"=重点任务 / *"`);
    expect(formulaAt(alive, lineAt(alive, "县教育局"), 2)).toContain(`"●"`);
    // A lead without a column is counted once and for all.
    const gone = { ...live, columns: new Map([...live.columns].filter(([key]) => key !== "unit:县教育局")) };
    const partly = board(of, gone);
    expect(formulaAt(partly, lineAt(partly, "县教育局"), 2)).toBeUndefined();
  });

  it("says by which year and day it counts, and whether it follows the matrix", () => {
    const note = (more?: LiveMatrix): unknown[] => {
      const sheet = board(of, more);
      return [sheet.cells[1]![1], formulaAt(sheet, 1, 1)];
    };
    expect(note()).toEqual([
      "按 2023 年评估，截至 2023 年 12 月 31 日。本表为生成时的数字，不随责任矩阵变动。",
      undefined,
    ]);
    const follows = "随责任矩阵的填报和“评估年度”自动更新。";
    expect(note(live)).toEqual([
      `按 2023 年评估，截至 2023 年 12 月 31 日。${follows}`,
      `="按 "&评估年度&" 年评估，"&截至&"。${follows}"`,
    ]);
    expect(note({ ...live, hasAsOf: false })[1]).toBe(`="按 "&评估年度&" 年评估。${follows}"`);
    // A matrix without 状态 cannot be followed.
    expect(note({ ...live, columns: new Map([["key", 0]]) })).toEqual(note());
  });

  it("has names as wide as they need, bars behind its shares, and marks its total and what falls short", () => {
    const width = (name: string): number =>
      board(plan({ tasks: [task("t1", { section: [name] })], indicators: [] })).columnWidths[1]!;
    expect([width("甲"), width("甲".repeat(18)), width("甲".repeat(40))]).toEqual([176, 18 * 10.5 + 8, 240]);
    const sheet = board();
    const status = lineAt(sheet, "未报");
    expect(sheet.dataBars!.map(({ area }) => [area.row, area.column, area.rows])).toEqual([
      [status, 20, 10],
      ...[lineAt(sheet, "总体目标"), lineAt(sheet, "县教育局")].flatMap((row, index) => [
        [row, 12, index === 0 ? 6 : 4],
        [row, 20, index === 0 ? 6 : 4],
      ]),
    ]);
    const bold = (name: string): boolean =>
      sheet.styles.some(
        ({ area, style }) =>
          area.row === lineAt(sheet, name) && area.column === 1 && style.bold === true && area.rows === 1,
      );
    expect(["合计", "重点任务", "保障措施", "甲", "▲滞后", "达标"].map(bold)).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it("keeps what was typed beside and within it, in a sheet that is as wide and as high as that takes", () => {
    const plainly = board();
    const [height, width] = [plainly.cells.length, plainly.cells[0]!.length];
    const sheet = dashboard(resultsOf(of, held), "看板", undefined, {
      inside: [{ row: 3, column: 2, value: "原来的" }],
      beside: [{ row: 2, column: 15, value: "旁注" }],
      below: [],
      width: 14,
    });
    expect(sheet.cells.every((row) => row.length === width + 2)).toBe(true);
    expect(sheet.cells[2]![width + 1]).toBe("旁注");
    expect(sheet.cells.slice(height).map((row) => row.slice(1, 3))).toEqual([
      [movedHeading, ""],
      ["原在 C4", "原来的"],
    ]);
    expect(sheet.rowHeights).toHaveLength(sheet.cells.length);
    expect([...new Set(sheet.rowHeights.slice(height))]).toEqual([15]);
    expect(sheet.rowHeights.slice(0, 3)).toEqual([30, 18, 18]);
    expect(sheet.rowHeights[lineAt(sheet, "板块")]).toBe(28);
  });
});
