import { makeList, readYearResults, takeIn, noChoice, readForms } from "../../../src/excel/assessment";
import { movedHeading } from "../../../src/assessment/lists/typed-in-board";
import { generateMatrix } from "../../../src/excel/generate";
import { dashboardSheetName, shortfallSheetName, unitsSheetName } from "../../../src/excel/sheet-names";
import { onNotice } from "../../../src/excel/notices";
import { inChinese } from "../../../src/plan/sentence";
import type { Host } from "../../../src/host/node";
import { asOfName } from "../../../src/matrix/as-of";
import { yearName } from "../../../src/matrix/formulas";
import { cellAddress } from "../../../src/matrix/address";
import { statusKeys, statusText } from "../../../src/matrix/statuses";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Task } from "../../../src/plan/model";
import { plan, task } from "../../plans";
import { openWorkbook, readSheet, selected, sortRows, typeInto, typeNamed } from "../workbook";
import { returned } from "./returned";
import { withMatrix } from "../each-test";

jest.setTimeout(120_000);

const year = 2023;
const given = plan({
  tasks: [
    task("t1"),
    task("t2", { lead: ["县文化和旅游局"], responsible: ["县教育局"] }),
    task("t3", { groups: ["各成员单位"] }),
  ],
});

let host: Host;
withMatrix((opened) => void (host = opened), given, year);

const type = (name: string, value: CellValue, at = year): Promise<void> =>
  typeInto(host, name, `actual:${at}`, value, given);

interface Listed {
  header: number;
  headers: string[];
  rows: Record<string, CellValue>[];
  values: CellValue[][];
}

/** A list as its sheet shows it, by headers. */
async function listed(name: string, known: string): Promise<Listed> {
  const { values, top, left } = (await readSheet(host, name))!;
  expect([top, left]).toEqual([0, 0]);
  const header = values.findIndex((row) => row.includes(known));
  const headers = values[header]!.map(String);
  return {
    header,
    headers,
    values,
    rows: values.slice(header + 1).map((row) => Object.fromEntries(headers.map((one, index) => [one, row[index]!]))),
  };
}
const shortfalls = (): Promise<Listed> => listed(shortfallSheetName, "整改措施");
const units = (): Promise<Listed> => listed(unitsSheetName, "牵头任务");

/** Types as a person does, into a list's row and column. */
async function typeInList(row: number, header: string, value: CellValue): Promise<void> {
  const { header: at, headers } = await shortfalls();
  await host.type(`${shortfallSheetName}!${cellAddress(at + 1 + row, headers.indexOf(header))}`, value);
}

const short = async (): Promise<void> => {
  await type("培训教师", 38);
  await type("开展活动", 9);
};

