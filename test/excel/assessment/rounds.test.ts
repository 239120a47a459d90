import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { UnitForm } from "../../../src/assessment/forms";
import { formFile } from "../../../src/documents/forms/write";
import { formFileName } from "../../../src/documents/forms/archive";
import { readForm } from "../../../src/documents/forms/read";
import {
  cellsOf,
  noChoice,
  noteSent,
  previewCollect,
  readForms,
  readReport,
  readReporting,
  takeIn,
} from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { detailsSheetName, sentSheetName } from "../../../src/excel/sheet-names";
import { chooseMonth } from "../../../src/excel/views";
import { openHost, type Host } from "../../../src/host/node";
import type { CellValue } from "../../../src/matrix/sheet";
import { inChinese } from "../../../src/plan/sentence";
import { plan } from "../../plans";
import { locate, openWorkbook, readSheet, rowOf, typeInto } from "../workbook";
import { returned, type Filling } from "./returned";

jest.setTimeout(120_000);

const year = 2023;
let host: Host;
afterEach(() => host.dispose());

const made = (month: number): string => `2023-${String(month).padStart(2, "0")}-01T00:00:00.000Z`;
const formsOf = (month: number): Promise<UnitForm[]> => readForms({ year, made: made(month), deadline: "" });
const named = (forms: UnitForm[], unit: string): UnitForm => forms.find(({ name }) => name === unit)!;
const take = async (...given: Parameters<typeof takeIn>[0]): ReturnType<typeof takeIn> =>
  takeIn(given, year, noChoice, new Map());
const cellsIn = async (name: string): Promise<Record<string, CellValue>> => rowOf(await locate(host), name).cells;
const saved = "2023-06-28T00:00:00.000Z";

/** The lines of a sheet of ours, by header. */
async function linesOf(sheet: string): Promise<Record<string, CellValue>[]> {
  const [headers = [], ...lines] = (await readSheet(host, sheet))?.values ?? [];
  return lines.map((line) => Object.fromEntries(headers.map((header, index) => [String(header), line[index]!])));
}

const rounds = async (): Promise<unknown[]> =>
  (await linesOf(detailsSheetName)).map((line) => [
    line["截至月份"],
    line["单位"],
    line["指标"] || line["任务"],
    line["填报数"] || line["完成情况"],
    line["进展情况"],
  ]);

describe("rounds of forms", () => {
  beforeEach(async () => {
    host = openWorkbook();
    await generateMatrix(plan(), year);
    await chooseMonth(6);
  });

  const june: Filling = { 培训教师: { entry: 20, progress: "办班两期" }, 任务t3: { entry: "推进中" } };

  it("follow from 截至: the form says it, 下发记录 keeps it, and the page knows which is under way", async () => {
    const form = named(await formsOf(6), "县教育局");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await formFile(form)).buffer as ArrayBuffer);
    const texts: string[] = [];
    book.worksheets[0]!.eachRow((row) => row.eachCell(({ value }) => void texts.push(String(value))));
    expect(texts).toEqual(expect.arrayContaining(["2023年（截至6月）填报表", "2023年截至6月完成情况"]));
    expect(formFileName(0, 3, form)).toBe("01_县教育局_2023年截至6月填报表.xlsx");
    await noteSent([{ form, file: "a.xlsx" }]);
    expect((await linesOf(sentSheetName)).map((line) => [line["年度"], line["截至月份"], line["单位"]])).toEqual([
      [year, 6, "县教育局"],
    ]);
    const sentTo = async (): Promise<string[]> =>
      (await readReporting()).units.flatMap(({ name, sent }) => (sent ? [name] : []));
    expect([await readReporting(), await sentTo()]).toMatchObject([
      { year, month: 6, hasMonth: true, chase: { month: 6 } },
      ["县教育局"],
    ]);
    await chooseMonth(9);
    expect([(await readReporting()).month, await sentTo()]).toEqual([9, []]);
  });

  it("are kept one beside the other, and the matrix shows the latest that a unit reported", async () => {
    const [first] = [await formsOf(6)];
    expect(await take(await returned(named(first, "县教育局"), june, saved))).toMatchObject({ cells: 3, details: 2 });
    expect(await cellsIn("培训教师")).toMatchObject({ [`actual:${year}`]: 20, progress: "办班两期" });
    expect((await readReporting()).chase.missing).toEqual(["县文化和旅游局"]);

    await chooseMonth(9);
    expect((await readReporting()).chase.missing).toEqual(["县教育局", "县文化和旅游局"]);
    const second = await returned(
      named(await formsOf(9), "县教育局"),
      { 培训教师: { entry: 35 } },
      "2023-09-28T00:00:00.000Z",
    );
    await take(second);
    expect(await rounds()).toEqual([
      [6, "县教育局", "培训教师", 20, "办班两期"],
      [6, "县教育局", "任务t3", "推进中", ""],
      [9, "县教育局", "培训教师", 35, ""],
    ]);
    expect(await cellsIn("培训教师")).toMatchObject({ [`actual:${year}`]: 35, progress: "办班两期" });

    // One form of June is corrected late, and another arrives for the first time, also late.
    const late = [
      await returned(named(first, "县教育局"), { 培训教师: { entry: 21 } }, "2023-10-01T00:00:00.000Z"),
      await returned(named(first, "县文化和旅游局"), { 开展活动: { entry: 30 } }, "2023-10-01T00:00:00.000Z"),
    ];
    const preview = await previewCollect(late, year);
    expect(preview.collection.files.map(({ items }) => items.map(({ kind }) => kind))).toEqual([["late"], ["new"]]);
    expect(preview.collection.files.map(({ notes }) => notes.map(inChinese).join())).toEqual([
      expect.stringContaining("本轮是 2023 年截至 9 月"),
      expect.stringContaining("本轮是 2023 年截至 9 月"),
    ]);
    expect(cellsOf(preview, noChoice).map(({ place, after }) => [place, after])).toEqual([
      ["一(一)2 任务t2 · 开展活动", 30],
    ]);
    expect((await take(...late)).chase.missing).toEqual(["县文化和旅游局"]);
    expect([(await cellsIn("培训教师"))[`actual:${year}`], (await cellsIn("开展活动"))[`actual:${year}`]]).toEqual([
      35, 30,
    ]);
    expect((await rounds())[0]).toEqual([6, "县教育局", "培训教师", 21, "办班两期"]);
    host.book.log.reset();
    expect([await take(second, ...late), host.book.log.cellsWritten]).toMatchObject([{ cells: 0, details: 0 }, 0]);
  });

  it("take what several units say of how far a row is, and never what somebody has typed there", async () => {
    const forms = await formsOf(6);
    await typeInto(host, "任务t3", "progress", "自己写的");
    await take(
      await returned(
        named(forms, "县教育局"),
        { 培训教师: { entry: 20, progress: "办班两期" }, 任务t3: { entry: "推进中", progress: "已开工" } },
        saved,
      ),
      await returned(named(forms, "县财政局"), { 培训教师: { progress: "经费已拨付" } }, saved),
    );
    expect((await cellsIn("培训教师")).progress).toBe("县教育局：办班两期；县财政局：经费已拨付");
    expect((await cellsIn("任务t3")).progress).toBe("自己写的");
    expect((await rounds()).filter((line) => (line as unknown[])[4] !== "")).toHaveLength(3);
  });

  it("make a report 中期, which names the month", async () => {
    const { title, name, paragraphs } = await readReport({ date: "2023-06-30" });
    expect(name).toBe("中期自查评估报告（截至2023年6月底）");
    expect(title.endsWith(name)).toBe(true);
    expect(paragraphs.find(({ kind }) => kind === "text")!.text).toContain("截至2023年6月底");
    await chooseMonth(12);
    expect((await readReport({ date: "2023-12-30" })).name).toBe("中期自查评估报告（2021—2023年）");
  });
});

