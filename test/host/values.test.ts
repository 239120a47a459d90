import { hostForTest, onSheet, read, write } from "./open";

describe("cells of the embedded host", () => {
  it("leaves a cell alone for null and clears it for an empty text", async () => {
    const host = hostForTest();
    await write(host, "A1:C1", [[1, 2, 3]]);
    await write(host, "A1:C1", [[null, "", 4]]);
    expect(await read(host, "A1:C1")).toEqual([[1, "", 4]]);
  });

  it("reads typed text as Excel does: numbers, formulas, and text after an apostrophe", async () => {
    const host = hostForTest();
    await write(host, "A1:E1", [["5", "=A1+1", "'=A1+1", "'007", "文字"]]);
    expect(await read(host, "A1:E1")).toEqual([[5, 6, "=A1+1", "007", "文字"]]);
    expect(await read(host, "B1:C1", "formulas")).toEqual([["=A1+1", "=A1+1"]]);
    await write(host, "A1", [[10]]);
    expect(await read(host, "B1:C1")).toEqual([[11, "=A1+1"]]);
  });

  it("moves relative references when formulas are filled down", async () => {
    const host = hostForTest();
    await write(host, "A1:B3", [
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("C1").formulas = [["=A1+$B$1"]];
      sheet.getRange("C2:C3").copyFrom("C1", "Formulas");
      await context.sync();
    });
    expect(await read(host, "C1:C3")).toEqual([[11], [12], [13]]);
    expect(await read(host, "C3", "formulas")).toEqual([["=A3+$B$1"]]);
  });

  it("clears contents without formats, and formats without contents", async () => {
    const host = hostForTest();
    await write(host, "A1:B1", [[1, 2]]);
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:B1").format.fill.color = "#FF0000";
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("B1").clear("Formats");
      await context.sync();
    });
    expect(await read(host, "A1:B1")).toEqual([["", 2]]);
    const colours = [0, 1].map((column) => host.book.grid.style(host.book.activeSheet.id, 0, column).bg?.rgb);
    expect(colours).toEqual(["#FF0000", undefined]);
  });

  it("sets widths, heights and visibility from lists", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:C1").setColumnProperties([{ columnHidden: true }, { format: { columnWidth: 90 } }, {}]);
      sheet.getRange("A1:A2").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
      await context.sync();
      const [a, b, first, second] = [
        sheet.getRange("A1"),
        sheet.getRange("B1"),
        sheet.getRange("A1"),
        sheet.getRange("A2"),
      ];
      a.load("columnHidden");
      b.load("columnHidden,format/columnWidth");
      first.load("rowHidden,format/rowHeight");
      second.load("rowHidden");
      await context.sync();
      expect([a.columnHidden, b.columnHidden, first.rowHidden, second.rowHidden]).toEqual([true, false, false, true]);
      expect(b.format.columnWidth).toBeCloseTo(90, 1);
      expect(first.format.rowHeight).toBeCloseTo(30, 1);
    });
  });
});
