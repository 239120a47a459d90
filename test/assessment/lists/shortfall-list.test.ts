import { nothing } from "../../../src/assessment/details";
import { shortfallHeaders, shortfallList, type ShortfallList } from "../../../src/assessment/lists/shortfall-list";
import type { HeldList } from "../../../src/assessment/lists/typed";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { plan, task } from "../../plans";
import { heldListOf, listRowsIn, type ListRow } from "./held-list";
import { resultsOf, typedSheet, year } from "./results";

const dated = (id: string, by: string): Plan["tasks"][number] => task(id, { title: id, deadline: { text: by, by } });
const of = plan({
  tasks: [...plan().tasks, dated("t4", "2023-06"), dated("t5", "2023-03"), dated("t6", "2023-09")],
});
const entries = { 培训教师: 38, 开展活动: 9, 建成示范学校: 8 };

const listed = (typed: Readonly<Record<string, CellValue>> = entries, held?: HeldList, from = of): ShortfallList =>
  shortfallList(resultsOf(from, typedSheet(from, typed)), "未达标清单表", "未达标清单", held);

const rowsIn = ({ sheet }: ShortfallList): ListRow[] => listRowsIn(sheet, "整改措施");
const heldOf = (list: ShortfallList, touch?: (rows: ListRow[]) => void): HeldList => heldListOf(rowsIn(list), touch);

const told = (list: ShortfallList): unknown[] =>
  rowsIn(list).map((row) => [row["序号"], row["指标"] || row["任务"], row["状态"], row["整改措施"]]);

