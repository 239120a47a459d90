import type { Worksheet } from "exceljs";
import { readForm } from "../../../src/documents/forms/read";
import { readStore, storeNamespace } from "../../../src/excel/store";
import { journalNamespace } from "../../../src/excel/store/journal";
import { inChinese } from "../../../src/plan/sentence";
import type { ReturnedForm } from "../../../src/assessment/returned-form";
import type { UnitForm } from "../../../src/assessment/forms";
import {
  cellId,
  cellsOf,
  chooseTotals,
  noChoice,
  noteSent,
  previewCollect,
  readForms,
  readReport,
  readReporting,
  takeIn,
  type CollectChoice,
} from "../../../src/excel/assessment";
import { previewSync, undoSync } from "../../../src/excel/sync";
import { generateMatrix } from "../../../src/excel/generate";
import { detailsSheetName, logSheetName, sentSheetName } from "../../../src/excel/sheet-names";
import type { Host } from "../../../src/host/node";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Change } from "../../../src/sync/change";
import { plan, task } from "../../plans";
import { change, locate, openWorkbook, readSheet, rowOf, typeInto } from "../workbook";
import { now, sync } from "../sync/workbooks";
import { filledFile, returned, type Filling } from "./returned";
import { withMatrix } from "../each-test";

jest.setTimeout(120_000);

const year = 2023;
const made = "2023-12-01T00:00:00.000Z";
const [day1, day2] = ["2023-12-05T01:00:00.000Z", "2023-12-06T01:00:00.000Z"];

let host: Host;
withMatrix((opened) => void (host = opened), plan(), year);

const forms = (): Promise<UnitForm[]> => readForms({ year, made, deadline: "12月20日" });
const formOf = async (unit: string): Promise<UnitForm> => (await forms()).find(({ name }) => name === unit)!;
const fill = async (unit: string, filling: Filling, saved = day1, file?: string): Promise<ReturnedForm> =>
  returned(await formOf(unit), filling, saved, file);

async function take(given: readonly ReturnedForm[], choice: CollectChoice = noChoice): ReturnType<typeof takeIn> {
  const preview = await previewCollect(given, year);
  return takeIn(given, year, choice, new Map(cellsOf(preview, choice).map((cell) => [cellId(cell), cell.before])));
}

const actual = async (name: string): Promise<CellValue> => rowOf(await locate(host), name).cells[`actual:${year}`]!;
const allCells = async (): Promise<unknown> => ({
  matrix: (await readSheet(host))!.values,
  details: (await readSheet(host, detailsSheetName))?.values,
});

const education: Filling = {
  建成示范学校: { entry: 6, evidence: "批复文件" },
  培训教师: { entry: 42, explanation: "疫情影响" },
  任务t3: { entry: "推进中" },
};

