import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inChinese, sentence } from "../../src/plan/sentence";
import { openHost, type Host } from "../../src/host/node";
import { generateMatrix } from "../../src/excel/generate";
import { removedSheetName } from "../../src/excel/removed-rows";
import { logSheetName } from "../../src/excel/sheet-names";
import { formatStore, loadPlan, storeNamespace } from "../../src/excel/store";
import { previewSync } from "../../src/excel/sync";
import { stagingName } from "../../src/excel/write-sheet";
import { cellAddress } from "../../src/matrix/address";
import { buildMatrix, titleRows } from "../../src/matrix/build";
import { matrixSheetName, matrixTableName } from "../../src/matrix/sheet-name";
import { asOfName } from "../../src/matrix/as-of";
import { yearName } from "../../src/matrix/formulas";
import type { Area } from "../../src/matrix/sheet";
import { bundledPlan, plan, task, indicator } from "../plans";
import {
  addColumn,
  addRow,
  change,
  columnOf,
  everything,
  locate,
  openWorkbook,
  readSheet,
  rowOf,
  selected,
  sortRows,
  typeInto,
  typeNamed,
} from "./workbook";
import { withWorkbook } from "./each-test";

jest.setTimeout(60_000);

let host: Host;
withWorkbook((opened) => void (host = opened));

async function loseStore(): Promise<void> {
  await host.Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(storeNamespace);
    parts.load("items");
    await context.sync();
    parts.items.forEach((part) => part.delete());
    await context.sync();
  });
}

const rename = (name: string): Promise<void> => change(host, (sheet) => void (sheet.name = name));

describe("the first build", () => {
  it("takes three round trips (the print set-up has one of its own), for a small plan and for the bundled one", async () => {
    await generateMatrix(plan(), 2023);
    expect(host.book.log.syncs).toBe(3);
    const second = openWorkbook();
    await generateMatrix(bundledPlan(), 2023);
    expect(second.book.log.syncs).toBe(3);
    second.dispose();
  });

  it("puts into the sheet just what the matrix of the plan says", async () => {
    const bundled = bundledPlan();
    const { sheet, columns } = buildMatrix(bundled, { year: 2023 });
    const report = await generateMatrix(bundled, 2023);
    const reading = (await readSheet(host))!;
    const calculated = new Set(columns.flatMap(({ kind }, index) => (kind === "formula" ? [index] : [])));
    const shown = reading.values.map((row, at) =>
      row.map((cell, column) => (at > titleRows.header && calculated.has(column) ? "" : cell)),
    );
    expect([reading.top, reading.left]).toEqual([0, 0]);
    shown[titleRows.year]![sheet.formulas[0]!.column] = "";
    expect(shown).toEqual(sheet.cells);
    expect(report).toMatchObject({
      created: true,
      rows: 48,
      unitColumns: 37,
      kept: 0,
      removed: 0,
      keptCells: [],
      notes: [],
    });
  });

  it("fills the formulas down, each for its own row, with a status in every row", async () => {
    await generateMatrix(plan(), 2023);
    const located = await locate(host);
    const { rows } = located;
    const target = columnOf(located, "target");
    expect(rows.map(({ cells }) => cells.status)).toEqual(["未报", "未报", "未报", "未报", "未报"]);
    expect(
      rows.map(({ formulas, row }) => formulas.status!.includes(`LEN(TRIM(${cellAddress(row, target)}))`)),
    ).toEqual(rows.map(() => true));
  });

  it("makes table, names, formats, limits and print set-up where the matrix says", async () => {
    await generateMatrix(plan(), 2023);
    const { sheet } = buildMatrix(plan(), { year: 2023 });
    const { tables, names, conditionalFormats, validations, activeSheet } = host.book;
    expect(tables.map(({ name, area }) => [name, area])).toEqual([[matrixTableName, sheet.table!.area]]);
    expect(names.map(({ name, target }) => [name, target.area])).toEqual(
      sheet.names.map(({ name, area }) => [name, area]),
    );
    expect(conditionalFormats.map(({ formula, area }) => [formula, area]).sort()).toEqual(
      sheet.conditionalFormats.map(({ formula, area }) => [formula, area]).sort(),
    );
    // Where rules overlap, the last one applies.
    const ruleAt =
      (rules: readonly { area: Area; prompt?: { title: string } }[]) =>
      (row: number, column: number): string | undefined =>
        rules
          .filter(
            ({ area }) =>
              row >= area.row &&
              row < area.row + area.rows &&
              column >= area.column &&
              column < area.column + area.columns,
          )
          .pop()?.prompt?.title;
    const [wanted, made] = [ruleAt(sheet.validations), ruleAt(validations)];
    const all = (find: (row: number, column: number) => string | undefined): unknown =>
      sheet.cells.map((row, index) => row.map((_, column) => find(index, column)));
    expect(all(made)).toEqual(all(wanted));
    expect(host.book.sheetName(activeSheet)).toBe(matrixSheetName);
    expect(activeSheet.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A3",
      zoom: { horizontalFitToPages: 1 },
      titleRows: `$${titleRows.header + 1}:$${titleRows.header + 1}`,
    });
    const { row, column } = sheet.names.find(({ name }) => name === yearName)!.area;
    expect(host.book.selection.area).toMatchObject({ row, column });
  });

  it("keeps the plan in the workbook", async () => {
    await generateMatrix(plan(), 2023);
    expect(host.book.xmlParts.map(({ xml }) => xml)).toEqual([formatStore({ plan: plan() })]);
  });

  it("builds in an empty sheet that has its name already", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add(matrixSheetName);
      await context.sync();
    });
    expect((await generateMatrix(plan(), 2023)).created).toBe(true);
    expect((await locate(host)).rows).toHaveLength(5);
  });
});

