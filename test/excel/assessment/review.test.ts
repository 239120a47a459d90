import { inChinese, sentence } from "../../../src/plan/sentence";
import { breakdown } from "../../../src/assessment/breakdown";
import { acceptEntries, readReporting, readReview } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { chooseYear } from "../../../src/excel/views";
import { goTo, goToSheet } from "../../../src/excel/status";
import { logSheetName } from "../../../src/excel/sheet-names";
import type { Review, ReviewRow } from "../../../src/assessment/review";
import type { Host } from "../../../src/host/node";
import { cellAddress } from "../../../src/matrix/address";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { indicator, plan, task } from "../../plans";
import { change, locate, openWorkbook, rowOf, selected, sortRows, typeInto } from "../workbook";

jest.setTimeout(60_000);

const year = 2023;
const nothing = { rows: 0, tasks: 0, indicators: 0 };
const given = plan({ tasks: [task("t1"), task("t2", { lead: ["县文化和旅游局", "县教育局"], responsible: [], groups: ["各成员单位"] }), task("t3")], indicators: [...plan().indicators.map((one) => (one.id === "i2" ? { ...one, quote: "每年培训教师50名以上" } : one)), indicator("i4", { taskId: "t1", name: "控制班额", op: "<=", value: 45, unit: "人", period: "perYear" })] });

let host: Host;
beforeEach(async () => {
  host = openWorkbook();
  await generateMatrix(given, year);
});
afterEach(() => host.dispose());

const rowIn = ({ rows }: Review, name: string): ReviewRow => rows.find(({ indicator: own, task: of }) => (own || of) === name)!;
const type = (name: string, key: string, value: string | number): Promise<void> => typeInto(host, name, key, value, given);
const read = async (name: string): Promise<ReviewRow> => rowIn(await readReview(), name);

describe("the review of a year", () => {
  it("is read in one round trip and writes nothing", async () => {
    host.book.log.reset();
    await readReview();
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([1, 0]);
  });

  it("says of each row what is promised, reached and missing, and whose it is", async () => {
    await type("培训教师", `actual:${year}`, 38);
    expect(await read("培训教师")).toMatchObject({
      ...{ number: "一(一)1", section: "重点任务", task: "任务t1", period: "每年", target: "≥50名", actual: "38名", ratio: 0.76, gapText: sentence("差 {{amount}}", { amount: "12 名" }), status: "missed" },
      ...{ leads: ["县教育局"], helpers: ["县财政局"], quote: "每年培训教师50名以上", explanation: "", unreadable: [] },
    });
    await type("控制班额", `actual:${year}`, 40);
    expect(await read("控制班额")).not.toHaveProperty("ratio");
    await type("任务t3", `actual:${year}`, "已完成");
    expect(await read("任务t3")).toMatchObject({ status: "unquantified", word: "已完成", actual: "已完成" });
  });

  it("judges the sheet's 评估年度, whoever has chosen it, and where", async () => {
    await type("培训教师", "actual:2022", 38);
    expect((await read("培训教师")).status).toBe("notReported");
    await chooseYear(2022);
    expect((await read("培训教师")).status).toBe("missed");
    expect(rowOf(await locate(host, given), "培训教师").cells.status).toBe("▲未达标");
    const { row, column } = host.book.names.find(({ name }) => name === "评估年度")!.target.area;
    await host.type(`${matrixSheetName}!${cellAddress(row, column)}`, year);
    expect([(await readReview()).year, (await readReporting()).year, (await read("培训教师")).status]).toEqual([year, year, "notReported"]);
  });

  it("lists what is no plain number in any year up to the assessed one, with what is offered", async () => {
    await type("开展活动", "actual:2021", "５０");
    await type("开展活动", "actual:2022", "1.2万");
    await type("开展活动", `actual:${year}`, "约50场");
    await type("开展活动", "actual:2024", "还早");
    expect((await read("开展活动")).unreadable.map((cell) => ({ ...cell, reason: inChinese(cell.reason) }))).toEqual([
      { column: "actual:2021", year: 2021, text: "５０", reason: "是全角数字", offer: 50 },
      { column: "actual:2022", year: 2022, text: "1.2万", reason: "带有“万”", offer: 12_000 },
      { column: "actual:2023", year: 2023, text: "约50场", reason: "是约数，请填准确的数" },
    ]);
    await type("任务t3", `actual:${year}`, "差不多");
    expect((await read("任务t3")).unreadable).toMatchObject([{ text: "差不多" }]);
  });

  it("counts a unit's rows: those it leads by status, and those it helps with", async () => {
    await type("培训教师", `actual:${year}`, 38);
    const units = (await readReview()).units.map(({ name, leads, helps, counts }) => [name, leads, helps, counts.missed]);
    // 各成员单位 are the units themselves.
    expect(units).toEqual([
      ["县教育局", { rows: 5, tasks: 3, indicators: 4 }, nothing, 1],
      ["县财政局", nothing, { rows: 5, tasks: 3, indicators: 4 }, 0],
      ["县文化和旅游局", { rows: 1, tasks: 1, indicators: 1 }, nothing, 0],
    ]);
  });

  it("is broken down by section and by lead; a row with two leads counts for both", async () => {
    const { rows, counts } = await readReview();
    const sections = breakdown(rows, "section");
    expect(sections.map(({ name, rows: count }) => [name, count])).toEqual([["总体目标", 1], ["重点任务", 5]]);
    expect(sections.reduce((sum, one) => sum + one.counts.notReported, 0)).toBe(counts.notReported);
    expect(breakdown(rows, "lead").map(({ name, rows: count }) => [name, count])).toEqual([["县教育局", 5], ["县文化和旅游局", 1], ["（无牵头单位）", 1]]);
  });
});

