import { distinct } from "../../src/host/distinct-ranges";
import { hostForTest, onSheet, read, write } from "./open";

const range = (sheetId: string, startRow: number) => ({
  unitId: "workbook",
  sheetId,
  range: { startRow, startColumn: 0, endRow: startRow, endColumn: 0 },
});

describe("the ranges that a formula depends on", () => {
  it("are each looked at once, in the order in which they are mentioned", () => {
    expect(distinct([range("one", 2), range("one", 1), range("two", 2), range("one", 2), range("one", 1)])).toEqual([
      range("one", 2),
      range("one", 1),
      range("two", 2),
    ]);
  });

  it("are two where one moves with a copy and the other stays", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1").formulas = [["=A1+$A$1"]];
      sheet.getRange("B2:B3").copyFrom("B1", "Formulas");
      await context.sync();
    });
    await write(host, "A1", [[10]]);
    expect(await read(host, "B1:B3")).toEqual([[20], [12], [13]]);
  });

  it("are all there: a formula that mentions a cell often follows each of the cells that it mentions", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:B1").values = [[1, 10]];
      sheet.getRange("C1").formulas = [["=IF(A1>0,A1,0)+IF(A1>5,A1,0)+B1+IF(B1>50,B1,0)"]];
      await context.sync();
    });
    expect(await read(host, "C1")).toEqual([[11]]);
    await write(host, "A1", [[6]]);
    expect(await read(host, "C1")).toEqual([[22]]);
    await write(host, "B1", [[60]]);
    expect(await read(host, "C1")).toEqual([[132]]);
  });

  it("are two where one moves with the copies of a formula and the other stays: each copy follows both of its own", async () => {
    const fixed = {
      unitId: "workbook",
      sheetId: "one",
      range: { ...range("one", 2).range, startAbsoluteRefType: 3, endAbsoluteRefType: 3 },
    };
    expect(distinct([range("one", 2), fixed, range("one", 2)])).toEqual([range("one", 2), fixed]);
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1:B3").formulas = [["=A1+$A$1"], ["=A2+$A$1"], ["=A3+$A$1"]];
      await context.sync();
    });
    expect(await read(host, "B1:B3")).toEqual([[2], [3], [4]]);
    await write(host, "A1", [[10]]);
    expect(await read(host, "B1:B3")).toEqual([[20], [12], [13]]);
  });
});