describe("returned forms", () => {
  it("bring their numbers into the matrix and into 填报明细, and nothing the second time", async () => {
    const given = [await fill("县教育局", education), await fill("县文化和旅游局", { 开展活动: { entry: 30 } })];
    expect(await take(given)).toMatchObject({ cells: 5, details: 4, kept: 0, chase: { missing: [] } });
    expect(await Promise.all(["建成示范学校", "培训教师", "任务t3", "开展活动"].map(actual))).toEqual([
      6,
      42,
      "推进中",
      30,
    ]);
    expect(rowOf(await locate(host), "建成示范学校").cells.evidence).toBe("批复文件");
    const details = (await readSheet(host, detailsSheetName))!.values;
    expect(details).toHaveLength(5);
    expect(details.flat()).toEqual(expect.arrayContaining(["疫情影响", "县教育局.xlsx", "培训教师"]));
    const before = await allCells();
    host.book.log.reset();
    expect(await take(given)).toMatchObject({ cells: 0, details: 0, chase: { missing: [] } });
    expect([host.book.log.cellsWritten, await allCells()]).toEqual([0, before]);
  });

  it("give the same workbook in whatever order and batches they come", async () => {
    const given = [
      await fill("县教育局", education, day1, "一稿.xlsx"),
      await fill("县教育局", { ...education, 培训教师: { entry: 55 }, 任务t3: {} }, day2, "二稿.xlsx"),
      await fill("县文化和旅游局", { 开展活动: { entry: 30, evidence: "照片" } }, day1),
    ];
    const outcomes: unknown[] = [];
    for (const batches of [[[0, 1, 2]], [[2], [1], [0]], [[0], [1, 2]]]) {
      host.dispose();
      host = openWorkbook();
      await generateMatrix(plan(), year);
      for (const batch of batches) await take(batch.map((index) => given[index]!));
      outcomes.push(await allCells());
    }
    expect(await actual("培训教师")).toBe(55);
    expect(await actual("任务t3")).toBe("推进中");
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  it("leave what somebody has typed into the matrix, unless it is ticked", async () => {
    await typeInto(host, "培训教师", `actual:${year}`, 40);
    const given = [await fill("县教育局", education)];
    const [cell] = cellsOf(await previewCollect(given, year), noChoice).filter(({ kind }) => kind === "typed");
    expect(cell).toMatchObject({ before: 40, after: 42 });
    await take(given);
    expect(await actual("培训教师")).toBe(40);
    await take(given, { ...noChoice, replaced: new Set([cellId(cell!)]) });
    expect(await actual("培训教师")).toBe(42);
  });

  it("are not written where somebody has typed since they were shown", async () => {
    const given = [await fill("县教育局", education)];
    const seen = new Map(
      cellsOf(await previewCollect(given, year), noChoice).map((cell) => [cellId(cell), cell.before]),
    );
    const choice = { ...noChoice, replaced: new Set(seen.keys()) };
    await typeInto(host, "培训教师", `actual:${year}`, 44);
    await expect(takeIn(given, year, choice, seen)).rejects.toMatchObject({ code: "SheetChanged" });
    expect(await actual("培训教师")).toBe(44);
    expect(await readSheet(host, detailsSheetName)).toBeUndefined();
  });

  it("keep what is no number where it can be seen, and take an offer when it is accepted", async () => {
    const given = [await fill("县教育局", { 建成示范学校: { entry: "约6" }, 培训教师: { entry: "５０" } })];
    const { collection } = await previewCollect(given, year);
    expect(collection.files[0]!.items.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["unreadable", "约6", ""],
      ["offer", "５０", 50],
    ]);
    await take(given);
    expect([await actual("建成示范学校"), await actual("培训教师")]).toEqual(["", ""]);
    expect((await readSheet(host, detailsSheetName))!.values.flat()).toEqual(expect.arrayContaining(["约6", "５０"]));
    const offer = collection.files[0]!.items.find(({ kind }) => kind === "offer")!;
    await take(given, { ...noChoice, accepted: new Set([offer.id]) });
    expect(await actual("培训教师")).toBe(50);
    await take(given);
    expect(await actual("培训教师")).toBe(50);
  });

  it("are added up where every unit reports a part, and the choice travels with the workbook", async () => {
    await chooseTotals(["i2"], true);
    expect((await readReporting()).indicators.find(({ id }) => id === "i2")).toMatchObject({
      reporting: "total",
      units: ["县教育局", "县财政局"],
    });
    await take([await fill("县教育局", { 培训教师: { entry: 42 } })]);
    await take([await fill("县财政局", { 培训教师: { entry: 9 } })]);
    expect(await actual("培训教师")).toBe(51);
  });

  it("are added up of every indicator ticked, however fast", async () => {
    const asked = ["i1", "i2"];
    await Promise.all([
      ...asked.map((id) => chooseTotals([id], true)),
      chooseTotals(["i1"], false),
      chooseTotals(["i1"], true),
    ]);
    expect(
      (await readReporting()).indicators.filter(({ reporting }) => reporting === "total").map(({ id }) => id),
    ).toEqual(asked);
  });

  it("are added up by a choice that is stored in order, whichever came first, and is taken back alone", async () => {
    const stored = async (): Promise<readonly string[] | undefined> => {
      const found = await readStore();
      return found.kind === "read" ? found.stored.settings?.totals : undefined;
    };
    await chooseTotals(["i3"], true);
    await chooseTotals(["i2", "i3"], true);
    await chooseTotals(["i1"], true);
    expect(await stored()).toEqual(["i1", "i2", "i3"]);
    await chooseTotals(["i2"], false);
    expect(await stored()).toEqual(["i1", "i3"]);
    // Without a record there is no place for the choice, which is said.
    host.book.xmlParts.length = 0;
    await expect(chooseTotals(["i2"], true)).rejects.toMatchObject({ code: "StoreLost" });
  });

  it("are added up by a choice that puts a record right which is there twice", async () => {
    host.book.xmlParts.push({ ...host.book.xmlParts[0]!, id: host.book.newId("xml") });
    await chooseTotals(["i2"], true);
    expect(host.book.xmlParts.filter(({ xml }) => xml.includes(storeNamespace))).toHaveLength(1);
    expect((await readReporting()).indicators.find(({ id }) => id === "i2")!.reporting).toBe("total");
  });

  it("that begin with = are text in every cell", async () => {
    await take([
      await fill("县教育局", { 培训教师: { entry: "=1+1", evidence: '=HYPERLINK("http://x")', explanation: "@cmd" } }),
    ]);
    // If they were calculated, they would show something else.
    expect((await readSheet(host, detailsSheetName))!.values.flat()).toEqual(
      expect.arrayContaining(["=1+1", '=HYPERLINK("http://x")', "@cmd"]),
    );
    expect(rowOf(await locate(host), "培训教师").cells.evidence).toBe('=HYPERLINK("http://x")');
    expect(rowOf(await locate(host), "培训教师").formulas.evidence).toBeUndefined();
  });

  it("are refused while the sheet is protected, with nothing written", async () => {
    await change(host, (sheet) => sheet.protection.protect());
    const given = [await fill("县教育局", education)];
    await expect(take(given)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(await readSheet(host, detailsSheetName)).toBeUndefined();
  });

  it("come in after every request that failed, pressed again", async () => {
    const given = [await fill("县教育局", education), await fill("县文化和旅游局", { 开展活动: { entry: 30 } })];
    await take(given);
    const calm = await allCells();
    for (const kind of ["refused", "timedOut", "partlyApplied"] as const) {
      for (const [request, actions] of [
        [0, 2],
        [1, 2],
        [1, 9],
        [1, 20],
      ] as const) {
        host.dispose();
        host = openWorkbook();
        await generateMatrix(plan(), year);
        host.book.log.reset();
        host.book.faults.failRequest(
          request,
          kind === "refused"
            ? { kind, code: "GeneralException" }
            : kind === "timedOut"
              ? { kind, code: "Timeout" }
              : { kind, code: "RequestAborted", actions },
        );
        await takeIn(given, year, noChoice, new Map()).catch(() => undefined);
        host.book.faults.clear();
        await take(given);
        expect([kind, request, actions, await allCells()]).toEqual([kind, request, actions, calm]);
      }
    }
  });
});

describe("forms that were sent before a unit had its present name", () => {
  const unit = (name: string): { name: string; aliases: string[] } => ({ name, aliases: [] });
  const t2 = task("t2", { lead: ["县文化体育和旅游局"], responsible: [], groups: ["各成员单位"] });
  const renamed = plan({
    units: [...plan().units.slice(0, 2), unit("县文化体育和旅游局")],
    tasks: [task("t1"), t2, task("t3")],
  });

  it("are taken in under that name, and what was reported before is the same unit's", async () => {
    const [early, late] = [
      await fill("县文化和旅游局", { 开展活动: { entry: 20 } }, day1, "一稿.xlsx"),
      await fill("县文化和旅游局", { 开展活动: { entry: 30 } }, day2),
    ];
    await noteSent((await forms()).map((form) => ({ form, file: form.name })));
    await take([early]);
    await sync(renamed);
    const preview = await previewCollect([late], year);
    expect(preview.collection.files.map(({ unit: name, notes }) => [name, notes.map(inChinese)])).toEqual([
      [
        "县文化体育和旅游局",
        ["填报表下发时的“县文化和旅游局”已更名为“县文化体育和旅游局”，按“县文化体育和旅游局”收入。"],
      ],
    ]);
    expect((await readReporting()).units.find(({ name }) => name === "县文化体育和旅游局")).toMatchObject({
      sent: made,
      hasReported: true,
    });
    await take([late]);
    expect(await actual("开展活动")).toBe(30);
    const { values } = (await readSheet(host, detailsSheetName))!;
    const at = values[0]!.indexOf("单位");
    expect(values.slice(1).map((row) => row[at])).toEqual(["县文化体育和旅游局"]);
    expect(await take([late])).toMatchObject({ cells: 0, details: 0 });
  });

  it("are known from 变更记录 too, once the journal no longer tells", async () => {
    const sent = await fill("县文化和旅游局", { 开展活动: { entry: 30 } });
    await sync(renamed);
    await generateMatrix(renamed, year);
    await host.Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(journalNamespace);
      parts.load("items/id");
      await context.sync();
      parts.items.forEach((part) => part.delete());
      await context.sync();
    });
    await take([sent]);
    expect(await actual("开展活动")).toBe(30);
  });

  describe("that was left out of the sheet when the plan was brought in", () => {
    const leavesHeader = ({ kind, default: isProposed }: Change): boolean => isProposed && kind !== "unitRenamed";

    it("are known once that sync is undone", async () => {
      await sync(renamed, leavesHeader);
      const sent = { ...(await fill("县文化体育和旅游局", { 开展活动: { entry: 30 } }, day1)) };
      const { history } = (await previewSync(renamed))!;
      await undoSync(history[0]!.id, new Date(day2));
      expect((await readReporting()).units.map(({ name }) => name)).not.toContain("县文化体育和旅游局");
      await take([sent]);
      expect(await actual("开展活动")).toBe(30);
      const log = (await readSheet(host, logSheetName))!.values
        .slice(1)
        .map(([, action, kind, , , before, after]) => [action, kind, before, after]);
      expect(log).toEqual([
        ["同步", "单位更名", "县文化和旅游局", "县文化体育和旅游局"],
        ["撤销", "撤销", "县文化体育和旅游局", "县文化和旅游局"],
      ]);
    });

    it("are known when the name has been taken back and the matrix generated", async () => {
      await generateMatrix(renamed, year);
      const sent = await fill("县文化体育和旅游局", { 开展活动: { entry: 30 } });
      await generateMatrix(plan(), year);
      await take([sent]);
      expect(await actual("开展活动")).toBe(30);
    });
  });

  it("of two units that are one now stay apart, in the sheet too, and are told until somebody has settled it", async () => {
    const two = plan({
      units: [...plan().units, unit("县体育局")],
      tasks: [task("t1"), task("t2", { lead: ["县文化和旅游局", "县体育局"], responsible: [] }), task("t3")],
    });
    const joined = plan({
      units: plan().units,
      tasks: [task("t1"), task("t2", { lead: ["县文化和旅游局"], responsible: [] }), task("t3")],
    });
    host.dispose();
    host = openWorkbook();
    await generateMatrix(two, year);
    const [arts, sports] = [
      await fill("县文化和旅游局", { 开展活动: { entry: 30 } }),
      await fill("县体育局", { 开展活动: { entry: 12 } }),
    ];
    await sync({
      ...joined,
      units: joined.units.map((one) => (one.name === "县文化和旅游局" ? { ...one, aliases: ["县体育局"] } : one)),
    });
    const { chase } = await take([arts, sports]);
    expect(chase.conflicts.map(({ note }) => inChinese(note))).toEqual([
      "县文化和旅游局填 30，县体育局（已归县文化和旅游局）填 12",
    ]);
    expect(await actual("开展活动")).toBe("");
    expect((await readReporting()).chase).toEqual(chase);
    expect(rowOf(await locate(host), "开展活动").cells.remark).toBe(
      "填报不一致：县文化和旅游局填 30，县体育局（已归县文化和旅游局）填 12",
    );
    expect(await take([arts, sports])).toMatchObject({ cells: 0, details: 0 });
    await typeInto(host, "开展活动", `actual:${year}`, 42);
    expect((await readReporting()).chase.conflicts).toEqual([]);
  });
});

