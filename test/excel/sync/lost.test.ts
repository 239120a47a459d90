import { noChoice, readForms, readProgress, takeIn } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { logSheetName } from "../../../src/excel/sheet-names";
import { previewSync, syncMatrix, undoSync } from "../../../src/excel/sync";
import type { Host } from "../../../src/host/node";
import { inChinese } from "../../../src/plan/sentence";
import type { Change } from "../../../src/sync/change";
import { plan } from "../../plans";
import { returned } from "../assessment/returned";
import { change, locate, readSheet, rowOf } from "../workbook";
import { opened } from "./opened";
import { deleteRow } from "./scenarios";
import { now, sync, year } from "./workbooks";

jest.setTimeout(60_000);

/** 县文化和旅游局 reports 66 for 开展活动, with evidence; then somebody deletes the row. */
async function reportedAndDeleted(): Promise<Host> {
  const host = await opened();
  const form = (await readForms({ year, made: "2023-12-01T00:00:00.000Z", deadline: "12月20日" })).find(
    ({ name }) => name === "县文化和旅游局",
  )!;
  const given = [
    await returned(form, { 开展活动: { entry: 66, evidence: "活动台账.xlsx" } }, "2023-12-05T01:00:00.000Z"),
  ];
  await takeIn(given, year, noChoice, new Map());
  expect(rowOf(await locate(host), "开展活动").cells).toMatchObject({ "actual:2023": 66, evidence: "活动台账.xlsx" });
  await deleteRow(host, "开展活动");
  return host;
}

const told = async (): Promise<unknown> =>
  (await previewSync(plan()))!.changes.map(({ kind, description, default: taken }) => [
    kind,
    inChinese(description),
    taken,
  ]);
const putsBack = (one: Change): boolean => one.default || one.kind === "lost";

describe("a row that somebody deleted by hand", () => {
  it("is asked about before anything else, and 首页 counts it; it is not in step", async () => {
    await reportedAndDeleted();
    expect(await previewSync(plan())).toMatchObject({ inStep: false });
    expect(await told()).toEqual([
      ["lost", "任务“任务t2”的行已不在表中，可能是误删；补回时一并恢复查得到的 2 处填报内容", false],
    ]);
    expect((await readProgress())!.lost).toBe(1);
  });

  it("comes back in its place with what the units have reported, and can be taken away again", async () => {
    const host = await reportedAndDeleted();
    const without = (await readSheet(host))!.values;
    await sync(plan(), putsBack);
    const held = await locate(host);
    expect(held.rows.map(({ cells }) => cells.indicator || cells.task)).toEqual([
      "居民综合阅读率",
      "建成示范学校",
      "培训教师",
      "开展活动",
      "任务t3",
    ]);
    expect(rowOf(held, "开展活动").cells).toMatchObject({
      "actual:2023": 66,
      evidence: "活动台账.xlsx",
      "unit:县文化和旅游局": "●",
    });
    expect((await readSheet(host, logSheetName))!.values.at(-1)!.slice(1, 4)).toEqual([
      "同步",
      "补回",
      "一(一)2 任务t2",
    ]);
    expect(await previewSync(plan())).toMatchObject({ inStep: true });
    expect((await readProgress())!.lost).toBe(0);
    await undoSync((await previewSync(plan()))!.history[0]!.id, now());
    expect((await readSheet(host))!.values).toEqual(without);
    expect(await previewSync(plan())).toMatchObject({ inStep: false });
  });

  it("stays away where somebody says so, in later syncs too", async () => {
    const host = await reportedAndDeleted();
    await sync(plan());
    expect(await told()).toEqual([
      ["manual", "任务“任务t2”的行按您的选择没有列入；勾选可补上，并恢复以前填报的 2 处内容", false],
    ]);
    expect(await previewSync(plan())).toMatchObject({ inStep: true });
    expect((await readProgress())!.lost).toBe(0);
    expect(rowOf(await locate(host), "开展活动")).toBeUndefined();
  });

  it("comes back when the matrix is generated again, with what is known of it, and that is told", async () => {
    const host = await reportedAndDeleted();
    const { notes } = await generateMatrix(plan(), year);
    expect(rowOf(await locate(host), "开展活动").cells).toMatchObject({ "actual:2023": 66, evidence: "活动台账.xlsx" });
    expect(notes.map(inChinese)).toEqual([
      "1 行曾从表中删除，已按方案补回；不要的行，删除后请到“同步”选“保持删除”。",
      "补回的行恢复了以前填报的 2 处内容。",
    ]);
    expect((await readSheet(host, logSheetName))!.values.at(-1)!.slice(1, 5)).toEqual([
      "生成",
      "补回",
      "一(一)2 任务t2",
      "行已不在表中，按方案补回",
    ]);
  });

  it("comes back with what a sync had brought it, where a former sync had given it its numbers", async () => {
    const host = await opened();
    const less = plan({
      tasks: plan().tasks.filter(({ id }) => id !== "t2"),
      indicators: plan().indicators.filter(({ id }) => id !== "i3"),
    });
    await sync(less);
    await sync(plan());
    await deleteRow(host, "开展活动");
    await sync(plan(), putsBack);
    expect(rowOf(await locate(host), "开展活动").cells["actual:2021"]).toBe(31.5);
  });

  it("is not decided about by a press that came before it was shown", async () => {
    const host = await opened();
    const raised = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    const preview = (await previewSync(raised))!;
    await deleteRow(host, "任务t3");
    await syncMatrix(raised, {
      seen: preview.changes,
      chosen: new Set(preview.changes.map(({ id }) => id)),
      now: now(),
    });
    expect((await previewSync(raised))!.changes.map(({ kind }) => kind)).toEqual(["lost"]);
  });
});

describe("a unit's column that somebody deleted by hand", () => {
  it("is asked about likewise, and comes back with the plan's marks", async () => {
    const host = await opened();
    const column = (await locate(host)).columns.get("unit:县财政局")!;
    await change(host, (sheet) => void sheet.getRangeByIndexes(0, column, 1048576, 1).delete("Left"));
    expect(await told()).toEqual([["lost", "“县财政局”列已不在表中，可能是误删；补回时按方案填上分工标记", false]]);
    expect((await readProgress())!.lost).toBe(1);
    await sync(plan(), putsBack);
    expect(rowOf(await locate(host), "培训教师").cells["unit:县财政局"]).toBe("○");
    expect((await readProgress())!.lost).toBe(0);
  });
});
