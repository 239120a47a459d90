import ExcelJS from "exceljs";
import JSZip from "jszip";
import type { Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { hostForTest, onSheet } from "./open";

async function saved(host: Host): Promise<{ file: ExcelJS.Workbook; zip: JSZip }> {
  const bytes = await saveXlsx(host.book);
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes as unknown as ArrayBuffer);
  return { file, zip: await JSZip.loadAsync(bytes) };
}

describe("a workbook saved by the embedded host", () => {
  it("holds formulas with what they show, and text that looks like a formula as text", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:C1").values = [[2, "=A1*21", "'=A1*21"]];
      await context.sync();
    });
    const sheet = (await saved(host)).file.getWorksheet("Sheet1")!;
    expect(sheet.getCell("B1").value).toMatchObject({ formula: "A1*21", result: 42 });
    expect(sheet.getCell("C1").value).toBe("=A1*21");
  });

  it("holds table, names, formats, rules, panes, sizes and print set-up", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["任务", "数"],
        ["甲", 1],
        ["乙", 2],
      ];
      sheet.tables.add("A1:B3", true).name = "任务表";
      context.workbook.names.add("首数", sheet.getRange("B2"));
      const format = sheet.getRange("B2:B3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=B2>1";
      format.custom.format.fill.color = "#F9D6D5";
      sheet.getRange("B2:B3").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      sheet.getRange("C1").columnHidden = true;
      sheet.getRange("A1").format.columnWidth = 120;
      sheet.freezePanes.freezeAt(sheet.getRange("A1:A1"));
      sheet.showGridlines = false;
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.paperSize = "A3";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows("$1:$1");
      sheet.getRange("C1:C3").values = [[""], [""], ["x"]];
      await context.sync();
    });
    const { file, zip } = await saved(host);
    const sheet = file.getWorksheet("Sheet1")!;
    expect(await zip.file("xl/tables/table1.xml")!.async("string")).toMatch(
      /displayName="任务表"[^]*<autoFilter ref="A1:B3"/,
    );
    expect(file.definedNames.getRanges("首数").ranges).toEqual(["Sheet1!$B$2"]);
    const xml = await zip.file("xl/worksheets/sheet1.xml")!.async("string");
    expect(xml).toMatch(/<conditionalFormatting sqref="B2:B3">[^]*<formula>B2&gt;1<\/formula>/);
    expect(xml).toMatch(/<dataValidation [^>]*type="decimal"[^>]*sqref="B2:B3"/);
    expect(sheet.getColumn(3).hidden).toBe(true);
    expect(sheet.getColumn(1).width! * 7 + 5).toBeCloseTo(160, 0);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1, showGridLines: false });
    expect(sheet.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 8,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    });
  });

  it("holds drop-down lists, texts of digits, results that are texts, and hidden rows", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:C1").values = [["'007", '="合计"&1', true]];
      sheet.getRange("D1").dataValidation.rule = { list: { inCellDropDown: true, source: "=$F$1:$F$3" } };
      sheet.getRange("D2").dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
      sheet.getRange("A2").values = [["x"]];
      sheet.getRange("A2").rowHidden = true;
      await context.sync();
    });
    const sheet = (await saved(host)).file.getWorksheet("Sheet1")!;
    expect([sheet.getCell("A1").value, sheet.getCell("C1").value]).toEqual(["007", true]);
    expect(sheet.getCell("B1").value).toMatchObject({ formula: '"合计"&1', result: "合计1" });
    expect(sheet.getCell("D1").dataValidation).toMatchObject({ type: "list", formulae: ["$F$1:$F$3"] });
    expect(sheet.getCell("D2").dataValidation).toMatchObject({ type: "list", formulae: ['"是,否"'] });
    expect([sheet.getRow(1).hidden, sheet.getRow(2).hidden]).toEqual([false, true]);
  });

  it("holds names where rows have brought them, and none whose cell is gone", async () => {
    const host = hostForTest();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("第 二");
      context.workbook.names.add("留下", sheet.getRange("B3"));
      context.workbook.names.add("消失", sheet.getRange("B1"));
      sheet.getRange("1:1").delete("Up");
      await context.sync();
    });
    const { file, zip } = await saved(host);
    expect(file.definedNames.getRanges("留下").ranges).toEqual(["'第 二'!$B$2"]);
    // Read from the XML, because ExcelJS ignores a name that refers to nothing.
    const names = (await zip.file("xl/workbook.xml")!.async("string")).match(/<definedName name="[^"]*"/g);
    expect(names).toEqual(['<definedName name="留下"']);
  });

  it("carries custom XML parts, and opens at the sheet that was in front", async () => {
    const host = hostForTest();
    await host.Excel.run(async (context) => {
      context.workbook.customXmlParts.add('<store xmlns="urn:test">数</store>');
      context.workbook.worksheets.add("第二").activate();
      await context.sync();
    });
    const { file, zip } = await saved(host);
    expect(await zip.file("customXml/item1.xml")!.async("string")).toContain('<store xmlns="urn:test">数</store>');
    expect(file.views[0]).toMatchObject({ activeTab: 1 });
  });

  it("keeps locked and open cells of a protected sheet apart", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:B1").values = [["题", 1]];
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    });
    const { file, zip } = await saved(host);
    expect(await zip.file("xl/worksheets/sheet1.xml")!.async("string")).toContain("<sheetProtection");
    const sheet = file.getWorksheet("Sheet1")!;
    expect([sheet.getCell("A1").protection?.locked, sheet.getCell("B1").protection?.locked]).toEqual([
      undefined,
      false,
    ]);
  });
});
