import { sentence } from "../../plan/sentence";
import { canResize } from "../operations";
import { seen, type Check, type ScratchSheets } from "./check";

/** A table of two columns and three rows, its corner at `top`. */
function tableAt({ cells, top }: ScratchSheets, column = 0): Excel.Table {
  const area = cells.getRangeByIndexes(top, column, 4, 2);
  area.values = [
    ["事项", "数"],
    ["甲", 1],
    ["乙", 2],
    ["丙", 3],
  ];
  return cells.tables.add(area, true);
}

export const tableChecks: readonly Check[] = [
  {
    key: "table",
    name: sentence("建表格、排序、改回普通区域"),
    expected: sentence("表格建得上、找得到；按第二列倒着排后第一行是“丙”"),
    attempt: async (scratch) => {
      const { context, cells, top } = scratch;
      const table = tableAt(scratch);
      table.style = "TableStyleLight1";
      table.showBandedRows = false;
      table.name = `自检表格${top}`;
      table.sort.apply([{ key: 1, ascending: false }]);
      const found = context.workbook.tables.getItemOrNullObject(`自检表格${top}`);
      found.load("name");
      found.worksheet.load("name");
      cells.tables.load("items/name");
      const body = found.getRange();
      body.load("values");
      await context.sync();
      table.convertToRange();
      await context.sync();
      return seen(!found.isNullObject && body.values[1]![0] === "丙", found.name, body.values[1], found.worksheet.name);
    },
  },
  {
    key: "belowTable",
    name: sentence("紧贴表格下面写一行，再把表格扩到这一行"),
    expected: sentence("这一行成了表格的；2019 版 Excel 不会扩，工具改用“添加行”"),
    attempt: async (scratch) => {
      const { context, cells, top } = scratch;
      const table = tableAt(scratch);
      cells.getRangeByIndexes(top + 4, 0, 1, 2).values = [["丁", 4]];
      await context.sync();
      // Some Excel versions extend the table by themselves; for the others it is resized, as the add-in does.
      if (canResize()) table.resize(cells.getRangeByIndexes(top, 0, 5, 2));
      const whole = table.getRange();
      whole.load("rowCount");
      await context.sync();
      return seen(whole.rowCount === 5, whole.rowCount);
    },
  },
  {
    key: "addRow",
    name: sentence("用“添加行”在表格末尾加一行"),
    expected: sentence("加在最后；多人同时编辑时不可靠，工具能不用就不用"),
    attempt: async (scratch) => {
      const table = tableAt(scratch);
      table.rows.add(undefined, [["丁", 4]]);
      const area = table.getRange();
      area.load("values");
      await scratch.context.sync();
      return seen(area.values[4]?.[0] === "丁", area.values[4]);
    },
  },
  {
    key: "newColumn",
    name: sentence("表格右边新加一列的名字"),
    expected: sentence("“列3”；英文 Excel 里是 Column3，工具两种都认得"),
    attempt: async (scratch) => {
      const table = tableAt(scratch);
      table.columns.add();
      table.columns.load("items/name");
      await scratch.context.sync();
      const name = table.columns.items[2]?.name ?? "";
      return seen(/^列\d+$/.test(name), name);
    },
  },
  {
    key: "refilled",
    name: sentence("改计算列里的一个公式"),
    expected: sentence("同列别的公式和手填的数都不动；被改写也可，工具最后才写手填的数"),
    attempt: async (scratch) => {
      const { context, cells, top } = scratch;
      tableAt(scratch);
      const column = cells.getRangeByIndexes(top + 1, 1, 3, 1);
      column.formulas = [[`=ROW()*10`], [`=ROW()*10`], [`=ROW()*10`]];
      await context.sync();
      cells.getRangeByIndexes(top + 3, 1, 1, 1).values = [["手填"]];
      await context.sync();
      cells.getRangeByIndexes(top + 1, 1, 1, 1).formulas = [["=ROW()*100"]];
      await context.sync();
      column.load("values,formulas");
      await context.sync();
      return seen(
        column.values[2]![0] === "手填" &&
          String(column.formulas[1]![0]).includes("ROW()*10") &&
          !String(column.formulas[1]![0]).includes("*100"),
        column.formulas,
      );
    },
  },
  {
    key: "noButtons",
    name: sentence("读没有筛选按钮的表格的筛选状态"),
    expected: sentence("答“没有筛选”，不失败"),
    attempt: async (scratch) => {
      const table = tableAt(scratch);
      table.showFilterButton = false;
      await scratch.context.sync();
      table.load("autoFilter/isDataFiltered");
      await scratch.context.sync();
      return seen(!table.autoFilter.isDataFiltered, table.autoFilter.isDataFiltered);
    },
  },
  {
    key: "filters",
    name: sentence("筛选：设上、读出、清除"),
    expected: sentence("读出的条件就是设上的；清除后没有筛选"),
    attempt: async (scratch) => {
      const { context } = scratch;
      const table = tableAt(scratch);
      const { filter } = table.columns.getItemAt(0);
      filter.applyValuesFilter(["甲", "乙"]);
      filter.load("criteria");
      table.load("autoFilter/isDataFiltered");
      await context.sync();
      const [set, criteria] = [table.autoFilter.isDataFiltered, filter.criteria];
      filter.clear();
      table.clearFilters();
      table.load("autoFilter/isDataFiltered");
      await context.sync();
      return seen(set && !table.autoFilter.isDataFiltered, set, criteria);
    },
  },
  {
    key: "filterBack",
    name: sentence("把清除过的筛选原样放回，再读一次"),
    expected: sentence("读得出；读不出也可，工具只放回按文字的筛选，读不出时照样做下去"),
    attempt: async (scratch) => {
      const { context } = scratch;
      const table = tableAt(scratch);
      const { filter } = table.columns.getItemAt(0);
      filter.applyValuesFilter(["甲"]);
      filter.load("criteria");
      await context.sync();
      const { criteria } = filter;
      table.clearFilters();
      await context.sync();
      filter.apply(criteria);
      await context.sync();
      try {
        filter.load("criteria");
        await context.sync();
        return seen(filter.criteria.filterOn === criteria.filterOn, filter.criteria);
      } finally {
        table.clearFilters();
        await context.sync();
      }
    },
  },
];