describe("building again", () => {
  const more = plan({
    tasks: [task("t0", { span: [20, 30], title: "新任务" }), ...plan().tasks],
    units: [...plan().units, { name: "县体育局", aliases: [] }],
  });

  it("writes no cell where nothing has changed, and says so", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "actual:2022", 40);
    host.book.log.reset();
    const report = await generateMatrix(plan(), 2023);
    expect(host.book.log.cellsWritten).toBe(0);
    expect(report).toMatchObject({
      created: false,
      kept: 1,
      notes: [sentence("工作表与方案一致，没有需要改动的地方。")],
    });
  });

  it("keeps what was typed: actuals, evidence, remarks, own columns and rows, in a sheet that was sorted", async () => {
    await generateMatrix(plan(), 2023);
    const typed: [string, string, string | number][] = [
      ["培训教师", "actual:2022", 40],
      ["培训教师", "evidence", "签到表.pdf"],
      ["开展活动", "actual:2021", "约三十"],
      ["任务t3", "remark", "已转县教育局"],
    ];
    for (const entry of typed) await typeInto(host, ...entry);
    await addColumn(host, ["联系人", "张三", "李四"]);
    await addRow(host, { task: "我们自己的任务", remark: "自加" });
    await sortRows(host, (rows) => [...rows].reverse());
    const report = await generateMatrix(more, 2023);
    const located = await locate(host, more);
    expect(typed.map(([name, key]) => rowOf(located, name).cells[key])).toEqual(typed.map(([, , value]) => value));
    expect([
      rowOf(located, "居民综合阅读率").cells["user:联系人"],
      rowOf(located, "建成示范学校").cells["user:联系人"],
    ]).toEqual(["张三", "李四"]);
    expect(located.rows[located.rows.length - 1]!.cells).toMatchObject({ task: "我们自己的任务", remark: "自加" });
    expect(report).toMatchObject({ kept: 7, removed: 0, keptCells: [] });
    expect(located.columns.has("unit:县体育局")).toBe(true);
    expect(rowOf(located, "新任务").cells.status).toBe("未报");
    host.book.log.reset();
    await generateMatrix(more, 2023);
    expect(host.book.log.cellsWritten).toBe(0);
  });

  it("keeps what a number says by its format: 92% in a row of percentages, a date in a column of one's own", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "居民综合阅读率", "actual:2022", 0.92);
    await addColumn(host, ["核查日期", 45352]);
    const made = await locate(host);
    await change(
      host,
      (sheet) => void (sheet.getCell(made.rows[0]!.row, columnOf(made, "user:核查日期")).numberFormat = [["yyyy/m/d"]]),
    );
    const formatOf = async (name: string, key: string): Promise<string> => {
      const { columns, rows } = await locate(host, more);
      const { row } = rows.find(({ cells }) => cells.indicator === name)!;
      return host.Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem(matrixSheetName).getCell(row, columns.get(key)!);
        cell.load("numberFormat,values");
        await context.sync();
        return `${String(cell.values[0]![0])} as ${String(cell.numberFormat[0]![0])}`;
      });
    };
    const { columns, rows } = await locate(host);
    await change(
      host,
      (sheet) =>
        void (sheet.getCell(
          rows.find(({ cells }) => cells.indicator === "居民综合阅读率")!.row,
          columns.get("actual:2022")!,
        ).numberFormat = [["0%"]]),
    );
    const dated = rows.find(({ cells }) => cells["user:核查日期"] === 45352)!.cells.indicator as string;
    await generateMatrix(more, 2023);
    expect(await formatOf("居民综合阅读率", "actual:2022")).toBe("0.92 as 0%");
    expect(await formatOf(dated, "user:核查日期")).toBe("45352 as yyyy/m/d");
  });

  it("leaves no percent sign behind where another row comes to stand: 0.85 beside it is not 85%", async () => {
    const second = indicator("i9", {
      section: ["总体目标"],
      name: "阅览室达标率",
      value: 90,
      unit: "%",
      span: [30, 40],
    });
    const rates = plan({ indicators: [...plan().indicators.slice(0, 1), second, ...plan().indicators.slice(1)] });
    await generateMatrix(rates, 2023);
    await typeInto(host, "居民综合阅读率", "actual:2023", 0.92, rates);
    await typeInto(host, "阅览室达标率", "actual:2023", 0.85, rates);
    const { columns, rows } = await locate(host, rates);
    const { row } = rows.find(({ cells }) => cells.indicator === "居民综合阅读率")!;
    const column = columns.get("actual:2023")!;
    // A format left in an empty cell, and a row of the user's own, which goes to the end when the sheet is made anew.
    await change(host, (sheet) => {
      sheet.getCell(row, column).numberFormat = [["0%"]];
      sheet.getCell(row, column - 1).numberFormat = [["0%"]];
      sheet.getRange(`${row + 1}:${row + 1}`).insert("Down");
      sheet.getCell(row, columns.get("task")!).values = [["本局自加的事项"]];
    });
    await generateMatrix(
      plan({ ...rates, indicators: rates.indicators.map((one) => (one.id === "i3" ? { ...one, value: 120 } : one)) }),
      2023,
    );
    const formats = await host.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(matrixSheetName).getRangeByIndexes(row, column - 1, 3, 2);
      cells.load("numberFormat,values");
      await context.sync();
      return cells.values.map((line, index) =>
        line.map((value, at) => `${String(value)} as ${String(cells.numberFormat[index]![at])}`),
      );
    });
    expect(formats).toEqual([
      [" as General", "0.92 as 0%"],
      [" as General", "0.85 as General"],
      [" as General", " as General"],
    ]);
  });

  it("takes a percentage to 已移出 as the number that it shows", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "居民综合阅读率", "actual:2022", 0.92);
    const { columns, rows } = await locate(host);
    const { row } = rows.find(({ cells }) => cells.indicator === "居民综合阅读率")!;
    await change(host, (sheet) => void (sheet.getCell(row, columns.get("actual:2022")!).numberFormat = [["0%"]]));
    await generateMatrix(plan({ indicators: plan().indicators.slice(1) }), 2023);
    expect((await readSheet(host, removedSheetName))!.values.flat()).toContain(92);
  });

  it("moves a row that left the plan to 已移出, numbers and all, and leaves nothing of it behind", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "开展活动", "actual:2022", 35);
    await typeInto(host, "开展活动", "remark", "'=1+1 不是公式");
    const less = plan({
      tasks: plan().tasks.filter(({ id }) => id !== "t2"),
      indicators: plan().indicators.filter(({ id }) => id !== "i3"),
    });
    const report = await generateMatrix(less, 2023);
    expect(report.removed).toBe(1);
    expect(report.notes.map(inChinese)).toEqual(["1 行已不在方案中，连同填报内容移到“已移出”工作表。"]);
    const removed = (await readSheet(host, removedSheetName))!.values;
    expect(removed).toHaveLength(2);
    const cellOf = (header: string): unknown => removed[1]![removed[0]!.indexOf(header)];
    expect(["指标", "任务", "2022年", "备注"].map(cellOf)).toEqual(["开展活动", "任务t2", 35, "=1+1 不是公式"]);
    const { rows, columns } = await locate(host, less);
    expect(rows).toHaveLength(4);
    expect(columns.size).toBe(buildMatrix(less).columns.length);
  });

  it("puts what somebody wrote under a unit into 已移出 under its full name, and back where the row comes back", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "开展活动", "unit:县财政局", "只管拨款");
    const less = plan({
      tasks: plan().tasks.filter(({ id }) => id !== "t2"),
      indicators: plan().indicators.filter(({ id }) => id !== "i3"),
    });
    await generateMatrix(less, 2023);
    const [header, row] = (await readSheet(host, removedSheetName))!.values;
    expect(row![header!.indexOf("县财政局")]).toBe("只管拨款");
    // Another unit is added with the same 简称, so both get other headers.
    const again = plan({ units: [...plan().units, { name: "市财政局", aliases: [] }] });
    await generateMatrix(again, 2023);
    const located = await locate(host, again);
    expect([located.headers.get("unit:县财政局"), rowOf(located, "开展活动").cells["unit:县财政局"]]).toEqual([
      "县财政局",
      "只管拨款",
    ]);
  });

  it("appends to 已移出 what leaves later, below what is there", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "开展活动", "actual:2022", 35);
    await typeInto(host, "培训教师", "actual:2021", 48);
    const first = plan({ indicators: plan().indicators.slice(0, 3) });
    await generateMatrix(first, 2023);
    await generateMatrix(plan({ indicators: plan().indicators.slice(0, 2) }), 2023);
    const cells = (await readSheet(host, removedSheetName))!.values.flat();
    expect(cells).toEqual(expect.arrayContaining(["开展活动", 35, "培训教师", 48]));
  });

  it("keeps a manual change, and tells it as a sentence", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "target", "≥60");
    const report = await generateMatrix(more, 2023);
    expect(report.keptCells.map(inChinese)).toEqual(["任务t1 · 目标：保留“≥60”（方案为“≥50”）"]);
    expect(rowOf(await locate(host, more), "培训教师").cells.target).toBe("≥60");
  });

  it("overwrites nothing where the stored plan is lost, says what stays, and 变更记录 tells it too", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "section", "教育专项");
    await loseStore();
    const moved = plan({ tasks: [task("t1", { section: ["重点工程"] }), ...plan().tasks.slice(1), task("t4")] });
    const report = await generateMatrix(moved, 2023);
    const cells = rowOf(await locate(host, moved), "培训教师").cells;
    expect(cells.section).toBe("教育专项");
    expect(report.keptCells.map(inChinese)).toContain("任务t1 · 板块：保留“教育专项”（方案为“重点工程”）");
    expect(report.notes.map(inChinese).join()).toContain("有 2 处与方案不同，工作簿里没有记下方案原来怎么写");
    const told = (await readSheet(host, logSheetName))!.values.map((row) => row.slice(1, 6));
    expect(told).toContainEqual([
      "生成",
      "两边都改过",
      "任务t1 · 板块",
      "没有记下方案原来怎么写，分不清是谁改的，保留（方案为“重点工程”）",
      "教育专项",
    ]);
    // What was kept can be taken from the plan later.
    const { changes } = (await previewSync(moved))!;
    expect(changes.map(({ description }) => inChinese(description))).toContain(
      "板块被手工改为“教育专项”，保留（方案为“重点工程”）",
    );
  });

  it("carries typed formulas along when rows come in, and says which of them could not follow", async () => {
    await generateMatrix(plan(), 2023);
    const located = await locate(host);
    const address = (name: string, key: string): string =>
      cellAddress(rowOf(located, name).row, located.columns.get(key)!);
    await typeInto(host, "培训教师", "actual:2022", `=${address("培训教师", "actual:2021")}+5`);
    await typeInto(host, "培训教师", "actual:2021", "=30+10");
    await typeInto(host, "培训教师", "remark", `=${address("开展活动", "target")}`);
    const other = plan({
      tasks: [task("t0", { span: [20, 30] }), ...plan().tasks],
      indicators: plan().indicators.slice(0, 3),
    });
    const report = await generateMatrix(other, 2023);
    const row = rowOf(await locate(host, other), "培训教师");
    const column = (key: string): number => located.columns.get(key)!;
    expect([row.formulas["actual:2021"], row.formulas["actual:2022"]]).toEqual([
      "=30+10",
      `=${cellAddress(row.row, column("actual:2021"))}+5`,
    ]);
    expect([row.cells["actual:2022"], row.cells.remark, row.formulas.remark]).toEqual([45, "≥100", undefined]);
    expect(report.notes.map(inChinese)).toContain(
      "1 处自己写的公式引用的单元格已移走，公式改成了当时的值，原公式记在“变更记录”里；请核对，需要时重写公式。",
    );
    expect((await readSheet(host, logSheetName))!.values.flat()).toContain(`=${address("开展活动", "target")}`);
  });

  it("finds the sheet under another name, by its table", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "actual:2022", 40);
    await rename("2023年度");
    expect(await generateMatrix(more, 2023)).toMatchObject({ created: false, kept: 1 });
    expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet))).not.toContain(matrixSheetName);
    expect(await everything(host)).toContain(40);
  });

  it("selects 评估年度 in a new sheet, and leaves alone what somebody has selected in one that is there", async () => {
    await generateMatrix(plan(), 2023);
    expect(selected(host)).toEqual([matrixSheetName, titleRows.year, 1]);
    await change(host, (sheet) => void sheet.getRange("E9").select());
    await generateMatrix({ ...plan(), title: "另一个标题" }, 2023);
    expect(selected(host)).toEqual([matrixSheetName, 8, 4]);
  });

  it("keeps the assessment year that somebody chose", async () => {
    await generateMatrix(plan(), 2023);
    await typeNamed(host, yearName, 2022);
    await generateMatrix(more, 2023);
    expect((await locate(host, more)).year).toBe(2022);
  });

  it("keeps the month that somebody chose", async () => {
    await generateMatrix(plan(), 2023);
    await typeNamed(host, asOfName, "截至6月");
    await generateMatrix(more, 2023);
    expect((await locate(host, more)).month).toBe(6);
    // The formulas use the name, so it must refer to the cell that shows 截至.
    const { row, column } = host.book.names.find(({ name }) => name === asOfName)!.target.area;
    expect((await readSheet(host))!.values[row]![column]).toBe("截至6月");
  });
});