describe("未达标清单", () => {
  it("lists what falls short, with the gap and whose it is, as one table in three round trips", async () => {
    await short();
    host.book.log.reset();
    expect(await makeList("shortfalls")).toEqual({ sheet: shortfallSheetName, year, created: true, short: 2, kept: 0 });
    expect(host.book.log.syncs).toBe(3);
    const { rows } = await shortfalls();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      序号: 1,
      板块: "重点任务",
      任务: "任务t1",
      指标: "培训教师",
      口径: "每年",
      目标: "≥50名",
      实际: "38名",
      差距: "差 12 名",
      状态: "▲未达标",
      牵头单位: "县教育局",
      说明: "",
      整改措施: "",
      整改时限: "",
      责任人: "",
    });
    expect(rows[1]).toMatchObject({ 指标: "开展活动", 状态: "▲滞后", 差距: "差 91 场" });
    // The title is selected, not the mark in the hidden first cell.
    expect(selected(host)).toEqual([shortfallSheetName, 0, 1]);
    expect(host.book.tables.map(({ name }) => name)).toContain("未达标清单表");
  });

  it("lists tasks that are overdue after the numbers, those longest overdue first, and says by which day; and takes them out when they are done", async () => {
    const late = (id: string, by: string): Task => task(id, { title: `任务${id}`, deadline: { text: `${by}前`, by } });
    const dated = plan({
      ...given,
      tasks: [
        ...given.tasks,
        late("t4", "2023-05-15"),
        late("t5", "2023-03"),
        late("t6", "2023-07"),
        late("t7", "2022"),
      ],
    });
    await generateMatrix(dated, year);
    await typeNamed(host, asOfName, "截至6月");
    await typeInto(host, "开展活动", `actual:${year}`, 9, dated);
    await typeInto(host, "任务t4", `actual:${year}`, "推进中", dated);
    await typeInto(host, "任务t7", `actual:${year}`, "已完成", dated);
    expect(await makeList("shortfalls")).toMatchObject({ short: 3, kept: 0 });
    const { rows, values } = await shortfalls();
    expect(rows.map((row) => ["任务", "完成时限", "实际", "差距", "状态"].map((header) => row[header]))).toEqual([
      ["任务t2", "", "9场", "差 91 场", "▲滞后"],
      ["任务t5", "2023-03前", "", "逾期 91 天", "▲逾期"],
      ["任务t4", "2023-05-15前", "推进中", "逾期 46 天", "▲逾期"],
    ]);
    expect(values[1]![1]).toContain("按 2023 年评估，截至 2023 年 6 月 30 日：滞后 1 项、逾期 2 项，共 3 项未完成。");
    await typeInList(1, "整改措施", "约谈");
    await typeInto(host, "任务t5", `actual:${year}`, "已完成", dated);
    expect(await makeList("shortfalls")).toMatchObject({ short: 2, kept: 1 });
    expect((await shortfalls()).rows[2]).toMatchObject({ 任务: "任务t5", 状态: "已完成", 整改措施: "约谈" });
  });

  it("keeps a column 完成时限 of the user's own that stands in a list of an earlier version", async () => {
    await short();
    await makeList("shortfalls");
    // The list as an earlier version made it: without the column, and with other keys.
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(shortfallSheetName);
      const used = sheet.getUsedRange(true);
      used.load("values");
      await context.sync();
      const values = used.values as CellValue[][];
      const at = values[2]!.indexOf("完成时限");
      values.forEach((row, index) => {
        if (index === 2) row.splice(at, 1, "口径说明");
        if (index > 2) row.splice(0, 1, String(row[0]).replace(/^l2/, "l1"));
      });
      used.values = values;
      sheet.getRangeByIndexes(2, values[2]!.length, 2, 1).values = [["完成时限"], ["月底"]];
      await context.sync();
    });
    await makeList("shortfalls");
    expect((await shortfalls()).rows[0]).toMatchObject({ 完成时限: "", "完成时限（2）": "月底" });
  });

  it("says what units have said in their forms", async () => {
    const forms = await readForms({ year, made: "2023-12-01T00:00:00.000Z", deadline: "" });
    const form = forms.find(({ name }) => name === "县教育局")!;
    await takeIn(
      [await returned(form, { 培训教师: { entry: 38, explanation: "疫情影响" } }, "2023-12-05T01:00:00.000Z")],
      year,
      noChoice,
      new Map(),
    );
    await makeList("shortfalls");
    expect((await shortfalls()).rows[0]).toMatchObject({ 说明: "疫情影响" });
  });

  it("keeps what was typed in it, by key, after the matrix was sorted and others came to fall short", async () => {
    await short();
    await makeList("shortfalls");
    await typeInList(0, "整改措施", "补训一期");
    await typeInList(1, "责任人", "王某");
    await typeInList(1, "说明", "场地维修");
    await sortRows(host, (rows) => [...rows].reverse());
    await type("建成示范学校", 1, 2022);
    await generateMatrix(given, year);
    expect(await makeList("shortfalls")).toMatchObject({ created: false, short: 2, kept: 0 });
    const { rows } = await shortfalls();
    expect(rows.map(({ 指标, 整改措施, 责任人, 说明 }) => [指标, 整改措施, 责任人, 说明])).toEqual(
      expect.arrayContaining([
        ["培训教师", "补训一期", "", ""],
        ["开展活动", "", "王某", "场地维修"],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it("keeps, below and marked, rows that have reached their target since; those without anything typed go", async () => {
    await short();
    await makeList("shortfalls");
    await typeInList(0, "整改措施", "补训一期");
    await type("培训教师", 50);
    await type("开展活动", 70);
    expect(await makeList("shortfalls")).toMatchObject({ short: 0, kept: 1 });
    const { rows } = await shortfalls();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ 序号: "", 指标: "培训教师", 实际: "50名", 状态: "已达标", 整改措施: "补训一期" });
    await type("培训教师", 20);
    expect(await makeList("shortfalls")).toMatchObject({ short: 1, kept: 0 });
    expect((await shortfalls()).rows[0]).toMatchObject({ 序号: 1, 实际: "20名", 整改措施: "补训一期" });
  });

  it("keeps rows that the plan no longer has, rows and columns of the user's own, and what stands above", async () => {
    await short();
    await makeList("shortfalls");
    const { header, headers } = await shortfalls();
    await typeInList(0, "整改措施", "补训一期");
    await host.type(`${shortfallSheetName}!${cellAddress(header, headers.length)}`, "督办");
    await host.type(`${shortfallSheetName}!${cellAddress(header + 1, headers.length)}`, "已督办");
    await host.type(`${shortfallSheetName}!${cellAddress(header + 3, 3)}`, "自己加的一行");
    await host.type(`${shortfallSheetName}!${cellAddress(0, 9)}`, "制表：办公室");
    await generateMatrix(plan({ ...given, indicators: given.indicators.filter(({ id }) => id !== "i2") }), year);
    await makeList("shortfalls");
    const { rows, values } = await shortfalls();
    expect(rows.map(({ 指标, 任务, 状态, 整改措施, 督办 }) => [指标, 任务, 状态, 整改措施, 督办])).toEqual([
      ["开展活动", "任务t2", "▲滞后", "", ""],
      ["培训教师", "任务t1", "已移出方案", "补训一期", "已督办"],
      ["", "自己加的一行", "", "", ""],
    ]);
    expect(values[0]![9]).toBe("制表：办公室");
  });

  it("is the same when made twice", async () => {
    await short();
    for (const kind of ["shortfalls", "units", "dashboard"] as const) {
      const { sheet } = await makeList(kind);
      // Univer leaves out the quotes around a sheet's name where it copies a formula, as Excel does wherever it can.
      const held = async (): Promise<unknown> =>
        JSON.parse(JSON.stringify(await readSheet(host, sheet)).replace(/'/g, ""));
      const before = await held();
      await makeList(kind);
      expect(await held()).toEqual(before);
    }
    expect(host.book.tables.map(({ name }) => name).sort()).toEqual(
      ["单位对照表", "未达标清单表", "责任矩阵表"].sort(),
    );
    expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet))).toEqual([
      "Sheet1",
      matrixSheetName,
      shortfallSheetName,
      unitsSheetName,
      dashboardSheetName,
    ]);
  });

  it("is found again under another name, and makes no second one", async () => {
    await short();
    await makeList("shortfalls");
    await typeInList(0, "责任人", "王某");
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(shortfallSheetName).name = "整改台账";
      await context.sync();
    });
    expect(await makeList("shortfalls")).toMatchObject({ sheet: "整改台账", created: false });
    expect((await listed("整改台账", "整改措施")).rows[0]).toMatchObject({ 责任人: "王某" });
    expect(await readSheet(host, shortfallSheetName)).toBeUndefined();
  });

  it("shows text that begins with = as text, and leaves it so when made again", async () => {
    const odd = '=HYPERLINK("http://x")';
    const named = plan({
      ...given,
      indicators: given.indicators.map((one) => (one.id === "i2" ? { ...one, name: odd } : one)),
    });
    await generateMatrix(named, year);
    await typeInto(host, odd, `actual:${year}`, 3, named);
    await makeList("shortfalls");
    await typeInList(0, "整改措施", "'+1-1");
    await makeList("shortfalls");
    const reading = (await readSheet(host, shortfallSheetName))!;
    expect(reading.values.flat()).toEqual(expect.arrayContaining([odd, "+1-1"]));
    expect(reading.formulas).toEqual(reading.values);
  });
});

