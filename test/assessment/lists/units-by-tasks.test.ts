import type { HeldList } from "../../../src/assessment/lists/typed";
import { unitHeaders, unitsByTasks } from "../../../src/assessment/lists/units-by-tasks";
import type { LocatedMatrix } from "../../../src/matrix/locate";
import type { SheetData } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { plan, task } from "../../plans";
import { rowNamed, sheetOf } from "../../sync/sheets";
import { heldListOf, listRowsIn, type ListRow } from "./held-list";
import { resultsOf, typedSheet } from "./results";

const of = plan();
const made = (
  held?: HeldList,
  from: Plan = of,
  matrix: LocatedMatrix = typedSheet(from, { 培训教师: 60, 任务t3: "已完成" }),
): SheetData => unitsByTasks(resultsOf(from, matrix), from, matrix, "单位对照表", "单位对照", held);

const headersIn = (sheet: SheetData): string[] => sheet.cells.find((row) => row.includes("单位"))!.map(String);
const rowsIn = (sheet: SheetData): ListRow[] => listRowsIn(sheet, "单位");
const heldOf = (sheet: SheetData, touch?: (rows: ListRow[]) => void): HeldList => heldListOf(rowsIn(sheet), touch);

describe("单位对照", () => {
  it("says of each unit what it leads and helps with, and how far that is", () => {
    expect(
      rowsIn(made()).map((row) =>
        ["序号", ...unitHeaders.slice(2), "任务t1", "任务t2", "任务t3"].map((one) => row[one]),
      ),
    ).toEqual([
      [1, "县教育局", 2, 1, 2, 1, 1, 0, "●", "△", "●"],
      [2, "县财政局", 0, 3, 0, 0, 0, 0, "○", "△", "○"],
      [3, "县文化和旅游局", 1, 0, 1, 0, 0, 0, "", "●", ""],
    ]);
  });

  it("shows a unit's strongest part in a task whose rows differ", () => {
    const matrix = sheetOf(of, (sheet) => {
      rowNamed(sheet, "培训教师").cells["unit:县文化和旅游局"] = "○";
      rowNamed(sheet, "培训教师").cells["unit:县教育局"] = "○";
      rowNamed(sheet, "培训教师").cells["unit:县财政局"] = "●";
    });
    expect(rowsIn(made(undefined, of, matrix)).map((row) => row["任务t1"])).toEqual(["●", "●", "○"]);
  });

  it("shortens long titles, keeps equal ones apart, and names a task without a title by its number", () => {
    const long = "建".repeat(25);
    const from = plan({
      tasks: [
        task("t1", { title: "建".repeat(24) }),
        task("t2", { title: long }),
        task("t3", { title: "单位" }),
        task("t4", { title: "单位" }),
        task("t5", { title: " " }),
      ],
      indicators: [],
    });
    expect(headersIn(made(undefined, from, sheetOf(from))).slice(unitHeaders.length)).toEqual([
      "建".repeat(24),
      `${"建".repeat(23)}…`,
      "单位（2）",
      "单位（3）",
      "一(一)5",
    ]);
  });

  it("is the same when it is made again from what it holds", () => {
    const sheet = made();
    expect(made(heldOf(sheet))).toEqual(sheet);
  });

  it("keeps columns of the user's own by unit, and drops former tasks' columns, which hold only marks", () => {
    const held = heldOf(made(), (rows) => {
      for (const row of rows) row["旧任务"] = "●";
      rows[0]!["联系人"] = "张某";
      rows[1]!["联系人"] = "●";
      rows.reverse();
    });
    const again = made(held);
    expect(headersIn(again)).not.toContain("旧任务");
    expect(rowsIn(again).map((row) => [row["单位"], row["联系人"]])).toEqual([
      ["县教育局", "张某"],
      ["县财政局", "●"],
      ["县文化和旅游局", ""],
    ]);
  });

  it("keeps units that are gone where something was typed of them, and rows that somebody has added", () => {
    const more = plan({
      units: [...of.units, { name: "县体育局", aliases: [] }, { name: "县交通局", aliases: [] }],
    });
    const held = heldOf(made(undefined, more, sheetOf(more)), (rows) => {
      rows.find((row) => row["单位"] === "县体育局")!["联系人"] = "李某";
      rows.push({ 单位: "某学校" });
    });
    expect(rowsIn(made(held)).map((row) => [row["序号"], row["单位"], row["联系人"]])).toEqual([
      [1, "县教育局", ""],
      [2, "县财政局", ""],
      [3, "县文化和旅游局", ""],
      ["", "县体育局", "李某"],
      ["", "某学校", ""],
    ]);
  });

  it("knows the rows of a list of the former version, in which a column 完成 was the user's", () => {
    const held = heldOf(made(), (rows) => {
      for (const row of rows) row["键"] = String(row["键"]).replace("u2|", "u1|");
      rows[1]!["完成"] = "已对账";
    });
    const again = rowsIn(made(held));
    expect(again).toHaveLength(3);
    expect(again.map((row) => [row["完成"], row["完成（2）"]])).toEqual([
      [1, 1],
      [0, "已对账"],
      [0, 0],
    ]);
  });

  it("has a header as high as the longest task needs, within what a row can be, and looks for its tasks' columns", () => {
    const height = (title: string): number => {
      const from = plan({ tasks: [task("t1", { title })], indicators: [] });
      const sheet = made(undefined, from, sheetOf(from));
      return sheet.rowHeights[sheet.table!.area.row]!;
    };
    expect([height("修路"), height("修筑道路五"), height("长".repeat(40))]).toEqual([
      14 + 4 * 12.8,
      14 + 5 * 12.8,
      14 + 24 * 12.8,
    ]);
    const none = plan({ tasks: [], indicators: [] });
    const sheet = made(undefined, none, sheetOf(none));
    expect(sheet.styles.filter(({ area }) => area.columns === 0)).toEqual([]);
    expect(headersIn(sheet)).toEqual(unitHeaders);
  });
});
