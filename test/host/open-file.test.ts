import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateMatrix } from "../../src/excel/generate";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { readPlan } from "../../src/plan";
import { hostForTest, onSheet, read, refusal } from "./open";
import { pictureOf } from "./picture";

const opened: Host[] = [];
afterEach(() => {
  for (const host of opened.splice(0)) host.dispose();
});

async function reopened(host: Host): Promise<Host> {
  const again = await openHost({ file: await saveXlsx(host.book) });
  opened.push(again);
  return again;
}

describe("a file opened by the embedded host", () => {
  it("is the responsibility matrix that was saved, and saves the same again", async () => {
    const host = hostForTest();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    const seeds = join(__dirname, "..", "..", "seeds");
    await generateMatrix(readPlan(readFileSync(join(seeds, readdirSync(seeds)[0]!), "utf8")), 2023);
    const before = await pictureOf(host);
    const once = await reopened(host);
    expect(once.leftOut).toEqual([]);
    expect(await pictureOf(once)).toEqual(before);
    expect(await pictureOf(await reopened(once))).toEqual(before);
  });

  it("has the texts, numbers and formulas that it had, whatever they look like", async () => {
    const host = hostForTest();
    const values = [
      ["'=1+1", "'+86 10", "'-5", "'@甲", "'007", "'TRUE", "'1,000", "a&b<c>\"d\"\n'e'"],
      [1.5, -2, 1e21, true, false, "=A2*2", '="甲"&B2', "=1/0"],
    ];
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("B2:I3").values = values;
      await context.sync();
    });
    const again = await reopened(host);
    for (const what of ["values", "formulas"] as const)
      expect(await read(again, "B2:I3", what)).toEqual(await read(host, "B2:I3", what));
    // A text that is written once more stays a text.
    await onSheet(again, async (sheet, context) => {
      sheet.getRange("B5:I5").copyFrom("B2:I2");
      await context.sync();
    });
    expect(await read(again, "B5:I5")).toEqual(await read(host, "B2:I2"));
  });

  it("has its looks, rules, tables, names, panes, sizes, protection and parts", async () => {
    const host = hostForTest();
    const done = await refusal(host, (context, sheet) => {
      sheet.getRange("A1:D5").values = [
        ["任务", "数", "状态", "说明"],
        ["甲", 1, '=IF(B2>0,"好","")', ""],
        ["乙", 2, '=IF(B3>0,"好","")', ""],
        ["", "", "", ""],
        ["注", "", "", "长"],
      ];
      const table = sheet.tables.add("A1:C3", true);
      table.name = "任务表";
      table.style = "TableStyleLight9";
      table.showBandedRows = false;
      table.highlightFirstColumn = true;
      context.workbook.names.add("首数", sheet.getRange("B2"));
      const head = sheet.getRange("A1:C1");
      head.format.textOrientation = 180;
      head.format.horizontalAlignment = "Center";
      head.format.verticalAlignment = "Top";
      head.format.font.name = "黑体";
      head.format.font.size = 14;
      head.format.font.bold = true;
      head.format.font.color = "#1F4E79";
      head.format.fill.color = "#DDEBF7";
      sheet.getRange("A2:A3").format.wrapText = true;
      sheet.getRange("A2:A3").format.indentLevel = 2;
      sheet.getRange("D1").format.textOrientation = -45;
      sheet.getRange("B2:B3").numberFormat = [["0.00%"], ["@"]];
      sheet.getRange("B2:B3").format.protection.locked = false;
      sheet.getRange("A5:C5").merge();
      sheet.getRange("2:2").format.rowHeight = 33;
      sheet.getRange("4:4").rowHidden = true;
      sheet.getRange("B:B").format.columnWidth = 77;
      sheet.getRange("D:D").columnHidden = true;
      for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const)
        sheet.getRange("A1:C3").format.borders.getItem(edge).style = "Double";
      const custom = sheet.getRange("A2:C3").conditionalFormats.add("Custom");
      custom.custom.rule.formula = '=$C2="好"';
      custom.custom.format.fill.color = "#C6EFCE";
      custom.custom.format.font.bold = true;
      custom.stopIfTrue = true;
      const value = sheet.getRange("B2:B3").conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=1", operator: "GreaterThan" };
      value.cellValue.format.fill.color = "#FFEB9C";
      const words = sheet.getRange("C2:C3").conditionalFormats.add("ContainsText");
      words.textComparison.rule = { operator: "Contains", text: "好" };
      words.textComparison.format.font.color = "#006100";
      sheet.getRange("B2:B3").dataValidation.rule = { decimal: { formula1: 0, formula2: 9.5, operator: "Between" } };
      sheet.getRange("B2:B3").dataValidation.prompt = { showPrompt: true, title: "数", message: "填“数”" };
      sheet.getRange("B2:B3").dataValidation.errorAlert = {
        showAlert: true,
        style: "Warning",
        title: "不对",
        message: "要数",
      };
      sheet.getRange("A2").dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      sheet.getRange("A3").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$2:$A$3" } };
      sheet.getRange("D5").dataValidation.rule = { custom: { formula: '=LEN(D5)<"9"' } };
      sheet.freezePanes.freezeAt(sheet.getRange("A1:A1"));
      sheet.showGridlines = false;
      sheet.tabColor = "#FF0000";
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A3";
      page.zoom = { horizontalFitToPages: 1 };
      page.leftMargin = 28.35;
      page.centerHorizontally = true;
      page.printOrder = "OverThenDown";
      page.setPrintTitleRows("$1:$1");
      page.setPrintTitleColumns("$A:$A");
      page.setPrintArea("$A$1:$D$5");
      page.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
      page.headersFooters.defaultForAllPages.leftHeader = "责任 && 矩阵";
      const other = context.workbook.worksheets.add("第 二'页");
      other.getRange("A1").formulas = [["=Sheet1!B2+首数"]];
      other.activate();
      context.workbook.worksheets.add("藏").visibility = "Hidden";
      context.workbook.customXmlParts.add('<a xmlns="urn:a">甲&amp;乙</a>');
      context.workbook.customXmlParts.add('<b xmlns="urn:b"/>');
      sheet.protection.protect({ allowFormatCells: true, allowSort: true });
    });
    expect(done).toBe("nothing was refused");
    const before = await pictureOf(host);
    const once = await reopened(host);
    expect(once.leftOut).toEqual([]);
    expect(await pictureOf(once)).toEqual(before);
    expect(await pictureOf(await reopened(once))).toEqual(before);
  });

  it("says what of it was left out", async () => {
    const host = hostForTest();
    const bytes = await saveXlsx(host.book);
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import("fflate");
    const files = unzipSync(bytes);
    const names = '<definedNames><definedName name="税率">0.13</definedName></definedNames>';
    files["xl/workbook.xml"] = strToU8(strFromU8(files["xl/workbook.xml"]!).replace("</sheets>", `</sheets>${names}`));
    const again = await openHost({ file: zipSync(files) });
    opened.push(again);
    expect(again.leftOut).toEqual(["名称“税率”（0.13）"]);
  });

  it("is refused where it is none", async () => {
    await expect(openHost({ file: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
  });
});
