import { sentence } from "../../plan/sentence";
import { seen, type ScratchSheets, type Guided } from "./check";

const cellAt =
  (column: string) =>
  (top: number): string =>
    `${column}${top + 2}`;

const valueOf = async ({ context, cells, top }: ScratchSheets): Promise<string> => {
  const cell = cells.getRange(cellAt("B")(top));
  cell.load("values");
  await context.sync();
  return String(cell.values[0]![0]);
};

const showing =
  (text: string) =>
  async ({ context, cells, top }: ScratchSheets): Promise<void> => {
    cells.getRangeByIndexes(top, 0, 1, 2).values = [[text, "↓"]];
    cells.activate();
    cells.getRange(cellAt("B")(top)).select();
    await context.sync();
  };

/** The typed value must be in the cell, and Excel must have sent an event. */
const typed = async (scratch: ScratchSheets, heard: boolean): Promise<ReturnType<typeof seen>> => {
  const value = await valueOf(scratch);
  return seen(value !== "" && heard, value, heard ? "event heard" : "no event");
};

export const guidedChecks: readonly Guided[] = [
  {
    key: "typing",
    name: sentence("输入后的通知"),
    expected: sentence("输入后面板立刻知道"),
    step: (cell) => sentence("请在工作表“自检用表一”的 {{cell}} 中输入 5，按回车。", { cell }),
    kind: "act",
    prepare: showing("输入 5"),
    heardAt: cellAt("B"),
    look: typed,
  },
  {
    key: "pasting",
    name: sentence("粘贴后的通知"),
    expected: sentence("粘贴后面板立刻知道"),
    step: (cell) => sentence("请复制任意一个有字的单元格，粘贴到“自检用表一”的 {{cell}}。", { cell }),
    kind: "act",
    prepare: showing("粘贴"),
    heardAt: cellAt("B"),
    look: typed,
  },
  {
    key: "picking",
    name: sentence("从下拉列表中选后的通知"),
    expected: sentence("选后面板立刻知道；没有通知也可，面板回到前面时会再读一次"),
    step: (cell) => sentence("请在“自检用表一”的 {{cell}} 中点小箭头，选一项。", { cell }),
    kind: "act",
    prepare: async (scratch) => {
      const { cells, top } = scratch;
      cells.getRangeByIndexes(top, 5, 2, 1).values = [["已完成"], ["推进中"]];
      cells.getRange(cellAt("B")(top)).dataValidation.rule = {
        list: { inCellDropDown: true, source: `=$F$${top + 1}:$F$${top + 2}` },
      };
      await showing("选一项")(scratch);
    },
    heardAt: cellAt("B"),
    look: typed,
  },
  {
    key: "undo",
    name: sentence("工具写入之后的撤消"),
    expected: sentence("之后手工输入的，按 Ctrl+Z 撤得掉"),
    step: (cell) =>
      sentence("请在“自检用表一”的 {{cell}} 中输入 7 并按回车，再按一次 Ctrl+Z（Mac 上是 ⌘Z）。", { cell }),
    kind: "act",
    prepare: showing("输入 7 再撤消"),
    look: async (scratch) => {
      const value = await valueOf(scratch);
      return seen(value === "", value);
    },
  },
  {
    key: "recolour",
    name: sentence("条件格式跟着数变"),
    expected: sentence("单元格变成红底"),
    step: (cell) => sentence("“自检用表一”的 {{cell}} 应当是红底的“滞后”两个字。看到的是红底吗？", { cell }),
    kind: "look",
    prepare: async (scratch) => {
      const { context, cells, top } = scratch;
      const cell = cells.getRange(cellAt("B")(top));
      const rule = cell.conditionalFormats.add("Custom");
      rule.custom.rule.formula = `=$B${top + 2}="滞后"`;
      rule.custom.format.fill.color = "#FF0000";
      await showing("看颜色")(scratch);
      cell.values = [["滞后"]];
      await context.sync();
    },
  },
  {
    key: "download",
    name: sentence("下载文件"),
    expected: sentence("下载文件夹里多出“自检.txt”；Mac 上不会有"),
    step: () => sentence("面板刚刚下载了一个文件“自检.txt”。下载文件夹里有它吗？"),
    kind: "look",
    prepare: async () => undefined,
    offers: "download",
  },
  {
    key: "createWorkbook",
    name: sentence("打开新的工作簿"),
    expected: sentence("新窗口里打开一个工作簿"),
    step: () => sentence("刚刚应当打开了一个新的空白工作簿。看到了吗？看过请把它关掉，不用保存，再回到这里。"),
    kind: "look",
    prepare: async () => undefined,
    offers: "workbook",
  },
];
