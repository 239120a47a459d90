import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { breakdown } from "../../src/assessment/breakdown";
import { makeList, readYearResults } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { dashboardSheetName, shortfallSheetName } from "../../src/excel/sheet-names";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { actualKey } from "../../src/matrix/columns";
import { statusKeys, statusText } from "../../src/matrix/statuses";
import { openWorkbook, change, locate, readSheet } from "../excel/workbook";
import { bundledPlan } from "../plans";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

const year = 2023;
const of = bundledPlan();

describeWith(["LibreOffice"], "the lists in LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "lists-"));
  let host: Host;
  let returned: Host;
  let board: ExcelJS.Worksheet;

  beforeAll(async () => {
    host = openWorkbook();
    await generateMatrix(of, year);
    const { rows, columns } = await locate(host, of);
    await change(host, (sheet) => {
      const at = columns.get(actualKey(year))!;
      sheet.getRangeByIndexes(rows[0]!.row, at, rows.length, 1).values = rows.map(({ cells }, index) => [
        cells.target === "" ? ["已完成", "推进中", ""][index % 3]! : index % 5 === 0 ? "" : index * 7,
      ]);
    });
    for (const kind of ["dashboard", "units", "shortfalls"] as const) await makeList(kind);
    await host.type(`${shortfallSheetName}!M4`, "补训一期");
    // The stored results of the board's formulas are removed, so that what is read below was calculated by LibreOffice.
    const emptied = new ExcelJS.Workbook();
    await emptied.xlsx.load((await saveXlsx(host.book)) as unknown as ArrayBuffer);
    emptied.getWorksheet(dashboardSheetName)!.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      }),
    );
    await emptied.xlsx.writeFile(join(folder, "emptied.xlsx"));
    writeFileSync(join(folder, "saved.xlsx"), await saveXlsx(host.book));
    mkdirSync(join(folder, "out"));
    const calculated = new ExcelJS.Workbook();
    await calculated.xlsx.readFile(
      convertWithLibreOffice(join(folder, "emptied.xlsx"), "xlsx:Calc MS Excel 2007 XML", join(folder, "out")),
    );
    board = calculated.getWorksheet(dashboardSheetName)!;
    returned = await openHost({
      file: new Uint8Array(
        readFileSync(
          convertWithLibreOffice(join(folder, "saved.xlsx"), "xlsx:Calc MS Excel 2007 XML", join(folder, "out")),
        ),
      ),
    });
  }, 300_000);

  afterAll(() => {
    host?.dispose();
    returned?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("count there as the results does, by status, section and lead", async () => {
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    const results = await readYearResults();
    const lines = new Map<string, unknown[]>();
    let headers: string[] = [];
    let split = 0;
    board.eachRow((row) => {
      const cells = Array.from({ length: 30 }, (_, index) =>
        row.getCell(index + 1).formula ? (row.getCell(index + 1).result as unknown) : row.getCell(index + 1).value,
      );
      if (cells.includes("没有量化指标的任务")) split = cells.indexOf("没有量化指标的任务");
      if (cells[1] === "板块") headers = cells.map(String);
      lines.set(String(cells[1]).trim(), cells);
    });
    // Some statuses have a column for numbers and one for tasks.
    const all = (name: string): Record<string, unknown> =>
      Object.fromEntries(
        statusKeys.map((key) => [
          key,
          headers.reduce((sum, header, at) => sum + (header === statusText(key) ? Number(lines.get(name)![at]) : 0), 0),
        ]),
      );
    const done = (name: string): unknown => lines.get(name)![headers.indexOf(statusText("done"), split)];
    expect(all("合计")).toEqual(results.counts);
    for (const key of statusKeys) expect([key, lines.get(statusText(key))![2]]).toEqual([key, results.counts[key]]);
    for (const by of ["section", "lead"] as const)
      for (const one of breakdown(results.rows, by))
        expect([one.name, all(one.name), done(one.name)]).toEqual([one.name, one.counts, one.tasks.done]);
    expect(String(lines.get(`按 ${year} 年评估，截至12月。随责任矩阵的填报和“评估年度”自动更新。`)![1])).toContain(
      String(year),
    );
  });

  it("come back with their bars, and are made again with what was typed in them", async () => {
    const bars = returned.book.conditionalFormats.filter(({ kind }) => kind === "DataBar");
    expect(bars.map(({ rule, bar }) => [rule, bar!.fill, bar!.gradient])).toEqual(
      Array.from({ length: 5 }, () => [
        { lower: { type: "Number", formula: "0" }, upper: { type: "Number", formula: "1" } },
        "#8FB4DB",
        false,
      ]),
    );
    Object.assign(globalThis, { Excel: returned.Excel, Office: returned.Office });
    expect(await makeList("shortfalls")).toMatchObject({ created: false });
    expect((await readSheet(returned, shortfallSheetName))!.values.flat()).toContain("补训一期");
    expect(await makeList("dashboard")).toMatchObject({ created: false });
  });
});