describe("a matrix that a run which broke off has left unfinished", () => {
  beforeEach(async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "actual:2022", 40);
  });

  it.each<[string, () => Promise<void>]>([
    ["its table", () => change(host, (sheet) => void sheet.tables.getItem(matrixTableName).convertToRange())],
    ...[yearName, asOfName].map((name): [string, () => Promise<void>] => [
      name,
      () =>
        host.Excel.run(async (context) => {
          context.workbook.names.getItem(name).delete();
          await context.sync();
        }),
    ]),
  ])("is made whole where it has lost %s, and nothing typed is lost", async (_, lose) => {
    await lose();
    const { notes, kept } = await generateMatrix(plan(), 2023);
    expect([notes.length, kept]).toEqual([1, 1]);
    expect(host.book.tables.map(({ name }) => name)).toEqual([matrixTableName]);
    expect(host.book.names.map(({ name }) => name)).toEqual(expect.arrayContaining([yearName, asOfName]));
    expect(rowOf(await locate(host), "培训教师").cells["actual:2022"]).toBe(40);
  });

  it("is rid of the sheet on which the new one was laid out", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add(stagingName).getRange("A1").values = [["一半"]];
      await context.sync();
    });
    await generateMatrix(plan(), 2023);
    expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet))).not.toContain(stagingName);
    expect(rowOf(await locate(host), "培训教师").cells["actual:2022"]).toBe(40);
  });

  it("has printing set up where that is missing, and not where somebody has set it up otherwise", async () => {
    const page = (zoom: number | undefined, footer: string): Promise<void> =>
      change(host, ({ pageLayout }) => {
        pageLayout.zoom = zoom === undefined ? { scale: 100 } : { horizontalFitToPages: zoom };
        pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
      });
    const wide = async (): Promise<unknown> => {
      await generateMatrix(plan(), 2023);
      return (host.book.findSheet(matrixSheetName)!.page.zoom as { horizontalFitToPages?: number })
        .horizontalFitToPages;
    };
    await page(undefined, "");
    expect(await wide()).toBe(1);
    await page(2, "我们的");
    expect(await wide()).toBe(2);
    await page(1, "");
    host.book.log.reset();
    expect([await wide(), host.book.log.syncs]).toEqual([1, 2]);
  });

  it("is left alone on a protected sheet where it is as it should be", async () => {
    await change(host, (sheet) => {
      sheet.getRange("5:5").rowHidden = true;
      sheet.protection.protect();
    });
    const { notes } = await generateMatrix(plan(), 2023);
    expect(notes.map(inChinese)).toEqual(["工作表与方案一致，没有需要改动的地方。"]);
  });

  it("has its record written again alone, where only that has changed", async () => {
    host.book.log.reset();
    const { notes } = await generateMatrix(plan({ issued: "2022-01-01" }), 2023);
    expect([notes.length, host.book.log.cellsWritten]).toEqual([1, 0]);
    expect(host.book.xmlParts.map(({ xml }) => xml)).toEqual([formatStore({ plan: plan({ issued: "2022-01-01" }) })]);
  });

  it("has its changes in the log once, also where the run that wrote them broke off", async () => {
    const fewer = plan({ tasks: plan().tasks.slice(0, 2) });
    const lines = async (): Promise<number> => (await readSheet(host, logSheetName))!.values.length;
    await generateMatrix(fewer, 2023);
    const once = await lines();
    expect(once).toBe(2);
    await generateMatrix(fewer, 2023);
    expect(await lines()).toBe(once);
  });
});

