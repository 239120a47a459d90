import { generateMatrix } from "../../src/excel/generate";
import { removedSheetName } from "../../src/excel/removed-rows";
import type { Fault } from "../../src/host/log";
import type { Host } from "../../src/host/node";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { indicator, plan, task } from "../plans";
import {
  addColumn,
  addRow,
  calculatedOnce,
  change,
  columnOf,
  everything,
  layoutOf,
  locate,
  openWorkbook,
  readSheet,
  sortRows,
  typeInto,
} from "./workbook";

jest.setTimeout(60_000);

const opened: Host[] = [];
const open = (): Host => {
  const host = openWorkbook();
  opened.push(host);
  return host;
};
const use = (host: Host): void => void Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
afterEach(() => {
  for (const host of opened.splice(0)) host.dispose();
});

const kinds: Record<string, (actions: number) => Fault> = {
  refused: () => ({ kind: "refused", code: "RequestAborted" }),
  timedOut: () => ({ kind: "timedOut", code: "Timeout" }),
  partlyApplied: (actions) => ({ kind: "partlyApplied", code: "RequestAborted", actions }),
};

/** The rows in 已移出, without the calculated columns, which keep the values of the moment when the row left. */
async function removedRows(host: Host): Promise<CellValue[][]> {
  const { values } = (await readSheet(host, removedSheetName)) ?? { values: [] };
  const lasting = (values[0] ?? []).map((header) => !["当前值", "完成率", "状态"].includes(String(header)));
  // Without those columns the sheet may be narrower, so empty cells at the end of a row are ignored.
  return values.map((row) => row.filter((cell, column) => lasting[column] && cell !== ""));
}

/** Values and layout, to compare two workbooks by. */
const stateOf = async (host: Host): Promise<unknown> => ({
  cells: (await readSheet(host))?.formulas,
  removed: await removedRows(host),
  ...(layoutOf(host) as object),
});

/** The plan after a revision: tasks are added before and between, one is removed; one unit is added and one removed. */
const revised = plan({
  units: [{ name: "县体育局", aliases: [] }, ...plan().units.slice(0, 2)],
  tasks: [task("t0", { span: [20, 30] }), task("t1"), task("t3"), task("t4")],
  indicators: [
    plan().indicators[0]!,
    indicator("i6", { taskId: "t1", name: "新指标", span: [105, 108] }),
    ...plan().indicators.slice(1, 3),
    indicator("i9", { taskId: "t4" }),
  ],
});

/** A workbook in which people have worked. */
async function used(of: Plan): Promise<{ host: Host; typed: CellValue[] }> {
  const host = open();
  await calculatedOnce(host, async () => {
    await generateMatrix(of, 2023);
    await typeInto(host, "培训教师", "actual:2022", 40.25);
    await typeInto(host, "培训教师", "remark", "含民办学校");
    await typeInto(host, "开展活动", "actual:2021", 31.5);
    await typeInto(host, "居民综合阅读率", "evidence", "问卷.pdf");
    await addColumn(host, ["联系人", "张三", "李四"], of);
    await addRow(host, { task: "我们自己的任务" }, of);
    await sortRows(host, ([first, ...rest]) => [...rest.reverse(), first!]);
  });
  return { host, typed: [40.25, "含民办学校", 31.5, "问卷.pdf", "联系人", "张三", "李四", "我们自己的任务"] };
}

async function run(host: Host, of: Plan): Promise<unknown> {
  use(host);
  return generateMatrix(of, 2023).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a first build that is disturbed", () => {
  let undisturbed: unknown;
  beforeAll(async () => {
    const host = open();
    await generateMatrix(plan(), 2023);
    undisturbed = await stateOf(host);
  });

  const partly = [2, 8, 20, 40, 60, 80, 100, 130, 160, 200, 250];
  it.each([
    ...["refused", "timedOut"].flatMap((kind) => [0, 1].map((request) => [kind, request, 0] as const)),
    ...partly.map((actions) => ["partlyApplied", 1, actions] as const),
  ])("(%s, request %i, after %i actions) is made good by building again", async (kind, request, actions) => {
    const host = open();
    host.book.faults.failRequest(request, kinds[kind]!(actions));
    const error = await run(host, plan());
    if (kind !== "partlyApplied")
      expect(error).toMatchObject({ name: "ExcelFailure", userMessage: expect.stringMatching(/再试|重试/) });
    host.book.faults.clear();
    expect(await run(host, plan())).toBeUndefined();
    expect(await stateOf(host)).toEqual(undisturbed);
  });
});

