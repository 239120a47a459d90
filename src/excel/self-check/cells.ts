import { sentence } from "../../plan/sentence";
import { canMoveCells } from "../operations";
import { requestEach } from "../session";
import { seen, type Check } from "./check";
import { scratchName } from "./scratch-names";

/** Characters of a cell, three bytes each: together more than the 5 MB at which Excel on the web refuses an answer. */
const longText = 30_000;
const textsAtOnce = 10;
const columnsOfTexts = 6;

export const cellChecks: readonly Check[] = [
  {
    key: "values",
    name: sentence("写入和读回数、文字、公式"),
    expected: sentence("读回的与写入的一样，公式算出结果"),
    attempt: async ({ context, cells, top }) => {
      const range = cells.getRangeByIndexes(top, 0, 2, 3);
      range.numberFormat = [
        ["0.0", "@", "General"],
        ["General", "General", "General"],
      ];
      range.values = [
        [1.25, "007", ""],
        ["文字", 2, ""],
      ];
      const formula = range.getRow(0).getResizedRange(0, 0);
      formula.load("rowIndex,columnIndex,rowCount,columnCount");
      cells.getRangeByIndexes(top, 2, 1, 1).formulas = [[`=A${top + 1}*2`]];
      range.load("values,formulas,text,numberFormat");
      await context.sync();
      return seen(
        range.values[0]![2] === 2.5 &&
          range.values[0]![1] === "007" &&
          formula.rowIndex === top &&
          formula.columnCount === 3,
        range.values,
        range.text,
      );
    },
  },
  {
    key: "used",
    name: sentence("用到的范围"),
    expected: sentence("从左上角到最后一个有内容的单元格；空表答“没有”"),
    attempt: async ({ context, cells, looks, top }) => {
      cells.getRangeByIndexes(top, 0, 1, 1).values = [["用到"]];
      const area = cells.getRangeByIndexes(top, 0, 20, 3).getUsedRangeOrNullObject(true);
      area.load("rowCount");
      const all = cells.getUsedRange(true);
      all.load("rowCount");
      const none = looks.getRange("Z90:Z99").getUsedRangeOrNullObject(true);
      none.load("rowCount");
      const sheet = cells.getUsedRangeOrNullObject(true);
      sheet.load("rowIndex");
      await context.sync();
      return seen(
        area.rowCount === 1 && none.isNullObject && !sheet.isNullObject,
        area.rowCount,
        all.rowCount,
        none.isNullObject,
      );
    },
  },
  {
    key: "insert",
    name: sentence("插入、删除、复制单元格，清除内容"),
    expected: sentence("下面的内容随着移动，公式跟着改"),
    attempt: async ({ context, cells, top }) => {
      cells.getRangeByIndexes(top, 5, 3, 1).values = [["一"], ["二"], ["三"]];
      cells.getRangeByIndexes(top, 6, 1, 1).formulas = [[`=F${top + 2}`]];
      // Whole rows; one is inserted and one deleted, so that the next check's rows do not move.
      cells.getRange(`${top + 2}:${top + 2}`).insert("Down");
      cells.getRangeByIndexes(top + 5, 5, 1, 1).copyFrom(cells.getRangeByIndexes(top, 5, 1, 1), "Formulas");
      cells.getRange(`${top + 4}:${top + 4}`).delete("Up");
      cells.getRangeByIndexes(top, 5, 1, 1).clear("Contents");
      const after = cells.getRangeByIndexes(top, 5, 5, 2);
      after.load("values,formulas");
      await context.sync();
      const column = after.values.map(([one]) => one as string);
      return seen(
        column.join() === ",,二,,一" && after.formulas[0]![1] === `=F${top + 3}`,
        column,
        after.formulas[0]![1],
      );
    },
  },
  {
    key: "move",
    name: sentence("移动单元格"),
    expected: sentence("内容移到新处，指向它的公式跟着改；版本低于 1.11 时不用"),
    attempt: async ({ context, cells, top }) => {
      if (!canMoveCells()) return seen(true, "ExcelApi < 1.11");
      cells.getRangeByIndexes(top, 0, 1, 1).values = [["移动"]];
      cells.getRangeByIndexes(top, 1, 1, 1).formulas = [[`=A${top + 1}`]];
      cells.getRangeByIndexes(top, 0, 1, 1).moveTo(cells.getRangeByIndexes(top + 4, 0, 1, 1));
      const after = cells.getRangeByIndexes(top, 0, 5, 2);
      after.load("values,formulas");
      await context.sync();
      return seen(
        after.values[4]![0] === "移动" && after.formulas[0]![1] === `=A${top + 5}`,
        after.values[4],
        after.formulas[0],
      );
    },
  },
  {
    key: "largeAnswer",
    name: sentence("一次读回 5 MB 以上"),
    expected: sentence("电脑上的 Excel 照样读回；网页版会拒绝，工具因此分几次读"),
    attempt: async ({ context, cells, top }) => {
      const area = cells.getRangeByIndexes(top, 3, textsAtOnce, columnsOfTexts);
      const texts = Array.from({ length: textsAtOnce }, () => ["长".repeat(longText)]);
      await requestEach(
        context,
        Array.from(
          { length: columnsOfTexts },
          (_, column) => () => void (cells.getRangeByIndexes(top, 3 + column, textsAtOnce, 1).values = texts),
        ),
      );
      try {
        area.load("values");
        await context.sync();
        return seen(
          String(area.values[textsAtOnce - 1]![columnsOfTexts - 1]).length === longText,
          `${textsAtOnce * columnsOfTexts * longText} characters`,
        );
      } finally {
        area.clear("Contents");
        await context.sync();
      }
    },
  },
  {
    key: "names",
    name: sentence("名称"),
    expected: sentence("名称建得上，按它找得到单元格，也删得掉"),
    attempt: async ({ context, cells, top }) => {
      const { names } = context.workbook;
      names.add(scratchName, cells.getRangeByIndexes(top, 0, 1, 1));
      names.getItem(scratchName).getRange().values = [[7]];
      const found = names.getItemOrNullObject(scratchName);
      found.load("name");
      const cell = cells.getRangeByIndexes(top, 0, 1, 1);
      cell.load("values");
      await context.sync();
      found.delete();
      await context.sync();
      return seen(!found.isNullObject && cell.values[0]![0] === 7, found.isNullObject, cell.values);
    },
  },
  {
    key: "merges",
    name: sentence("合并的单元格"),
    expected: sentence("答出一处合并；版本低于 1.13 时不问"),
    attempt: async ({ context, cells, top }) => {
      if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return seen(true, "ExcelApi < 1.13");
      cells.getRangeByIndexes(top, 0, 1, 2).merge();
      const merged = cells.getRangeByIndexes(top, 0, 3, 3).getMergedAreasOrNullObject();
      merged.load("areas/items/rowIndex");
      await context.sync();
      const { length } = merged.areas.items;
      return seen(length === 1, length);
    },
  },
  {
    key: "absent",
    name: sentence("追问不存在的名称和表格"),
    expected: sentence("一并答“没有”，整次请求不失败"),
    attempt: async ({ context }) => {
      const area = context.workbook.tables.getItemOrNullObject("自检中没有的表格").getRange();
      area.load("rowIndex");
      const sheet = context.workbook.worksheets.getItemOrNullObject("自检中没有的工作表");
      sheet.load("name");
      await context.sync();
      return seen(area.isNullObject && sheet.isNullObject, area.isNullObject, sheet.isNullObject);
    },
  },
];