describe("单位对照", () => {
  it("has a row for each unit and a column for each task, with marks and counts", async () => {
    await short();
    await makeList("units");
    const { rows, headers } = await units();
    expect(headers.slice(1)).toEqual([
      "序号",
      "单位",
      "牵头任务",
      "责任任务",
      "牵头指标",
      "达标",
      "完成",
      "未完成",
      "任务t1",
      "任务t2",
      "任务t3",
    ]);
    expect(rows.map((row) => headers.slice(2).map((header) => row[header]))).toEqual([
      ["县教育局", 2, 1, 2, 0, 0, 1, "●", "○", "●"],
      ["县财政局", 0, 2, 0, 0, 0, 0, "○", "", "○"],
      ["县文化和旅游局", 1, 1, 1, 0, 0, 1, "", "●", "△"],
    ]);
  });

  it("keeps columns of the user's own by unit", async () => {
    await makeList("units");
    const { header, headers } = await units();
    await host.type(`${unitsSheetName}!${cellAddress(header, headers.length)}`, "联系人");
    await host.type(`${unitsSheetName}!${cellAddress(header + 2, headers.length)}`, "李某");
    await generateMatrix(plan({ ...given, units: [...given.units].reverse(), tasks: given.tasks.slice(0, 2) }), year);
    await makeList("units");
    const made = await units();
    expect(made.headers).not.toContain("任务t3");
    expect(made.rows.find(({ 单位 }) => 单位 === "县财政局")).toMatchObject({ 联系人: "李某" });
  });
});

