import { membersSeen } from "../../src/host/log";
import { hostForTest, onSheet, write } from "./open";

describe("isSetSupported on the embedded host", () => {
  it("knows the sets up to its level, 1.10 after 1.9", () => {
    const host = hostForTest({ excelApi: 1.9 });
    const supports = (version: string): boolean => host.Office.context.requirements.isSetSupported("ExcelApi", version);
    expect([supports("1.1"), supports("1.9"), supports("1.10"), supports("1.17")]).toEqual([true, true, false, false]);
  });

  it("answers for the level that it was opened with, and for none beyond it", () => {
    const supports = (excelApi: number, version: string): boolean =>
      hostForTest({ excelApi }).Office.context.requirements.isSetSupported("ExcelApi", version);
    expect([supports(1.7, "1.7"), supports(1.7, "1.8")]).toEqual([true, false]);
    expect([supports(1.14, "1.14"), supports(1.14, "1.15")]).toEqual([true, false]);
    expect([supports(1.17, "1.17"), supports(1.17, "2.0")]).toEqual([true, false]);
  });

  it("knows no set of another application", () => {
    const host = hostForTest();
    expect(host.Office.context.requirements.isSetSupported("WordApi", "1.1")).toBe(false);
  });

  it("remembers the highest set that the add-in asked for", () => {
    const host = hostForTest();
    host.Office.context.requirements.isSetSupported("ExcelApi", "1.13");
    host.Office.context.requirements.isSetSupported("ExcelApi", "1.7");
    expect(host.book.log.guard).toBe(1.13);
    host.Office.context.requirements.isSetSupported("WordApi", "1.15");
    expect(host.book.log.guard).toBe(1.13);
  });

  it("notes with each member the guard that had been asked for before its first use", async () => {
    const host = hostForTest();
    await write(host, "A1", [[1]]);
    host.Office.context.requirements.isSetSupported("ExcelApi", "1.13");
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("A1").values = [[2]];
      sheet.getRange("B2:C3").getLastCell().clear();
      await context.sync();
    });
    expect([membersSeen.get("Range.values"), membersSeen.get("Range.getLastCell")]).toEqual([0, 1.13]);
    expect(host.book.log.members).toContain("Range.getLastCell");
  });
});