describe("未达标清单", () => {
  it("lists numbers in the order of the sheet, then tasks, the longest overdue first, and nothing else", () => {
    const list = listed();
    expect(told(list)).toEqual([
      [1, "培训教师", "▲未达标", ""],
      [2, "开展活动", "▲滞后", ""],
      [3, "t5", "▲逾期", ""],
      [4, "t4", "▲逾期", ""],
      [5, "t6", "▲逾期", ""],
    ]);
    expect([list.short, list.kept]).toEqual([5, 0]);
    expect(rowsIn(list)[0]).toMatchObject({
      目标: "≥50名",
      实际: "38名",
      差距: "差 12 名",
      牵头单位: "县教育局",
      口径: "每年",
    });
  });

  it("has one empty row where nothing falls short, and says so", () => {
    const from = plan({ tasks: [task("t1")], indicators: [] });
    const list = listed({}, undefined, from);
    expect([list.short, list.kept, told(list)]).toEqual([0, 0, [["", "", "", ""]]]);
    expect(list.sheet.cells[1]![1]).toContain(`按 ${year} 年评估，截至 ${year} 年 12 月 31 日：没有未完成的项目。`);
    expect(list.sheet.table!.area.rows).toBe(2);
  });

  it("is the same when it is made again from what it holds", () => {
    const list = listed();
    expect(listed(entries, heldOf(list)).sheet).toEqual(list.sheet);
  });

  it("keeps what was typed: in its row, or below where the row no longer falls short or is out of the plan", () => {
    const held = heldOf(listed(), (rows) => {
      rows[0]!["整改措施"] = "补训";
      rows[1]!["整改措施"] = "加场次";
      rows[3]!["责任人"] = "王某";
      rows[4]!["整改时限"] = 45000;
    });
    const list = listed({ ...entries, 培训教师: 60, t4: "已完成", t6: "推进中" }, held);
    expect([list.short, list.kept]).toEqual([3, 2]);
    expect(told(list)).toEqual([
      [1, "开展活动", "▲滞后", "加场次"],
      [2, "t5", "▲逾期", ""],
      [3, "t6", "▲逾期", ""],
      ["", "培训教师", "已达标", "补训"],
      ["", "t4", "已完成", ""],
    ]);
    expect(rowsIn(list).map((row) => [row["责任人"], row["整改时限"]])).toEqual([
      ["", ""],
      ["", ""],
      ["", 45000],
      ["", ""],
      ["王某", ""],
    ]);
    const less = plan({ ...of, indicators: of.indicators.filter(({ id }) => id !== "i2") });
    expect(told(listed({ 开展活动: 100, 建成示范学校: 8 }, held, less)).slice(-2)).toEqual([
      ["", "培训教师", "已移出方案", "补训"],
      ["", "开展活动", "已达标", "加场次"],
    ]);
  });

  it("names the present status of a kept row that has neither reached its target nor is done", () => {
    const held = heldOf(listed(), (rows) => void (rows[0]!["整改措施"] = "补训"));
    expect(told(listed({ 开展活动: 9 }, held)).at(-1)).toEqual(["", "培训教师", "未报", "补训"]);
  });

  it("goes on with 说明 that somebody has changed, and replaces what it wrote itself", () => {
    const detail = (explanation: string) => ({
      ...{ unit: "县教育局", year, month: 12, identity: "t1|i2" },
      ...{ value: nothing, unread: nothing, evidence: nothing, progress: nothing },
      explanation: { content: explanation, file: "a.xlsx", saved: "" },
    });
    const made = (explanation: string, held?: HeldList): ShortfallList =>
      shortfallList(
        resultsOf(of, typedSheet(of, entries), { details: [detail(explanation)] }),
        "未达标清单表",
        "未达标清单",
        held,
      );
    const first = made("疫情影响");
    expect(rowsIn(first)[0]!["说明"]).toBe("疫情影响");
    expect(rowsIn(made("场地不足", heldOf(first)))[0]!["说明"]).toBe("场地不足");
    const own = heldOf(first, (rows) => void (rows[0]!["说明"] = "另有原因"));
    expect(rowsIn(made("场地不足", own))[0]!["说明"]).toBe("另有原因");
    const emptied = heldOf(first, (rows) => void (rows[0]!["说明"] = " "));
    expect(rowsIn(made("场地不足", emptied))[0]!["说明"]).toBe("场地不足");
    // Changed words alone keep a row, too.
    const kept = shortfallList(resultsOf(of, typedSheet(of, { ...entries, 培训教师: 60 })), "a", "b", own);
    expect(rowsIn(kept).at(-1)).toMatchObject({ 指标: "培训教师", 说明: "另有原因" });
  });

  it("keeps rows and columns of the user's own, and copies of a row each with what is typed in it", () => {
    const held = heldOf(listed(), (rows) => {
      rows[0]!["督办"] = "已督办";
      rows.push({ ...rows[0]!, 督办: "第二次", 整改措施: "再补" });
      rows.push({ 任务: "自己加的一行" });
    });
    const rows = rowsIn(listed(entries, held));
    expect(rows.map((row) => [row["指标"] || row["任务"], row["督办"], row["整改措施"]])).toEqual([
      ["培训教师", "已督办", ""],
      ["开展活动", "", ""],
      ["t5", "", ""],
      ["t4", "", ""],
      ["t6", "", ""],
      ["培训教师", "第二次", "再补"],
      ["自己加的一行", "", ""],
    ]);
  });

  it("counts what falls short in its note, and colours statuses by their column, wherever it begins", () => {
    const list = listed(entries, { ...heldOf(listed()), above: [{ row: 4, column: 9, value: "制表：办公室" }] });
    expect(list.sheet.cells[1]![1]).toContain("未达标 1 项、滞后 1 项、逾期 3 项，共 5 项未完成。");
    expect(list.sheet.cells[4]![9]).toBe("制表：办公室");
    const status = shortfallHeaders.indexOf("状态");
    expect(
      list.sheet.conditionalFormats.map(({ area, formula }) => [area.row, area.column, area.rows, formula]),
    ).toEqual([
      [6, status, 5, '=LEFT($K7,1)="▲"'],
      [6, status, 5, '=OR($K7="已达标",$K7="已完成")'],
    ]);
    expect(list.sheet.freeze).toEqual({ rows: 6, columns: shortfallHeaders.indexOf("口径") });
    // The title block of the list itself is not taken for somebody's words.
    const again = {
      ...heldOf(list),
      above: list.sheet.cells
        .slice(0, 2)
        .flatMap((line, row) => line.flatMap((value, column) => (value === "" ? [] : [{ row, column, value }]))),
    };
    expect(listed(entries, again).sheet.cells).toEqual(listed().sheet.cells);
  });
});
