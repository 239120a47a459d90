import { inChinese, sentence } from "../../../src/plan/sentence";
import { breakdown } from "../../../src/assessment/breakdown";
import { acceptEntries, readReporting, readYearResults } from "../../../src/excel/assessment";
import { chooseYear } from "../../../src/excel/views";
import { goTo, goToSheet } from "../../../src/excel/status";
import { logSheetName } from "../../../src/excel/sheet-names";
import type { YearResults, RowResult } from "../../../src/assessment/year-results";
import type { Host } from "../../../src/host/node";
import { cellAddress } from "../../../src/matrix/address";
import { statusText } from "../../../src/matrix/statuses";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { indicator, plan, task } from "../../plans";
import { change, locate, rowOf, selected, sortRows, typeInto, wholeColumn } from "../workbook";
import { withMatrix } from "../each-test";

jest.setTimeout(60_000);

const year = 2023;
const nothing = { rows: 0, tasks: 0, indicators: 0 };
const given = plan({
  tasks: [
    task("t1"),
    task("t2", { lead: ["县文化和旅游局", "县教育局"], responsible: [], groups: ["各成员单位"] }),
    task("t3"),
  ],
  indicators: [
    ...plan().indicators.map((one) => (one.id === "i2" ? { ...one, quote: "每年培训教师50名以上" } : one)),
    indicator("i4", { taskId: "t1", name: "控制班额", op: "<=", value: 45, unit: "人", period: "perYear" }),
  ],
});

let host: Host;
withMatrix((opened) => void (host = opened), given, year);

const rowIn = ({ rows }: YearResults, name: string): RowResult =>
  rows.find(({ indicator: own, task: of }) => (own || of) === name)!;
const type = (name: string, key: string, value: string | number): Promise<void> =>
  typeInto(host, name, key, value, given);
const read = async (name: string): Promise<RowResult> => rowIn(await readYearResults(), name);

describe("the results of a year", () => {
  it("is read in one round trip and writes nothing", async () => {
    host.book.log.reset();
    await readYearResults();
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([1, 0]);
  });

  it("says of each row what is promised, reached and missing, and whose it is", async () => {
    await type("培训教师", `actual:${year}`, 38);
    expect(await read("培训教师")).toMatchObject({
      ...{
        number: "一(一)1",
        section: "重点任务",
        task: "任务t1",
        period: "每年",
        target: "≥50名",
        actual: "38名",
        ratio: 0.76,
        gapText: sentence("差 {{amount}}", { amount: "12 名" }),
        status: "missed",
      },
      ...{ leads: ["县教育局"], helpers: ["县财政局"], quote: "每年培训教师50名以上", explanation: "", toCheck: [] },
    });
    await type("控制班额", `actual:${year}`, 40);
    expect(await read("控制班额")).not.toHaveProperty("ratio");
    await type("任务t3", `actual:${year}`, "已完成");
    expect(await read("任务t3")).toMatchObject({ status: "done", actual: "已完成" });
  });

  it("asks again for a word with something unseen beside it, which the sheet's formulas do not take for one", async () => {
    await type("任务t3", `actual:${year}`, "已完成\u200b");
    expect(await read("任务t3")).toMatchObject({
      status: "unreadable",
      toCheck: [{ reason: sentence("有看不见的字符，请重新填写") }],
    });
    expect(rowOf(await locate(host, given), "任务t3").cells.status).toBe("无法识别");
  });

  it("judges the sheet's 评估年度, whoever has chosen it, and where", async () => {
    await type("培训教师", "actual:2022", 38);
    expect((await read("培训教师")).status).toBe("notReported");
    await chooseYear(2022);
    expect((await read("培训教师")).status).toBe("missed");
    expect(rowOf(await locate(host, given), "培训教师").cells.status).toBe("▲未达标");
    const { row, column } = host.book.names.find(({ name }) => name === "评估年度")!.target.area;
    await host.type(`${matrixSheetName}!${cellAddress(row, column)}`, year);
    expect([(await readYearResults()).year, (await readReporting()).year, (await read("培训教师")).status]).toEqual([
      year,
      year,
      "notReported",
    ]);
  });

  it("lists what is no plain number in any year up to the assessed one, with what is offered", async () => {
    await type("开展活动", "actual:2021", "５０");
    await type("开展活动", "actual:2022", "1.2万");
    await type("开展活动", `actual:${year}`, "约50场");
    await type("开展活动", "actual:2024", "还早");
    expect((await read("开展活动")).toCheck.map((cell) => ({ ...cell, reason: inChinese(cell.reason) }))).toEqual([
      { column: "actual:2021", year: 2021, text: "５０", held: "５０", reason: "是全角数字", offer: 50 },
      { column: "actual:2022", year: 2022, text: "1.2万", held: "1.2万", reason: "带有“万”", offer: 12_000 },
      { column: "actual:2023", year: 2023, text: "约50场", held: "约50场", reason: "是约数，请填准确的数" },
    ]);
    await type("任务t3", `actual:${year}`, "差不多");
    expect((await read("任务t3")).toCheck).toMatchObject([{ text: "差不多" }]);
  });

  it("counts a unit's rows: those it leads by status, and those it helps with", async () => {
    await type("培训教师", `actual:${year}`, 38);
    const units = (await readYearResults()).units.map(({ name, leads, helps, counts }) => [
      name,
      leads,
      helps,
      counts.missed,
    ]);
    // 各成员单位 are the units themselves.
    expect(units).toEqual([
      ["县教育局", { rows: 5, tasks: 3, indicators: 4 }, nothing, 1],
      ["县财政局", nothing, { rows: 5, tasks: 3, indicators: 4 }, 0],
      ["县文化和旅游局", { rows: 1, tasks: 1, indicators: 1 }, nothing, 0],
    ]);
  });

  it("is broken down by section and by lead; a row with two leads counts for both", async () => {
    const { rows, counts } = await readYearResults();
    const sections = breakdown(rows, "section");
    expect(sections.map(({ name, rows: count }) => [name, count])).toEqual([
      ["总体目标", 1],
      ["重点任务", 5],
    ]);
    expect(sections.reduce((sum, one) => sum + one.counts.notReported, 0)).toBe(counts.notReported);
    expect(breakdown(rows, "lead").map(({ name, rows: count }) => [name, count])).toEqual([
      ["县教育局", 5],
      ["县文化和旅游局", 1],
      ["（无牵头单位）", 1],
    ]);
  });
});

