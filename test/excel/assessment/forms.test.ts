import { chooseTotals, noteSent, readForms, readProgress, readReporting } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { chooseMonth } from "../../../src/excel/views";
import type { Host } from "../../../src/host/node";
import { noCorrections } from "../../../src/plan/corrections";
import { plan } from "../../plans";
import { change, openWorkbook, readSheet, typeInto, typeNamed, wholeRow, locate, rowOf } from "../workbook";
import { withMatrix } from "../each-test";

jest.setTimeout(60_000);

const year = 2023;
let host: Host;
withMatrix((opened) => void (host = opened), plan(), year);

describe("who is to report what", () => {
  it("is told of each unit: what it leads and helps with, and what it is asked for", async () => {
    host.book.log.reset();
    const told = await readReporting();
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([1, 0]);
    expect(told).toMatchObject({
      plan: plan().title,
      year,
      month: 12,
      hasMonth: true,
      years: [2021, 2022, 2023, 2024, 2025],
    });
    expect(
      told.units.map(({ name, isGroup, leads, helps, asked, hasReported }) => [
        name,
        isGroup,
        leads.rows,
        helps.rows,
        asked,
        hasReported,
      ]),
    ).toEqual([
      ["县教育局", false, 3, 1, 3, false],
      // Nothing is asked of it that it could owe.
      ["县财政局", false, 0, 4, 0, true],
      ["县文化和旅游局", false, 1, 0, 1, false],
    ]);
    expect(told.units.some((unit) => "sent" in unit)).toBe(false);
    // A goal of the plan itself is nobody's.
    expect(told.unanswered).toEqual([expect.stringContaining("居民综合阅读率")]);
    expect(told.chase.missing).toEqual(["县教育局", "县文化和旅游局"]);
  });

  it("is told of the numbers that could be a sum: those of several units that have a part in them", async () => {
    const { indicators, refusedTotals } = await readReporting();
    expect(indicators.map(({ id, reporting, units, isLeaderless }) => [id, reporting, units, isLeaderless])).toEqual([
      ["i1", "lead", ["县教育局", "县财政局"], false],
      ["i2", "lead", ["县教育局", "县财政局"], false],
    ]);
    expect(refusedTotals).toEqual([]);
    await chooseTotals(["i2"], true);
    const chosen = await readReporting();
    expect(chosen.indicators.map(({ id, reporting }) => [id, reporting])).toEqual([
      ["i1", "lead"],
      ["i2", "total"],
    ]);
    expect(chosen.units.find(({ name }) => name === "县财政局")!.asked).toBe(1);
  });

  it("is told for 评估年度 and 截至, or the plan's last year where none is chosen", async () => {
    await chooseMonth(6);
    expect(await readReporting()).toMatchObject({ year, month: 6, hasMonth: true });
    await typeNamed(host, "评估年度", "");
    expect(await readReporting()).toMatchObject({ year: 2025, hasMonth: false });
  });

  it("counts a form as sent in its own round alone", async () => {
    await chooseMonth(6);
    const made = "2023-06-01T00:00:00.000Z";
    const forms = await readForms({ year, made, deadline: "" });
    await noteSent([{ form: forms[0]!, file: "一.xlsx" }]);
    const sent = async (): Promise<unknown[]> =>
      (await readReporting()).units.flatMap((unit) => ("sent" in unit ? [[unit.name, unit.sent]] : []));
    expect(await sent()).toEqual([[forms[0]!.name, made]]);
    await chooseMonth(9);
    expect(await sent()).toEqual([]);
  });

  it("notes a form once, however often it is noted", async () => {
    const forms = await readForms({ year, made: "2023-06-01T00:00:00.000Z", deadline: "" });
    const lines = async (): Promise<number> => (await readSheet(host, "下发记录"))!.values.length;
    await noteSent([{ form: forms[0]!, file: "一.xlsx" }]);
    expect(await lines()).toBe(2);
    await noteSent(forms.map((form) => ({ form, file: "一.xlsx" })));
    expect(await lines()).toBe(1 + forms.length);
    await noteSent([{ form: { ...forms[0]!, made: "2023-07-01T00:00:00.000Z" }, file: "一.xlsx" }]);
    expect(await lines()).toBe(2 + forms.length);
  });
});

describe("how far the year has come", () => {
  it("counts what falls short, what is to be checked, and who has been asked and has answered", async () => {
    expect(await readProgress()).toEqual({
      plan: plan().title,
      year,
      short: 0,
      toCheck: 0,
      asked: 2,
      sent: 0,
      reported: 0,
      awaited: 0,
      lost: 0,
      isUnfinished: false,
    });
    const forms = await readForms({ year, made: "2023-06-01T00:00:00.000Z", deadline: "" });
    await noteSent([{ form: forms.find(({ name }) => name === "县教育局")!, file: "一.xlsx" }]);
    expect(await readProgress()).toMatchObject({ asked: 2, sent: 1, reported: 0, awaited: 1 });
    // What stands in the matrix has been reported, by whichever way.
    await typeInto(host, "培训教师", `actual:${year}`, 3);
    await typeInto(host, "开展活动", `actual:${year}`, "很多");
    expect(await readProgress()).toMatchObject({ short: 1, toCheck: 1, sent: 1, reported: 1, awaited: 0 });
  });

  it("counts rows and columns that were deleted by hand, and none where nobody knows the plan", async () => {
    const located = await locate(host);
    await change(host, (sheet) => {
      wholeRow(sheet, rowOf(located, "培训教师").row).delete("Up");
      sheet.getRangeByIndexes(0, located.columns.get("unit:县财政局")!, 1048576, 1).delete("Left");
    });
    expect((await readProgress())!.lost).toBe(2);
    host.book.xmlParts.length = 0;
    const told = (await readProgress())!;
    expect([told.lost, told.isUnfinished, "source" in told, told.plan]).toEqual([0, false, false, plan().title]);
  });

  it("has the text that the plan was read from, where it is stored", async () => {
    await generateMatrix(plan(), year, { source: "全文", name: "方案.docx", corrections: noCorrections });
    expect((await readProgress())!.source).toBe("全文");
  });

  it("is unknown where there is no matrix, and other failures are told", async () => {
    host.book.faults.failRequest(host.book.log.syncs, { kind: "refused", code: "Timeout" });
    await expect(readProgress()).rejects.toMatchObject({ code: "Timeout" });
    const other = openWorkbook();
    expect(await readProgress()).toBeUndefined();
    other.dispose();
  });
});
