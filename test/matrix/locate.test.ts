import { buildMatrix, titleRows } from "../../src/matrix/build";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../../src/matrix/locate";
import { plan } from "../plans";
import { movedColumns, pushedTo, readingOf, rowsOf, sortedRows, typedInto, withColumn, withRow } from "./readings";

const fresh = (): SheetReading => readingOf(buildMatrix(plan(), { year: 2023 }).sheet);
const locate = (reading: SheetReading): LocatedMatrix => {
  const located = locateMatrix(reading, [plan()]);
  if (!located) throw new Error("no matrix found");
  return located;
};
const names = ({ rows }: LocatedMatrix): unknown[] => rows.map(({ cells }) => cells.indicator || cells.task);
const inOrder = ["居民综合阅读率", "建成示范学校", "培训教师", "开展活动", "任务t3"];

describe("finding the matrix in a sheet", () => {
  it("finds header row, columns, rows, keys and assessment year of a sheet as it was made", () => {
    const found = locate(fresh());
    expect(found.headerRow).toBe(titleRows.header);
    expect(found.year).toBe(2023);
    expect(names(found)).toEqual(inOrder);
    expect(found.rows.map(({ row, key }) => [row, key?.taskId, key?.indicatorId])).toEqual([
      [9, undefined, "i0"],
      [10, "t1", "i1"],
      [11, "t1", "i2"],
      [12, "t2", "i3"],
      [13, "t3", undefined],
    ]);
  });

  it("tells a cell's formula from its value", () => {
    const [row] = locate(fresh()).rows;
    expect(Object.keys(row!.formulas)).toEqual(["current", "ratio", "status"]);
    expect(row!.formulas.status).toMatch(/^=IF\(/);
    expect(row!.cells.status).toBe("算得");
  });

  it("takes a text that only looks like a formula for a text", () => {
    expect(locate(typedInto(fresh(), [[10, 18, "=SUM(A1)"]])).rows[1]).toMatchObject({ cells: { remark: "=SUM(A1)" }, formulas: expect.not.objectContaining({ remark: expect.anything() }) });
  });

  it("finds moved columns by their headers", () => {
    const width = fresh().values[0]!.length;
    const order = Array.from({ length: width }, (_, index) => width - 1 - index);
    const found = locate(movedColumns(fresh(), order));
    expect(found.columns.get("key")).toBe(width - 1);
    expect(found.columns.get("actual:2021")).toBe(width - 1 - 8);
    expect(found.rows.map(({ cells }) => cells["unit:县教育局"])).toEqual(["", "●", "●", "", "●"]);
    expect(names(found)).toEqual(inOrder);
  });

  it("finds the table where rows and columns were inserted before it", () => {
    const reading = fresh();
    const blank = reading.values[0]!.map(() => "");
    const lower = locate({ ...reading, values: [blank, blank, ...reading.values], formulas: [blank, blank, ...reading.formulas] });
    expect([lower.headerRow, lower.rows[0]!.row, lower.year]).toEqual([titleRows.header + 2, 11, 2023]);
    const moved = locate(pushedTo(reading, 4, 3));
    expect([moved.headerRow, moved.rows[0]!.row, moved.columns.get("number")]).toEqual([titleRows.header + 4, 13, 4]);
  });

  it("finds rows by key after sorting", () => {
    const found = locate(sortedRows(fresh(), [4, 2, 0, 3, 1]));
    expect(found.rows.map(({ key }) => key?.indicatorId ?? key?.taskId)).toEqual(["t3", "i2", "i0", "i3", "i1"]);
    expect(found.rows.map(({ row }) => row)).toEqual([9, 10, 11, 12, 13]);
  });

  it("takes a column of another name for the user's own", () => {
    const found = locate(withColumn(fresh(), 5, " 联系人 ", (row) => `电话${row}`));
    expect(found.columns.get("user:联系人")).toBe(5);
    expect(found.rows[0]!.cells).toMatchObject({ "user:联系人": "电话9", period: "到2025年" });
  });

  it("does not miss what was typed below an empty header, and passes over an empty column", () => {
    const found = locate(withColumn(withColumn(fresh(), 23, "", (row) => (row === 11 ? "已电话催报" : "")), 23, "", () => ""));
    expect(Object.values(found.rows[2]!.cells)).toContain("已电话催报");
    expect(found.columns.size).toBe(locate(fresh()).columns.size + 1);
  });

  it("knows by its hidden key a column whose header only another plan knows", () => {
    const earlier = plan();
    const own = plan({ units: earlier.units.map((unit) => (unit.name === "县教育局" ? { ...unit, name: "县教育和体育局" } : unit)) });
    const reading = fresh();
    const at = locate(reading).columns.get("unit:县教育局")!;
    const renamed = typedInto(reading, [[reading.values.findIndex((row) => row.includes("#key")), at, "#unit:县教育和体育局"]]);
    expect(locateMatrix(renamed, [own, earlier])!.columns.get("unit:县教育和体育局")).toBe(at);
    expect(locateMatrix(renamed, [earlier, own])!.columns.get("unit:县教育局")).toBe(at);
  });

  it("keeps two columns of one header apart", () => {
    const found = locate(withColumn(fresh(), 23, "备注", () => "第二个备注"));
    expect(found.columns.get("remark")).toBe(18);
    expect(Object.values(found.rows[0]!.cells)).toContain("第二个备注");
  });

  it("takes a row without key for the user's own, and passes over empty rows", () => {
    const reading = withRow(withRow(fresh(), () => ""), (column) => (column === 3 ? "合计" : ""));
    const found = locate(reading);
    expect(found.rows).toHaveLength(rowsOf(reading) - 1);
    expect(found.rows[5]).toMatchObject({ row: 15, keyText: "", cells: { task: "合计" } });
    expect(found.rows[5]!.key).toBeUndefined();
  });

  it("has no year where its label or its number is gone", () => {
    expect(locate(typedInto(fresh(), [[2, 3, "今年"]])).year).toBeUndefined();
    expect(locate(typedInto(fresh(), [[2, 2, ""]])).year).toBeUndefined();
  });

  it.each<[string, SheetReading["values"]]>([
    ["an empty sheet", [[""]]],
    ["somebody's own list with a few of the headers", [["序号", "任务", "备注", "负责人"], [1, "修路", "", "王五"]]],
    ["the title block alone", readingOf(buildMatrix(plan()).sheet).values.slice(0, titleRows.header)],
  ])("finds none in %s", (_, values) => {
    expect(locateMatrix({ top: 0, left: 0, values, formulas: values }, [plan()])).toBeUndefined();
  });
});
