import {
  acceptEntries,
  cellId,
  cellsOf,
  makeList,
  noChoice,
  noteSent,
  previewCollect,
  readForms,
  readYearResults,
  takeIn,
} from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { detailsSheetName } from "../../src/excel/sheet-names";
import { goTo } from "../../src/excel/status";
import { previewSync, undoSync } from "../../src/excel/sync";
import {
  changeView,
  chooseHeaders,
  chooseMonth,
  choosePaper,
  chooseYear,
  readView,
  showAll,
} from "../../src/excel/views";
import type { Host } from "../../src/host/node";
import type { CellValue } from "../../src/matrix/sheet";
import { inChinese, sentence } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { returned } from "./assessment/returned";
import { now, sync } from "./sync/workbooks";
import { change, locate, openWorkbook, readSheet, rowOf, selected, typeInto, wholeColumn } from "./workbook";
import { withMatrix } from "./each-test";

jest.setTimeout(120_000);

const year = 2023;
let host: Host;
withMatrix((opened) => void (host = opened), plan(), year);

/** What is visible: the rows' indicators or tasks, and the headers. */
async function seen(): Promise<{ rows: CellValue[]; headers: string[] }> {
  const { rows, columns, headers, headerRow } = await locate(host);
  return host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("责任矩阵");
    const lines = sheet.getRangeByIndexes(headerRow + 1, 0, rows.length, 1).getRowProperties({ rowHidden: true });
    const across = sheet.getRangeByIndexes(headerRow, 0, 1, columns.size).getColumnProperties({ columnHidden: true });
    await context.sync();
    return {
      rows: rows
        .filter((_, index) => !lines.value[index]!.rowHidden)
        .map(({ cells }) => cells.indicator || cells.task!),
      headers: [...columns]
        .filter(([, column]) => !across.value[column]!.columnHidden)
        .map(([key]) => headers.get(key)!),
    };
  });
}

const filterOn = (header: string, values: string[]): Promise<void> =>
  host.Excel.run(async (context) => {
    context.workbook.tables.getItem("责任矩阵表").columns.getItem(header).filter.applyValuesFilter(values);
    await context.sync();
  });

const filters = (): [string, string[]][] => [
  ...(host.book.tables.find(({ name }) => name === "责任矩阵表")!.filters ?? []),
];

const everyRow = ["居民综合阅读率", "建成示范学校", "培训教师", "开展活动", "任务t3"];