describe("a workbook of an earlier version", () => {
  const file = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(join(__dirname, "../../earlier-layout", name)));

  beforeEach(async () => {
    host = await openHost({ file: file("matrix.xlsx") });
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  });

  it("takes its own form in: what was reported is of December, and no column comes", async () => {
    const form = readForm("form.xlsx", file("form.xlsx"));
    const at = form.rows[0]!.year;
    expect(new Set(form.rows.map(({ month, progress }) => `${month}${progress}`))).toEqual(new Set(["12"]));
    const headers = Object.keys((await linesOf(detailsSheetName))[0]!);
    const { collection } = await previewCollect([form], at);
    expect([collection.refused, collection.files.map(({ notes }) => notes)]).toEqual([[], [[]]]);
    await takeIn([form], at, noChoice, new Map());
    expect(Object.keys((await linesOf(detailsSheetName))[0]!)).toEqual(headers);
    expect(
      (await previewCollect([form], at)).collection.files[0]!.items.filter(
        ({ kind }) => kind === "new" || kind === "changed",
      ),
    ).toEqual([]);
  });

  it("goes on with its 填报明细 and 下发记录, which get the columns that a form of today needs", async () => {
    const { year: at, month, hasMonth, units } = await readReporting();
    expect([month, hasMonth, units.filter(({ sent }) => sent).length]).toEqual([12, false, 36]);
    const before = await linesOf(detailsSheetName);
    const [form] = await readForms({ year: at, made: "2025-12-01T00:00:00.000Z", deadline: "" });
    const { task, indicator } = form!.blocks[0]!.rows.find(({ asks }) => asks !== "nothing")!;
    await takeIn(
      [await returned(form!, { [indicator || task]: { progress: "已开工" } }, "2025-12-05T00:00:00.000Z")],
      at,
      noChoice,
      new Map(),
    );
    const lines = await linesOf(detailsSheetName);
    expect(lines.filter((line) => line["进展情况"] === "已开工")).toHaveLength(1);
    const kept = lines.flatMap(({ 进展情况: _, ...line }) =>
      before.some(({ 键 }) => 键 === line["键"]) ? [line] : [],
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(before.filter((line) => kept.some(({ 键 }) => 键 === line["键"])));
    // A form of a June round, made while the sheet has that 截至.
    await noteSent([{ form: { ...form!, month: 6 }, file: "a.xlsx" }]);
    expect((await linesOf(sentSheetName)).map((line) => line["截至月份"])).toEqual([
      ...Array.from({ length: 36 }, () => 12),
      6,
    ]);
    expect((await readReporting()).units.filter(({ sent }) => sent)).toHaveLength(36);
  });
});
