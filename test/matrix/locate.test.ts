import { buildMatrix, titleRows } from "../../src/matrix/build";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../../src/matrix/locate";
import { plan } from "../plans";
import {
  columnOf,
  lineOf,
  movedColumns,
  pushedTo,
  readingOf,
  rowsOf,
  sortedRows,
  typedAt,
  typedInto,
  withColumn,
  withRow,
} from "./readings";

const fresh = (): SheetReading => readingOf(buildMatrix(plan(), { year: 2023 }).sheet);
const locate = (reading: SheetReading): LocatedMatrix => {
  const located = locateMatrix(reading, [plan()]);
  if (!located) throw new Error("no matrix found");
  return located;
};
const names = ({ rows }: LocatedMatrix): unknown[] => rows.map(({ cells }) => cells.indicator || cells.task);
const at = (key: string): number => columnOf(fresh(), key);
const first = titleRows.header + 1;
const inOrder = ["居民综合阅读率", "建成示范学校", "培训教师", "开展活动", "任务t3"];

describe("finding the matrix in a sheet", () => {
  it("finds header row, columns, rows, keys and assessment year of a sheet as it was made", () => {
    const found = locate(fresh());
    expect(found.headerRow).toBe(titleRows.header);
    expect(found.year).toBe(2023);
    expect(names(found)).toEqual(inOrder);
    expect(found.rows.map(({ row, key }) => [row, key?.taskId, key?.indicatorId])).toEqual([
      [first, undefined, "i0"],
      [first + 1, "t1", "i1"],
      [first + 2, "t1", "i2"],
      [first + 3, "t2", "i3"],
      [first + 4, "t3", undefined],
    ]);
  });

  it("tells a cell's formula from its value", () => {
    const [row] = locate(fresh()).rows;
    expect(Object.keys(row!.formulas)).toEqual(["current", "ratio", "status"]);
    expect(row!.formulas.status).toMatch(/^=IFERROR\(IF\(/);
    expect(row!.cells.status).toBe("算得");
  });

  it("takes a text that only looks like a formula for a text", () => {
    expect(locate(typedAt(fresh(), ["建成示范学校", "remark", "=SUM(A1)"])).rows[1]).toMatchObject({
      cells: { remark: "=SUM(A1)" },
      formulas: expect.not.objectContaining({ remark: expect.anything() }),
    });
  });

  it("finds moved columns by their headers", () => {
    const width = fresh().values[0]!.length;
    const order = Array.from({ length: width }, (_, index) => width - 1 - index);
    const found = locate(movedColumns(fresh(), order));
    expect(found.columns.get("key")).toBe(width - 1);
    expect(found.columns.get("actual:2021")).toBe(width - 1 - at("actual:2021"));
    expect(found.rows.map(({ cells }) => cells["unit:县教育局"])).toEqual(["", "●", "●", "", "●"]);
    expect(names(found)).toEqual(inOrder);
  });

  it("finds the table where rows and columns were inserted before it", () => {
    const reading = fresh();
    const blank = reading.values[0]!.map(() => "");
    const lower = locate({
      ...reading,
      values: [blank, blank, ...reading.values],
      formulas: [blank, blank, ...reading.formulas],
    });
    expect([lower.headerRow, lower.rows[0]!.row, lower.year]).toEqual([titleRows.header + 2, first + 2, 2023]);
    const moved = locate(pushedTo(reading, 4, 3));
    expect([moved.headerRow, moved.rows[0]!.row, moved.columns.get("number")]).toEqual([
      titleRows.header + 4,
      first + 4,
      at("number") + 3,
    ]);
  });

  it("finds rows by key after sorting", () => {
    const found = locate(sortedRows(fresh(), [4, 2, 0, 3, 1]));
    expect(found.rows.map(({ key }) => key?.indicatorId ?? key?.taskId)).toEqual(["t3", "i2", "i0", "i3", "i1"]);
    expect(found.rows.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4].map((index) => first + index));
  });

  it("takes a column of another name for the user's own", () => {
    const found = locate(withColumn(fresh(), at("period"), " 联系人 ", (row) => `电话${row}`));
    expect(found.columns.get("user:联系人")).toBe(at("period"));
    expect(found.rows[0]!.cells).toMatchObject({ "user:联系人": `电话${first}`, period: "到2025年" });
  });

  it("does not miss what was typed below an empty header, and passes over an empty column", () => {
    const width = fresh().values[0]!.length;
    const found = locate(
      withColumn(
        withColumn(fresh(), width, "", (row) => (row === lineOf(fresh(), "培训教师") ? "已电话催报" : "")),
        width,
        "",
        () => "",
      ),
    );
    expect(Object.values(found.rows[2]!.cells)).toContain("已电话催报");
    expect(found.columns.size).toBe(locate(fresh()).columns.size + 1);
  });

  it("knows by its hidden key a column whose header only another plan knows", () => {
    const earlier = plan();
    const own = plan({
      units: earlier.units.map((unit) => (unit.name === "县教育局" ? { ...unit, name: "县教育和体育局" } : unit)),
    });
    const place = at("unit:县教育局");
    const renamed = (reading: SheetReading): SheetReading =>
      typedInto(reading, [[titleRows.years, place, "#unit:县教育和体育局"]]);
    const [short, full] = [renamed(fresh()), renamed(readingOf(buildMatrix(earlier, { style: "full" }).sheet))];
    for (const reading of [short, full])
      expect(locateMatrix(reading, [own, earlier])!.columns.get("unit:县教育和体育局")).toBe(place);
    // A full name of the sheet's own plan is enough to tell which column it is; a 简称 counts for less than the key.
    expect(locateMatrix(full, [earlier, own])!.columns.get("unit:县教育局")).toBe(place);
    expect(locateMatrix(short, [earlier, own])!.columns.get("unit:县教育和体育局")).toBe(place);
  });

  it("keeps two columns of one header apart", () => {
    const found = locate(withColumn(fresh(), at("remark") + 1, "备注", () => "第二个备注"));
    expect(found.columns.get("remark")).toBe(at("remark"));
    expect(Object.values(found.rows[0]!.cells)).toContain("第二个备注");
  });

  it("takes a row without key for the user's own, and passes over empty rows", () => {
    const reading = withRow(
      withRow(fresh(), () => ""),
      (column) => (column === at("task") ? "合计" : ""),
    );
    const found = locate(reading);
    expect(found.rows).toHaveLength(rowsOf(reading) - 1);
    expect(found.rows[5]).toMatchObject({ row: first + inOrder.length + 1, keyText: "", cells: { task: "合计" } });
    expect(found.rows[5]!.key).toBeUndefined();
  });

  it("has no year where its label or its number is gone", () => {
    expect(locate(typedInto(fresh(), [[titleRows.year, at("number"), "今年"]])).year).toBeUndefined();
    expect(
      locate(
        typedInto(fresh(), [
          [titleRows.year, at("key"), ""],
          [titleRows.year, at("task"), ""],
        ]),
      ).year,
    ).toBeUndefined();
  });

  it("finds the year beside 截至 where its label went with the hidden column", () => {
    const { values, formulas, ...place } = fresh();
    const without = (lines: SheetReading["values"]): SheetReading["values"] =>
      lines.map((row) => row.filter((_, column) => column !== at("key")));
    expect(locate({ ...place, values: without(values), formulas: without(formulas) }).year).toBe(2023);
  });

  it("finds the month of 截至, and none where the cell is gone", () => {
    expect(locate(fresh()).month).toBe(12);
    const [row, column] = [titleRows.year, at("task")];
    expect(
      ["截至6月", "截至 9月", "截至11 月"].map((text) => locate(typedInto(fresh(), [[row, column, text]])).month),
    ).toEqual([6, 9, 11]);
    expect([6, "6", "6月"].map((cell) => locate(typedInto(fresh(), [[row, column, cell]])).month)).toEqual([6, 6, 6]);
    expect(["", "截至", "截至上月", 13].map((text) => locate(typedInto(fresh(), [[row, column, text]])).month)).toEqual(
      [undefined, undefined, undefined, undefined],
    );
  });

  it("tells 简称 from full names in the headers, and finds units under either", () => {
    const full = readingOf(buildMatrix(plan(), { style: "full" }).sheet);
    expect(
      [locate(fresh()), locate(full)].map(({ style, columns }) => [style, columns.has("unit:县文化和旅游局")]),
    ).toEqual([
      ["short", true],
      ["full", true],
    ]);
    expect(locate(full).headers.get("unit:县文化和旅游局")).toBe("县文化和旅游局");
    // One full name typed over a 简称 does not turn it into a sheet with full names.
    const mixed = typedInto(fresh(), [[titleRows.header, at("unit:县文化和旅游局"), "县文化和旅游局"]]);
    expect([locate(mixed).style, locate(mixed).columns.get("unit:县文化和旅游局")]).toEqual([
      "short",
      at("unit:县文化和旅游局"),
    ]);
  });

  it("finds units by 简称 where the keys above the header are gone", () => {
    const bare = typedInto(
      fresh(),
      fresh().values[0]!.map((_, column) => [titleRows.years, column, ""] as const),
    );
    expect([...locate(bare).columns]).toEqual([...locate(fresh()).columns]);
  });

  it.each<[string, SheetReading["values"]]>([
    ["an empty sheet", [[""]]],
    [
      "somebody's own list with a few of the headers",
      [
        ["序号", "任务", "备注", "负责人"],
        [1, "修路", "", "王五"],
      ],
    ],
    ["the title block alone", readingOf(buildMatrix(plan()).sheet).values.slice(0, titleRows.header)],
  ])("finds none in %s", (_, values) => {
    expect(locateMatrix({ top: 0, left: 0, values, formulas: values }, [plan()])).toBeUndefined();
  });
});
