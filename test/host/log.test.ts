import { hostForTest, onSheet, read, refusal, write } from "./open";

describe("the embedded host counts", () => {
  it("round trips, bytes, cells written and cells read", async () => {
    const host = hostForTest();
    const { log } = host.book;
    log.reset();
    await write(host, "A1:C2", [
      [1, null, 3],
      [4, 5, 6],
    ]);
    expect([log.syncs, log.cellsWritten, log.cellsRead]).toEqual([1, 5, 0]);
    expect(log.bytesSent).toBe(log.requests[0]);
    log.reset();
    await read(host, "A1:C2");
    expect([log.syncs, log.cellsWritten, log.cellsRead]).toEqual([1, 0, 6]);
  });

  it("requests of more bytes for more text, a Chinese character as three", async () => {
    const host = hostForTest();
    const { log } = host.book;
    log.reset();
    await write(host, "A1", [["x"]]);
    await write(host, "A1", [[`x${"长".repeat(100)}`]]);
    expect(log.requests[1]! - log.requests[0]!).toBeGreaterThanOrEqual(300);
    expect(log.requests[1]! - log.requests[0]!).toBeLessThan(320);
  });

  it("Office.js's own clean-up apart from round trips", async () => {
    const host = hostForTest();
    host.book.log.reset();
    await read(host, "A1");
    // This request is sent after `Excel.run` has ended.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([host.book.log.syncs, host.book.log.cleanups]).toEqual([1, 1]);
  });
});

describe("the embedded host fails a chosen request", () => {
  it("before anything of it is done", async () => {
    const host = hostForTest();
    host.book.log.reset();
    host.book.faults.failRequest(0, { kind: "refused", code: "AccessDenied" });
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toMatch(/^AccessDenied:/);
    expect(await read(host, "A1")).toEqual([[""]]);
  });

  it("after all of it is done, as a time-out does", async () => {
    const host = hostForTest();
    host.book.log.reset();
    host.book.faults.failRequest(0, { kind: "timedOut", code: "Timeout" });
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toMatch(/^Timeout:/);
    expect(await read(host, "A1")).toEqual([[1]]);
  });

  it("in the middle of it", async () => {
    const host = hostForTest();
    const sent = (sheet: Excel.Worksheet): void => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[2]];
    };
    const seen = new Set<string>();
    for (let actions = 0; actions < 12; actions++) {
      await write(host, "A1:A2", [[""], [""]]);
      host.book.log.reset();
      host.book.faults.failRequest(0, { kind: "partlyApplied", code: "GeneralException", actions });
      await refusal(host, (_, sheet) => sent(sheet));
      seen.add(JSON.stringify(await read(host, "A1:A2")));
    }
    expect([...seen]).toEqual(['[[""],[""]]', '[[1],[""]]', "[[1],[2]]"]);
  });

  it("and the ones after it go through", async () => {
    const host = hostForTest();
    host.book.log.reset();
    host.book.faults.failRequest(1, { kind: "refused", code: "AccessDenied" });
    await onSheet(host, async (_, context) => context.sync());
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toMatch(/^AccessDenied:/);
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toBe("nothing was refused");
  });
});