describe("building again over people's work, disturbed", () => {
  it("meets every request of the run, with each kind of fault, loses nothing, and comes to the same in the end", async () => {
    const calm = await used(plan());
    calm.host.book.log.reset();
    expect(await run(calm.host, revised)).toBeUndefined();
    const requests = calm.host.book.log.syncs;
    const undisturbed = await stateOf(calm.host);
    expect(requests).toBeGreaterThan(1);
    for (let request = 0; request < requests; request++) {
      for (const kind of ["refused", "timedOut"]) {
        const { host, typed } = await used(plan());
        host.book.log.reset();
        host.book.faults.failRequest(request, kinds[kind]!(0));
        // The last request is the print set-up; if that is refused, it is not a failure.
        const told = await run(host, revised);
        if (request < requests - 1) expect(told).toMatchObject({ name: "ExcelFailure" });
        expect([kind, request, typed.filter(missingIn(await everything(host)))]).toEqual([kind, request, []]);
        host.book.faults.clear();
        expect(await run(host, revised)).toBeUndefined();
        expect([kind, request, await stateOf(host)]).toEqual([kind, request, undisturbed]);
      }
    }
  }, 120_000);

  it("breaks off anywhere within its requests, loses nothing, and comes to the same in the end", async () => {
    const calm = await used(plan());
    await run(calm.host, revised);
    const undisturbed = await stateOf(calm.host);
    const steps = [1, 3, 5, 8, 12, 16, 20, 24, 28, 34, 40, 50, 60, 80, 100, 130, 160, 200];
    let met = 0;
    for (const [request, actions] of [[0, 3] as const, ...steps.map((step) => [1, step] as const)]) {
      const { host, typed } = await used(plan());
      host.book.log.reset();
      host.book.faults.failRequest(request, kinds.partlyApplied!(actions));
      if (await run(host, revised)) met++;
      expect([request, actions, typed.filter(missingIn(await everything(host)))]).toEqual([request, actions, []]);
      host.book.faults.clear();
      expect(await run(host, revised)).toBeUndefined();
      expect([request, actions, await stateOf(host)]).toEqual([request, actions, undisturbed]);
    }
    expect(met).toBeGreaterThan(10);
  }, 180_000);

  it("breaks off between the blocks of a matrix that is too large for one, and loses no row", async () => {
    const units = Array.from({ length: 80 }, (_, index) => ({ name: `单位${index}`, aliases: [] }));
    const tasks = Array.from({ length: 20 }, (_, index) => task(`t${index + 1}`, { lead: [], responsible: [] }));
    const wide = plan({ units, tasks, indicators: [] });
    const moved = { ...wide, tasks: [task("t0", { lead: [], responsible: [], span: [1, 2] }), ...tasks] };
    const remarks = tasks.map((_, index) => `第${index}行的备注`);
    let met = 0;
    for (let actions = 4; actions <= 60; actions += 4) {
      const host = open();
      await generateMatrix(wide, 2023);
      const made = await locate(host, wide);
      await change(
        host,
        (sheet) =>
          void (sheet.getRangeByIndexes(made.headerRow + 1, columnOf(made, "remark"), remarks.length, 1).values =
            remarks.map((remark) => [remark])),
      );
      host.book.log.reset();
      host.book.faults.failRequest(1, kinds.partlyApplied!(actions));
      if (await run(host, moved)) met++;
      const left = (await locate(host, wide, moved)).rows;
      // Either the whole old sheet or the whole new one: no remark is lost, and none is next to another task.
      expect([
        actions,
        left.filter(({ cells }) => cells.remark !== "").map(({ cells }) => [cells.task, cells.remark]),
      ]).toEqual([actions, remarks.map((remark, index) => [tasks[index]!.title, remark])]);
      host.book.faults.clear();
      expect(await run(host, moved)).toBeUndefined();
      const { rows } = await locate(host, moved);
      expect(rows.slice(1).map(({ cells }) => cells.remark)).toEqual(remarks);
      host.dispose();
      opened.pop();
    }
    expect(met).toBeGreaterThan(6);
  }, 180_000);
});

const missingIn =
  (there: Set<CellValue>) =>
  (value: CellValue): boolean =>
    !there.has(value);