describe("what a form holds beside the numbers", () => {
  const rowOfTheirs = (sheet: Worksheet): void => {
    sheet.getRow(sheet.rowCount - 1).getCell(3).value = "自己加的任务";
    sheet
      .getRow(1)
      .eachCell(
        ({ value }, column) =>
          void (value === "#entry" && (sheet.getRow(sheet.rowCount - 1).getCell(column).value = 9)),
      );
  };

  it("is told before, kept in 填报明细, and told until its row there is deleted, after the pane was closed too", async () => {
    const given = [
      readForm(
        "县教育局.xlsx",
        await filledFile(await formOf("县教育局"), { 培训教师: { entry: "约42" } }, rowOfTheirs),
        day1,
      ),
    ];
    const { collection } = await previewCollect(given, year);
    expect(collection.files[0]!.dropped.map(({ reason, printed, entry }) => [reason, printed.task, entry])).toEqual([
      ["added", "自己加的任务", "9"],
    ]);
    const { chase } = await take(given);
    expect([chase.unread.map(({ entry }) => entry), chase.dropped.length, chase.missing]).toEqual([
      ["约42"],
      1,
      ["县文化和旅游局"],
    ]);
    const shown = (): Promise<unknown> =>
      readReporting().then(({ chase: held, units }) => [
        held,
        units.find(({ name }) => name === "县教育局")!.hasReported,
      ]);
    expect(await shown()).toEqual([chase, false]);
    const values = (await readSheet(host, detailsSheetName))!.values;
    const at = values.findIndex((row) => row.includes("自己加的任务"));
    expect(values[at]).toEqual(expect.arrayContaining(["县教育局", "9", "是填报单位自己加的行，责任矩阵中没有"]));
    expect(await take(given)).toMatchObject({ cells: 0, details: 0 });
    const text = (await readReport({ kind: "annual", date: "2023-12-31", year })).paragraphs
      .map((one) => one.text)
      .join("\n");
    expect(text).toContain("尚未报送的单位有1个：县文化和旅游局。");
    expect(text).toContain("已报送、但不能认定的数有1项：一(一)1 任务t1 · 培训教师，县教育局填“约42”。");
    expect(text).toContain(
      "填报表中没有收入的内容有1处：县教育局，自己加的任务，是填报单位自己加的行，责任矩阵中没有。",
    );
    await host.Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem(detailsSheetName)
        .getRange(`${at + 1}:${at + 1}`)
        .delete("Up");
      await context.sync();
    });
    await typeInto(host, "培训教师", `actual:${year}`, 42);
    const after = await readReporting();
    expect([
      after.chase.dropped,
      after.chase.unread,
      after.units.find(({ name }) => name === "县教育局")!.hasReported,
    ]).toEqual([[], [], true]);
  });
});

