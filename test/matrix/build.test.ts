import fc from "fast-check";
import { buildMatrix, titleRows, type Matrix } from "../../src/matrix/build";
import { matrixSheetName, matrixTableName } from "../../src/matrix/sheet-name";
import { yearName } from "../../src/matrix/formulas";
import { hintLimits, type Area, type Validation } from "../../src/matrix/sheet";
import { cellAddress, columnLetters } from "../../src/matrix/address";
import { asOfChoices, asOfName } from "../../src/matrix/as-of";
import { anyPlan, bundledPlan, plan, task } from "../plans";
import { columnIn as columnOf } from "./readings";

/** Every area to which the sheet's description refers. */
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
  /** A plan that promises no number. */
  const bare = buildMatrix(plan({ indicators: [] }), { year: 2023 });

  it("has the plan's title, and below it assessment year, month and counts; the year's label is in the hidden key column", () => {
    expect(sheet.name).toBe(matrixSheetName);
    const texts = sheet.cells.slice(0, titleRows.header).map((row) => row.filter((cell) => cell !== ""));
    expect(texts[titleRows.title]).toEqual(["青山县全民阅读实施方案（2021—2025年）责任矩阵"]);
    expect(texts[titleRows.year]).toEqual([yearName, 2023, "截至12月"]);
    expect(sheet.cells[titleRows.year]![columnOf(matrix, "key")]).toBe(yearName);
    const status = `$${columnLetters(columnOf(matrix, "status"))}`;
    expect(sheet.formulas).toEqual([
      {
        row: titleRows.year,
        column: columnOf(matrix, "indicator"),
        formula: expect.stringContaining(`COUNTIF(${status}:${status},"未报")`),
      },
    ]);
  });

  it("counts statuses in the first shown column right of the tasks, whatever the plan", () => {
    for (const one of [matrix, bare, buildMatrix(bundledPlan())]) {
      const { column } = one.sheet.formulas[0]!;
      const task = columnOf(one, "task");
      expect(one.sheet.hiddenColumns).not.toContain(column);
      expect(one.columns[column]!.kind).not.toBe("unit");
      for (let left = task + 1; left < column; left++) expect(one.sheet.hiddenColumns).toContain(left);
    }
  });

  it("takes two low rows for the title on the screen, and the header no more than 简称 need", () => {
    const { rowHeights, hiddenRows } = buildMatrix(bundledPlan()).sheet;
    const shown = rowHeights.slice(0, titleRows.header).filter((_, row) => !hiddenRows.includes(row));
    expect(shown).toHaveLength(2);
    // Points: 190 px of a screen are 142.5.
    expect(shown.reduce((sum: number, height) => sum + height!, 0) + rowHeights[titleRows.header]!).toBeLessThanOrEqual(
      142.5,
    );
  });

  it("has its legend in the footer, where it takes nothing of the screen, and page numbers", () => {
    expect(sheet.page!.footerLeft).toMatch(/● 牵头.*○ 责任.*△.*▲/);
    expect(sheet.page!.footerCenter).toContain("&P");
    expect(sheet.cells.slice(0, titleRows.header).flat().join("")).not.toContain("牵头");
  });

  it("has a hidden row above the header with the years to choose from, and every other column's key", () => {
    const keys = matrix.columns.map(({ key, year }) => year ?? `#${key}`);
    expect(sheet.cells[titleRows.years]).toEqual(keys);
    expect(keys.filter((key) => typeof key === "number")).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(keys).toContain("#unit:县教育局");
  });

  it("is a table of the header row and the plan's rows, with nothing below", () => {
    expect(sheet.table).toMatchObject({
      name: matrixTableName,
      area: { row: titleRows.header, column: 0, rows: rows.length + 1, columns: matrix.columns.length },
    });
    expect(sheet.cells[titleRows.header]).toEqual(matrix.columns.map(({ header }) => header));
    expect(sheet.cells.slice(first)).toEqual(
      rows.map(({ cells }) => matrix.columns.map(({ key }) => cells[key] ?? "")),
    );
  });

  it("takes the wanted assessment year, or the plan's last where it is none of the plan's", () => {
    const yearOf = (year?: number): unknown =>
      buildMatrix(plan(), year === undefined ? {} : { year }).sheet.cells[titleRows.year]![columnOf(matrix, "number")];
    expect([yearOf(), yearOf(2021), yearOf(2025), yearOf(2020), yearOf(2026)]).toEqual([2025, 2021, 2025, 2025, 2025]);
  });

  const titleCell = (key: string): Area => ({
    row: titleRows.year,
    column: columnOf(matrix, key),
    rows: 1,
    columns: 1,
  });
  const ruleAt = (area: Area): Validation | undefined =>
    sheet.validations.find((one) => JSON.stringify(one.area) === JSON.stringify(area));

  it("names the assessment year's cell and offers there a list of just the plan's years", () => {
    expect(sheet.names).toContainEqual({ name: yearName, area: titleCell("number") });
    const [first, last] = [2021, 2025].map((year) => columnOf(matrix, `actual:${year}`)) as [number, number];
    const list = [first, last]
      .map((column) => cellAddress(titleRows.years, column, { row: true, column: true }))
      .join(":");
    expect(ruleAt(titleCell("number"))).toMatchObject({
      rule: { kind: "list", source: `=${list}` },
      alert: { style: "stop" },
      prompt: { title: yearName },
    });
    expect(sheet.cells[titleRows.years]!.slice(first, last + 1)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(sheet.hiddenRows).toEqual([titleRows.methods, titleRows.words, titleRows.years]);
  });

  it("names the month's cell and offers there the twelve months, those of quarters first", () => {
    expect(sheet.names).toContainEqual({ name: asOfName, area: titleCell("task") });
    const rule = ruleAt(titleCell("task"))!;
    expect(rule).toMatchObject({ rule: { kind: "list", source: asOfChoices.join(",") }, alert: { style: "stop" } });
    expect(asOfChoices.slice(0, 4)).toEqual(["截至12月", "截至3月", "截至6月", "截至9月"]);
    // Excel accepts no longer list than this.
    expect(asOfChoices.join(",").length).toBeLessThanOrEqual(255);
    expect(buildMatrix(plan(), { month: 6 }).sheet.cells[titleRows.year]![columnOf(matrix, "task")]).toBe("截至6月");
  });

  it("says a unit's full name where its header is selected, and how columns are read that need it", () => {
    const hint = (key: string, of = matrix): Validation["prompt"] => {
      const column = columnOf(of, key);
      return of.sheet.validations.find(({ area }) => area.row === titleRows.header && area.column === column)?.prompt;
    };
    expect(hint("unit:县文化和旅游局")).toEqual({ title: "文旅局", message: "县文化和旅游局" });
    expect(hint("group:各成员单位")).toBeUndefined();
    expect(hint("unit:县文化和旅游局", buildMatrix(plan(), { style: "full" }))).toBeUndefined();
    for (const key of ["target", "deadline", "status", "progress"]) expect(hint(key)!.message).not.toBe("");
    expect(hint("status")!.message).toContain("▲未达标");
    const bundled = buildMatrix(bundledPlan());
    const renamed = bundled.columns.filter(({ name, header }) => name !== undefined && name !== header);
    expect(renamed.length).toBeGreaterThan(20);
    expect(renamed.map(({ key }) => hint(key, bundled))).toEqual(
      renamed.map(({ header, name }) => ({ title: header, message: name })),
    );
  });

  it("keeps every hint within what Excel takes", () => {
    const longName = `县${"长".repeat(300)}局`;
    for (const one of [
      matrix,
      buildMatrix(bundledPlan()),
      buildMatrix(plan({ units: [{ name: longName, aliases: [] }] })),
    ]) {
      for (const { prompt, alert } of one.sheet.validations) {
        for (const { title, message } of [prompt, alert].filter((one) => one !== undefined)) {
          expect(title.length).toBeLessThanOrEqual(hintLimits.title);
          expect(message.length).toBeLessThanOrEqual(hintLimits.message);
        }
      }
    }
  });

  it("lets what is typed be typed while protected", () => {
    const actuals = { row: first, column: columnOf(matrix, "actual:2021"), rows: rows.length, columns: 5 };
    const texts = { ...actuals, column: columnOf(matrix, "progress"), columns: 4 };
    const unlocked = sheet.styles.filter(({ style }) => style.unlocked).map(({ area }) => area);
    expect(unlocked).toEqual(expect.arrayContaining([actuals, texts, titleCell("number"), titleCell("task")]));
  });

  it("holds digits as numbers where the plan numbers its tasks by them, so that no cell is marked as a number stored as text", () => {
    const numbered = buildMatrix(
      plan({
        tasks: ["12", "一/(一)/1", "一/3", "3/1", "7"].map((path, index) => task(`t${index + 1}`, { path })),
        indicators: [],
      }),
    );
    const column = columnOf(numbered, "number");
    const numbers = numbered.sheet.cells.slice(first).map((row) => row[column]);
    expect(numbers.filter((cell) => typeof cell === "number")).toEqual([12, 7]);
    expect(numbers.filter((cell) => typeof cell === "string" && !Number.isNaN(Number(cell)))).toEqual([]);
  });

  it("calculates current value, ratio and status in every row", () => {
    expect(sheet.filledFormulas.map(({ area }) => area)).toEqual(
      ["current", "ratio", "status"].map((key) => ({
        row: first,
        column: columnOf(matrix, key),
        rows: rows.length,
        columns: 1,
      })),
    );
  });

  it("keeps header and task in view, and prints on A3 across with the header on each page", () => {
    expect(sheet.freeze).toEqual({ rows: titleRows.header + 1, columns: columnOf(matrix, "task") + 1 });
    expect(sheet.page).toMatchObject({
      paper: "a3",
      orientation: "landscape",
      pagesWide: 1,
      titleRows: [titleRows.header, titleRows.header],
    });
  });

  it("hides the keys, the days behind the deadlines, all years but the assessed one, and what the plan does not have", () => {
    const hiddenIn = ({ columns, sheet: of }: Matrix): string[] =>
      of.hiddenColumns.map((column) => columns[column]!.key);
    expect(hiddenIn(matrix)).toEqual(
      expect.arrayContaining([
        "key",
        "due",
        "deadline",
        "persons",
        "actual:2021",
        "actual:2022",
        "actual:2024",
        "actual:2025",
      ]),
    );
    for (const key of [
      "number",
      "task",
      "indicator",
      "target",
      "actual:2023",
      "status",
      "progress",
      "method",
      "evidence",
      "remark",
      "unit:县教育局",
    ])
      expect(hiddenIn(matrix)).not.toContain(key);
    expect(hiddenIn(bare)).toEqual(expect.arrayContaining(["indicator", "period", "target", "measure"]));
  });

  it("colours a row that falls short first, and looks only at texts of its own row or the row above", () => {
    expect(sheet.conditionalFormats[0]!.formula).toBe(
      `=LEFT(${cellAddress(first, columnOf(matrix, "status"), { column: true })},1)="▲"`,
    );
    const rowsLookedAt = sheet.conditionalFormats.flatMap(({ formula }) =>
      [...formula.replace(/"[^"]*"/g, "").matchAll(/\$?[A-Z]+(\$?\d+)/g)].map(([, row]) => row),
    );
    expect([...new Set(rowsLookedAt)].sort()).toEqual([first, first + 1].map(String).sort());
  });

  it("is as high as the longest header of a unit needs, and no higher than a row can be", () => {
    const height = (name: string): number =>
      buildMatrix(plan({ units: [{ name, aliases: [] }], groups: [] }), { style: "full" }).sheet.rowHeights[
        titleRows.header
      ]!;
    expect(height("县委宣传部办公室")).toBeGreaterThan(height("县教育局"));
    expect(height("长".repeat(500))).toBeLessThanOrEqual(409);
  });

  it("holds all 48 rows and 60 columns of the bundled plan", () => {
    expect(buildMatrix(bundledPlan()).sheet.table!.area).toEqual({
      row: titleRows.header,
      column: 0,
      rows: 49,
      columns: 60,
    });
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
        const assessed = Number(cells[titleRows.year]![columnOf(built, "number")]);
        expect(any.years[0] <= assessed && assessed <= any.years[1]).toBe(true);
      }),
    );
  });
});
