import { previewSync, syncMatrix } from "../../../src/excel/sync";
import { generateMatrix } from "../../../src/excel/generate";
import { readStore, storeNamespace } from "../../../src/excel/store";
import { journalNamespace } from "../../../src/excel/store/journal";
import { noCorrections } from "../../../src/plan/corrections";
import type { PlanSource } from "../../../src/excel/store";
import type { Host } from "../../../src/host/node";
import { inChinese } from "../../../src/plan/sentence";
import { plan, task } from "../../plans";
import { withMatrix } from "../each-test";
import { change, locate, rowOf, typeInto } from "../workbook";
import { now, sync, syncAs, year } from "./workbooks";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

const raised = plan({ indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 88 } : one)) });
const notes = async (): Promise<string[]> => (await previewSync(raised))!.notes.map(inChinese);
const source = (more: Partial<PlanSource> = {}): PlanSource => ({
  source: "文",
  name: "方案.docx",
  corrections: noCorrections,
  ...more,
});

describe("what is told before a sync", () => {
  it("is nothing where all is as it should be", async () => {
    expect(await notes()).toEqual([]);
    expect(await previewSync(plan())).toMatchObject({
      inStep: true,
      unfinished: false,
      history: [],
      changes: [],
      doubtful: [],
    });
  });

  it.each<[string, () => void | Promise<void>, string]>([
    ["the record is gone", () => void (host.book.xmlParts.length = 0), "工作簿里没有方案记录"],
    [
      "the record is damaged",
      () => void (host.book.xmlParts[0]!.xml = `<store xmlns="${storeNamespace}"/>`),
      "方案记录已损坏",
    ],
    [
      "the record of syncs is damaged",
      () => void host.book.xmlParts.push({ id: host.book.newId("xml"), xml: `<journal xmlns="${journalNamespace}"/>` }),
      "同步记录已损坏",
    ],
    [
      "the table was turned into plain cells",
      () => change(host, (sheet) => void sheet.tables.getItem("责任矩阵表").convertToRange()),
      "表格已被转换为普通区域",
    ],
    ["the sheet is protected", () => change(host, (sheet) => sheet.protection.protect()), "工作表受保护"],
  ])("is that %s", async (_, spoil, said) => {
    await spoil();
    expect((await notes()).filter((one) => one.includes(said))).toHaveLength(1);
    expect(await notes()).toHaveLength(1);
  });

  it("is which text the sheet follows, with its time where that is known", async () => {
    expect(await previewSync(plan())).not.toHaveProperty("followed");
    await generateMatrix(plan(), year, source());
    expect((await previewSync(plan()))!.followed).toEqual({ name: "方案.docx", source: "文" });
    await generateMatrix(plan(), year, source({ saved: "2024-01-02T00:00:00.000Z" }));
    expect((await previewSync(plan()))!.followed).toMatchObject({ saved: "2024-01-02T00:00:00.000Z" });
  });

  it("is what can be undone, the latest first", async () => {
    await sync(raised);
    await sync(plan({ title: "青山县全民阅读促进方案" }));
    const { history, following } = (await previewSync(plan()))!;
    expect(history.map(({ plan: title, changes }) => [title, changes.length > 0])).toEqual([
      ["青山县全民阅读促进方案", true],
      [plan().title, true],
    ]);
    expect(Object.keys(history[0]!).sort()).toEqual(["at", "changes", "id", "plan"]);
    expect(following).toBe("青山县全民阅读促进方案");
  });

  it("are the two texts of which somebody may say whether they are the same", async () => {
    const words = (id: string, title: string, text: string): ReturnType<typeof task> =>
      task(id, { title, text: `${title}。${text}`, span: [900, 950] });
    const library = words(
      "t7",
      "建设农家书屋",
      "在各行政村建设农家书屋，配备图书不少于一千五百册，每周开放五天，由村委会指定专人管理。",
    );
    await sync(plan({ tasks: [...plan().tasks, library] }));
    const other = words("t8", "建设农家书屋", "升级改造乡镇图书馆分馆，配备自助借还设备和电子阅览终端，延长开放时间。");
    const { doubtful } = (await previewSync(plan({ tasks: [...plan().tasks, other] })))!;
    expect(doubtful).toEqual([
      expect.objectContaining({
        kind: "task",
        incoming: "t8",
        incomingText: "建设农家书屋",
        base: "t7",
        baseText: "建设农家书屋",
      }),
    ]);
  });
});

