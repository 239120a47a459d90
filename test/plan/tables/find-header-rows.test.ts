import { findHeaderRows } from "../../../src/plan/tables/find-header-rows";

describe("the headers of tables of tasks", () => {
  it.each<[what: string, rows: string[][], headers: number[]]>([
    ["one row", [["附件1"], ["任务分解表"], ["序号", "重点任务", "责任单位"], ["1", "修路", "县交通局"]], [2]],
    [
      "two rows, the upper one over units",
      [
        ["序号", "任务", "责任分工", "完成时限"],
        ["牵头单位", "配合单位"],
        ["1", "修路", "县交通局", "县财政局"],
      ],
      [0],
    ],
    ["words with blanks and wide brackets", [["序 号", "重点\n任务", "责任单位（排第一的牵头）"]], [0]],
    [
      "two tables",
      [
        ["任务", "责任单位"],
        ["修路", "县交通局"],
        ["序号", "任务", "责任单位"],
        ["1", "架桥", "县水利局"],
      ],
      [0, 2],
    ],
    [
      "a title over a head",
      [
        ["青山县", "任务分解表"],
        ["序号", "重点任务", "责任单位"],
      ],
      [1],
    ],
    [
      "none",
      [
        ["姓名", "电话"],
        ["张某", "123"],
      ],
      [],
    ],
  ])("%s", (_, rows, heads) => expect(findHeaderRows(rows)).toEqual(heads));
});
