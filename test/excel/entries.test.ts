import { inChinese } from "../../src/plan/sentence";
import { generateMatrix } from "../../src/excel/generate";
import { previewSync, undoSync } from "../../src/excel/sync";
import type { Host } from "../../src/host/node";
import { cellAddress } from "../../src/matrix/address";
import { titleRows } from "../../src/matrix/build";
import type { CellValue } from "../../src/matrix/sheet";
import { plan, task } from "../plans";
import { now, sync } from "./sync/workbooks";
import { change, columnOf, locate, openWorkbook, rowOf, typeInto, wholeColumn, wholeRow } from "./workbook";

jest.setTimeout(60_000);

const base = plan({
  checkMethods: ["入户走访", "查阅台账"],
  indicators: plan().indicators.map((one) => ({ ...one, quote: `力争${one.name}${one.value}${one.unit}` })),
});

interface Rule {
  rule: Excel.DataValidationRule;
  prompt: Excel.DataValidationPrompt;
  errorAlert: Excel.DataValidationErrorAlert;
}

/** The validation of an indicator's cell, as Excel returns it. */
async function ruleOf(host: Host, name: string, key: string): Promise<Rule> {
  const { rows, columns } = await locate(host, base);
  const { row } = rows.find(
    ({ cells }) => cells.indicator === name || (cells.indicator === "" && cells.task === name),
  )!;
  return host.Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem("责任矩阵").getCell(row, columns.get(key)!);
    dataValidation.load("rule,prompt,errorAlert");
    await context.sync();
    const { rule, prompt, errorAlert } = dataValidation;
    return { rule, prompt, errorAlert };
  });
}

/** The items that a validation's list offers. */
function offered(host: Host, { rule }: Rule): Promise<CellValue[]> {
  return host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("责任矩阵").getRange(String(rule.list!.source).slice(1));
    range.load("values");
    await context.sync();
    return (range.values as CellValue[][]).flat();
  });
}

/** Columns that came even later. */
const newColumns = ["deadline", "due", "persons", "progress"];

/** Makes the sheet as it was before 评估方式 and the lists existed. */
async function asBefore(host: Host): Promise<void> {
  const { columns } = await locate(host, base);
  await change(host, (sheet) => {
    for (const key of ["method", ...newColumns].sort((a, b) => columns.get(b)! - columns.get(a)!))
      wholeColumn(sheet, columns.get(key)!).delete("Left");
    wholeRow(sheet, titleRows.methods, titleRows.words - titleRows.methods + 1).delete("Up");
  });
  const located = await locate(host, base);
  await change(host, (sheet) => {
    const cells = sheet.getRangeByIndexes(
      located.headerRow + 1,
      columnOf(located, "actual:2021"),
      located.rows.length,
      5,
    ).dataValidation;
    cells.clear();
    cells.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  });
}

