import { chooseTotals } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { readStore, type PlanSource } from "../../../src/excel/store";
import { previewSync, syncMatrix, undoSync } from "../../../src/excel/sync";
import { logSheetName } from "../../../src/excel/sheet-names";
import { openHost, type Host } from "../../../src/host/node";
import { saveXlsx } from "../../../src/host/xlsx/save";
import type { CellValue } from "../../../src/matrix/sheet";
import { noCorrections, type Corrections } from "../../../src/plan/corrections";
import type { Plan } from "../../../src/plan/model";
import { plan, task } from "../../plans";
import { locate, readSheet, rowOf, typeInto } from "../workbook";
import { hosts, opened } from "./opened";
import { now, sync, use, year } from "./workbooks";

jest.setTimeout(120_000);

const history = async (): Promise<string[]> => (await previewSync(plan()))!.history.map(({ id }) => id);
const undoLast = async (): Promise<unknown> => undoSync((await history())[0]!, now());
const cells = async (host: Host): Promise<CellValue[][]> => (await readSheet(host))!.formulas;

/** Twelve revisions, each with a different change. */
const revisions: Plan[] = Array.from({ length: 12 }, (_, index) => {
  const base = plan();
  const more = Array.from({ length: index % 4 }, (__, extra) =>
    task(`t${10 + index + extra}`, { span: [500 + index * 10 + extra, 510 + index * 10 + extra] }),
  );
  return plan({
    title: `方案第${index + 1}稿`,
    units: [...base.units, ...(index % 3 === 0 ? [{ name: `县第${index}局`, aliases: [] }] : [])],
    tasks: [...base.tasks.filter((__, at) => at !== index % 3 || index % 2 === 0), ...more],
    indicators: base.indicators
      .filter(({ taskId }) => taskId !== "t2" || index % 2 === 0)
      .map((one) => ({ ...one, value: one.value + index }))
      .filter(({ taskId }) => taskId !== base.tasks[index % 3]!.id || index % 2 === 0),
  });
});

