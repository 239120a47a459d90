import { generateMatrix } from "../../../src/excel/generate";
import { logSheetName, removedSheetName } from "../../../src/excel/sheet-names";
import { previewSync, undoSync } from "../../../src/excel/sync";
import type { Host } from "../../../src/host/node";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { inChinese } from "../../../src/plan/sentence";
import type { Change } from "../../../src/sync/change";
import { storeNamespace, storeXml } from "../../../src/excel/store";
import { indicator, plan, task } from "../../plans";
import { locate, readSheet, rowOf, typeInto } from "../workbook";
import { opened } from "./opened";
import { now, sync, year } from "./workbooks";

jest.setTimeout(60_000);

const [education, finance] = plan().units as [Plan["units"][0], Plan["units"][0]];
/** Without task t2, which alone names 县文化和旅游局 and 各成员单位. */
const without = plan({
  units: [education, finance],
  groups: [],
  tasks: plan().tasks.filter(({ id }) => id !== "t2"),
  indicators: plan().indicators.filter(({ id }) => id !== "i3"),
});
const keepsTask = (change: Change): boolean => change.default && change.kind !== "taskRemoved";

const logged = async (host: Host): Promise<CellValue[][]> =>
  ((await readSheet(host, logSheetName))?.values ?? [])
    .slice(1)
    .map(([, action, kind, place, text]) => [action!, kind!, place!, text!]);