describe("a press on 同步", () => {
  it("is refused where a change is not as it was shown, a new one has come up, and not for what stays", async () => {
    const preview = (await previewSync(raised))!;
    const higher = plan({
      indicators: raised.indicators.map((one) => (one.id === "i2" ? { ...one, value: 99 } : one)),
    });
    await expect(syncAs(higher, preview)).rejects.toMatchObject({ code: "SheetChanged" });
    // What is not ticked may be another one by now.
    await expect(syncAs(higher, preview, () => false)).resolves.toMatchObject({ changes: [] });
    await typeInto(host, "培训教师", "target", "≥60");
    await expect(syncAs(raised, preview)).resolves.toMatchObject({ changes: [] });
    expect(rowOf(await locate(host), "培训教师").cells.target).toBe("≥60");
    const more = plan({ ...raised, tasks: [...plan().tasks, task("t9")] });
    const seen = (await previewSync(raised))!;
    await expect(syncAs(more, seen)).rejects.toMatchObject({ code: "SheetChanged" });
    expect((await locate(host, more)).rows).toHaveLength(5);
  });

  it("stops where the user says so, and the next one finishes it", async () => {
    const preview = (await previewSync(raised))!;
    const stop = new AbortController();
    stop.abort();
    const choice = { seen: preview.changes, chosen: new Set(preview.changes.map(({ id }) => id)), now: now() };
    await expect(syncMatrix(raised, choice, { signal: stop.signal })).rejects.toMatchObject({ code: "Cancelled" });
    expect(rowOf(await locate(host), "培训教师").cells.target).toBe("≥50");
    expect(await previewSync(raised)).toMatchObject({ unfinished: true, inStep: false });
    await sync(raised);
    expect(rowOf(await locate(host, raised), "培训教师").cells.target).toBe("≥88");
    expect(await previewSync(raised)).toMatchObject({ unfinished: false, inStep: true });
  });

  it("keeps the text as it is stored where the new one says the same, and takes one that says something else", async () => {
    const stored = async (): Promise<unknown> => {
      const found = await readStore();
      return found.kind === "read" ? found.stored.reading : undefined;
    };
    const press = async (reading?: PlanSource): Promise<void> => {
      const { changes } = (await previewSync(plan()))!;
      await syncMatrix(plan(), { seen: changes, chosen: new Set(), now: now(), ...(reading ? { reading } : {}) });
    };
    await press(source());
    expect(await stored()).toEqual(source());
    await press();
    expect(await stored()).toEqual(source());
    for (const other of [source({ source: "别的" }), source({ name: "二.docx" }), source({ saved: "2024" })]) {
      await press(other);
      expect(await stored()).toEqual(other);
    }
    host.book.log.reset();
    await press(source({ saved: "2024" }));
    // One to look, and one to find that there is nothing to do.
    expect(host.book.log.syncs).toBe(2);
  });

  it("counts what is left out of the sheet from then on", async () => {
    const more = plan({ tasks: [...plan().tasks, task("t9")] });
    const { left } = await sync(more, ({ kind }) => kind !== "taskAdded");
    expect(left).toBe(1);
    expect((await sync(more, () => true)).left).toBe(0);
  });

  it("tells how many rows went to 已移出", async () => {
    await typeInto(host, "任务t3", "actual:2022", "推进中");
    expect(await sync(plan({ tasks: plan().tasks.slice(0, 2) }))).toMatchObject({ removed: 1, canUndo: true });
  });
});
