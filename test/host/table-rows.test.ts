import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, refusal, write } from "./open";

/**
 * A table at A3:C5 with a calculated third column; its body has a format, a conditional format, a validation and
 * unlocked cells.
 */
async function withTable(): Promise<Host> {
  const host = hostForTest();
  await write(host, "A3:C5", [
    ["任务", "数", "倍数"],
    ["甲", 1, 0],
    ["乙", 2, 0],
  ]);
  await onSheet(host, async (sheet, context) => {
    sheet.getRange("C4:C5").formulas = [["=B4*2"], ["=B5*2"]];
    sheet.getRange("A5:C5").format.fill.color = "#DDEEFF";
    sheet.getRange("B4:B5").numberFormat = [["0.0"], ["0.0"]];
    sheet.getRange("B4:B5").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    sheet.getRange("B4:B5").conditionalFormats.add("Custom").custom.rule.formula = "=$B4>1";
    sheet.getRange("B4:B5").format.protection.locked = false;
    sheet.tables.add("A3:C5", true).name = "表甲";
    await context.sync();
  });
  return host;
}

const append = (host: Host, index: number | undefined, values?: unknown[][]): Promise<string> =>
  refusal(
    host,
    (context) => void context.workbook.tables.getItem("表甲").rows.add(index, values as (string | number)[][]),
  );

describe("rows added to a table of the embedded host", () => {
  it("stand at its end, calculated, and look and behave like the last one", async () => {
    const host = await withTable();
    expect(
      await append(host, undefined, [
        ["丙", 3, null],
        ["丁", 4, null],
      ]),
    ).toBe("nothing was refused");
    expect(await read(host, "A6:C7", "formulas")).toEqual([
      ["丙", 3, "=B6*2"],
      ["丁", 4, "=B7*2"],
    ]);
    const { book } = host;
    expect(book.tables[0]!.area).toMatchObject({ row: 2, rows: 5 });
    expect(book.conditionalFormats.map(({ area, formula }) => [area.row, area.rows, formula])).toEqual([
      [3, 4, "=$B4>1"],
    ]);
    expect(book.validations.map(({ area }) => [area.row, area.rows])).toEqual([[3, 4]]);
    const seen = await onSheet(host, async (sheet, context) => {
      const cell = sheet.getRange("B7");
      cell.load("numberFormat,format/fill/color,format/protection/locked");
      await context.sync();
      return [cell.numberFormat, cell.format.fill.color, cell.format.protection.locked];
    });
    expect(seen).toEqual([[["0.0"]], "#DDEEFF", false]);
  });

  it("are counted, and found by their number", async () => {
    const host = await withTable();
    const found = await host.Excel.run(async (context) => {
      const { rows } = context.workbook.tables.getItem("表甲");
      const row = rows.add(-1, [["丙", 3, 6]]);
      row.load("index,values");
      const range = row.getRange();
      range.load("address");
      rows.load("count");
      const count = rows.getCount();
      await context.sync();
      return [row.index, row.values, range.address, rows.count, count.value];
    });
    expect(found).toEqual([2, [["丙", 3, 6]], "Sheet1!A6:C6", 3, 3]);
  });

  it("are refused with the wrong width, over what stands below, in the middle, and on a protected sheet", async () => {
    const host = await withTable();
    expect(await append(host, undefined, [["丙", 3]])).toMatch(/^InvalidArgument:/);
    expect(await append(host, 0, [["丙", 3, null]])).toMatch(/^NotImplemented: .*TableRowCollection.add/);
    await write(host, "B9", [["注"]]);
    expect(await append(host, undefined, [["丙", 3, null]])).toMatch(/^NotImplemented: .*below/);
    await write(host, "B9", [[""]]);
    await refusal(host, (_, sheet) => sheet.protection.protect());
    expect(await append(host, undefined, [["丙", 3, null]])).toMatch(/^AccessDenied:/);
    expect(host.book.tables[0]!.area.rows).toBe(3);
  });

  it("fill the empty row that is left when all others went", async () => {
    const host = await withTable();
    await refusal(host, (_, sheet) => sheet.getRange("4:5").delete("Up"));
    expect(host.book.tables[0]!.area).toMatchObject({ row: 2, rows: 2 });
    expect(await read(host, "A4:C4", "formulas")).toEqual([["", "", ""]]);
    expect(await append(host, undefined, [["丙", 3, 6]])).toBe("nothing was refused");
    expect(host.book.tables[0]!.area.rows).toBe(2);
    expect(await read(host, "A4:C4")).toEqual([["丙", 3, 6]]);
  });
});