describe("a task that the user keeps in a sync", () => {
  it("stays where it is with its numbers, its units and their columns, also when the matrix is generated again", async () => {
    const host = await opened();
    const order = async (): Promise<CellValue[]> =>
      (await locate(host, without)).rows.map(({ cells }) => cells.indicator || cells.task!);
    const before = await order();
    await sync(without, keepsTask);
    const told = async (): Promise<unknown> => {
      const { cells } = rowOf(await locate(host, without), "开展活动");
      return [cells["unit:县文化和旅游局"], cells["group:各成员单位"], cells["actual:2021"], await order()];
    };
    expect(await told()).toEqual(["●", "○", 31.5, before]);
    expect(await previewSync(without)).toMatchObject({ inStep: true });
    // One more revision, so that generating has something to write.
    const revised = {
      ...without,
      indicators: without.indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    };
    const report = await generateMatrix(revised, year);
    expect(await told()).toEqual(["●", "○", 31.5, before]);
    expect(report.notes.map(inChinese)).toContain("1 行不在方案中，按以前同步时的选择保留。");
    expect(report.removed).toBe(0);
    expect(await logged(host)).toEqual(
      expect.arrayContaining([
        ["生成", "保留", "一(一)2 任务t2", "不在方案中，按以前同步时的选择保留"],
        ["生成", "保留", "县文化和旅游局", "单位“县文化和旅游局”不在方案中，随保留的内容保留该列"],
      ]),
    );
    const told2 = await logged(host);
    expect(await generateMatrix(revised, year)).toMatchObject({
      notes: expect.arrayContaining([expect.objectContaining({ text: "工作表与方案一致，没有需要改动的地方。" })]),
    });
    expect(await logged(host)).toEqual(told2);
    // The column is still recognised, and is removed together with the row.
    await sync(revised, () => true);
    expect([...(await locate(host, revised)).columns.keys()].filter((key) => /^(?:unit|group):/.test(key))).toEqual([
      "unit:县教育局",
      "unit:县财政局",
    ]);
    expect((await readSheet(host, removedSheetName))!.values.flat()).toContain(31.5);
  });

  describe("and that the plan has again in other words", () => {
    const reworded = task("t9", {
      title: "广泛开展任务t2",
      lead: ["县教育局"],
      responsible: ["县文旅局"],
      span: [250, 290],
    });
    /** Now its unit is printed by its short form, another unit leads, and more is promised. */
    const again = plan({
      units: [education, finance, { name: "县文旅局", aliases: [] }],
      groups: [],
      tasks: [...without.tasks, reworded].sort((a, b) => a.span[0] - b.span[0]),
      indicators: [
        ...without.indicators,
        indicator("i9", {
          taskId: "t9",
          name: "开展活动",
          period: "cumulative",
          value: 120,
          unit: "场",
          span: [260, 270],
        }),
      ],
    });
    const rows = async (): Promise<unknown> =>
      (await locate(await host, again)).rows
        .filter(({ cells }) => cells.indicator === "开展活动")
        .map(({ cells }) => [
          cells.task,
          cells.target,
          cells["actual:2021"],
          cells["unit:县教育局"],
          cells["unit:县文旅局"],
          cells["group:各成员单位"] ?? "",
        ]);
    const follows = [reworded.title, "≥120", 31.5, "●", "○", ""];
    let host: Promise<Host>;
    const columns = async (): Promise<string[]> =>
      [...(await locate(await host, again)).columns.keys()].flatMap((key) =>
        /^(?:unit|group):/.test(key) ? [key.replace(/^\w+:/, "")] : [],
      );

    beforeEach(async () => {
      host = opened();
      await host;
      await sync(without, keepsTask);
    });

    it("is that row still, which follows the plan again with what was typed in it", async () => {
      const { changes } = (await previewSync(again))!;
      expect(
        changes.filter(({ kind }) => ["taskAdded", "indicatorAdded", "taskRemoved", "unitAdded"].includes(kind)),
      ).toEqual([]);
      await sync(again);
      expect(await rows()).toEqual([follows]);
      expect(await columns()).toEqual(["县教育局", "县财政局", "县文旅局"]);
      expect(await previewSync(again)).toMatchObject({ inStep: true, changes: [] });
    });

    it("is so when the matrix is generated", async () => {
      const report = await generateMatrix(again, year);
      expect([await rows(), report.keptCells, report.removed]).toEqual([[follows], [], 0]);
      expect(await columns()).toEqual(["县教育局", "县财政局", "县文旅局"]);
      expect(await previewSync(again)).toMatchObject({ inStep: true, changes: [] });
    });

    it("keeps what was changed in it by hand, and asks where the plan has changed that too", async () => {
      await typeInto(await host, "开展活动", "task", "开展阅读活动");
      await typeInto(await host, "开展活动", "target", "≥90");
      const { changes } = (await previewSync(again))!;
      expect(changes.filter(({ kind }) => kind === "conflict").map(({ before, after }) => [before, after])).toEqual([
        ["开展阅读活动", reworded.title],
        ["≥90", "≥120"],
      ]);
      const report = await generateMatrix(again, year);
      expect(await rows()).toEqual([["开展阅读活动", "≥90", ...follows.slice(2)]]);
      expect(report.keptCells.map(inChinese)).toEqual([
        expect.stringContaining("保留“开展阅读活动”"),
        expect.stringContaining("保留“≥90”"),
      ]);
    });

    it("is a row of its own where somebody says that the two are not the same", async () => {
      const decisions = {
        same: [],
        apart: [
          ["t9", "t2"],
          ["i9", "i3"],
        ] as const,
      };
      const { changes, doubtful } = (await previewSync(again, decisions))!;
      expect([changes.flatMap(({ kind, after }) => (kind === "taskAdded" ? [after] : [])), doubtful]).toEqual([
        ["开展活动 ≥120 场 累计"],
        [],
      ]);
      const least = (await previewSync({
        ...again,
        tasks: again.tasks.map((one) => (one.id === "t9" ? { ...one, title: "办好读书节任务t2" } : one)),
      }))!;
      expect(least.doubtful.map(({ incomingText, baseText, matched }) => [incomingText, baseText, matched])).toEqual([
        ["办好读书节任务t2", "任务t2", true],
      ]);
    });

    it("is so where only its number is known again, and its task is quite another", async () => {
      const moved = {
        ...again,
        tasks: again.tasks.map((one) => (one.id === "t9" ? { ...one, title: "办好读书节" } : one)),
      };
      await generateMatrix(moved, year);
      expect(await rows()).toEqual([["办好读书节", ...follows.slice(1)]]);
    });

    it("keeps its marks through a renaming in between, and the sync that brought it back can be undone", async () => {
      const called = (of: Plan): Plan => JSON.parse(JSON.stringify(of).replaceAll("县财政局", "县财政金融局")) as Plan;
      await typeInto(await host, "开展活动", "unit:县财政局", "○");
      await sync(called(without));
      await sync(called(again));
      expect(rowOf(await locate(await host, called(again)), "开展活动").cells["unit:县财政金融局"]).toBe("○");
      const { history } = (await previewSync(called(again)))!;
      await undoSync(history[0]!.id, now());
      expect(await previewSync(called(without))).toMatchObject({ inStep: true });
      await sync(called(again));
      expect(await rows()).toEqual([follows]);
    });

    it("keeps a mark that somebody has set where the unit has another name in the plan that is generated", async () => {
      const called = JSON.parse(JSON.stringify(again).replaceAll("县财政局", "县财政金融局")) as Plan;
      await typeInto(await host, "任务t3", "unit:县财政局", "●");
      await generateMatrix(called, year);
      expect(rowOf(await locate(await host, called), "任务t3").cells["unit:县财政金融局"]).toBe("●");
      expect((await logged(await host)).slice(-3)).toContainEqual([
        "生成",
        "单位更名",
        "县财政金融局",
        "单位更名：“县财政局”改为“县财政金融局”",
      ]);
      expect(await columns()).toEqual(["县教育局", "县财政金融局", "县文旅局"]);
    });

    it("asks about its words where an earlier version has kept it, and generating leaves them", async () => {
      await (
        await host
      ).Excel.run(async (context) => {
        const part = context.workbook.customXmlParts.getByNamespace(storeNamespace).getOnlyItem();
        part.setXml(await storeXml({ plan: without }));
        await context.sync();
      });
      const { changes } = (await previewSync(again))!;
      expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual(
        expect.arrayContaining([
          ["conflict", "任务t2", reworded.title],
          ["indicatorChanged", "≥100", "≥120"],
        ]),
      );
      await generateMatrix(again, year);
      expect(await rows()).toEqual([["任务t2", "≥120", 31.5, "●", "●", "○"]]);
    });
  });

  it("is told of in 变更记录 where generating takes it out, as nobody has kept it", async () => {
    const host = await opened();
    await generateMatrix(without, year);
    expect(await logged(host)).toEqual([
      ["生成", "移出指标", "一(一)2 任务t2", "已不在方案中，连同填报内容移到“已移出”"],
      ["生成", "移出单位", "县文化和旅游局", "单位“县文化和旅游局”已不在方案中，移去该列"],
      ["生成", "移出单位", "各成员单位", "单位“各成员单位”已不在方案中，移去该列"],
    ]);
  });
});

