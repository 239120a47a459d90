import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { unitForms, type FormRow, type UnitForm } from "../../../src/assessment/forms";
import { formFileName } from "../../../src/documents/forms/archive";
import { formFile } from "../../../src/documents/forms/write";
import { plan } from "../../plans";
import { sheetOf } from "../../sync/sheets";

const of = plan();
const form = (more: Partial<UnitForm> = {}): UnitForm => ({
  ...unitForms(of, sheetOf(of), {
    year: 2023,
    deadline: "12月20日",
    made: "2023-12-01T00:00:00.000Z",
    totals: new Set(),
  }).find(({ name }) => name === "县教育局")!,
  ...more,
});
/** The same form with its first row changed, and no other. */
const withRow = (row: Partial<FormRow>, more: Partial<UnitForm> = {}): UnitForm => {
  const [block] = form().blocks;
  return form({ blocks: [{ ...block!, rows: [{ ...block!.rows[0]!, ...row }] }], ...more });
};
async function sheetIn(one: UnitForm): Promise<ExcelJS.Worksheet> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load((await formFile(one)).buffer as ArrayBuffer);
  return file.worksheets[0]!;
}
const xmlOf = async (one: UnitForm): Promise<string> =>
  strFromU8(unzipSync(await formFile(one))["xl/worksheets/sheet1.xml"]!);
/** Row numbers of a form: keys, title, unit, advice, headers, the first block's heading, its first row. */
const [KEYS, TITLE, UNIT, ADVICE, HEADER, BLOCK, FIRST] = [1, 2, 3, 4, 5, 6, 7];
const textAt = (sheet: ExcelJS.Worksheet, row: number): string => String(sheet.getRow(row).getCell(2).value);
const column = (sheet: ExcelJS.Worksheet, key: string): number =>
  (sheet.getRow(KEYS).values as unknown[]).indexOf(`#${key}`);