describe("a view of the sheet", () => {
  it("shows what is asked for, combined, says so, and is restored in full; no cell is touched", async () => {
    const before = await readSheet(host);
    const whole = await seen();
    host.book.log.reset();
    await changeView({ years: "assessed", unit: "unit:县财政局" });
    await changeView({ section: "重点任务" });
    expect(await seen()).toEqual({
      rows: ["建成示范学校", "培训教师", "任务t3"],
      headers: [
        "序号",
        "板块",
        "任务",
        "指标",
        "口径",
        "目标",
        "计量单位",
        "2023年",
        "状态",
        "财政局",
        "各成员单位",
        "进展情况",
        "评估方式",
        "佐证材料",
        "备注",
      ],
    });
    expect(await readView()).toMatchObject({
      view: { years: "assessed", unit: "unit:县财政局", section: "重点任务", short: false },
      rows: { all: 5, shown: 3 },
      ownFilters: [],
      hidden: ["县教育局", "县文化和旅游局"],
    });
    await changeView({ unit: null, years: "none" });
    // Years that a fresh sheet hides do not count as hidden; only those that somebody would miss do.
    expect((await readView())!.hidden).toEqual(["2023年"]);
    await showAll();
    expect(await seen()).toEqual(whole);
    expect(filters()).toEqual([]);
    expect(host.book.log.cellsWritten).toBe(0);
    expect(await readSheet(host)).toEqual(before);
  });

  it("of what falls short follows the statuses", async () => {
    await typeInto(host, "培训教师", "actual:2023", 3);
    await typeInto(host, "开展活动", "actual:2023", 2);
    await changeView({ short: true });
    expect((await seen()).rows).toEqual(["培训教师", "开展活动"]);
    expect((await readView())!.view.short).toBe(true);
  });

  it("finds the columns where people have moved them, and under other headers", async () => {
    const { headerRow, columns } = await locate(host);
    await change(host, (sheet) => {
      wholeColumn(sheet, columns.get("task")!).insert("Right");
      sheet.getRangeByIndexes(headerRow, columns.get("section")!, 1, 1).values = [["所属板块"]];
    });
    await changeView({ section: "总体目标" });
    expect((await seen()).rows).toEqual(["居民综合阅读率"]);
    expect((await readView())!.view.section).toBe("总体目标");
  });

  it("tells of a filter and of columns that somebody hid, keeps them, and shows them all at last", async () => {
    await filterOn("指标", ["培训教师", "开展活动"]);
    const { columns } = await locate(host);
    await change(host, (sheet) => void (sheet.getRangeByIndexes(0, columns.get("remark")!, 1, 1).columnHidden = true));
    await changeView({ unit: "unit:县教育局" });
    expect(await readView()).toMatchObject({
      ownFilters: ["指标"],
      rows: { shown: 1 },
      view: { unit: "unit:县教育局" },
    });
    await changeView({ unit: null });
    expect((await seen()).rows).toEqual(["培训教师", "开展活动"]);
    expect((await readView())!.hidden).toEqual(["备注"]);
    await showAll();
    expect((await seen()).rows).toEqual(everyRow);
    expect((await readView())!.hidden).toEqual([]);
  });

  it("shows rows that were hidden one by one", async () => {
    const { headerRow } = await locate(host);
    await change(host, (sheet) => void (sheet.getRangeByIndexes(headerRow + 2, 0, 2, 1).rowHidden = true));
    expect((await readView())!.rows).toEqual({ all: 5, shown: 3 });
    await showAll();
    expect((await seen()).rows).toEqual(everyRow);
  });

  it("is refused on a protected sheet, and where the table was turned into plain cells, in words that say what to do", async () => {
    await change(host, (sheet) => sheet.protection.protect());
    await expect(changeView({ years: "none" })).rejects.toMatchObject({
      code: "AccessDenied",
      userMessage: expect.stringContaining("撤销工作表保护"),
    });
    await change(host, (sheet) => sheet.protection.unprotect());
    await change(host, (sheet) => void sheet.tables.getItem("责任矩阵表").convertToRange());
    await expect(changeView({ section: "重点任务" })).rejects.toMatchObject({ code: "NoTable" });
    await changeView({ years: "none" });
    expect((await readView())!.view.years).toBe("none");
  });

  it("is nothing in a workbook without a matrix", async () => {
    const empty = openWorkbook();
    expect(await readView()).toBeUndefined();
    await expect(changeView({ short: true })).rejects.toMatchObject({ code: "NoMatrix" });
    empty.dispose();
  });

  it("prints on the paper that was chosen, upright where the columns in view fit", async () => {
    const sheet = host.book.allSheets.find((one) => host.book.sheetName(one) === "责任矩阵")!;
    expect((await readView())!.paper).toBe("a3");
    const whole = (await readView())!.printed;
    await choosePaper("a4");
    expect(sheet.page).toMatchObject({ paperSize: "A4", orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
    expect((await readView())!.paper).toBe("a4");
    await changeView({ years: "none", unit: "unit:县教育局" });
    const { columns } = await locate(host);
    await change(host, (one) => {
      for (const key of ["task", "indicator", "period", "target", "measure", "progress"])
        wholeColumn(one, columns.get(key)!).columnHidden = true;
    });
    expect((await readView())!.printed.a4).toBeGreaterThan(whole.a4);
    await choosePaper("a4");
    expect(sheet.page.orientation).toBe("Portrait");
    await choosePaper("a3");
    expect(sheet.page).toMatchObject({ paperSize: "A3", orientation: "Landscape" });
  });
});

describe("what the pane is told of the sheet", () => {
  it("is what there is to choose, the year, the rows and how large it prints", async () => {
    const fresh = (await readView())!;
    expect(fresh).toMatchObject({
      sections: ["总体目标", "重点任务"],
      year,
      rows: { all: 5, shown: 5 },
      hidden: [],
      isFresh: true,
      isEarlier: false,
      ownFilters: [],
      paper: "a3",
    });
    expect(fresh.units.map(({ name }) => name)).toEqual(["县教育局", "县财政局", "县文化和旅游局", "各成员单位"]);
    expect(fresh.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["板块", "完成率"]));
    // Narrower by a column, larger in print.
    const { columns } = await locate(host);
    await change(host, (sheet) => void (wholeColumn(sheet, columns.get("task")!).columnHidden = true));
    const narrow = (await readView())!;
    expect(narrow.printed.a4).toBeGreaterThan(fresh.printed.a4);
    expect([narrow.isFresh, narrow.hidden]).toEqual([false, ["任务"]]);
  });

  it("is not fresh where a column is shown that a new sheet hides", async () => {
    const { columns } = await locate(host);
    await change(host, (sheet) => void (wholeColumn(sheet, columns.get("key")!).columnHidden = false));
    expect(await readView()).toMatchObject({ isFresh: false, hidden: [] });
    await showAll();
    expect(await readView()).toMatchObject({ isFresh: true });
  });

  it("has no paper where another size was chosen in Excel, and no year where its cell is empty", async () => {
    await change(host, (sheet) => void (sheet.pageLayout.paperSize = "A5" as never));
    await host.Excel.run(async (context) => {
      context.workbook.names.getItem("评估年度").getRange().values = [[""]];
      await context.sync();
    });
    const told = (await readView())!;
    expect(["paper" in told, "year" in told]).toEqual([false, false]);
  });

  it("is read where the columns of one's own stand left of the table's", async () => {
    await change(host, (sheet) => {
      wholeColumn(sheet, 0, 2).insert("Right");
      wholeColumn(sheet, 1).columnHidden = true;
    });
    await filterOn("指标", ["培训教师"]);
    const { columns } = await locate(host);
    await change(host, (sheet) => void (wholeColumn(sheet, columns.get("remark")!).columnHidden = true));
    expect(await readView()).toMatchObject({ ownFilters: ["指标"], hidden: ["备注"], rows: { all: 5, shown: 1 } });
  });
});

describe("choosing the headers of units", () => {
  it("writes their full names, or the short ones again, and nothing where they are so already", async () => {
    const names = async (): Promise<CellValue[]> => {
      const { headers } = await locate(host);
      return ["unit:县教育局", "unit:县财政局", "unit:县文化和旅游局"].map((key) => headers.get(key)!);
    };
    const short = await names();
    host.book.log.reset();
    await chooseHeaders("short");
    expect(host.book.log.cellsWritten).toBe(0);
    await chooseHeaders("full");
    expect(await names()).toEqual(["县教育局", "县财政局", "县文化和旅游局"]);
    expect((await locate(host)).style).toBe("full");
    await chooseHeaders("short");
    expect([await names(), (await locate(host)).style]).toEqual([short, "short"]);
    await change(host, (sheet) => sheet.protection.protect());
    await chooseHeaders("short");
    await expect(chooseHeaders("full")).rejects.toMatchObject({ code: "AccessDenied" });
    await expect(choosePaper("a4")).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it("goes on where the record of the plan is lost", async () => {
    host.book.xmlParts.length = 0;
    await chooseHeaders("full");
    expect((await locate(host)).headers.get("unit:县教育局")).toBe("县教育局");
  });
});

describe("choosing 截至", () => {
  it("writes one cell, and nothing where it is so already; the whole year is 12 月", async () => {
    host.book.log.reset();
    await chooseMonth(12);
    expect(host.book.log.cellsWritten).toBe(0);
    await chooseMonth(6);
    expect([host.book.log.cellsWritten, (await locate(host)).month]).toEqual([1, 6]);
    await chooseMonth(6);
    expect(host.book.log.cellsWritten).toBe(1);
  });

  it("says where the sheet has no such cell, or is protected", async () => {
    await change(host, (sheet) => sheet.protection.protect());
    await expect(chooseMonth(6)).rejects.toMatchObject({ code: "AccessDenied" });
    await expect(chooseYear(2022)).rejects.toMatchObject({ code: "AccessDenied" });
    await change(host, (sheet) => sheet.protection.unprotect());
    await host.Excel.run(async (context) => {
      context.workbook.names.getItem("截至").delete();
      await context.sync();
    });
    await chooseMonth(12);
    await expect(chooseMonth(6)).rejects.toMatchObject({ code: "NoAsOf" });
  });
});

describe("work on a filtered sheet goes to the right rows", () => {
  const revised = plan({
    units: [...plan().units, { name: "县体育局", aliases: [] }],
    tasks: [
      task("t0", { span: [1, 9] }),
      task("t1"),
      task("t2", { lead: ["县体育局"], responsible: ["县文化和旅游局"], groups: ["各成员单位"] }),
    ],
  });

  it("a sync, and its undoing, as on one that is not filtered; the filter stands afterwards", async () => {
    const plain = openWorkbook();
    await generateMatrix(plan(), year);
    await typeInto(plain, "培训教师", "actual:2022", 40);
    await sync(revised);
    const wanted = await readSheet(plain);
    plain.dispose();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });

    await typeInto(host, "培训教师", "actual:2022", 40);
    const before = await readSheet(host);
    await changeView({ unit: "unit:县财政局" });
    const kept = filters();
    await sync(revised);
    expect(await readSheet(host)).toEqual(wanted);
    expect(filters()).toEqual(kept);
    expect((await seen()).rows).toEqual(["任务t0", "建成示范学校", "培训教师"]);
    const { history } = (await previewSync(revised))!;
    await undoSync(history[0]!.id, now());
    expect(await readSheet(host)).toEqual(before);
    expect(filters()).toEqual(kept);
  });

  it("a renamed unit's filter ends, and all rows are seen", async () => {
    await changeView({ unit: "unit:县财政局" });
    const renamed = plan({
      units: [plan().units[0]!, { name: "县财政和金融局", aliases: ["县财政局"] }, plan().units[2]!],
      tasks: plan().tasks.map((one) => ({ ...one, responsible: one.responsible.map(() => "县财政和金融局") })),
    });
    await sync(renamed);
    expect((await locate(host, renamed)).headers.get("unit:县财政和金融局")).toBe("财政和金融局");
    expect(filters()).toEqual([]);
  });

  it("returned forms, into matrix and 填报明细, both filtered", async () => {
    const forms = await readForms({ year, made: "2023-12-01T00:00:00.000Z", deadline: "" });
    const education = forms.find(({ name }) => name === "县教育局")!;
    const take = async (entry: number, saved: string): Promise<void> => {
      const given = [
        await returned(
          education,
          { 建成示范学校: { entry }, 培训教师: { entry: entry + 1 }, 任务t3: { entry: "推进中" } },
          saved,
        ),
      ];
      const preview = await previewCollect(given, year);
      await takeIn(
        given,
        year,
        noChoice,
        new Map(cellsOf(preview, noChoice).map((cell) => [cellId(cell), cell.before])),
      );
    };
    await take(6, "2023-12-05T01:00:00.000Z");
    await changeView({ section: "总体目标" });
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("填报明细表").columns.getItem("指标").filter.applyValuesFilter(["培训教师"]);
      await context.sync();
    });
    await take(8, "2023-12-06T01:00:00.000Z");
    const located = await locate(host);
    expect(
      ["建成示范学校", "培训教师", "任务t3", "居民综合阅读率", "开展活动"].map(
        (name) => rowOf(located, name).cells[`actual:${year}`],
      ),
    ).toEqual([8, 9, "推进中", "", ""]);
    expect((await readSheet(host, detailsSheetName))!.values.flat()).toEqual(expect.arrayContaining([8, 9]));
    expect((await seen()).rows).toEqual(["居民综合阅读率"]);
    expect([...host.book.tables.find(({ name }) => name === "填报明细表")!.filters!]).toEqual([["指标", ["培训教师"]]]);
  });

  it("numbers accepted for texts, and a second list of forms sent", async () => {
    await typeInto(host, "建成示范学校", `actual:${year}`, "６");
    await typeInto(host, "培训教师", `actual:${year}`, "50人");
    const { rows } = await locate(host);
    await changeView({ section: "总体目标" });
    const entry = (index: number, value: number): Parameters<typeof acceptEntries>[0][number] => ({
      key: rows[index]!.keyText,
      column: `actual:${year}`,
      seen: String(rows[index]!.cells[`actual:${year}`]),
      value,
    });
    await acceptEntries([entry(1, 6), entry(2, 50)]);
    expect((await locate(host)).rows.map(({ cells }) => cells[`actual:${year}`])).toEqual(["", 6, 50, "", ""]);
    const [form] = await readForms({ year, made: "2023-12-01T00:00:00.000Z", deadline: "" });
    await noteSent([{ form: form!, file: "一.xlsx" }]);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("下发记录表").columns.getItem("单位").filter.applyValuesFilter([]);
      await context.sync();
    });
    await noteSent([{ form: { ...form!, made: "2023-12-02T00:00:00.000Z" }, file: "二.xlsx" }]);
    expect((await readSheet(host, "下发记录"))!.values.flat()).toEqual(expect.arrayContaining(["一.xlsx", "二.xlsx"]));
  });

  it("generating again lays the sheet out anew, all of it in view", async () => {
    await typeInto(host, "培训教师", "actual:2022", 40);
    await changeView({ unit: "unit:县财政局", years: "none" });
    const { headerRow } = await locate(host);
    await change(host, (sheet) => void (sheet.getRangeByIndexes(headerRow + 4, 0, 1, 1).rowHidden = true));
    const more = plan({ units: [{ name: "县体育局", aliases: [] }, ...plan().units] });
    await generateMatrix(more, year);
    expect(rowOf(await locate(host, more), "培训教师").cells["actual:2022"]).toBe(40);
    expect(await readView()).toMatchObject({
      hidden: [],
      rows: { all: 5, shown: 5 },
      view: { years: "assessed" },
      isFresh: true,
    });
    expect((await seen()).headers).not.toContain("键");
  });

  it("counts, lists and statuses include what is out of view", async () => {
    await typeInto(host, "培训教师", "actual:2023", 3);
    const before = await readYearResults();
    await makeList("shortfalls");
    await changeView({ section: "总体目标", years: "none" });
    expect((await readYearResults()).counts).toEqual(before.counts);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("未达标清单表").columns.getItem("任务").filter.applyValuesFilter(["别的"]);
      await context.sync();
    });
    expect(await makeList("shortfalls")).toMatchObject({ created: false, short: 1 });
  });

  it("what breaks off leaves the failure told, and the filter in place where Excel still answers", async () => {
    await changeView({ section: "总体目标" });
    const kept = filters();
    // The requests: read, filters, say, write.
    const preview = (await previewSync(revised))!;
    expect(preview.inStep).toBe(false);
    host.book.faults.failRequest(host.book.log.syncs + 3, { kind: "refused", code: "Timeout" });
    await expect(sync(revised)).rejects.toMatchObject({ code: "Timeout" });
    expect(filters()).toEqual(kept);
    await sync(revised);
    expect(rowOf(await locate(host, revised), "任务t0").cells.task).toBe("任务t0");
    expect(filters()).toEqual(kept);
  });
});

