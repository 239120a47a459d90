import type { Area } from "../../src/host/areas";
import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, write } from "./open";

const change = (host: Host, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> =>
  onSheet(host, async (sheet, context) => {
    work(sheet, context);
    await context.sync();
  });

const rowsOf = ({ row, rows }: Area): [first: number, count: number] => [row, rows];

/** A small table at A3:B5 with a name, a conditional format and a validation on its numbers, and unlocked cells. */
async function furnished(): Promise<Host> {
  const host = hostForTest();
  await write(host, "A3:B5", [
    ["任务", "单位"],
    [1, 2],
    [3, 4],
  ]);
  await change(host, (sheet, context) => {
    sheet.tables.add("A3:B5", true).name = "表甲";
    context.workbook.names.add("首数", sheet.getRange("B4"));
    sheet.getRange("B4:B5").conditionalFormats.add("Custom").custom.rule.formula = '=AND(B4>$B$4,$A4<>"A4")';
    sheet.getRange("B4:B5").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$4:$A$5" } };
    sheet.getRange("B4:B5").format.protection.locked = false;
    sheet.pageLayout.setPrintTitleRows("$3:$3");
    sheet.getRange("D1").formulas = [["=首数*10"]];
  });
  return host;
}

function beside({ book }: Host) {
  return {
    table: rowsOf(book.tables[0]!.area),
    name: rowsOf(book.names[0]!.target.area),
    format: [...rowsOf(book.conditionalFormats[0]!.area), book.conditionalFormats[0]!.formula],
    validation: [...rowsOf(book.validations[0]!.area), book.validations[0]!.rule.list!.source],
    open: rowsOf(book.activeSheet.unlocked[0]!),
    titleRows: book.activeSheet.page.titleRows,
  };
}

describe("references to whole rows and columns on the embedded host", () => {
  it("follow when lines before them come and go", async () => {
    const host = hostForTest();
    const formula = async (at: string): Promise<unknown> => (await read(host, at, "formulas"))[0]![0];
    await write(host, "D3", [['=COUNTIF($P:$P,"A:B")+SUM(8:9)+SUM(P1:P2)']]);
    await change(host, (sheet) => sheet.getRange("A:A").delete("Left"));
    expect(await formula("C3")).toBe('=COUNTIF($O:$O,"A:B")+SUM(8:9)+SUM(O1:O2)');
    await change(host, (sheet) => sheet.getRange("1:2").delete("Up"));
    expect(await formula("C1")).toBe('=COUNTIF($O:$O,"A:B")+SUM(6:7)+SUM(#REF!)');
    await change(host, (sheet) => sheet.getRange("A:A").insert("Right"));
    expect(await formula("D1")).toBe('=COUNTIF($P:$P,"A:B")+SUM(6:7)+SUM(#REF!)');
    await change(host, (sheet) => sheet.getRange("P:P").delete("Left"));
    expect(await formula("D1")).toBe('=COUNTIF(#REF!,"A:B")+SUM(6:7)+SUM(#REF!)');
  });
});

describe("when whole rows come or go on the embedded host", () => {
  it("move their own formulas along while another sheet is in front", async () => {
    const host = await furnished();
    await change(host, (sheet) => {
      sheet.getRange("C4:C5").formulas = [["=A4+B4"], ["=A5+B5"]];
    });
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      context.workbook.worksheets.add("清单").activate();
      sheet.getRange("4:4").delete("Up");
      sheet.getRange("1:1").insert("Down");
      await context.sync();
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      const cells = sheet.getRange("C5");
      cells.load("formulas,values");
      await context.sync();
      expect([active.name, cells.formulas, cells.values]).toEqual(["清单", [["=A5+B5"]], [[7]]]);
    });
  });

  it("all that lies below moves along, with the references in its rules", async () => {
    const host = await furnished();
    await change(host, (sheet) => sheet.getRange("2:2").insert("Down"));
    expect(beside(host)).toEqual({
      table: [3, 3],
      name: [4, 1],
      format: [4, 2, '=AND(B5>$B$5,$A5<>"A4")'],
      validation: [4, 2, "=$A$5:$A$6"],
      open: [4, 2],
      titleRows: "$4:$4",
    });
    expect(await read(host, "A4:B5")).toEqual([
      ["任务", "单位"],
      [1, 2],
    ]);
    await change(host, (sheet) => sheet.getRange("2:3").delete("Up"));
    expect(beside(host)).toEqual({
      table: [1, 3],
      name: [2, 1],
      format: [2, 2, '=AND(B3>$B$3,$A3<>"A4")'],
      validation: [2, 2, "=$A$3:$A$4"],
      open: [2, 2],
      titleRows: "$2:$2",
    });
  });

  it("what a new row falls into grows by it", async () => {
    const host = await furnished();
    await change(host, (sheet) => sheet.getRange("5:5").insert("Down"));
    expect(beside(host)).toMatchObject({
      table: [2, 4],
      name: [3, 1],
      format: [3, 3, '=AND(B4>$B$4,$A4<>"A4")'],
      validation: [3, 3, "=$A$4:$A$6"],
      open: [3, 3],
    });
  });

  it("a rule whose first row goes is written for the row that comes first then", async () => {
    const host = hostForTest();
    await change(host, (sheet) => {
      sheet.getRange("B4:B6").conditionalFormats.add("Custom").custom.rule.formula = "=$A4>$D$1";
      sheet.getRange("4:4").delete("Up");
    });
    expect(host.book.conditionalFormats.map(({ area, formula }) => [...rowsOf(area), formula])).toEqual([
      [3, 2, "=$A4>$D$1"],
    ]);
  });

  it("a formula that uses a name goes on reading the named cell", async () => {
    const host = await furnished();
    expect(await read(host, "D1")).toEqual([[20]]);
    await change(host, (sheet) => sheet.getRange("2:2").insert("Down"));
    expect(await read(host, "D1")).toEqual([[20]]);
    await host.type("B5", 7);
    expect(await read(host, "D1")).toEqual([[70]]);
  });

  it("a name whose cell goes refers to nothing", async () => {
    const host = await furnished();
    await change(host, (sheet) => sheet.getRange("4:4").delete("Up"));
    const name = await onSheet(host, async (_, context) => {
      const item = context.workbook.names.getItem("首数");
      const range = item.getRangeOrNullObject();
      item.load("formula");
      range.load("address");
      await context.sync();
      return [item.formula, range.isNullObject];
    });
    expect(name).toEqual(["=#REF!", true]);
  });

  it("columns do the same sideways, also for a list on another sheet", async () => {
    const host = hostForTest();
    await change(host, (sheet, context) => {
      const lists = context.workbook.worksheets.add("名 单");
      lists.getRange("B1:B2").values = [["甲"], ["乙"]];
      sheet.getRange("C1").dataValidation.rule = { list: { inCellDropDown: true, source: "='名 单'!$B$1:$B$2" } };
      lists.getRange("A:A").insert("Right");
      sheet.getRange("B:B").insert("Right");
    });
    const [rule] = host.book.validations;
    expect([rule!.area.column, rule!.rule.list!.source]).toEqual([3, "='名 单'!$C$1:$C$2"]);
  });

  it("part of a row is not taken for the whole", async () => {
    const host = await furnished();
    await expect(change(host, (sheet) => sheet.getRange("A4:B4").insert("Down"))).rejects.toMatchObject({
      code: "NotImplemented",
    });
    expect(beside(host).table).toEqual([2, 3]);
  });
});

describe("rules of the embedded host", () => {
  it("are taken from part of a range and stay on the rest", async () => {
    const host = hostForTest();
    await change(host, (sheet) => {
      sheet.getRange("A1:A5").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("A3").dataValidation.clear();
    });
    expect(host.book.validations.map(({ area }) => rowsOf(area))).toEqual([
      [0, 2],
      [3, 2],
    ]);
  });
});
