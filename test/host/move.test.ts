import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, refusal, write } from "./open";

const change = (host: Host, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> =>
  onSheet(host, async (sheet, context) => {
    work(sheet, context);
    await context.sync();
  });

describe("cells moved on the embedded host", () => {
  it("take contents, formulas and looks along and leave nothing behind", async () => {
    const host = hostForTest();
    await write(host, "A1:C2", [
      ["'007", 2, "=B1*$B$5"],
      ["x", "", "=B5"],
    ]);
    await change(host, (sheet) => {
      sheet.getRange("A1").format.fill.color = "#FF0000";
      sheet.getRange("A1").format.protection.locked = false;
      sheet.getRange("A9").format.fill.color = "#00FF00";
      sheet.getRange("A1:C2").moveTo("A8");
    });
    expect(await read(host, "A8:C9", "formulas")).toEqual([
      ["007", 2, "=B8*$B$5"],
      ["x", "", "=B5"],
    ]);
    expect(await read(host, "A1:C2")).toEqual([
      ["", "", ""],
      ["", "", ""],
    ]);
    const looks = await onSheet(host, async (sheet, context) => {
      const cells = ["A1", "A8", "A9"].map((address) => sheet.getRange(address));
      for (const cell of cells) cell.load("format/fill/color,format/protection/locked");
      await context.sync();
      return cells.map(({ format }) => [format.fill.color, format.protection.locked]);
    });
    expect(looks).toEqual([
      ["#FFFFFF", true],
      ["#FF0000", false],
      ["#FFFFFF", true],
    ]);
  });

  it("are followed by what refers to them, on all sheets, by names, and by ranges whose edge they were", async () => {
    const host = hostForTest();
    await write(host, "A1:A4", [[1], [2], [3], [4]]);
    await write(host, "C1:C4", [["=A2"], ["=SUM(A1:A4)"], ["=SUM(A2:A3)"], ["=A1"]]);
    await change(host, (sheet, context) => {
      context.workbook.names.add("二", sheet.getRange("A2"));
      context.workbook.worksheets.add("另一").getRange("A1:A2").formulas = [["=Sheet1!$A$2"], ["=二"]];
      sheet.getRange("A2").moveTo("E9");
    });
    expect(await read(host, "C1:C4", "formulas")).toEqual([["=E9"], ["=SUM(A1:A4)"], ["=SUM(A2:A3)"], ["=A1"]]);
    const other = await host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("另一").getRange("A1:A2");
      range.load("formulas,values");
      await context.sync();
      return [range.formulas, range.values];
    });
    expect(other).toEqual([
      [["=Sheet1!$E$9"], ["=二"]],
      [[2], [2]],
    ]);
    await change(host, (sheet) => sheet.getRange("A4").moveTo("A6"));
    expect(await read(host, "C2", "formulas")).toEqual([["=SUM(A1:A6)"]]);
    expect(await read(host, "C2")).toEqual([[8]]);
  });

  it("take what refers to the cells they fall on its sense", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      [1, "=A2"],
      [2, "=A1"],
    ]);
    await change(host, (sheet) => sheet.getRange("A1").moveTo("A2"));
    expect(await read(host, "B1:B2", "formulas")).toEqual([["=#REF!"], ["=A2"]]);
  });

  it("may overlap the place they go to", async () => {
    const host = hostForTest();
    await write(host, "A1:B3", [
      [1, "=A1"],
      [2, "=A2"],
      ["", ""],
    ]);
    await change(host, (sheet) => sheet.getRange("A1:B2").moveTo("A2:B3"));
    expect(await read(host, "A1:B3", "formulas")).toEqual([
      ["", ""],
      [1, "=A2"],
      [2, "=A3"],
    ]);
  });

  it("carry their rules, and leave alone those that lie over both places", async () => {
    const host = hostForTest();
    await change(host, (sheet) => {
      sheet.getRange("A4:A8").conditionalFormats.add("Custom").custom.rule.formula = "=$A4>$D$1";
      sheet.getRange("B4:B5").dataValidation.rule = { custom: { formula: "=B4>$A4" } };
      sheet.getRange("A5:B5").moveTo("A7:B7");
    });
    expect(host.book.conditionalFormats.map(({ area, formula }) => [area.row, area.rows, formula])).toEqual([
      [3, 5, "=$A4>$D$1"],
    ]);
    expect(host.book.validations.map(({ area, rule }) => [area.row, area.rows, rule.custom!.formula])).toEqual([
      [3, 1, "=B4>$A4"],
      [6, 1, "=B7>$A7"],
    ]);
    await change(host, (sheet) => sheet.getRange("A4:B4").moveTo("E1:F1"));
    expect(
      host.book.conditionalFormats.map(({ area, formula }) => [area.row, area.column, area.rows, formula]),
    ).toEqual([
      [4, 0, 4, "=$A5>$D$1"],
      [0, 4, 1, "=$E1>$D$1"],
    ]);
  });

  it("bring a row of a table to another place, with insertion and deletion", async () => {
    const host = hostForTest();
    await write(host, "A1:C5", [
      ["任务", "数", "倍数"],
      ["甲", 1, "=B2*2"],
      ["乙", 2, "=B3*2"],
      ["丙", 3, "=B4*2"],
      ["丁", 4, "=B5*2"],
    ]);
    await write(host, "E1:E2", [["=C5"], ["=SUM(B2:B5)"]]);
    await change(host, (sheet) => {
      sheet.tables.add("A1:C5", true);
      sheet.getRange("B2:C5").format.protection.locked = false;
      sheet.getRange("3:3").insert("Down");
      sheet.getRange("5:5").moveTo("3:3");
      sheet.getRange("5:5").delete("Up");
    });
    expect(await read(host, "A2:C5", "formulas")).toEqual([
      ["甲", 1, "=B2*2"],
      ["丙", 3, "=B3*2"],
      ["乙", 2, "=B4*2"],
      ["丁", 4, "=B5*2"],
    ]);
    expect(await read(host, "E1:E2", "formulas")).toEqual([["=C5"], ["=SUM(B2:B5)"]]);
    expect(host.book.tables[0]!.area.rows).toBe(5);
    expect(host.book.activeSheet.unlocked).toEqual([{ row: 1, rows: 4, column: 1, columns: 2 }]);
  });

  it("are refused where the destination is larger, holds a table's header, or the sheet is protected", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      ["任务", "数"],
      ["甲", 1],
    ]);
    await change(host, (sheet) => sheet.tables.add("A1:B2", true));
    expect(await refusal(host, (_, sheet) => sheet.getRange("A2").moveTo("D1:D2"))).toMatch(/^InvalidArgument:/);
    expect(await refusal(host, (_, sheet) => sheet.getRange("A2").moveTo("A1"))).toMatch(/^NotImplemented: .*moveTo/);
    await change(host, (sheet) => sheet.getRange("A1:B2").moveTo("D4"));
    expect(host.book.tables[0]!.area).toMatchObject({ row: 3, column: 3 });
    await change(host, (sheet) => sheet.protection.protect());
    expect(await refusal(host, (_, sheet) => sheet.getRange("E5").moveTo("E9"))).toMatch(/^AccessDenied:/);
  });
});
