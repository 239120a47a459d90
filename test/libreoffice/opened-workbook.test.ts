import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateMatrix } from "../../src/excel/generate";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { readPlan } from "../../src/plan";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

const seeds = join(__dirname, "..", "..", "seeds");

describeWith(["LibreOffice"], "a matrix that LibreOffice has saved", () => {
  const folder = mkdtempSync(join(tmpdir(), "matrix-"));
  let made: Host;
  let opened: Host;

  beforeAll(async () => {
    made = openHost();
    Object.assign(globalThis, { Excel: made.Excel, Office: made.Office });
    await generateMatrix(readPlan(readFileSync(join(seeds, readdirSync(seeds)[0]!), "utf8")), 2023);
    const file = join(folder, "matrix.xlsx");
    writeFileSync(file, await saveXlsx(made.book));
    const saved = convertWithLibreOffice(file, "xlsx:Calc MS Excel 2007 XML", join(folder, "out"));
    opened = await openHost({ file: new Uint8Array(readFileSync(saved)) });
  }, 240_000);

  afterAll(() => {
    made?.dispose();
    opened?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const cells = (host: Host): Promise<{ values: unknown[][]; formulas: unknown[][] }> =>
    host.Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem(matrixSheetName).getUsedRange(true);
      used.load("values,formulas");
      await context.sync();
      return { values: used.values, formulas: used.formulas };
    });

  it("opens in the embedded host with the same cells", async () => {
    const [before, after] = [await cells(made), await cells(opened)];
    expect(after.values).toEqual(before.values);
    // LibreOffice writes the two constants as functions. Differences are reported as addresses, because the formulas
    // are long.
    const constants = (formula: unknown): string => String(formula).replace(/\b(TRUE|FALSE)\(\)/g, "$1");
    const differing = before.formulas.flatMap((line, row) =>
      line.flatMap((formula, column) =>
        constants(after.formulas[row]?.[column]) === constants(formula) ? [] : [[row, column]],
      ),
    );
    expect(differing).toEqual([]);
  });

  it("still has its table, names, rules, panes, hidden columns and print set-up", () => {
    const kept = ({ book }: Host): unknown => {
      const [sheet] = book.allSheets;
      const grid = book.grid.sheet(sheet!.id);
      return {
        tables: book.tables.map(({ name, area }) => [name, area]),
        names: book.names
          .map(({ name, target }) => [name, target.area] as const)
          .sort(([one], [other]) => one.localeCompare(other)),
        formats: book.conditionalFormats.map(({ formula, area, fill }) => [formula, area, fill]),
        validated: book.validations.reduce((sum, { area }) => sum + area.rows * area.columns, 0),
        frozen: [grid.getFreeze().xSplit, grid.getFreeze().ySplit],
        hidden: Array.from({ length: 60 }, (_, column) => grid.getSheet().getColVisible(column)),
        paper: [
          sheet!.page.orientation,
          sheet!.page.paperSize,
          sheet!.page.zoom.horizontalFitToPages,
          sheet!.page.titleRows,
        ],
      };
    };
    expect(kept(opened)).toEqual(kept(made));
  });
});
