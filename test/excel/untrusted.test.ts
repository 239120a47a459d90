import { inChinese } from "../../src/plan/sentence";
import fc from "fast-check";
import { asWritten } from "../../src/excel/cell-text";
import { generateMatrix } from "../../src/excel/generate";
import type { Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { cellTextLimit } from "../../src/matrix/sheet";
import { indicator, plan, task } from "../plans";
import { locate } from "./workbook";
import { withWorkbook } from "./each-test";

jest.setTimeout(60_000);

let host: Host;
withWorkbook((opened) => void (host = opened));

const texts = [
  "=1+1",
  '=HYPERLINK("http://x","点")',
  "=cmd|' /C calc'!A0",
  "+86 139",
  "-1",
  "- 加强领导",
  "@SUM(A1)",
  "'引号开头",
  "''",
  '"引号"',
  "<img onerror=alert(1) src=x>",
  "{=A1}",
  "=",
  "+",
  "%",
  "1-2",
  "2023年5月",
  "1/2",
  "TRUE",
  "false",
  "001",
  "1e5",
  "1,000",
  "５０％",
  "50%",
  "￥5",
  "12:30",
  "下午3点",
  "二〇二三年4月1日",
  "3月",
  "\t=1+1",
  " =1+1",
  "第一行\n第二行",
  "😀=1",
];

/** Writes texts as the add-in does, and returns what the cells hold. */
async function cellsHolding(
  written: readonly string[],
): Promise<{ values: unknown[]; formulas: unknown[]; types: unknown[] }> {
  return host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, written.length, 1);
    range.values = written.map((text) => [asWritten(text)]);
    range.load("values,formulas,valueTypes");
    await context.sync();
    return { values: range.values.flat(), formulas: range.formulas.flat(), types: range.valueTypes.flat() };
  });
}

describe("text on its way into a cell", () => {
  it.each(texts)("%j is that text there, and no formula, number, date or truth value", async (text) => {
    expect(await cellsHolding([text])).toEqual({ values: [text], formulas: [text], types: ["String"] });
  });

  it("is itself for any string, whatever is in it", async () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom(...texts),
      fc.tuple(fc.constantFrom(..."=+-@'\"0.#％（约"), fc.string()).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          odd.filter((text) => text !== ""),
          { minLength: 300, maxLength: 400 },
        ),
        async (many) => {
          const { values, formulas, types } = await cellsHolding(many);
          expect(values).toEqual(many);
          expect(formulas).toEqual(many);
          expect(new Set(types)).toEqual(new Set(["String"]));
        },
      ),
      { numRuns: 8 },
    );
  });

  it("has no apostrophe where no spreadsheet could mistake it", () => {
    expect(["县教育局", "“十四五”规划", "（方案总体目标）", "●", ""].map(asWritten)).toEqual([
      "县教育局",
      "“十四五”规划",
      "（方案总体目标）",
      "●",
      "",
    ]);
    expect([5, 0.14, true].map(asWritten)).toEqual([5, 0.14, true]);
  });

  it("is cut to what a cell holds, with a mark at its end", async () => {
    const { values } = await cellsHolding([
      "字".repeat(40_000),
      `=${"1".repeat(40_000)}`,
      "字".repeat(cellTextLimit - 1),
    ]);
    expect(values.map((value) => String(value).length)).toEqual([
      cellTextLimit - 1,
      cellTextLimit - 1,
      cellTextLimit - 1,
    ]);
    expect(values.map((value) => String(value).endsWith("…"))).toEqual([true, true, false]);
  });
});

describe("a plan with hostile or odd names", () => {
  const named = texts.filter((text) => text.trim() === text && text.length > 1);
  const hostile = plan({
    title: "=1+1",
    issuer: "@SUM(A1)",
    units: named.map((name) => ({ name, aliases: [] })),
    groups: [],
    tasks: texts.map((title, at) =>
      task(`t${at + 1}`, { title, section: [title], path: title, lead: [], responsible: [], groups: [] }),
    ),
    indicators: texts.map((name, at) => indicator(`i${at + 1}`, { taskId: `t${at + 1}`, name, unit: name })),
  });

  it("is written as text in title, header and rows, and comes back as it was", async () => {
    await generateMatrix(hostile, 2023);
    const { rows, columns, headerRow } = await locate(host, hostile);
    expect(rows.map(({ cells }) => [cells.task, cells.section, cells.indicator, cells.measure])).toEqual(
      texts.map((text) => [text, text, text, text]),
    );
    expect(
      rows.flatMap(({ formulas }) => Object.keys(formulas)).filter((key) => !/^(current|ratio|status)$/.test(key)),
    ).toEqual([]);
    expect([...columns.keys()].filter((key) => key.startsWith("unit:"))).toEqual(named.map((name) => `unit:${name}`));
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(matrixSheetName);
      const title = sheet.getRange("B1:B2").load("values,formulas,valueTypes");
      const header = sheet.getRangeByIndexes(headerRow, 0, 1, columns.size).load("values,formulas,valueTypes");
      await context.sync();
      expect(title.values[0]).toEqual(["=1+1责任矩阵"]);
      expect([title.formulas, header.formulas]).toEqual([title.values, header.values]);
      // The cell below the title holds 评估年度, a number.
      expect(title.valueTypes).toEqual([["String"], ["Double"]]);
      expect(new Set(header.valueTypes.flat())).toEqual(new Set(["String"]));
    });
    expect(host.book.tables).toHaveLength(1);
  });

  it("is left alone by a second run, and kept as text by a run that moves everything", async () => {
    await generateMatrix(hostile, 2023);
    host.book.log.reset();
    await generateMatrix(hostile, 2023);
    expect(host.book.log.cellsWritten).toBe(0);
    const moved = { ...hostile, tasks: [task("t99", { span: [1, 2], lead: [], responsible: [] }), ...hostile.tasks] };
    await generateMatrix(moved, 2023);
    const { rows, columns } = await locate(host, moved);
    const taskColumn = columns.get("task")!;
    expect(rows.slice(1).map(({ cells }) => cells.task)).toEqual(texts);
    // Not only the value counts: Excel would make a formula of it when somebody opens the cell and presses Enter.
    const sheet = host.book.findSheet(matrixSheetName)!;
    expect(rows.slice(1).map(({ row }) => host.book.grid.cell(sheet.id, row, taskColumn)?.t)).toEqual(
      texts.map((text) => (asWritten(text) === text ? 1 : 4)),
    );
  });

  it("is told of what had to be cut", async () => {
    const long = plan({ tasks: [task("t1", { title: "长".repeat(40_000) }), ...plan().tasks.slice(1)] });
    const report = await generateMatrix(long, 2023);
    expect(report.notes.map(inChinese)).toEqual(["2 个单元格的文字超过 32767 字，已截短，末尾以“…”标出。"]);
    host.book.log.reset();
    expect(await generateMatrix(long, 2023)).toMatchObject({ keptCells: [] });
    expect(host.book.log.cellsWritten).toBe(0);
    expect(await generateMatrix(plan(), 2023)).toMatchObject({ keptCells: [], notes: [] });
    expect((await locate(host)).rows[1]!.cells.task).toBe("任务t1");
  });
});