describe("how a form looks", () => {
  it("hides its keys, and stays with its headers in sight while rows move", async () => {
    const sheet = await sheetIn(form());
    expect([
      sheet.getRow(KEYS).hidden,
      sheet.getRow(TITLE).hidden,
      sheet.getColumn(1).hidden,
      sheet.getColumn(2).hidden,
    ]).toEqual([true, false, true, false]);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: HEADER, showGridLines: false });
    expect((sheet.views[0] as { xSplit?: number }).xSplit ?? 0).toBe(0);
  });

  it("lets its cells be chosen, widened and filtered, though it is locked", async () => {
    const [protection] = /<sheetProtection[^>]*>/.exec(await xmlOf(form()))!;
    for (const allowed of ["formatColumns", "formatRows", "autoFilter"]) expect(protection).toContain(`${allowed}="0"`);
    expect(protection).not.toMatch(/select(?:Un)?[lL]ockedCells="1"/);
    expect(protection).toMatch(/sheet="1"/);
  });

  it("has its texts over the whole width, in lines of their own", async () => {
    const sheet = await sheetIn(form());
    for (const row of [TITLE, UNIT, ADVICE, BLOCK]) {
      expect(sheet.getRow(row).getCell(sheet.columnCount).master.address).toBe(`B${row}`);
      expect(sheet.getRow(row).getCell(1).isMerged).toBe(false);
    }
    expect([TITLE, UNIT, ADVICE, HEADER, BLOCK].map((row) => sheet.getRow(row).height)).toEqual([30, 18, 30, 30, 20]);
  });

  it("prints lying, with its unit, its pages and its title at the foot", async () => {
    const { pageSetup, headerFooter } = await sheetIn(form({ name: "A&B局" }));
    expect(pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, horizontalCentered: true });
    expect(headerFooter.oddFooter).toBe("&L&9 A&&B局&C&9第 &P 页，共 &N 页&R&9 2023 年度自查填报表");
  });

  it.each<[what: string, more: Partial<UnitForm>, title: string, unit: string, advice: RegExp]>([
    [
      "a year",
      { plan: "方案" },
      "2023 年度自查填报表",
      "填报单位：县教育局　　报送截止：12月20日　　依据：方案",
      /^请填黄色单元格：数字只填数/,
    ],
    [
      "a part of a year, without a day to send it",
      { plan: "方案", month: 6, deadline: "" },
      "2023年（截至6月）填报表",
      "填报单位：县教育局　　依据：方案",
      /^请填黄色单元格：数字填截至6月底的完成数；数字只填数/,
    ],
    [
      "a kind of units",
      { isGroup: true, plan: "方案" },
      "2023 年度自查填报表",
      "填报单位：县教育局　　报送截止：12月20日　　依据：方案",
      /^本表下发给一类单位，.*汇总为一份。请填黄色/,
    ],
  ])("says what it is for: %s", async (_, more, title, unit, advice) => {
    const sheet = await sheetIn(form(more));
    expect([textAt(sheet, TITLE), textAt(sheet, UNIT)]).toEqual([title, unit]);
    expect(textAt(sheet, ADVICE)).toMatch(advice);
  });

  it("counts what stands in a block, and says where no number is asked for", async () => {
    const heads = async (one: UnitForm): Promise<string> => textAt(await sheetIn(one), BLOCK);
    const { keyText } = form().blocks[0]!.rows.find(({ indicator }) => indicator !== "")!;
    const wordsOnly = form().blocks[0]!.rows.find(({ asks }) => asks === "quality")!;
    expect(await heads(withRow({ keyText, asks: "number", target: 50 }))).toBe(
      "一、牵头任务（1 项任务，1 项量化指标）",
    );
    expect(await heads(withRow({ ...wordsOnly }))).toBe("一、牵头任务（1 项任务）");
    expect(await heads(withRow({ keyText, asks: "nothing", target: 50 }))).toMatch(
      /^一、牵头任务（1 项任务，1 项量化指标）：数字由牵头单位填报/,
    );
  });

  it("asks nothing where another unit reports the number, and says so in grey", async () => {
    const sheet = await sheetIn(withRow({ asks: "nothing" }));
    const [entry, progress] = [
      sheet.getRow(FIRST).getCell(column(sheet, "entry")),
      sheet.getRow(FIRST).getCell(column(sheet, "progress")),
    ];
    expect([entry.value, entry.dataValidation, progress.protection?.locked]).toEqual([
      "由牵头单位填报",
      undefined,
      false,
    ]);
    const asked = await sheetIn(withRow({ asks: "number" }));
    const open = asked.getRow(FIRST).getCell(column(asked, "entry"));
    expect([open.value, open.dataValidation === undefined, open.protection?.locked]).toEqual([null, false, false]);
    expect(open.font.color).not.toEqual(entry.font.color);
    expect([open.fill, progress.fill].map((fill) => fill.type)).toEqual(["pattern", "pattern"]);
  });

  it("has its long texts at the left and what is short in the middle, all but the key wrapped", async () => {
    const sheet = await sheetIn(form());
    const alignmentOf = (key: string) => sheet.getRow(FIRST).getCell(column(sheet, key)).alignment;
    expect(["task", "indicator", "progress", "explanation"].map((key) => alignmentOf(key).horizontal)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(["number", "target", "entry"].map((key) => alignmentOf(key).horizontal)).toEqual([
      "center",
      "center",
      "center",
    ]);
    expect([alignmentOf("task").wrapText ?? false, alignmentOf("key").wrapText ?? false]).toEqual([true, false]);
  });

  it.each([
    [1, 24],
    [22, 33],
    [33, 46.5],
    [10_000, 200],
  ])("has rows as high as a task of %i characters needs", async (length, height) => {
    const { height: own } = (await sheetIn(withRow({ task: "任".repeat(length), indicator: "" }))).getRow(FIRST);
    expect(own).toBe(height);
  });

  it("is as high as the longest of its texts needs, also where that is a person's", async () => {
    expect((await sheetIn(withRow({ task: "任", persons: "王".repeat(12) }))).getRow(FIRST).height).toBe(60);
  });

  it("shows the last five of the earlier years, each with its own number", async () => {
    const sheet = await sheetIn(
      withRow({ earlier: [1, 2, 3, 4, 5, 6] }, { year: 2026, earlierYears: [2020, 2021, 2022, 2023, 2024, 2025] }),
    );
    expect(column(sheet, "actual:2020")).toBe(-1);
    expect(
      [2021, 2023, 2025].map((year) => sheet.getRow(FIRST).getCell(column(sheet, `actual:${year}`)).value),
    ).toEqual([2, 4, 6]);
    const missing = await sheetIn(withRow({ earlier: [1] }, { year: 2026, earlierYears: [2024, 2025] }));
    expect([2024, 2025].map((year) => missing.getRow(FIRST).getCell(column(missing, `actual:${year}`)).value)).toEqual([
      1,
      null,
    ]);
  });

  it("has a place to sign below its rows, a row apart, that can be written in", async () => {
    const sheet = await sheetIn(withRow({}));
    expect(sheet.getRow(FIRST + 1).getCell(2).value).toBeNull();
    const signed = sheet.getRow(FIRST + 2).getCell(2);
    expect([String(signed.value).startsWith("填表人："), signed.protection?.locked]).toEqual([true, false]);
  });
});

describe("a form's file", () => {
  it.each<[index: number, count: number, name: string, file: string]>([
    [0, 9, "县教育局", "01_县教育局_2024年填报表.xlsx"],
    [98, 99, "县教育局", "99_县教育局_2024年填报表.xlsx"],
    [4, 100, "县教育局", "005_县教育局_2024年填报表.xlsx"],
    [0, 1, "县教育局. .", "01_县教育局_2024年填报表.xlsx"],
    [0, 1, "???", "01_未命名单位_2024年填报表.xlsx"],
    [0, 1, "局".repeat(61), `01_${"局".repeat(60)}_2024年填报表.xlsx`],
  ])("is named by its place and its unit: %i of %i, %s", (index, count, name, file) =>
    expect(formFileName(index, count, { name, year: 2024 })).toBe(file),
  );

  it("is named by the month of its round", () =>
    expect(formFileName(0, 1, { name: "甲", year: 2024, month: 6 })).toBe("01_甲_2024年截至6月填报表.xlsx"));
});
