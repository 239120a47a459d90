import { formatAddress } from "../../src/host/areas";
import { selectedArea } from "../../src/host/grid-selection";
import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, write } from "./open";

const select = (host: Host, address: string): Promise<void> =>
  onSheet(host, async (sheet, context) => {
    sheet.getRange(address).select();
    await context.sync();
  });

const selected = ({ book }: Host): string | undefined => {
  const area = selectedArea(book.grid);
  return area && formatAddress(area);
};

describe("what is selected while the add-in inserts and deletes lines", () => {
  it.each([
    ["B2:C3", "1:1", "insert", "B3:C4"],
    ["B2:C3", "3:3", "insert", "B2:C4"],
    ["B2:C3", "9:9", "insert", "B2:C3"],
    ["B2:C3", "A:A", "insert", "C2:D3"],
    ["B2:C3", "1:1", "delete", "B1:C2"],
    ["B2:C3", "C:C", "delete", "B2:B3"],
    ["B2:C3", "2:3", "delete", "B2:C3"],
  ] as const)("%s stays with its cells: %s, %s", async (address, lines, what, after) => {
    const host = hostForTest();
    await write(
      host,
      "A1:D4",
      Array.from({ length: 4 }, () => ["甲", "乙", "丙", "丁"]),
    );
    await select(host, address);
    await onSheet(host, async (sheet, context) => {
      if (what === "insert") sheet.getRange(lines).insert(/\d/.test(lines) ? "Down" : "Right");
      else sheet.getRange(lines).delete(/\d/.test(lines) ? "Up" : "Left");
      await context.sync();
    });
    expect(selected(host)).toBe(after);
  });

  it("a whole column ends where its sheet ends, when rows have gone", async () => {
    const host = hostForTest();
    await select(host, "C:C");
    await onSheet(host, async (sheet, context) => {
      const { rows } = selectedArea(host.book.grid)!;
      sheet.getRange("D:D").insert("Right");
      sheet.getRange("2:3").delete("Up");
      await context.sync();
      expect(selected(host)).toBe(`C1:C${rows - 2}`);
    });
  });

  it("another sheet, in front, keeps its own", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      const other = context.workbook.worksheets.add("另一张");
      other.getRange("B2").select();
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      await context.sync();
    });
    expect(host.book.grid.workbook.getActiveSheet().getSheetName()).toBe("另一张");
    expect(selected(host)).toBe("B2");
  });

  it("is nothing, and no fault, where a person's own deletion left it past the end of the sheet", async () => {
    const host = hostForTest();
    const sheet = host.book.grid.workbook.getActiveSheet();
    const rows = sheet.getMaxRows() as number;
    await select(host, `A${rows}`);
    sheet.deleteRows(rows - 1, 1);
    expect(() => host.book.grid.workbook.getActiveRange()).toThrow("out of bounds");
    expect(selected(host)).toBeUndefined();
  });
});

describe("what is selected while the add-in hides and shows lines", () => {
  it.each(["A:A", "B:C", "1:1", "2:3"])("stays as it is: %s", async (lines) => {
    const host = hostForTest();
    await select(host, "B2:C3");
    for (const hidden of [true, false]) {
      await onSheet(host, async (sheet, context) => {
        const range = sheet.getRange(lines);
        if (/\d/.test(lines)) range.rowHidden = hidden;
        else range.columnHidden = hidden;
        range.load("columnHidden,rowHidden");
        await context.sync();
        expect([range.columnHidden, range.rowHidden]).toContain(hidden);
      });
      expect(selected(host)).toBe("B2:C3");
    }
  });
});