describe("看板", () => {
  const board = async (): Promise<CellValue[][]> => (await readSheet(host, dashboardSheetName))!.values;
  const line = async (name: string): Promise<CellValue[]> =>
    (await board()).find((row) => String(row[1]).trim() === name)!.slice(2);

  it("counts by status, section and lead, and goes on counting when something is typed", async () => {
    await short();
    await makeList("dashboard");
    expect(await line("合计")).toEqual([5, 2, ...[4, 0, 0, 0, 1, 1, 0, 2, 0], ...[1, 0, 0, 0, 0, 0, 1, 0]]);
    expect(await line("县教育局")).toEqual([3, 1, ...[2, 0, 0, 0, 0, 1, 0, 1, 0], ...[1, 0, 0, 0, 0, 0, 1, 0]]);
    await type("培训教师", 60);
    await type("任务t3", "已完成");
    await host.book.grid.calculated();
    expect(await line("合计")).toEqual([5, 1, ...[4, 1, 0, 0, 1, 0, 0, 2, 0.25], ...[1, 1, 0, 0, 0, 0, 0, 1]]);
    expect(await line("县教育局")).toEqual([3, 0, ...[2, 1, 0, 0, 0, 0, 0, 1, 0.5], ...[1, 1, 0, 0, 0, 0, 0, 1]]);
    expect((await line("达标"))[0]).toBe(1);
  });

  it("has a column for every status, with the numbers, with the tasks or with both", async () => {
    await makeList("dashboard");
    const headers = (await board()).find((row) => row.includes("未完成") && row.includes("项数"))!;
    expect(statusKeys.map(statusText).filter((status) => !headers.includes(status))).toEqual([]);
  });

  it("follows 评估年度, and holds plain numbers for another year", async () => {
    await type("培训教师", 60, 2022);
    await makeList("dashboard");
    await typeNamed(host, yearName, 2022);
    await host.book.grid.calculated();
    expect((await board())[1]![1]).toContain("按 2022 年评估");
    expect((await line("达标"))[0]).toBe(1);
    await makeList("dashboard", 2023);
    expect((await board())[1]![1]).toBe(
      "按 2023 年评估，截至 2023 年 12 月 31 日。本表为生成时的数字，不随责任矩阵变动。",
    );
    expect((await line("达标"))[0]).toBe(0);
  });

  it("loses nothing that was typed within it: it goes below the board, once, and the board counts again", async () => {
    const said: string[] = [];
    const end = onNotice((one) => void said.push(inChinese(one)));
    await makeList("dashboard");
    const before = await board();
    const total = before.findIndex((row) => row[1] === "合计");
    // The texts are typed over a count, over a name, and into a line between two tables.
    await host.type(`${dashboardSheetName}!${cellAddress(total, 2)}`, 99);
    await host.type(`${dashboardSheetName}!${cellAddress(total, 1)}`, "总计");
    await host.type(`${dashboardSheetName}!${cellAddress(total + 1, 4)}`, "请各局核对");
    await makeList("dashboard");
    const after = await board();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((row) => row.slice(1, 3))).toEqual([
      [movedHeading, ""],
      [`原在 ${cellAddress(total, 1)}`, "总计"],
      [`原在 ${cellAddress(total, 2)}`, 99],
      [`原在 ${cellAddress(total + 1, 4)}`, "请各局核对"],
    ]);
    expect(said).toEqual([expect.stringMatching(/有 3 处是手工填的，已原样移到看板下方/)]);
    await makeList("dashboard");
    expect(await board()).toEqual(after);
    expect(said).toHaveLength(1);
    end();
  });

  it("stays as long as it is where somebody has put a row into it, and keeps what stands in that row", async () => {
    await makeList("dashboard");
    const before = await board();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(dashboardSheetName);
      sheet.getRange("6:6").insert("Down");
      sheet.getRange("B6").values = [["局长批示"]];
      await context.sync();
    });
    await makeList("dashboard");
    const after = await board();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((row) => row.slice(1, 3))).toEqual([
      [movedHeading, ""],
      ["原在 B6", "局长批示"],
    ]);
  });

  it("shows bars, and keeps what somebody wrote beside and below it", async () => {
    await makeList("dashboard");
    const height = (await board()).length;
    await host.type(`${dashboardSheetName}!${cellAddress(5, 23)}`, "请各局核对");
    await host.type(`${dashboardSheetName}!${cellAddress(height + 1, 1)}`, "制表：办公室");
    await generateMatrix(
      plan({ ...given, tasks: given.tasks.map((one) => ({ ...one, section: ["重点任务", `专项${one.id}`] })) }),
      year,
    );
    await makeList("dashboard");
    const values = await board();
    expect([values[5]![23], values[values.length - 1]![1]]).toEqual(["请各局核对", "制表：办公室"]);
    expect(await line("专项t1")).toHaveLength(22);
    expect(
      host.book.conditionalFormats
        .filter(({ kind }) => kind === "DataBar")
        .map(({ rule, bar }) => [rule, bar!.gradient]),
    ).toEqual(
      Array.from({ length: 5 }, () => [
        { lower: { type: "Number", formula: "0" }, upper: { type: "Number", formula: "1" } },
        false,
      ]),
    );
  });
});

describe("a list", () => {
  it.each(["shortfalls", "units", "dashboard"] as const)(
    "is not made over a sheet of somebody else's: %s",
    async (kind) => {
      const name = { shortfalls: shortfallSheetName, units: unitsSheetName, dashboard: dashboardSheetName }[kind];
      await host.Excel.run(async (context) => {
        context.workbook.worksheets.add(name).getRange("A1:B2").values = [
          ["序号", "整改措施"],
          [1, "自己的内容"],
        ];
        await context.sync();
      });
      const before = await readSheet(host, name);
      await expect(makeList(kind)).rejects.toMatchObject({
        code: "ForeignSheet",
        userMessage: expect.stringContaining(name),
      });
      expect(await readSheet(host, name)).toEqual(before);
    },
  );

  it("is refused while its sheet is protected, and without a matrix", async () => {
    await makeList("units");
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(unitsSheetName).protection.protect();
      await context.sync();
    });
    await expect(makeList("units")).rejects.toMatchObject({ code: "AccessDenied" });
    const other = openWorkbook();
    await expect(makeList("dashboard")).rejects.toMatchObject({ code: "NoMatrix" });
    other.dispose();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    expect((await readYearResults()).rows).toHaveLength(5);
  });
});