describe("the cells to fill in", () => {
  let host: Host;
  beforeEach(() => {
    host = openWorkbook();
  });
  afterEach(() => host.dispose());

  it("say whose number they take, with the plan's own sentence", async () => {
    await generateMatrix(base, 2023);
    const teachers = await ruleOf(host, "培训教师", "actual:2022");
    expect(teachers.prompt).toEqual({
      showPrompt: true,
      title: "培训教师",
      message: "只填整数，不带文字和单位。\n方案原文：力争培训教师50名",
    });
    expect([
      teachers.errorAlert.style,
      (await ruleOf(host, "居民综合阅读率", "actual:2025")).errorAlert.style,
      (await ruleOf(host, "任务t3", "actual:2021")).errorAlert.style,
    ]).toEqual(["Stop", "Warning", "Warning"]);
  });

  it("offer three words where no number is promised, and the plan's ways of checking beside the evidence", async () => {
    await generateMatrix(base, 2023);
    expect(await offered(host, await ruleOf(host, "任务t3", "actual:2021"))).toEqual(["已完成", "推进中", "未开展"]);
    const method = await ruleOf(host, "培训教师", "method");
    expect([await offered(host, method), method.errorAlert.style]).toEqual([["入户走访", "查阅台账"], "Information"]);
    await generateMatrix({ ...base, checkMethods: ["第三方评估"] }, 2023);
    expect(await offered(host, await ruleOf(host, "培训教师", "method"))).toEqual(["第三方评估"]);
    const { checkMethods: _none, ...unnamed } = base;
    await generateMatrix(unnamed, 2023);
    expect((await offered(host, await ruleOf(host, "培训教师", "method"))).length).toBeGreaterThan(3);
  });

  it("keep what is typed as 评估方式 with its row", async () => {
    await generateMatrix(base, 2023);
    await typeInto(host, "培训教师", "method", "入户走访、问卷", base);
    await generateMatrix({ ...base, tasks: [task("t0", { span: [20, 30] }), ...base.tasks] }, 2023);
    expect(rowOf(await locate(host, base), "培训教师").cells.method).toBe("入户走访、问卷");
  });

  it("follow the plan in a sync: a changed target, a row that comes in, a row that gets its first number", async () => {
    await generateMatrix(base, 2023);
    const [reading, ...others] = base.indicators;
    const revised = {
      ...base,
      tasks: [...base.tasks, task("t4", { span: [250, 260] })],
      indicators: [
        reading!,
        ...others.map((one) =>
          one.id === "i2" ? { ...one, op: "~" as const, value: 80, quote: "培训教师80名左右" } : one,
        ),
        { ...others[0]!, id: "i8", taskId: "t3", name: "新建书屋", quote: "新建书屋9.5个", value: 9.5, unit: "个" },
      ],
    };
    await sync(revised);
    const changed = await ruleOf(host, "培训教师", "actual:2023");
    expect([changed.errorAlert.style, changed.prompt.message]).toEqual([
      "Warning",
      expect.stringContaining("方案原文：培训教师80名左右"),
    ]);
    expect((await ruleOf(host, "新建书屋", "actual:2021")).prompt.message).toContain("方案原文：新建书屋9.5个");
    expect(await offered(host, await ruleOf(host, "任务t4", "actual:2022"))).toEqual(["已完成", "推进中", "未开展"]);
    // The other ones stay as they are.
    expect((await ruleOf(host, "开展活动", "actual:2023")).prompt.title).toBe("开展活动");
    // The rule reads the row's own cells, wherever the row is now.
    const held = await locate(host, revised);
    const { row } = rowOf(held, "新建书屋");
    expect((await ruleOf(host, "新建书屋", "actual:2021")).rule.custom!.formula).toContain(
      cellAddress(row, columnOf(held, "target"), { column: true }),
    );
  });

  it("offer in a sync what the plan says now, and again what it said where that is undone", async () => {
    await generateMatrix(base, 2023);
    const methods = async (): Promise<CellValue[]> => offered(host, await ruleOf(host, "开展活动", "method"));
    const revised = { ...base, title: `${base.title}（修订）`, checkMethods: ["第三方评估", "现场核验", "问卷调查"] };
    await sync(revised);
    expect(await methods()).toEqual(["第三方评估", "现场核验", "问卷调查"]);
    const preview = (await previewSync(revised))!;
    expect(preview.inStep).toBe(true);
    await undoSync(preview.history.at(-1)!.id, now());
    expect(await methods()).toEqual(["入户走访", "查阅台账"]);
    // A list that people have changed stays as it is.
    const second = columnOf(await locate(host, base), "key") + 2;
    await change(host, (sheet) => void (sheet.getCell(titleRows.methods, second).values = [["翻看账本"]]));
    await sync(revised);
    expect(await methods()).toEqual(["入户走访", "翻看账本"]);
  });

  it("get rules for a year that a sync brings", async () => {
    await generateMatrix(base, 2023);
    await sync({ ...base, years: [2021, 2026] });
    expect((await ruleOf(host, "培训教师", "actual:2026")).prompt.title).toBe("培训教师");
    expect((await ruleOf(host, "任务t3", "actual:2026")).rule.list).toBeDefined();
  });

  it("come up in a sheet from before there were any, with all that is typed", async () => {
    await generateMatrix(base, 2023);
    await typeInto(host, "培训教师", "actual:2022", 40, base);
    await asBefore(host);
    expect((await locate(host, base)).columns.has("method")).toBe(false);
    await generateMatrix(base, 2023);
    expect(rowOf(await locate(host, base), "培训教师").cells).toMatchObject({ "actual:2022": 40, method: "" });
    expect(await offered(host, await ruleOf(host, "培训教师", "method"))).toEqual(["入户走访", "查阅台账"]);
    host.book.log.reset();
    await generateMatrix(base, 2023);
    expect(host.book.log.cellsWritten).toBe(0);
  });

  it("let a sheet from before be synced, and say how it gets what is new", async () => {
    await generateMatrix(base, 2023);
    await asBefore(host);
    const revised = {
      ...base,
      tasks: [...base.tasks, task("t4", { span: [250, 260] })],
      indicators: base.indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    };
    const preview = (await previewSync(revised))!;
    expect(preview.notes.map(inChinese)).toEqual([
      expect.stringContaining("较早的版式"),
      expect.stringContaining("以前的版式"),
    ]);
    await sync(revised);
    const located = await locate(host, revised);
    expect(rowOf(located, "培训教师").cells.target).toBe("≥80");
    expect(located.columns.has("method")).toBe(false);
    expect((await ruleOf(host, "培训教师", "actual:2022")).prompt.title).toBe("培训教师");
    expect((await previewSync(revised))!.inStep).toBe(true);
  });
});