describe("going to a row that is not in view", () => {
  const go = async (name: string, column?: string): Promise<string[]> =>
    (await goTo(rowOf(await locate(host), name).keyText, column)).map(inChinese);

  it("takes off the filters that hide it, and no others, and says so", async () => {
    await filterOn("口径", ["每年", "累计（到2025年）"]);
    await filterOn("板块", ["总体目标"]);
    expect((await seen()).rows).not.toContain("培训教师");
    expect(await go("培训教师")).toEqual(["这一行原来被筛选隐藏着，已取消“板块”的筛选，显示出来。"]);
    expect((await seen()).rows).toContain("培训教师");
    expect((await seen()).rows).not.toContain("任务t3");
    expect(selected(host)[1]).toBe(rowOf(await locate(host), "培训教师").row);
    expect(await go("培训教师")).toEqual([]);
  });

  it("shows a row that a view leaves out, and a row and a column that somebody has hidden", async () => {
    await changeView({ unit: "unit:县文化和旅游局", years: "none" });
    expect(await go("培训教师")).toEqual([
      "“2023年”这一列原来隐藏着，已显示出来。",
      "这一行原来被筛选隐藏着，已取消“县文化和旅游局”的筛选，显示出来。",
    ]);
    const { row } = rowOf(await locate(host), "开展活动");
    await change(host, (sheet) => void (sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true));
    expect(await go("开展活动")).toEqual(["这一行原来隐藏着，已显示出来。"]);
    expect((await seen()).rows).toContain("开展活动");
    expect((await seen()).headers).toContain("2023年");
  });

  it("says that it cannot on a protected sheet, and changes nothing", async () => {
    await changeView({ section: "总体目标" });
    await change(host, (sheet) => sheet.protection.protect());
    const before = selected(host);
    await expect(go("培训教师")).rejects.toMatchObject({
      code: "HiddenCell",
      userMessage: expect.stringContaining("撤销工作表保护"),
    });
    expect([selected(host), (await seen()).rows]).toEqual([before, ["居民综合阅读率"]]);
  });
});