describe("a matrix of an earlier layout", () => {
  it("is not laid out anew where that was not asked for, and is where it was, which is said", async () => {
    const file = new Uint8Array(readFileSync(join(__dirname, "../earlier-layout/matrix.xlsx")));
    const earlier = await openHost({ file });
    Object.assign(globalThis, { Excel: earlier.Excel, Office: earlier.Office });
    const given = (await loadPlan())!;
    await expect(generateMatrix(given, undefined, undefined, { unlessEarlier: true })).rejects.toMatchObject({
      code: "EarlierLayout",
    });
    const { notes } = await generateMatrix(given);
    expect(notes.map(inChinese)).toContainEqual(expect.stringContaining("已改为新版式"));
    await expect(generateMatrix(given, undefined, undefined, { unlessEarlier: true })).resolves.toMatchObject({
      created: false,
    });
    earlier.dispose();
  });
});

describe("a sheet of somebody else's that has the name", () => {
  it("is refused and left as it is", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add(matrixSheetName).getRange("B2:C3").values = [
        ["序号", "任务"],
        [1, "修路"],
      ];
      await context.sync();
    });
    const before = await readSheet(host);
    host.book.log.reset();
    await expect(generateMatrix(plan(), 2023)).rejects.toMatchObject({
      code: "ForeignSheet",
      userMessage: expect.stringContaining("没有写入"),
    });
    expect(host.book.log.cellsWritten).toBe(0);
    expect([host.book.xmlParts, host.book.tables]).toEqual([[], []]);
    expect(await readSheet(host)).toEqual(before);
  });
});
