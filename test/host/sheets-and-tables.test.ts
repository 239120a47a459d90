import { saveXlsx } from "../../src/host/xlsx/save";
import type { Host } from "../../src/host/node";
import ExcelJS from "exceljs";
import { hostForTest, onSheet, read, refusal, write } from "./open";

const change = (host: Host, work: (sheet: Excel.Worksheet) => unknown): Promise<string> =>
  refusal(host, (_, sheet) => void work(sheet));

const mergedOn = (host: Host, address: string): Promise<string | undefined> =>
  onSheet(host, async (sheet, context) => {
    const merged = sheet.getRange(address).getMergedAreasOrNullObject();
    merged.load("address");
    await context.sync();
    return merged.isNullObject ? undefined : merged.address;
  });

describe("merged cells of the embedded host", () => {
  it("are made whole or row by row, found, saved, and taken apart", async () => {
    const host = hostForTest();
    await write(host, "A1:B1", [["题", "x"]]);
    await change(host, (sheet) => sheet.getRange("A1:C1").merge());
    await change(host, (sheet) => sheet.getRange("A3:B4").merge(true));
    expect(await mergedOn(host, "A1:D4")).toBe("Sheet1!A1:C1,Sheet1!A3:B3,Sheet1!A4:B4");
    expect(await read(host, "A1:C1")).toEqual([["题", "", ""]]);
    const file = new ExcelJS.Workbook();
    await file.xlsx.load((await saveXlsx(host.book)) as unknown as ArrayBuffer);
    expect(file.getWorksheet("Sheet1")!.getCell("B1").master.address).toBe("A1");
    await change(host, (sheet) => sheet.getRange("B3:B4").unmerge());
    expect(await mergedOn(host, "A3:B4")).toBeUndefined();
    expect(await mergedOn(host, "C1")).toBe("Sheet1!A1:C1");
  });

  it("and tables keep apart", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      ["任务", "数"],
      ["甲", 1],
    ]);
    await change(host, (sheet) => sheet.tables.add("A1:B2", true));
    expect(await change(host, (sheet) => sheet.getRange("A2:B2").merge())).toMatch(/^InvalidOperation:/);
    await change(host, (sheet) => sheet.getRange("D1:E1").merge());
    expect(await change(host, (sheet) => sheet.tables.add("D1:E3", true))).toMatch(/^MergedRangeConflict:/);
  });
});

describe("a copied sheet of the embedded host", () => {
  it("has everything that the first one has, under names of its own", async () => {
    const host = hostForTest();
    await write(host, "A1:B3", [
      ["任务", "数"],
      ["甲", 1],
      ["合计", "=SUM(B2:B2)"],
    ]);
    await change(host, (sheet) => {
      sheet.tables.add("A1:B2", true).name = "表甲";
      sheet.getRange("B2").conditionalFormats.add("Custom").custom.rule.formula = "=B2>0";
      sheet.getRange("B2").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("B2").format.fill.color = "#DDEEFF";
      sheet.pageLayout.orientation = "Landscape";
      sheet.freezePanes.freezeRows(1);
    });
    const seen = await onSheet(host, async (sheet, context) => {
      const last = context.workbook.worksheets.add("末");
      const copy = sheet.copy("Before", last);
      copy.load("name,position");
      await context.sync();
      copy.getRange("B2").values = [[5]];
      const cells = copy.getRange("B2:B3");
      cells.load("values,formulas");
      copy.tables.load("items/name");
      await context.sync();
      return [copy.name, copy.position, cells.values, cells.formulas[1], copy.tables.items.map(({ name }) => name)];
    });
    expect(seen).toEqual(["Sheet1 (2)", 1, [[5], [5]], ["=SUM(B2:B2)"], ["表甲2"]]);
    const { book } = host;
    const copy = book.allSheets[1]!;
    expect(copy.page.orientation).toBe("Landscape");
    expect(book.conditionalFormats.filter(({ sheet }) => sheet === copy)).toHaveLength(1);
    expect(book.validations.filter(({ sheet }) => sheet === copy)).toHaveLength(1);
    expect(book.sheetName(book.activeSheet)).toBe("Sheet1");
    expect(await read(host, "B2:B3")).toEqual([[1], [1]]);
  });
});

describe("a table's columns on the embedded host", () => {
  async function withTable(): Promise<Host> {
    const host = hostForTest();
    await write(host, "A1:C5", [
      ["任务", "数", "倍数"],
      ["乙", 2, "=B2*2"],
      ["甲", 1, "=B3*2"],
      ["丙", 10, "=B4*2"],
      ["", "", "=B5*2"],
    ]);
    await change(host, (sheet) => (sheet.tables.add("A1:C5", true).name = "表甲"));
    return host;
  }
  const hidden = (host: Host): Promise<boolean[]> =>
    onSheet(host, async (sheet, context) => {
      const rows = [2, 3, 4, 5].map((row) => sheet.getRange(`A${row}`));
      for (const row of rows) row.load("rowHidden");
      await context.sync();
      return rows.map(({ rowHidden }) => rowHidden);
    });

  it("filter its rows by what they show", async () => {
    const host = await withTable();
    const filter = (column: string, values: string[]): Promise<string> =>
      refusal(host, (context) =>
        context.workbook.tables.getItem("表甲").columns.getItem(column).filter.applyValuesFilter(values),
      );
    await filter("任务", ["甲", "丙"]);
    expect(await hidden(host)).toEqual([true, false, false, true]);
    await filter("倍数", ["20"]);
    expect(await hidden(host)).toEqual([true, true, false, true]);
    await refusal(host, (context) => context.workbook.tables.getItem("表甲").clearFilters());
    expect(await hidden(host)).toEqual([false, false, false, false]);
    expect(await filter("别处", [])).toMatch(/^ItemNotFound:/);
  });

  it("sort its rows, empty cells last, formulas with their rows", async () => {
    const host = await withTable();
    await refusal(host, (context) =>
      context.workbook.tables.getItem("表甲").sort.apply([{ key: 1, ascending: false }]),
    );
    expect(await read(host, "A2:C5", "formulas")).toEqual([
      ["丙", 10, "=B2*2"],
      ["乙", 2, "=B3*2"],
      ["甲", 1, "=B4*2"],
      ["", "", "=B5*2"],
    ]);
    expect(await read(host, "C2:C5")).toEqual([[20], [4], [2], [0]]);
  });
});