describe("undoing", () => {
  it("takes back the last syncs one after the other, all twelve of them, each to the sheet as it was", async () => {
    const host = await opened();
    const states: CellValue[][][] = [];
    for (const revision of revisions) {
      states.push(await cells(host));
      await sync(revision);
    }
    expect(await history()).toHaveLength(12);
    for (const before of states.reverse()) {
      await undoLast();
      expect(await cells(host)).toEqual(before);
    }
    expect(await history()).toEqual([]);
  });

  it("works in the file that was closed and opened again, and mailed to someone else", async () => {
    const host = await opened();
    const before = (await readSheet(host))!.values;
    await sync(revisions[1]!);
    await sync(revisions[4]!);
    const file = await saveXlsx(host.book);
    const again = await openHost({ file });
    hosts.push(again);
    use(again);
    expect(await previewSync(revisions[4]!)).toMatchObject({ inStep: true, following: "方案第5稿" });
    await undoLast();
    await undoLast();
    expect((await readSheet(again))!.values).toEqual(before);
    expect((await previewSync(plan()))!.inStep).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["undoing", undoLast],
    ["a plan in which it has its old name again", () => sync(plan(), () => false)],
  ])("gives a unit's column its former name where its header was never changed: by %s", async (_, back) => {
    const host = await opened();
    const before = await cells(host);
    const [school, ...others] = plan().units;
    const lead = (names: readonly string[]): string[] =>
      names.map((name) => (name === school!.name ? "县教育和体育局" : name));
    await sync(
      plan({
        units: [{ name: "县教育和体育局", aliases: [school!.name] }, ...others],
        tasks: plan().tasks.map((one) => ({ ...one, lead: lead(one.lead) })),
      }),
      () => false,
    );
    expect((await cells(host)).flat()).toEqual(expect.arrayContaining(["#unit:县教育和体育局", "教育局"]));
    await back();
    expect(await cells(host)).toEqual(before);
  });

  it("keeps numbers that were typed after the sync, where it does not touch them", async () => {
    const host = await opened();
    await sync(plan({ indicators: plan().indicators.map((one) => ({ ...one, value: one.value + 1 })) }));
    await typeInto(host, "培训教师", "actual:2023", 77);
    await undoLast();
    expect(rowOf(await locate(host), "培训教师").cells).toMatchObject({ target: "≥50", "actual:2023": 77 });
  });

  it.each<[string, Plan, (host: Host, revised: Plan) => Promise<void>, RegExp]>([
    [
      "a number in a row that the sync brought",
      plan({ tasks: [...plan().tasks, task("t9")] }),
      (host, revised) => typeInto(host, "任务t9", "actual:2023", 5, revised),
      /任务t9.*2023年/,
    ],
    [
      "a cell that the sync wrote and someone changed",
      plan({ indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)) }),
      (host, revised) => typeInto(host, "培训教师", "target", "≥90", revised),
      /“目标”已被改为“≥90”/,
    ],
    [
      "a note in a column that the sync brought",
      plan({ units: [...plan().units, { name: "县体育局", aliases: [] }] }),
      (host, revised) => typeInto(host, "任务t3", "unit:县体育局", "下半年参加", revised),
      /“县体育局”列/,
    ],
  ])("is refused where it would lose %s, and says where", async (_, revised, later, where) => {
    const host = await opened();
    await sync(revised);
    await later(host, revised);
    const before = await cells(host);
    await expect(undoLast()).rejects.toMatchObject({ code: "LaterEdits", userMessage: expect.stringMatching(where) });
    expect(await cells(host)).toEqual(before);
  });

  it("is refused for a sync that is not the last, and for one that is undone already", async () => {
    await opened();
    await sync(revisions[1]!);
    await sync(revisions[2]!);
    const [last, first] = await history();
    await expect(undoSync(first!, now())).rejects.toMatchObject({ code: "NothingToUndo" });
    await undoSync(last!, now());
    await expect(undoSync(last!, now())).rejects.toMatchObject({
      code: "NothingToUndo",
      userMessage: expect.stringMatching(/没有改动/),
    });
  });

  it("is refused where later edits would be lost, the first of which are named, and how many there are", async () => {
    const count = async (tasks: number): Promise<string> => {
      const host = await opened();
      const more = plan({
        tasks: [...plan().tasks, ...Array.from({ length: tasks }, (_, index) => task(`t${20 + index}`))],
      });
      await sync(more);
      for (let index = 0; index < tasks; index++)
        await typeInto(host, `任务t${20 + index}`, "remark", "自己写的", more);
      const error = await undoLast().catch((one: unknown) => one as { code: string; userMessage: string });
      expect(error).toMatchObject({ code: "LaterEdits" });
      return (error as { userMessage: string }).userMessage;
    };
    const said = await count(5);
    expect(new Set(said.match(/任务t2\d/g))).toEqual(new Set(["任务t20", "任务t21", "任务t22", "任务t23", "任务t24"]));
    expect(said).not.toContain("等 ");
    const more = await count(6);
    expect(new Set(more.match(/任务t2\d/g)).size).toBe(5);
    expect(more).toContain("等 6 处");
  });

  it("is refused where the record is not as that sync left it", async () => {
    await opened();
    await sync(revisions[1]!);
    const [last] = await history();
    await generateMatrix({ ...revisions[1]!, title: "别的" }, year);
    await expect(undoSync(last!, now())).rejects.toMatchObject({ code: "NothingToUndo" });
  });

  it("that was stopped is finished by the next press, and tells what it did", async () => {
    const host = await opened();
    const first = await cells(host);
    await sync(revisions[1]!);
    const before = await cells(host);
    await sync(revisions[2]!);
    const [last, other] = await history();
    const stop = new AbortController();
    stop.abort();
    await expect(undoSync(last!, now(), { signal: stop.signal })).rejects.toMatchObject({ code: "Cancelled" });
    expect((await previewSync(plan()))!.unfinished).toBe(true);
    const finished = await undoSync(last!, now());
    expect([finished.changes.length > 0, finished.removed, finished.canUndo]).toEqual([true, 0, true]);
    expect([await cells(host), await history()]).toEqual([before, [other]]);
    // Stopped before another one was pressed, it is finished first.
    await expect(undoSync(other!, now(), { signal: stop.signal })).rejects.toMatchObject({ code: "Cancelled" });
    expect(await undoSync(other!, now())).toMatchObject({ removed: 0, canUndo: false });
    expect([await cells(host), await history()]).toEqual([first, []]);
  });

  it("is told of in 变更记录, under the time at which it was done", async () => {
    const host = await opened();
    await sync(plan({ indicators: plan().indicators.map((one) => ({ ...one, value: one.value + 1 })) }));
    const done = (await readSheet(host, logSheetName))!.values.length;
    await undoLast();
    const log = (await readSheet(host, logSheetName))!.values;
    expect(log.slice(done).map((row) => row[1])).toEqual(Array.from({ length: done - 1 }, () => "撤销"));
    // The undo's lines are the sync's the other way round, with a kind of their own.
    const [first, back] = [log[1]!, log[done]!];
    expect([first[2], first[5], first[6]]).toEqual(["指标调整", "≥80", "≥81"]);
    expect([back[2], back[3], back[4], back[5], back[6]]).toEqual([
      "撤销",
      first[3],
      `撤回 ${String(first[0])} 同步的“指标调整”：${String(first[4])}`,
      first[6],
      first[5],
    ]);
    expect(new Set(log.slice(1).map((row) => row[0])).size).toBe(2);
  });

  it("names the plan that the sheet follows again", async () => {
    const host = await opened();
    await sync(plan({ title: "青山县全民阅读促进方案" }));
    await undoLast();
    const log = (await readSheet(host, logSheetName))!.values;
    expect(log.slice(1).map((row) => [row[1], row[7]])).toEqual([
      ["同步", "青山县全民阅读促进方案"],
      ["撤销", "青山县全民阅读实施方案（2021—2025年）"],
    ]);
  });
});

describe("a sync made by an earlier version, which knew fewer sorts of corrections", () => {
  /**
   * The workbook as that version left it: one sync in its journal, and corrections without the kinds that came later.
   */
  async function earlier(): Promise<Host> {
    const host = await opened();
    const { marked: _marked, ...fewer } = noCorrections;
    const reading = { source: "文", name: "方案.docx", corrections: fewer as Corrections };
    const raised = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    await generateMatrix(plan(), year, reading);
    const preview = (await previewSync(raised))!;
    await syncMatrix(raised, {
      seen: preview.changes,
      chosen: new Set(preview.changes.map(({ id }) => id)),
      reading,
      now: now(),
    });
    return host;
  }

  it("is taken back after the store was written anew: for a setting, and for a sync that had nothing to do", async () => {
    const host = await earlier();
    await chooseTotals(["i2"], true);
    const stored = await readStore();
    const { reading, plan: followed } = (stored as Extract<typeof stored, { kind: "read" }>).stored;
    const preview = (await previewSync(followed))!;
    await syncMatrix(followed, {
      seen: preview.changes,
      chosen: new Set(),
      reading: JSON.parse(JSON.stringify(reading)) as PlanSource,
      now: now(),
    });
    await undoLast();
    expect(rowOf(await locate(host), "培训教师").cells.target).toBe("≥50");
    expect(await readStore()).toMatchObject({ stored: { settings: { totals: ["i2"] } } });
  });
});
