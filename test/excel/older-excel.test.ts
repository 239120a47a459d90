import { generateMatrix } from "../../src/excel/generate";
import { readView } from "../../src/excel/views";
import { openHost } from "../../src/host/node";
import { matrixTableName } from "../../src/matrix/sheet-name";
import { offerSource, readSource } from "../../src/excel/source-sheet";
import { base, overFormula, scenarios, typed, work } from "./switch-run";
import { use, year } from "./sync/workbooks";
import { everything, locate, rowOf } from "./workbook";

jest.setTimeout(120_000);

/** 1.9 is the oldest that is supported; `Range.moveTo` came with 1.11, `Table.resize` and merged areas with 1.13. */
describe.each([1.9, 1.12])("in an Excel of ExcelApi %d", (excelApi) => {
  it("all that writes goes through without what came later, and nothing typed is lost", async () => {
    const host = openHost({ excelApi });
    use(host);
    try {
      await generateMatrix(base, year);
      await work(host);
      host.book.log.reset();
      for (const [name, run] of Object.entries(scenarios)) {
        expect([
          name,
          await run(host).then(
            () => undefined,
            (error: unknown) => error,
          ),
        ]).toEqual([name, undefined]);
        const there = await everything(host);
        expect([name, typed.filter((value) => !there.has(value))]).toEqual([name, []]);
      }
      expect(await everything(host)).toContain(overFormula);
      // Rows that were added belong to the table, those at its end as well.
      const located = await locate(host, base);
      const { area } = host.book.tables.find(({ name }) => name === matrixTableName)!;
      expect(area.row + area.rows - 1).toBe(Math.max(...located.rows.map(({ row }) => row)));
      expect(rowOf(located, "培训教师").cells["actual:2022"]).toBe(40.25);
      expect((await readView())!.rows.all).toBe(located.rows.length);
      const later =
        excelApi < 1.11
          ? /\.(?:resize|getMergedAreasOrNullObject|moveTo)$/i
          : /\.(?:resize|getMergedAreasOrNullObject)$/i;
      expect([...host.book.log.members].filter((member) => later.test(member))).toEqual([]);
    } finally {
      host.dispose();
    }
  });

  it("a table that is open is read, and that it has merged cells is not asked", async () => {
    const host = openHost({ excelApi });
    use(host);
    try {
      await host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("A1:B3").values = [
          ["任务", "牵头单位"],
          ["建成示范学校", "县教育局"],
          ["培训教师", ""],
        ];
        sheet.getRange("B2:B3").merge();
        await context.sync();
      });
      const { cells, merges } = await readSource((await offerSource()).sheet!);
      expect([cells, merges]).toEqual([
        [
          ["任务", "牵头单位"],
          ["建成示范学校", "县教育局"],
          ["培训教师", ""],
        ],
        undefined,
      ]);
      expect([...host.book.log.members].filter((member) => /getMergedAreasOrNullObject$/i.test(member))).toEqual([]);
    } finally {
      host.dispose();
    }
  });
});
