import fc from "fast-check";
import { buildMatrix, titleRows, type Matrix } from "../../src/matrix/build";
import { matrixSheetName, matrixTableName } from "../../src/matrix/sheet-name";
import { yearName } from "../../src/matrix/formulas";
import type { Area } from "../../src/matrix/sheet";
import { anyPlan, bundledPlan, plan } from "../plans";

const columnOf = ({ columns }: Matrix, key: string): number => columns.findIndex((column) => column.key === key);

/** Every area that the sheet speaks of. */
const areasOf = ({ sheet }: Matrix): Area[] => [
  ...sheet.filledFormulas.map(({ area }) => area),
  ...sheet.styles.map(({ area }) => area),
  ...sheet.conditionalFormats.map(({ area }) => area),
  ...sheet.validations.map(({ area }) => area),
  ...sheet.names.map(({ area }) => area),
  ...sheet.formulas.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
  sheet.table!.area,
];

describe("the sheet of a matrix", () => {
  const matrix = buildMatrix(plan(), { year: 2023 });
  const { sheet, rows } = matrix;
  const first = titleRows.header + 1;

  it("has the plan's title, its source, the assessment year and a legend of marks and statuses above the table", () => {
    expect(sheet.name).toBe(matrixSheetName);
    const texts = sheet.cells.slice(0, titleRows.header).map((row) => row.filter((cell) => cell !== ""));
    expect(texts[titleRows.title]).toEqual(["青山县全民阅读实施方案（2021—2025年）责任矩阵"]);
    expect(texts[titleRows.source]).toEqual(["青山县人民政府　2021年5月6日　任务 3 项　单位 3 个　指标 4 项"]);
    expect(texts[titleRows.year]).toEqual([yearName, 2023]);
    expect(texts[titleRows.legend]![0]).toMatch(/● 牵头.*○ 责任.*△/);
    expect(texts[titleRows.statuses]![0]).toMatch(/未报＝.*▲未达标＝.*无量化指标＝/);
  });

  it("has a hidden row above the header with the years to choose from, and every other column's key", () => {
    const keys = matrix.columns.map(({ key, year }) => year ?? `#${key}`);
    expect(sheet.cells[titleRows.years]).toEqual(keys);
    expect(keys.filter((key) => typeof key === "number")).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(keys).toContain("#unit:县教育局");
  });

  it("is a table of the header row and the plan's rows, with nothing below", () => {
    expect(sheet.table).toMatchObject({ name: matrixTableName, area: { row: titleRows.header, column: 0, rows: rows.length + 1, columns: matrix.columns.length } });
    expect(sheet.cells[titleRows.header]).toEqual(matrix.columns.map(({ header }) => header));
    expect(sheet.cells.slice(first)).toEqual(rows.map(({ cells }) => matrix.columns.map(({ key }) => cells[key] ?? "")));
  });

  it("takes the wanted assessment year, or the plan's last where it is none of the plan's", () => {
    const yearOf = (year?: number): unknown => buildMatrix(plan(), year === undefined ? {} : { year }).sheet.cells[titleRows.year]![columnOf(matrix, "task")];
    expect([yearOf(), yearOf(2021), yearOf(2025), yearOf(2020), yearOf(2026)]).toEqual([2025, 2021, 2025, 2025, 2025]);
  });

  it("names the assessment year's cell and offers there a list of just the plan's years", () => {
    const cell = { row: titleRows.year, column: columnOf(matrix, "task"), rows: 1, columns: 1 };
    expect(sheet.names).toEqual([{ name: yearName, area: cell }]);
    expect(sheet.validations[0]).toMatchObject({ area: cell, rule: { kind: "list", source: "=$I$8:$M$8" }, alert: { style: "stop" } });
    expect(sheet.cells[titleRows.years]!.slice(8, 13)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(sheet.hiddenRows).toEqual([titleRows.methods, titleRows.words, titleRows.years]);
  });

  it("lets what is typed be typed while protected", () => {
    const actuals = { row: first, column: columnOf(matrix, "actual:2021"), rows: rows.length, columns: 5 };
    const unlocked = sheet.styles.filter(({ style }) => style.unlocked).map(({ area }) => area);
    expect(unlocked).toEqual(expect.arrayContaining([actuals, { ...actuals, column: columnOf(matrix, "evidence"), columns: 3 }, sheet.names[0]!.area]));
  });

  it("calculates current value, ratio and status in every row", () => {
    expect(sheet.filledFormulas.map(({ area }) => area)).toEqual(
      ["current", "ratio", "status"].map((key) => ({ row: first, column: columnOf(matrix, key), rows: rows.length, columns: 1 })),
    );
  });

  it("hides the key, keeps header and task in view, and prints on A3 across with the header on each page", () => {
    expect(sheet.hiddenColumns).toEqual([columnOf(matrix, "key")]);
    expect(sheet.freeze).toEqual({ rows: titleRows.header + 1, columns: columnOf(matrix, "task") + 1 });
    expect(sheet.page).toMatchObject({ paper: "a3", orientation: "landscape", pagesWide: 1, titleRows: [titleRows.header, titleRows.header] });
    expect(sheet.page!.footerCenter).toContain("&P");
  });

  it("colours a row that falls short first, and looks only at texts of its own row or the row above", () => {
    expect(sheet.conditionalFormats[0]!.formula).toBe('=LEFT($P10,1)="▲"');
    expect(columnOf(matrix, "status")).toBe(15);
    for (const { formula } of sheet.conditionalFormats) expect(formula.replace(/"[^"]*"/g, "").match(/\$?[A-Z]+\$?\d+/g)).toEqual(expect.not.arrayContaining([expect.stringMatching(/\$\d|(?<!\D9|\D10)$/)]));
  });

  it("is as high as the longest unit name needs, and no higher than a row can be", () => {
    const height = (name: string): number => buildMatrix(plan({ units: [{ name, aliases: [] }], groups: [] })).sheet.rowHeights[titleRows.header]!;
    expect(height("县委宣传部办公室")).toBeGreaterThan(height("县教育局"));
    expect(height("长".repeat(500))).toBeLessThanOrEqual(409);
  });

  it("holds all 48 rows and 56 columns of the bundled plan", () => {
    expect(buildMatrix(bundledPlan()).sheet.table!.area).toEqual({ row: titleRows.header, column: 0, rows: 49, columns: 56 });
  });

  it("is sound for any plan: rows equally wide, all areas inside, sizes for each row and column", () => {
    fc.assert(
      fc.property(anyPlan, fc.option(fc.integer({ min: 2019, max: 2027 }), { nil: undefined }), (any, year) => {
        const built = buildMatrix(any, year === undefined ? {} : { year });
        const { cells, columnWidths, rowHeights, table } = built.sheet;
        const width = built.columns.length;
        expect(cells.map((row) => row.length)).toEqual(cells.map(() => width));
        for (const area of areasOf(built)) {
          expect(Math.min(area.row, area.column)).toBeGreaterThanOrEqual(0);
          expect(Math.min(area.rows, area.columns)).toBeGreaterThanOrEqual(1);
          expect(area.row + area.rows).toBeLessThanOrEqual(cells.length);
          expect(area.column + area.columns).toBeLessThanOrEqual(width);
        }
        expect([columnWidths.length, rowHeights.length]).toEqual([width, cells.length]);
        expect(table!.area.row + table!.area.rows).toBe(cells.length);
        // A table needs one row below its header.
        expect(table!.area.rows).toBe(Math.max(1, built.rows.length) + 1);
        expect(any.years[0] <= Number(cells[titleRows.year]![3]) && Number(cells[titleRows.year]![3]) <= any.years[1]).toBe(true);
      }),
    );
  });
});
