import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, refusal, write } from "./open";

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function listening(): Promise<{ host: Host; heard: string[] }> {
  const host = hostForTest();
  const heard: string[] = [];
  await onSheet(host, async (sheet, context) => {
    sheet.onChanged.add(
      async ({ address, changeType, source }) => void heard.push(`${source} ${changeType} ${address}`),
    );
    await context.sync();
  });
  return { host, heard };
}

describe("someone else at work on the file of the embedded host", () => {
  it("is told of as remote", async () => {
    const { host, heard } = await listening();
    await host.remote.type("B2", 3);
    await host.remote.insertRows("Sheet1", 0, 2);
    await host.remote.deleteRows("Sheet1", 0);
    await settled();
    expect(heard).toEqual(["Remote RangeEdited B2", "Remote RowInserted 1:2", "Remote RowDeleted 1:1"]);
    expect(await read(host, "B3")).toEqual([[3]]);
  });

  it("may do what protection keeps the add-in from, and is not counted as its work", async () => {
    const host = hostForTest();
    await refusal(host, (_, sheet) => sheet.protection.protect());
    host.book.log.reset();
    await host.remote.type("Sheet1!A1", "x");
    await host.remote.insertColumns("Sheet1", 0);
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([0, 0]);
    expect(await read(host, "A1:B1")).toEqual([["", "x"]]);
  });

  it("can come between two requests of one run", async () => {
    const host = hostForTest();
    await write(host, "A1:A2", [["甲"], ["乙"]]);
    host.book.log.reset();
    host.book.afterRequest(1, async () => {
      await host.remote.insertRows("Sheet1", 0);
      await host.remote.type("A1", "新");
    });
    const seen = await onSheet(host, async (sheet, context) => {
      const cells: Excel.Range[] = [];
      for (let request = 0; request < 3; request++) {
        const cell = sheet.getRange("A1:A2");
        cell.load("values");
        cells.push(cell);
        await context.sync();
      }
      return cells.map(({ values }) => values.flat());
    });
    expect(seen).toEqual([
      ["甲", "乙"],
      ["甲", "乙"],
      ["新", "甲"],
    ]);
  });

  it("comes in also after a request that failed", async () => {
    const host = hostForTest();
    host.book.log.reset();
    host.book.afterRequest(0, () => host.remote.type("A1", "新"));
    expect(await refusal(host, (context) => void context.workbook.worksheets.getItem("别处").activate())).toMatch(
      /^ItemNotFound/,
    );
    expect(await read(host, "A1")).toEqual([["新"]]);
  });
});

describe("a workbook that is not in front", () => {
  it("refuses every request until it is again", async () => {
    const host = hostForTest();
    host.book.inFront = false;
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toMatch(/^InactiveWorkbook:/);
    host.book.inFront = true;
    expect(await read(host, "A1")).toEqual([[""]]);
  });
});