describe("a column that stays for a row that was kept", () => {
  it("is emptied where another row that was kept is in the plan again with other units", async () => {
    const host = await opened();
    const two = [task("t2", { lead: ["县体育局"] }), task("t4", { lead: ["县体育局"], title: "办好运动会" })];
    const of = (tasks: Plan["tasks"], units = tasks.length > 2 ? ["县体育局"] : []): Plan =>
      plan({
        units: [education, finance, ...units.map((name) => ({ name, aliases: [] }))],
        groups: [],
        tasks,
        indicators: [],
      });
    const rest = [task("t1"), task("t3")];
    await sync(of([...rest, ...two]));
    await sync(of(rest), keepsTask);
    await sync(of([...rest, task("t4", { title: "办好运动会" })], []));
    const held = await locate(host, of(rest));
    expect(
      ["任务t2", "办好运动会"].map((title) => [
        rowOf(held, title).cells["unit:县体育局"],
        rowOf(held, title).cells["unit:县教育局"],
      ]),
    ).toEqual([
      ["●", ""],
      ["", "●"],
    ]);
    expect(await previewSync(of([...rest, task("t4", { title: "办好运动会" })], []))).toMatchObject({ inStep: true });
  });
});

describe("变更记录", () => {
  it("tells each time that generating takes a row out, also where it has come back in between", async () => {
    const host = await opened();
    for (const given of [without, plan(), without]) await generateMatrix(given, year);
    expect(
      (await logged(host)).filter(([, kind]) => String(kind).endsWith("指标")).map(([, kind, place]) => [kind, place]),
    ).toEqual([
      ["移出指标", "一(一)2 任务t2"],
      ["新增指标", "一(一)2 任务t2"],
      ["移出指标", "一(一)2 任务t2"],
    ]);
  });
});

describe("what the user leaves out of the sheet", () => {
  const more = plan({
    units: [...plan().units, { name: "县体育局", aliases: [] }],
    tasks: [...plan().tasks, task("t4", { responsible: ["县体育局"] })],
  });
  const leavesOut = (change: Change): boolean => change.default && !["taskAdded", "unitAdded"].includes(change.kind);

  it("is left out by later syncs and when the matrix is generated again, until somebody wants it", async () => {
    const host = await opened();
    await sync(more, leavesOut);
    expect((await previewSync(more))!.changes.map(({ kind, description }) => [kind, inChinese(description)])).toEqual([
      ["manual", "“县体育局”列按您的选择没有列入；勾选可补上这一列"],
      ["manual", "任务“任务t4”的行按您的选择没有列入；勾选可补上"],
    ]);
    const report = await generateMatrix({ ...more, title: "方案（修订）" }, year);
    expect(report.notes.map(inChinese)).toContain("1 行按以前同步时的选择没有列入；要列入，请到“同步”勾选。");
    const held = await locate(host, more);
    expect([held.columns.has("unit:县体育局"), rowOf(held, "任务t4")]).toEqual([false, undefined]);
    await sync({ ...more, title: "方案（修订）" }, () => true);
    expect(rowOf(await locate(host, more), "任务t4").cells["unit:县体育局"]).toBe("○");
    expect((await previewSync({ ...more, title: "方案（修订）" }))!.changes).toEqual([]);
  });

  it("is left out under the name that a unit has since", async () => {
    const host = await opened();
    await sync(more, leavesOut);
    const called = JSON.parse(JSON.stringify(more).replaceAll("县体育局", "县文化体育局")) as Plan;
    await generateMatrix(
      {
        ...called,
        units: called.units.map((one) => (one.name === "县文化体育局" ? { ...one, aliases: ["县体育局"] } : one)),
      },
      year,
    );
    expect((await locate(host, called)).columns.has("unit:县文化体育局")).toBe(false);
  });

  it("does not stand in the way of undoing the sync before", async () => {
    const host = await opened();
    await sync(plan({ indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)) }));
    const { history } = (await previewSync(plan()))!;
    await typeInto(host, "任务t3", "remark", "留着");
    await undoSync(history[0]!.id, now());
    expect(rowOf(await locate(host), "培训教师").cells.target).toBe("≥50");
  });
});
