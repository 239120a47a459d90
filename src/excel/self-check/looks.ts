import { sentence } from "../../plan/sentence";
import { seen, type Check } from "./check";

/** Office.js: characters stacked upright. */
const stacked = 180;

export const lookChecks: readonly Check[] = [
  {
    key: "style",
    name: sentence("字体、颜色、对齐、边框、锁定"),
    expected: sentence("读回的与写入的一样"),
    attempt: async ({ context, cells, top }) => {
      const { format } = cells.getRangeByIndexes(top, 0, 2, 2);
      format.fill.color = "#FFF2CC";
      Object.assign(format.font, { color: "#C00000", bold: true, italic: true, name: "宋体", size: 12 });
      Object.assign(format, {
        horizontalAlignment: "CenterAcrossSelection",
        verticalAlignment: "Center",
        wrapText: true,
      });
      format.protection.locked = false;
      for (const edge of [
        "EdgeTop",
        "EdgeBottom",
        "EdgeLeft",
        "EdgeRight",
        "InsideHorizontal",
        "InsideVertical",
      ] as const) {
        const border = format.borders.getItem(edge);
        border.style = "Continuous";
        border.color = "#808080";
      }
      format.load("wrapText,verticalAlignment");
      format.font.load("bold,size,name");
      format.protection.load("locked");
      await context.sync();
      return seen(
        format.wrapText && format.font.bold && format.font.size === 12 && !format.protection.locked,
        format.wrapText,
        format.font.name,
        format.font.size,
        format.protection.locked,
      );
    },
  },
  {
    key: "insideBorders",
    name: sentence("只有一行时的内部边框"),
    expected: sentence("接受；拒绝也可，工具只在有内部的地方设"),
    attempt: async ({ context, cells, top }) => {
      cells.getRangeByIndexes(top, 0, 1, 3).format.borders.getItem("InsideHorizontal").style = "Continuous";
      await context.sync();
      return seen(true, "accepted");
    },
  },
  {
    key: "stacked",
    name: sentence("竖排文字"),
    expected: sentence("读回 180：字一个个竖着叠放"),
    attempt: async ({ context, cells, top }) => {
      const cell = cells.getRangeByIndexes(top, 0, 1, 1);
      cell.values = [["牵头单位"]];
      cell.format.textOrientation = stacked;
      cell.format.load("textOrientation");
      await context.sync();
      return seen(cell.format.textOrientation === stacked, cell.format.textOrientation);
    },
  },
  {
    key: "sizes",
    name: sentence("列宽和行高"),
    expected: sentence("读回的宽和高与写入的相差不到 2 磅"),
    attempt: async ({ context, looks }) => {
      const across = looks.getRange("C1:D1");
      across.setColumnProperties([
        { format: { columnWidth: 60 } },
        { columnHidden: true, format: { columnWidth: 90 } },
      ]);
      looks
        .getRange("A3:A4")
        .setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true, format: { rowHeight: 30 } }]);
      looks.getRange("E1:F1").format.columnWidth = 50;
      looks.getRange("A5").format.rowHeight = 44;
      looks.getRange("A6:A7").format.autofitRows();
      const widths = across.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
      const heights = looks.getRange("A3:A4").getRowProperties({ rowHidden: true });
      const row = looks.getRange("A5");
      row.format.load("rowHeight");
      await context.sync();
      const width = widths.value[0]?.format?.columnWidth ?? 0;
      const isHidden = widths.value[1]?.columnHidden === true && heights.value[1]?.rowHidden === true;
      return seen(
        Math.abs(width - 60) < 2 && Math.abs(row.format.rowHeight - 44) < 2 && isHidden,
        width,
        row.format.rowHeight,
        isHidden,
      );
    },
  },
  {
    key: "sizingHidden",
    name: sentence("给隐藏的列和行设宽高"),
    expected: sentence("仍然隐藏；显示出来也可，工具先设宽高再隐藏"),
    attempt: async ({ context, looks }) => {
      const [column, row] = [looks.getRange("H1"), looks.getRange("A10")];
      column.columnHidden = true;
      row.rowHidden = true;
      await context.sync();
      column.format.columnWidth = 70;
      row.format.rowHeight = 40;
      column.load("columnHidden");
      row.load("rowHidden");
      await context.sync();
      return seen(column.columnHidden && row.rowHidden, { column: column.columnHidden, row: row.rowHidden });
    },
  },
  {
    key: "freezeHidden",
    name: sentence("冻结到隐藏的列旁边"),
    expected: sentence("冻结在写明的行和列；错位也可，工具先冻结再隐藏"),
    attempt: async ({ context, looks }) => {
      looks.getRange("A1").columnHidden = true;
      looks.freezePanes.freezeAt(looks.getRange("A1:C2"));
      const frozen = looks.freezePanes.getLocationOrNullObject();
      frozen.load("rowCount,columnCount");
      await context.sync();
      return seen(
        !frozen.isNullObject && frozen.rowCount === 2 && frozen.columnCount === 3,
        frozen.isNullObject,
        frozen.rowCount,
        frozen.columnCount,
      );
    },
  },
  {
    key: "freeze",
    name: sentence("冻结标题行"),
    expected: sentence("冻结一行"),
    attempt: async ({ context, cells }) => {
      cells.freezePanes.freezeRows(1);
      const frozen = cells.freezePanes.getLocationOrNullObject();
      frozen.load("rowCount");
      await context.sync();
      return seen(!frozen.isNullObject && frozen.rowCount === 1, frozen.rowCount);
    },
  },
  {
    key: "sheet",
    name: sentence("网格线、标签颜色、隐藏和保护状态"),
    expected: sentence("读回的与写入的一样"),
    attempt: async ({ context, looks }) => {
      looks.showGridlines = false;
      looks.tabColor = "#C00000";
      looks.visibility = "Hidden";
      looks.load("showGridlines,tabColor,visibility,id,name");
      looks.protection.load("protected");
      await context.sync();
      const was = [looks.showGridlines, looks.tabColor, looks.visibility, looks.protection.protected];
      looks.visibility = "Visible";
      await context.sync();
      return seen(was[0] === false && was[2] === "Hidden" && was[3] === false, was);
    },
  },
  {
    key: "select",
    name: sentence("转到单元格"),
    expected: sentence("读回的选中处就是要去的单元格"),
    attempt: async ({ context, cells, top }) => {
      cells.activate();
      cells.getRangeByIndexes(top, 1, 1, 1).select();
      const selected = context.workbook.getSelectedRange();
      selected.load("rowIndex,columnIndex");
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      await context.sync();
      return seen(
        selected.rowIndex === top && selected.columnIndex === 1,
        active.name,
        selected.rowIndex,
        selected.columnIndex,
      );
    },
  },
  {
    key: "paper",
    name: sentence("A3 纸"),
    expected: sentence("读回 A3；打印机没有 A3 时会拒绝，表照样生成"),
    attempt: async ({ context, looks }) => {
      looks.pageLayout.paperSize = "A3";
      looks.pageLayout.load("paperSize");
      await context.sync();
      return seen(looks.pageLayout.paperSize === "A3", looks.pageLayout.paperSize);
    },
  },
  {
    key: "zoom",
    name: sentence("打印缩到一页宽"),
    expected: sentence("读回一页宽"),
    attempt: async ({ context, looks }) => {
      looks.pageLayout.zoom = { horizontalFitToPages: 1 };
      await context.sync();
      looks.pageLayout.load("zoom");
      await context.sync();
      return seen(looks.pageLayout.zoom?.horizontalFitToPages === 1, looks.pageLayout.zoom);
    },
  },
  {
    key: "page",
    name: sentence("页边距、方向、打印标题、页脚"),
    expected: sentence("读回的与写入的一样"),
    attempt: async ({ context, looks }) => {
      const layout = looks.pageLayout;
      Object.assign(layout, {
        orientation: "Landscape",
        topMargin: 36,
        bottomMargin: 36,
        leftMargin: 28,
        rightMargin: 28,
        headerMargin: 18,
        footerMargin: 18,
        centerHorizontally: true,
      });
      layout.setPrintTitleRows("$1:$2");
      Object.assign(layout.headersFooters.defaultForAllPages, {
        leftFooter: "左",
        centerFooter: "第 &P 页",
        rightFooter: "右",
      });
      layout.load("orientation,topMargin,footerMargin");
      await context.sync();
      return seen(
        layout.orientation === "Landscape" && Math.abs(layout.topMargin - 36) < 1,
        layout.orientation,
        layout.topMargin,
        layout.footerMargin,
      );
    },
  },
];
