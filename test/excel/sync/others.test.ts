import { inChinese } from "../../../src/plan/sentence";
import { previewSync, syncMatrix } from "../../../src/excel/sync";
import type { Host } from "../../../src/host/node";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { cellAddress } from "../../../src/matrix/address";
import { plan, task } from "../../plans";
import { change, locate, readSheet, rowOf } from "../workbook";
import { opened } from "./opened";
import { now, sync, syncAs, use } from "./workbooks";

jest.setTimeout(60_000);

const raised = plan({ indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 88 } : one)) });

async function addressOf(host: Host, name: string, key: string): Promise<string> {
  const located = await locate(host, raised);
  return cellAddress(rowOf(located, name).row, located.columns.get(key)!);
}

describe("someone else at work in the same file", () => {
  it("types between looking and pressing 同步, elsewhere: both come in", async () => {
    const host = await opened();
    const preview = (await previewSync(raised))!;
    await host.remote.type(await addressOf(host, "开展活动", "actual:2022"), 12, matrixSheetName);
    await syncAs(raised, preview);
    const located = await locate(host, raised);
    expect(rowOf(located, "开展活动").cells["actual:2022"]).toBe(12);
    expect(rowOf(located, "培训教师").cells.target).toBe("≥88");
  });

  it("changes the very cell that the sync would write: it stops, and what they wrote stays", async () => {
    const host = await opened();
    const preview = (await previewSync(raised))!;
    await host.remote.type(await addressOf(host, "培训教师", "target"), "≥70", matrixSheetName);
    await expect(syncAs(raised, preview)).resolves.toBeDefined();
    expect(rowOf(await locate(host, raised), "培训教师").cells.target).toBe("≥70");
    expect((await previewSync(raised))!.changes).toMatchObject([{ kind: "manual", before: "≥70", after: "≥88" }]);
  });

  it("inserts rows while the sync is between reading and writing: it reads again, and writes into the right row", async () => {
    const host = await opened();
    const preview = (await previewSync(raised))!;
    const before = rowOf(await locate(host, raised), "培训教师").row;
    host.book.log.reset();
    host.book.afterRequest(0, () => host.remote.insertRows(matrixSheetName, before - 1, 2));
    await syncAs(raised, preview);
    const located = await locate(host, raised);
    expect(rowOf(located, "培训教师").row).toBe(before + 2);
    expect(rowOf(located, "培训教师").cells).toMatchObject({ target: "≥88", "actual:2022": 40.25 });
    expect(located.rows.filter(({ cells }) => cells.target === "≥88")).toHaveLength(1);
  });

  const many = plan({
    tasks: [
      ...plan().tasks,
      ...Array.from({ length: 40 }, (_, index) => task(`t${100 + index}`, { title: `新任务${index}` })),
    ],
  });

  async function pressWhile(host: Host, disturbed: readonly number[]): Promise<unknown> {
    const preview = (await previewSync(many))!;
    host.book.log.reset();
    for (const request of disturbed)
      host.book.afterRequest(request, () => host.remote.insertRows(matrixSheetName, 7, 1));
    const choice = { seen: preview.changes, chosen: new Set(preview.changes.map(({ id }) => id)), now: now() };
    return syncMatrix(many, choice, { limit: 20_000 }).catch((error: unknown) => error);
  }

  async function expectAll(host: Host): Promise<void> {
    const located = await locate(host, many);
    expect(located.rows.filter(({ key }) => key).length).toBe(4 + 1 + 40);
    expect(rowOf(located, "培训教师").cells).toMatchObject({ "actual:2022": 40.25, remark: "含民办学校" });
    expect(await previewSync(many)).toMatchObject({ inStep: true, unfinished: false });
  }

  it("changes rows between two requests of a long sync: it reads again and goes on where the rows are now", async () => {
    const host = await opened();
    expect(await pressWhile(host, [3])).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ kind: "新增任务" })]),
    });
    await expectAll(host);
  });

  it("goes on changing rows all the time: it stops with a message, and the next press finishes it", async () => {
    const host = await opened();
    const stopped = await pressWhile(
      host,
      Array.from({ length: 60 }, (_, index) => index),
    );
    expect(stopped).toMatchObject({ code: "OthersAtWork", userMessage: expect.stringMatching(/没有丢失.*再点一次/) });
    host.book.log.reset();
    host.book.afterRequest(1000, () => Promise.resolve());
    expect((await previewSync(many))!.unfinished).toBe(true);
    // What the press that finishes it tells is what was done.
    expect(await pressWhile(host, [])).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ kind: "新增任务" })]),
      canUndo: true,
    });
    await expectAll(host);
  });

  it("leaves a sync to be finished: one that brings something else tells of that", async () => {
    const host = await opened();
    await pressWhile(
      host,
      Array.from({ length: 60 }, (_, index) => index),
    );
    host.book.log.reset();
    const next = { ...many, indicators: raised.indicators };
    const preview = (await previewSync(next))!;
    expect([preview.unfinished, preview.inStep]).toEqual([true, false]);
    expect(preview.notes.map(inChinese)).toEqual([expect.stringContaining("上一次同步没有做完")]);
    const { changes } = await syncAs(next, preview);
    expect(changes.map(({ kind }) => kind)).toEqual(["指标调整"]);
    expect(await previewSync(next)).toMatchObject({ inStep: true, unfinished: false });
  });

  it("does not stop a sync for what the user's own pane writes", async () => {
    const host = await opened();
    host.book.log.reset();
    await sync(raised);
    expect(host.book.log.syncs).toBe(4);
  });
});

describe("a workbook that takes no writing now", () => {
  it("is left alone while its sheet is protected, and says how to go on", async () => {
    const host = await opened();
    await change(host, (sheet) => sheet.protection.protect());
    const before = await readSheet(host);
    const preview = (await previewSync(raised))!;
    expect(preview.notes.map(inChinese).join()).toMatch(/受保护.*撤销工作表保护/);
    await expect(syncAs(raised, preview)).rejects.toMatchObject({
      code: "AccessDenied",
      userMessage: expect.stringMatching(/保护/),
    });
    expect(await readSheet(host)).toEqual(before);
    await change(host, (sheet) => sheet.protection.unprotect());
    await sync(raised);
    expect(rowOf(await locate(host, raised), "培训教师").cells.target).toBe("≥88");
  });

  it("says that a cell is being edited, and takes the same press afterwards", async () => {
    const host = await opened();
    const preview = (await previewSync(raised))!;
    host.book.inCellEdit = true;
    await expect(syncAs(raised, preview)).rejects.toMatchObject({
      code: "InvalidOperationInCellEditMode",
      userMessage: expect.stringMatching(/回车/),
    });
    host.book.inCellEdit = false;
    await syncAs(raised, preview);
    expect(rowOf(await locate(host, raised), "培训教师").cells.target).toBe("≥88");
  });

  it("says that another workbook is in front, and the other one is not touched", async () => {
    const host = await opened();
    const preview = (await previewSync(raised))!;
    const other = await opened();
    const there = await readSheet(other);
    use(host);
    host.book.inFront = false;
    await expect(syncAs(raised, preview)).rejects.toMatchObject({
      code: "InactiveWorkbook",
      userMessage: expect.stringMatching(/另一个工作簿/),
    });
    host.book.inFront = true;
    await syncAs(raised, preview);
    expect(rowOf(await locate(host, raised), "培训教师").cells.target).toBe("≥88");
    expect(await readSheet(other)).toEqual(there);
  });
});
