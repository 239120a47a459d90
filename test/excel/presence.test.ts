import { seemsToHoldMatrix, watchPresence } from "../../src/excel/presence";
import { goToSheet, hasMatrix } from "../../src/excel/status";
import { takesRequests } from "../../src/excel/watch";
import type { Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { change, openWorkbook, selected } from "./workbook";
import { withMatrix } from "./each-test";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
const both = async (): Promise<[seems: boolean, has: boolean]> => [await seemsToHoldMatrix(), await hasMatrix()];

describe("whether there is a matrix", () => {
  it("is told by its sheet or its table, and for sure by what is in it", async () => {
    expect(await both()).toEqual([true, true]);
    await change(host, (sheet) => void (sheet.name = "别的名字"));
    expect(await both()).toEqual([true, true]);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("责任矩阵表").convertToRange();
      await context.sync();
    });
    // Neither name is left; who reads the cells of a sheet of another name would not know which one.
    expect(await seemsToHoldMatrix()).toBe(false);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("别的名字").name = matrixSheetName;
      await context.sync();
    });
    expect(await both()).toEqual([true, true]);
    await change(host, (sheet) => void sheet.getRange().clear("Contents"));
    expect(await both()).toEqual([true, false]);
  });

  it("is no in an empty workbook, and somebody else's table is none", async () => {
    const other = openWorkbook();
    await other.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A2").values = [["任务"], ["甲"]];
      sheet.tables.add("A1:A2", true).name = "我的表";
      await context.sync();
    });
    expect(await both()).toEqual([false, false]);
    other.dispose();
  });

  it("is asked again when a table comes or goes, or a sheet goes, and not for what is typed", async () => {
    let told = 0;
    await watchPresence(() => told++);
    await host.type("Sheet1!A1", "任务");
    await settled();
    expect(told).toBe(0);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").tables.add("A1:A2", true).name = "我的表";
      await context.sync();
    });
    await settled();
    expect(told).toBe(1);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("我的表").delete();
      await context.sync();
    });
    await settled();
    expect(told).toBe(2);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    await settled();
    expect(told).toBe(3);
  });
});

describe("another sheet of the add-in", () => {
  it("is shown, or is said to be gone", async () => {
    expect(selected(host)[0]).toBe(matrixSheetName);
    await goToSheet("Sheet1");
    expect(selected(host)[0]).toBe("Sheet1");
    await expect(goToSheet("看板")).rejects.toMatchObject({
      code: "SheetGone",
      userMessage: expect.stringContaining("看板"),
    });
    expect(selected(host)[0]).toBe("Sheet1");
  });
});

describe("whether Excel takes requests", () => {
  it("is told, and never thrown", async () => {
    expect(await takesRequests()).toBe(true);
    host.book.faults.failRequest(host.book.log.syncs, { kind: "refused", code: "InvalidOperationInCellEditMode" });
    expect(await takesRequests()).toBe(false);
    expect(await takesRequests()).toBe(true);
  });
});
