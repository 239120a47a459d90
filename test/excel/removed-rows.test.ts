import { queueRemoved, removedRecords } from "../../src/excel/removed-rows";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { noted } from "./queued";

const matrix: Pick<LocatedMatrix, "headers" | "style"> = {
  style: "short",
  headers: new Map([
    ["key", "键"],
    ["task", "任务"],
    ["actual:2023", "2023年"],
    ["status", "状态"],
    ["unit:县教育局", "教育局"],
    ["user:我的列", "我的列"],
  ]),
};
const gone = { key: "m1|t1|", task: "任务一", "actual:2023": 5, status: "达标", "unit:县教育局": "●" };

function queued(rows: Record<string, CellValue>[], there?: { end: number; values: CellValue[][] }): string[] {
  const { context, sheet, notes } = noted();
  queueRemoved(context, there && { sheet, ...there }, { matrix, rows });
  return notes;
}
const made = `context.workbook.worksheets.add("已移出")`;
const header = ["键", "任务", "2023年", "状态", "县教育局"];
const withCell = (cells: readonly CellValue[], at: number, value: CellValue): CellValue[] =>
  cells.map((cell, index) => (index === at ? value : cell));
const line: CellValue[] = ["m1|t1|", "任务一", 5, "达标", "●"];

describe("rows that leave the plan", () => {
  it("go to a sheet of their own, under the columns that they fill, units by their full names", () => {
    expect(queued([gone, { key: "m1|t2|", task: "任务二" }])).toEqual([
      made,
      `[0 0 3 5].values = [["键","任务","'2023年","状态","县教育局"],["'m1|t1|","任务一",5,"达标","●"],["'m1|t2|","任务二","","",""]]`,
      "[0 0 1 5].format.font.bold = true",
    ]);
  });

  it("come below those that are there, with a row between, and at the top of an empty sheet", () => {
    expect(queued([gone], { end: 7, values: [] })[0]).toMatch(/^\[8 0 2 5\]\.values/);
    expect(queued([gone], { end: 0, values: [] })[0]).toMatch(/^\[0 0 2 5\]\.values/);
  });

  it("are not appended again after a run that broke off, whatever their status is now and their units are called", () => {
    const there = (...values: CellValue[][]): { end: number; values: CellValue[][] } => ({
      end: values.length,
      values,
    });
    expect(queued([gone], there(header, line))).toEqual([]);
    expect(queued([gone], there(header, withCell(line, 3, "▲滞后")))).toEqual([]);
    expect(queued([gone], there(withCell(header, 4, "县教体局"), line))).toEqual([]);
    // Something else that was typed is another record.
    expect(queued([gone], there(header, withCell(line, 2, 6)))).toHaveLength(2);
    expect(queued([gone], there(withCell(header, 2, "2022年"), line))).toHaveLength(2);
    expect(queued([gone, { ...gone, key: "m1|t9|" }], there(header, line))[0]).toMatch(/^\[3 0 2 5\]/);
  });

  it("are compared with the header above them, of whichever plan it is", () => {
    const values = [["键", "任务"], ["m1|t8|", "别的"], [], header, line];
    expect(queued([gone], { end: 5, values })).toEqual([]);
  });

  it("are none where none leave", () => {
    expect(queued([])).toEqual([]);
  });
});

describe("what is known of rows that have left", () => {
  it("is read by column key, whatever the columns are called there, empty cells and lines left out", () => {
    expect(
      removedRecords(
        {
          sheet: {} as Excel.Worksheet,
          end: 9,
          values: [
            [...header, "我的列", "已没有的列"],
            [...line, "自填", "旧"],
            ["", "", "", "", "", "", ""],
            ["键", "任务", "教育局"],
            ["m1|t2|i2", "", "○"],
            ["不是键", "任务三", ""],
          ],
        },
        matrix,
      ),
    ).toEqual([
      { identity: "t1|", cells: { ...gone, "user:我的列": "自填", 已没有的列: "旧" } },
      { identity: "t2|i2", cells: { key: "m1|t2|i2", "unit:县教育局": "○" } },
      { cells: { key: "不是键", task: "任务三" } },
    ]);
    expect(removedRecords(undefined, matrix)).toEqual([]);
  });
});