describe("generating again", () => {
  it("shows everything, as the handbook says: also where the sheet is as it would be made", async () => {
    const whole = await seen();
    await changeView({ section: "总体目标", years: "none" });
    const { notes } = await generateMatrix(plan(), year);
    expect(notes).toEqual([
      sentence("工作表与方案一致，没有需要改动的地方。"),
      sentence("筛选和隐藏的行、列已恢复显示。"),
    ]);
    expect(await seen()).toEqual(whole);
    expect((await generateMatrix(plan(), year)).notes).toHaveLength(1);
    await changeView({ section: "总体目标", years: "none" });
    await generateMatrix(plan({ tasks: [...plan().tasks, task("t4")] }), year);
    expect((await seen()).headers).toEqual(whole.headers);
    expect((await seen()).rows).toEqual([...everyRow, "任务t4"]);
  });
});

describe("choosing the year", () => {
  it("writes one cell, by which everything is judged, and nothing where it is so already", async () => {
    await typeInto(host, "培训教师", "actual:2022", 38);
    host.book.log.reset();
    await chooseYear(2022);
    expect(host.book.log.cellsWritten).toBe(1);
    const held = await locate(host);
    expect([held.year, rowOf(held, "培训教师").cells.status, (await readYearResults()).year]).toEqual([
      2022,
      "▲未达标",
      2022,
    ]);
    host.book.log.reset();
    await chooseYear(2022);
    expect(host.book.log.cellsWritten).toBe(0);
  });

  it("goes along with a view of 评估年度 alone, and leaves every other as it is", async () => {
    await changeView({ years: "assessed" });
    await chooseYear(2025);
    expect((await seen()).headers.filter((header) => /年$/.test(header))).toEqual(["2025年"]);
    await changeView({ years: "none" });
    await chooseYear(2024);
    expect((await seen()).headers.filter((header) => /年$/.test(header))).toEqual([]);
  });

  it("finds the cell where people have moved it, and says where there is none, or no such year", async () => {
    await change(host, (sheet) => sheet.getRange("1:2").insert("Down"));
    await chooseYear(2021);
    expect((await locate(host)).year).toBe(2021);
    await expect(chooseYear(2031)).rejects.toMatchObject({
      code: "NoYear",
      userMessage: expect.stringContaining("2031年"),
    });
    await host.Excel.run(async (context) => {
      context.workbook.names.getItem("评估年度").delete();
      await context.sync();
    });
    await expect(chooseYear(2022)).rejects.toMatchObject({
      code: "NoYear",
      userMessage: expect.stringContaining("评估年度"),
    });
  });
});
