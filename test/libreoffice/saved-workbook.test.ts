import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import ExcelJS from "exceljs";
import { assess } from "../../src/assessment/assess";
import { generateMatrix } from "../../src/excel/generate";
import { locateIn, readWorkbook } from "../../src/excel/read-matrix";
import { reportedRows } from "../../src/assessment/reported-rows";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { titleRows } from "../../src/matrix/build";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { asOfName, asOfText } from "../../src/matrix/as-of";
import { yearName } from "../../src/matrix/formulas";
import { statusKeys, statusText } from "../../src/matrix/statuses";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

const seeds = join(__dirname, "..", "..", "seeds");
const year = 2023;
const read = readPlan(readFileSync(join(seeds, readdirSync(seeds)[0]!), "utf8"));
const promised = new Set(read.indicators.map(({ taskId }) => taskId));
const deadlines = [
  undefined,
  { text: "2023年6月底前", by: "2023-06" },
  { text: "2022年底前", by: "2022" },
  { text: "2023年6月1日前", by: "2023-06-01" },
  { text: "长期坚持", always: true as const },
];
/** The tasks without a number have deadlines, in turn. */
const seedPlan: Plan = {
  ...read,
  tasks: read.tasks.map((task, index) => ({
    ...task,
    ...(deadlines[index % deadlines.length] ? { deadline: deadlines[index % deadlines.length]! } : {}),
  })),
};
const words = ["已完成", "推进中", "", "未开展", "", "推进中", "快了"];

/** The entries by indicator, chosen so that every status occurs. */
const typed: [indicator: RegExp, entries: Record<number, string | number>][] = [
  [/示范学校/, { 2023: 3 }],
  [/举办科普讲座/, { 2023: 1 }],
  [/培训科学教师/, { 2023: 60 }],
  [/培训高素质农牧民/, { 2021: 100, 2022: 100, 2023: 100 }],
  [/实用人才/, { 2021: 500, 2022: 500, 2023: 500 }],
  [/在校学生人数/, { 2023: "九成" }],
  // More than 约1100 is not a shortfall.
  [/遴选科技示范户/, { 2023: 1500 }],
  // Wrong by a factor of a hundred, and of ten thousand.
  [/具备基本科学素质/, { 2023: 0.13 }],
  [/服务指导农牧民/, { 2023: 3 }],
  // A sum of which one part is wrong in this way.
  [/均配备健康科普宣传栏/, { 2022: 40, 2023: 0.6 }],
];

/** The statuses that these rows must have, by the same indicators. */
const judged: [indicator: RegExp, status: string][] = [
  [/遴选科技示范户/, "达标"],
  [/具备基本科学素质/, "无法识别"],
  [/服务指导农牧民/, "无法识别"],
  [/均配备健康科普宣传栏/, "无法识别"],
];

