import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, refusal, write } from "./open";

const change = (host: Host, work: (sheet: Excel.Worksheet) => unknown): Promise<string> =>
  refusal(host, (_, sheet) => void work(sheet));

/** A table at B3:D6 with a calculated third column. */
async function withTable(): Promise<Host> {
  const host = hostForTest();
  await write(host, "B3:D6", [
    ["任务", "数", "倍数"],
    ["甲", 1, "=C4*$A$1"],
    ["乙", 2, "=C5*$A$1"],
    ["丙", 3, "=C6*$A$1"],
  ]);
  await change(host, (sheet) => {
    sheet.tables.add("B3:D6", true).name = "表甲";
    sheet.getRange("B5:D5").format.fill.color = "#DDEEFF";
    sheet.getRange("B5:D5").format.rowHeight = 40;
    sheet.getRange("C:C").format.columnWidth = 90;
  });
  return host;
}

describe("rows and columns that come or go inside a table of the embedded host", () => {
  it("a new row is calculated as the others are, and looks like the one above", async () => {
    const host = await withTable();
    await change(host, (sheet) => sheet.getRange("6:7").insert("Down"));
    expect(await read(host, "B6:D8", "formulas")).toEqual([
      ["", "", "=C6*$A$1"],
      ["", "", "=C7*$A$1"],
      ["丙", 3, "=C8*$A$1"],
    ]);
    const looks = await onSheet(host, async (sheet, context) => {
      const cell = sheet.getRange("B7");
      cell.load("format/fill/color,format/rowHeight");
      await context.sync();
      return [cell.format.fill.color, cell.format.rowHeight];
    });
    expect(looks).toEqual(["#DDEEFF", 40]);
    expect(host.book.tables[0]!.area).toMatchObject({ row: 2, rows: 6 });
  });

  it("a column whose formulas differ is not filled", async () => {
    const host = await withTable();
    await write(host, "D5", [[7]]);
    await change(host, (sheet) => sheet.getRange("6:6").insert("Down"));
    expect(await read(host, "D6", "formulas")).toEqual([[""]]);
  });

  it("a row directly below the header belongs to the table, one above the header does not", async () => {
    const host = await withTable();
    await change(host, (sheet) => sheet.getRange("4:4").insert("Down"));
    expect(host.book.tables[0]!.area).toMatchObject({ row: 2, rows: 5 });
    expect(await read(host, "D4", "formulas")).toEqual([["=C4*$A$1"]]);
    await change(host, (sheet) => sheet.getRange("3:3").insert("Down"));
    expect(host.book.tables[0]!.area).toMatchObject({ row: 3, rows: 5 });
  });

  it("a new column gets a header of its own and the width of the one on its left", async () => {
    const host = await withTable();
    await change(host, (sheet) => sheet.getRange("D:E").insert("Right"));
    expect(await read(host, "B3:F3")).toEqual([["任务", "数", "列3", "列4", "倍数"]]);
    expect(await read(host, "F4", "formulas")).toEqual([["=C4*$A$1"]]);
    expect(host.book.tables[0]!.area).toMatchObject({ column: 1, columns: 5 });
    const width = await onSheet(host, async (sheet, context) => {
      const cell = sheet.getRange("D1");
      cell.load("format/columnWidth");
      await context.sync();
      return cell.format.columnWidth;
    });
    expect(width).toBe(90);
  });

  it("a new column's header differs from those that are there", async () => {
    const host = await withTable();
    await write(host, "B3", [["列3"]]);
    await change(host, (sheet) => sheet.getRange("D:D").insert("Right"));
    expect(await read(host, "B3:E3")).toEqual([["列3", "数", "列3_2", "倍数"]]);
  });

  it("the header stays as long as there is a body, which keeps one row, emptied", async () => {
    const host = await withTable();
    expect(await change(host, (sheet) => sheet.getRange("3:3").delete("Up"))).toMatch(/^InsertDeleteConflict:/);
    await write(host, "B8", [["注"]]);
    await change(host, (sheet) => sheet.getRange("4:6").delete("Up"));
    expect(await read(host, "B3:D6", "formulas")).toEqual([
      ["任务", "数", "倍数"],
      ["", "", ""],
      ["", "", ""],
      ["注", "", ""],
    ]);
    expect(host.book.tables[0]!.area).toMatchObject({ row: 2, rows: 2 });
    await change(host, (sheet) => sheet.getRange("3:4").delete("Up"));
    expect(host.book.tables).toEqual([]);
  });
});

describe("rules taken from part of their area on the embedded host", () => {
  it("stay on the rest, written for its first cell", async () => {
    const host = hostForTest();
    await change(host, (sheet) => {
      sheet.getRange("A1:B6").conditionalFormats.add("Custom").custom.rule.formula = "=$A1>A1";
      sheet.getRange("D1:D4").conditionalFormats.add("Custom").custom.rule.formula = "=$A$1";
      sheet.getRange("A1:B6").dataValidation.rule = { custom: { formula: "=B1>0" } };
      sheet.getRange("A1:B2").conditionalFormats.clearAll();
      sheet.getRange("A1:B2").dataValidation.clear();
      sheet.getRange("A4").conditionalFormats.clearAll();
    });
    expect(
      host.book.conditionalFormats.map(({ area, formula }) => [
        area.row,
        area.column,
        area.rows,
        area.columns,
        formula,
      ]),
    ).toEqual([
      [0, 3, 4, 1, "=$A$1"],
      [2, 0, 1, 2, "=$A3>A3"],
      [4, 0, 2, 2, "=$A5>A5"],
      [3, 1, 1, 1, "=$A4>B4"],
    ]);
    expect(new Set(host.book.conditionalFormats.map(({ id }) => id)).size).toBe(4);
    expect(host.book.validations.map(({ area, rule }) => [area.row, area.rows, rule.custom!.formula])).toEqual([
      [2, 4, "=B3>0"],
    ]);
  });
});