describe("offers that are accepted", () => {
  const offers = async (): Promise<Parameters<typeof acceptEntries>[0]> =>
    (await readYearResults()).rows.flatMap(({ key, toCheck }) =>
      toCheck.flatMap(({ column, held, offer }) =>
        offer === undefined ? [] : [{ key, column, seen: held, value: offer }],
      ),
    );

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
    const { toCheck } = await read("培训教师");
    expect(toCheck).toMatchObject([{ text: "５0" }]);
    expect(toCheck[0]).not.toHaveProperty("offer");
  });

  it("are refused while the sheet is protected", async () => {
    await type("培训教师", `actual:${year}`, "５０");
    const wanted = await offers();
    await change(host, (sheet) => sheet.protection.protect());
    await expect(acceptEntries(wanted)).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("a percentage, and what is off by a hundred", () => {
  const rate = "居民综合阅读率";
  const column = `actual:${year}`;

  /** Types `92%` as Excel takes it: 0.92 in a cell that shows 92%. */
  async function typePercent(value: number): Promise<void> {
    await type(rate, column, value);
    const located = await locate(host, given);
    await change(
      host,
      (sheet) => void (sheet.getCell(rowOf(located, rate).row, located.columns.get(column)!).numberFormat = [["0%"]]),
    );
  }

  const inSheet = async (key: string): Promise<unknown> => rowOf(await locate(host, given), rate).cells[key];

  it("shown as 92% is 92 everywhere, and the sheet's own status claims nothing until it stands there as a number", async () => {
    await typePercent(0.92);
    expect(await read(rate)).toMatchObject({
      status: "reached",
      actual: "92%",
      toCheck: [{ text: "92%", held: 0.92, offer: 92 }],
    });
    expect((await readYearResults()).rows.map(({ actual }) => actual)).not.toContain("0.92%");
    expect([await inSheet("status"), await inSheet("ratio")]).toEqual(["无法识别", ""]);
    const { key } = await read(rate);
    expect(await acceptEntries([{ key, column, seen: 0.92, value: 92 }])).toBe(1);
    expect(await read(rate)).toMatchObject({ status: "reached", actual: "92%", toCheck: [] });
    expect([await inSheet(column), await inSheet("status")]).toEqual([92, "达标"]);
  });

  it("costs one more round trip only where a row of percentages may hold one", async () => {
    await type("培训教师", column, 1);
    await type(rate, column, 85);
    host.book.log.reset();
    await readYearResults();
    expect(host.book.log.syncs).toBe(1);
    await typePercent(0.92);
    host.book.log.reset();
    await readYearResults();
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([2, 0]);
  });

  it("is asked where the cell does not say which: it may be the number that comes near the target, or be right", async () => {
    await type(rate, column, 0.85);
    const asked = await read(rate);
    expect(asked).toMatchObject({
      status: "unreadable",
      toCheck: [{ text: "0.85", meant: 85, entered: 0.85, confirmation: "已核：0.85%" }],
    });
    expect(asked).not.toHaveProperty("ratio");
    expect(await inSheet("status")).toBe("无法识别");
    await type(rate, "remark", "新设指标");
    await acceptEntries([{ key: asked.key, column, seen: 0.85, confirmation: "已核：0.85%" }]);
    expect([await inSheet(column), await inSheet("remark"), await inSheet("status")]).toEqual([
      0.85,
      "新设指标；已核：0.85%",
      statusText((await read(rate)).status),
    ]);
    expect(await read(rate)).toMatchObject({ actual: "0.85%", toCheck: [] });
    await type(rate, column, 0.9);
    expect((await read(rate)).status).toBe("unreadable");
  });

  it("is offered its hundredth part where it was multiplied once too often", async () => {
    await type(rate, column, 9200);
    expect(await read(rate)).toMatchObject({ status: "unreadable", toCheck: [{ text: "9200", meant: 92 }] });
  });

  it("is not settled where there is no 备注 to say so in, and nothing is written", async () => {
    await type(rate, column, 0.85);
    const remarkColumn = (await locate(host, given)).columns.get("remark")!;
    await type(rate, "remark", '="见附件"');
    const { key } = await read(rate);
    await expect(acceptEntries([{ key, column, seen: 0.85, confirmation: "已核：0.85%" }])).rejects.toMatchObject({
      code: "NoRemark",
    });
    expect(await inSheet("remark")).toBe("见附件");
    await change(host, (sheet) => void wholeColumn(sheet, remarkColumn).delete("Left"));
    host.book.log.reset();
    await expect(acceptEntries([{ key, column, seen: 0.85, confirmation: "已核：0.85%" }])).rejects.toMatchObject({
      code: "NoRemark",
      detail: "NoRemark.noColumn",
    });
    expect(host.book.log.cellsWritten).toBe(0);
    // A number that needs no remark is settled all the same.
    expect(await acceptEntries([{ key, column, seen: 0.85, value: 85 }])).toBe(1);
    expect(await inSheet(column)).toBe(85);
  });

  it("is confirmed once, and several confirmations stand beside each other", async () => {
    await type(rate, column, 0.85);
    await type(rate, "actual:2022", 0.84);
    const { key } = await read(rate);
    const confirm = (at: string, seen: number): Parameters<typeof acceptEntries>[0][number] => ({
      key,
      column: at,
      seen,
      confirmation: `已核：${seen}%`,
    });
    expect(await acceptEntries([confirm(column, 0.85), confirm("actual:2022", 0.84)])).toBe(2);
    expect(await inSheet("remark")).toBe("已核：0.85%；已核：0.84%");
    await acceptEntries([confirm(column, 0.85)]);
    expect(await inSheet("remark")).toBe("已核：0.85%；已核：0.84%");
    expect(await inSheet(column)).toBe(0.85);
  });

  it("is not settled in a column that is not there, or in a workbook whose matrix is gone", async () => {
    await type(rate, column, 0.85);
    const { key } = await read(rate);
    await expect(acceptEntries([{ key, column: "actual:2031", seen: "", value: 85 }])).rejects.toMatchObject({
      code: "SheetChanged",
    });
    await change(host, (sheet) => void sheet.getRange().clear("Contents"));
    await expect(acceptEntries([{ key, column, seen: 0.85, value: 85 }])).rejects.toMatchObject({
      code: "SheetChanged",
    });
  });
});

describe("going there", () => {
  it("selects the cell of the year that was asked for", async () => {
    await goTo((await read("培训教师")).key, "actual:2021");
    const located = await locate(host, given);
    expect(selected(host)).toEqual([
      matrixSheetName,
      rowOf(located, "培训教师").row,
      located.columns.get("actual:2021"),
    ]);
  });

  it("shows a sheet, or says that it is not there", async () => {
    await goToSheet("Sheet1");
    expect(selected(host)[0]).toBe("Sheet1");
    await expect(goToSheet(logSheetName)).rejects.toMatchObject({
      code: "SheetGone",
      userMessage: expect.stringContaining("变更记录"),
    });
  });
});