describeWith(["LibreOffice"], "the saved workbook in LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "matrix-"));
  /** By month of 截至, for each row: the status that LibreOffice calculates, and TypeScript's. */
  const months = new Map<number, { sheet: ExcelJS.Worksheet; expected: Map<string, string> }>();
  let host: Host;
  let recalculated: ExcelJS.Worksheet;

  beforeAll(async () => {
    host = openHost();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    await generateMatrix(seedPlan, year);
    await host.Excel.run(async (context) => {
      const state = await readWorkbook(context, yearName);
      const located = (await locateIn(state, seedPlan))!;
      for (const [name, entries] of typed) {
        const row = located.rows.find(({ cells }) => name.test(String(cells.indicator)))!;
        for (const [at, value] of Object.entries(entries)) {
          state.sheet!.getCell(row.row, located.columns.get(`actual:${at}`)!).values = [[value]];
        }
      }
      located.rows
        .filter(({ key }) => key?.taskId !== undefined && !promised.has(key.taskId))
        .forEach(({ row }, index) => {
          // One task was done in the year before.
          const at = index % 10 === 2 ? year - 1 : year;
          state.sheet!.getCell(row, located.columns.get(`actual:${at}`)!).values = [
            [at < year ? "已完成" : words[index % words.length]!],
          ];
        });
      await context.sync();
      const filled = (await locateIn(await readWorkbook(context, yearName), seedPlan))!;
      for (const row of reportedRows(filled)) {
        const known = judged.find(([name]) => name.test(row.indicator));
        if (known)
          expect([row.indicator, statusText(assess(row, { year, month: 12 }, seedPlan.years).status)]).toEqual([
            row.indicator,
            known[1],
          ]);
      }
    });
    for (const month of [6, 12]) months.set(month, await recalculatedAt(month));
    recalculated = months.get(12)!.sheet;
  }, 300_000);

  async function recalculatedAt(month: number): Promise<{ sheet: ExcelJS.Worksheet; expected: Map<string, string> }> {
    const expected = new Map<string, string>();
    await host.Excel.run(async (context) => {
      context.workbook.names.getItem(asOfName).getRange().values = [[asOfText(month)]];
      await context.sync();
      const filled = (await locateIn(await readWorkbook(context, yearName), seedPlan))!;
      for (const row of reportedRows(filled))
        expected.set(row.key, statusText(assess(row, { year, month: filled.month! }, seedPlan.years).status));
    });
    const bytes = await saveXlsx(host.book);
    // The stored results are removed, so that what is read below was calculated by LibreOffice.
    const emptied = new ExcelJS.Workbook();
    await emptied.xlsx.load(bytes as unknown as ArrayBuffer);
    emptied.getWorksheet(matrixSheetName)!.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      }),
    );
    const saved = join(folder, "saved.xlsx");
    writeFileSync(join(folder, "printed.xlsx"), bytes);
    await emptied.xlsx.writeFile(saved);
    const out = join(folder, "out");
    const file = new ExcelJS.Workbook();
    await file.xlsx.readFile(convertWithLibreOffice(saved, "xlsx:Calc MS Excel 2007 XML", out));
    return { sheet: file.getWorksheet(matrixSheetName)!, expected };
  }

  afterAll(() => {
    host?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const headerRow = (): number => {
    let found = 0;
    recalculated.eachRow((row, number) => {
      if (!found && (row.values as unknown[]).includes("任务") && (row.values as unknown[]).includes("状态"))
        found = number;
    });
    return found;
  };

  it("calculates each row's status as TypeScript judges it, for every status there is", () => {
    const header = headerRow();
    const column = (recalculated.getRow(header).values as unknown[]).indexOf("状态");
    const seen = new Set<string>();
    for (const [month, { sheet, expected }] of months) {
      for (const [key, status] of expected) {
        let shown = "";
        sheet.eachRow((row, number) => {
          if (number > header && String(row.getCell(1).value) === key) shown = String(row.getCell(column).result);
        });
        expect([month, key, shown]).toEqual([month, key, status]);
        seen.add(status);
      }
    }
    expect([...seen].sort()).toEqual(statusKeys.map(statusText).sort());
  });

  it("keeps conditional formats, validations, names and the hidden key column", () => {
    const formats = (recalculated as unknown as { conditionalFormattings: unknown[] }).conditionalFormattings;
    expect(formats.length).toBeGreaterThanOrEqual(4);
    const rules = Object.values(
      (recalculated as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } })
        .dataValidations.model,
    );
    expect(new Set(rules.map(({ type }) => type))).toEqual(new Set(["list", "custom"]));
    expect(recalculated.getRow(titleRows.words + 1).hidden).toBe(true);
    expect(recalculated.getColumn(1).hidden).toBe(true);
    expect(recalculated.workbook.definedNames.getRanges(yearName).ranges).toHaveLength(1);
  });

  it("keeps what each row takes: its rule for its own cells, the refusal, the hint with the plan's sentence", () => {
    const header = headerRow();
    const headers = recalculated.getRow(header).values as unknown[];
    let row = 0;
    recalculated.eachRow((one, number) => {
      if (number > header && String(one.getCell(headers.indexOf("指标")).value).includes("培训科学教师")) row = number;
    });
    const letters = (column: number): string => recalculated.getColumn(column).letter;
    const first = (recalculated.getRow(titleRows.years + 1).values as unknown[]).indexOf(seedPlan.years[0]);
    const rule = recalculated.getCell(row, first).dataValidation;
    const [formula] = rule.formulae as string[];
    expect(rule).toMatchObject({
      type: "custom",
      errorStyle: "stop",
      promptTitle: expect.stringContaining("培训科学教师"),
      prompt: expect.stringContaining("方案原文："),
    });
    expect(
      [
        `$${letters(headers.indexOf("目标"))}${row}`,
        `$${letters(headers.indexOf("计量单位"))}${row}`,
        `${letters(first)}${row}=INT(${letters(first)}${row})`,
      ].filter((part) => !formula!.includes(part)),
    ).toEqual([]);
    const method = recalculated.getCell(row, headers.indexOf("评估方式")).dataValidation;
    expect(method).toMatchObject({ type: "list", errorStyle: "information" });
    const [from, to] = String(method.formulae[0])
      .replace(/\$|^.*!/g, "")
      .split(":");
    expect(
      ["B", "C", "D", "E"].map((letters) => recalculated.getCell(`${letters}${from!.replace(/\D/g, "")}`).value),
    ).toEqual(seedPlan.checkMethods);
    expect(to).toBe(from!.replace("B", "E"));
  });

  it("prints on A3 landscape, one page wide, with the header row on every page", () => {
    const pdf = convertWithLibreOffice(join(folder, "printed.xlsx"), "pdf", folder);
    const info = execFileSync("pdfinfo", ["-f", "1", "-l", "99", pdf], { encoding: "utf8" });
    const pages = Number(/Pages:\s+(\d+)/.exec(info)![1]);
    expect(pages).toBeGreaterThan(1);
    for (const [, width, height] of info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
    }
    // The sheet is one page wide, so the number of pages is the number of page heights, and each begins with the
    // table's header.
    for (let page = 1; page <= pages; page++) {
      const text = execFileSync("pdftotext", ["-f", String(page), "-l", String(page), "-layout", pdf, "-"], {
        encoding: "utf8",
      });
      expect(text).toContain("佐证材料");
      expect(text).toContain("评估方式");
      expect(text).toContain("状态");
      expect(text.replace(/\s/g, "")).toContain(`第${page}页，共${pages}页`);
    }
  }, 180_000);
});