describe("offers that are accepted", () => {
  const offers = async (): Promise<Parameters<typeof acceptEntries>[0]> =>
    (await readReview()).rows.flatMap(({ key, unreadable }) => unreadable.flatMap(({ column, text, offer }) => (offer === undefined ? [] : [{ key, column, seen: text, value: offer }])));

  it("become numbers where the texts stood, in one read and one write, wherever the rows are now", async () => {
    await type("培训教师", `actual:${year}`, "５０");
    await type("开展活动", "actual:2021", "1.2万");
    const wanted = await offers();
    await sortRows(host, (rows) => [...rows].reverse());
    host.book.log.reset();
    expect(await acceptEntries(wanted)).toBe(2);
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([2, 2]);
    expect([(await read("培训教师")).status, (await read("开展活动")).actual]).toEqual(["reached", "12000场"]);
    expect(await offers()).toEqual([]);
  });

  it("are not written, none of them, where somebody has typed since", async () => {
    await type("培训教师", `actual:${year}`, "５０");
    await type("开展活动", "actual:2021", "1.2万");
    const wanted = await offers();
    await type("开展活动", "actual:2021", 7);
    await expect(acceptEntries(wanted)).rejects.toMatchObject({ code: "SheetChanged" });
    expect(rowOf(await locate(host, given), "培训教师").cells[`actual:${year}`]).toBe("５０");
  });

  it("never replace a formula of the user's", async () => {
    await type("培训教师", `actual:${year}`, '="５0"');
    const { unreadable } = await read("培训教师");
    expect(unreadable).toMatchObject([{ text: "５0" }]);
    expect(unreadable[0]).not.toHaveProperty("offer");
  });

  it("are refused while the sheet is protected", async () => {
    await type("培训教师", `actual:${year}`, "５０");
    const wanted = await offers();
    await change(host, (sheet) => sheet.protection.protect());
    await expect(acceptEntries(wanted)).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("going there", () => {
  it("selects the cell of the year that was asked for", async () => {
    await goTo((await read("培训教师")).key, "actual:2021");
    const located = await locate(host, given);
    expect(selected(host)).toEqual([matrixSheetName, rowOf(located, "培训教师").row, located.columns.get("actual:2021")]);
  });

  it("shows a sheet, or says that it is not there", async () => {
    await goToSheet("Sheet1");
    expect(selected(host)[0]).toBe("Sheet1");
    await expect(goToSheet(logSheetName)).rejects.toMatchObject({ code: "SheetGone", userMessage: expect.stringContaining("变更记录") });
  });
});