describe("numbers of which every unit was once to report a part", () => {
  it("and which cannot be added up, are not offered, not added, and named", async () => {
    const percent = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80, unit: "%" } : one)),
    });
    host.dispose();
    host = openWorkbook();
    await generateMatrix(percent, year);
    await chooseTotals(["i2"], true);
    const overview = await readReporting();
    expect(overview.indicators.map(({ id }) => id)).not.toContain("i2");
    expect(overview.indicators.map(({ id }) => id)).toContain("i1");
    expect(overview.refusedTotals.map(({ place, reason }) => [place, inChinese(reason)])).toEqual([
      ["一(一)1 任务t1 · 培训教师", "是百分比、倍数或增减幅度"],
    ]);
    expect(
      (await formOf("县财政局")).blocks.flatMap(({ rows }) => rows).find(({ indicator }) => indicator === "培训教师")!
        .asks,
    ).toBe("nothing");
    await take([
      await fill("县教育局", { 培训教师: { entry: 12.5 } }),
      await fill("县财政局", { 培训教师: { entry: 11 } }),
    ]);
    expect(await actual("培训教师")).toBe(12.5);
    await chooseTotals(["i2"], false);
    expect((await readReporting()).refusedTotals).toEqual([]);
  });
});

describe("what was sent", () => {
  it("is listed once, and tells an older form from the newest", async () => {
    const first = await forms();
    const noted = first.map((form) => ({ form, file: `${form.name}.xlsx` }));
    await noteSent(noted);
    await noteSent(noted);
    expect((await readSheet(host, sentSheetName))!.values).toHaveLength(1 + first.length);
    const old = await fill("县教育局", education);
    const again = await readForms({ year, made: "2023-12-03T00:00:00.000Z", deadline: "" });
    await noteSent(again.map((form) => ({ form, file: form.name })));
    const { collection } = await previewCollect([old], year);
    expect(collection.files[0]!.notes.map(inChinese)).toEqual(["不是最近一次下发的填报表，请核对是否还要采用。"]);
    expect((await readReporting()).units.find(({ name }) => name === "县教育局")).toMatchObject({
      sent: "2023-12-03T00:00:00.000Z",
      hasReported: false,
      asked: 3,
    });
  });

  it("and what each unit reports a part of do not stand in the way of 撤销", async () => {
    const raised = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    await sync(raised);
    await chooseTotals(["i2"], true);
    const { history } = (await previewSync(raised))!;
    await undoSync(history[0]!.id, now());
    expect(rowOf(await locate(host), "培训教师").cells.target).toBe("≥50");
    expect((await readReporting()).indicators.find(({ id }) => id === "i2")!.reporting).toBe("total");
  });
});
