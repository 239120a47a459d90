import { columnsOutOfPlan, headersByHand, withUserColumns } from "../../../src/matrix/carry/carried-columns";
import { matrixColumns } from "../../../src/matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../../../src/matrix/locate";
import type { CellValue } from "../../../src/matrix/sheet";
import { plan } from "../../plans";
import { sheetOf } from "../../sync/sheets";

const base = plan();
const gone = "unit:县体育局";
const columns = matrixColumns(base);

/** The sheet with a column more, of which the rows hold `value`. */
const withColumn = (key: string, header: string, value: CellValue = "", of = base): LocatedMatrix =>
  sheetOf(of, (sheet) => {
    sheet.columns.set(key, 99);
    sheet.headers.set(key, header);
    for (const row of sheet.rows) row.cells[key] = value;
  });

describe("headers that people have written over those of units", () => {
  it("are those that are neither the unit's full name nor its 简称, of units alone", () => {
    const held = sheetOf(base, ({ headers }) => {
      headers.set("unit:县教育局", "教育");
      headers.set("unit:县财政局", "县财政局");
      headers.set("task", "工作");
      headers.set("unit:县体育局", "体育");
    });
    expect([...headersByHand(held, base)]).toEqual([["unit:县教育局", "教育"]]);
  });

  it("are not known where the plan of the sheet is lost", () => {
    const held = sheetOf(base, ({ headers }) => void headers.set("unit:县教育局", "教育"));
    expect([...headersByHand(held, undefined)]).toEqual([]);
  });
});

describe("a unit's column that the plan does not have", () => {
  const stays = (
    held: LocatedMatrix,
    from: typeof base | undefined,
    more: { outOfPlan?: readonly LocatedRow[]; isPlans?: (row: LocatedRow, key: string) => boolean } = {},
  ): string[] =>
    columnsOutOfPlan(columns, held, from, {
      staying: held.rows,
      outOfPlan: more.outOfPlan ?? [],
      isPlans: more.isPlans ?? (() => false),
    }).map(({ header }) => header);

  it("stays where a sync has left it: the plan of the sheet did not have it either, and it holds marks", () => {
    expect(stays(withColumn(gone, "体育局", "○"), base)).toEqual(["体育局"]);
    expect(stays(withColumn(gone, "体育局"), base)).toEqual([]);
  });

  it("does not stay where the plan of the sheet had it, or nobody knows whether it had", () => {
    const before = plan({ units: [...base.units, { name: "县体育局", aliases: [] }] });
    const held = withColumn(gone, "体育局", "○");
    expect(stays(held, before)).toEqual([]);
    expect(stays(held, undefined)).toEqual([]);
  });

  it("does not stay for a note, which has another way to stay, nor for what the plan itself has put there", () => {
    expect(stays(withColumn(gone, "体育局", "协助"), base)).toEqual([]);
    expect(stays(withColumn(gone, "体育局", "○"), base, { isPlans: () => true })).toEqual([]);
  });

  it("stays for a row out of the plan that has something in it", () => {
    const held = withColumn(gone, "体育局", "○");
    expect(stays(held, undefined, { outOfPlan: held.rows.slice(0, 1) })).toEqual(["体育局"]);
    const empty = withColumn(gone, "体育局");
    expect(stays(empty, undefined, { outOfPlan: empty.rows.slice(0, 1) })).toEqual([]);
  });

  it("gets a header that no other column has", () => {
    expect(stays(withColumn(gone, "教育局", "○"), base)).toEqual(["教育局（2）"]);
  });

  it("is none of a year, of the user's, or of a unit that the plan has", () => {
    expect(stays(withColumn("user:联系人", "联系人", "张三"), base)).toEqual([]);
    expect(stays(withColumn("actual:2019", "2019年", 3), base)).toEqual([]);
    expect(stays(sheetOf(base), base)).toEqual([]);
  });
});

describe("columns at the right of the plan's", () => {
  const more = (held: LocatedMatrix, rows = held.rows): unknown[] =>
    withUserColumns(columns, held, rows)
      .slice(columns.length)
      .map(({ key, header, kind }) => [key, header, kind]);

  it("are none in a sheet as it was made, and all of the plan's come first", () => {
    expect(withUserColumns(columns, sheetOf(base), sheetOf(base).rows)).toEqual(columns);
  });

  it("are the user's own, filled or not, under their headers", () => {
    expect(more(withColumn("user:联系人", "联系人"))).toEqual([["user:联系人", "联系人", "typed"]]);
  });

  it("are years out of the plan in which something is typed", () => {
    expect(more(withColumn("actual:2019", "2019年", 3))).toEqual([["actual:2019", "2019年", "typed"]]);
    expect(more(withColumn("actual:2019", "2019年"))).toEqual([]);
    // What leaves with its row keeps no column.
    expect(more(withColumn("actual:2019", "2019年", 3), [])).toEqual([]);
  });

  it("are units out of the plan with a note, or with anything in a row of the user's own", () => {
    expect(more(withColumn(gone, "体育局", "协助"))).toEqual([[gone, "县体育局", "typed"]]);
    expect(more(withColumn(gone, "体育局", "○"))).toEqual([]);
    const held = withColumn(gone, "体育局", "○");
    const [first, ...others] = held.rows;
    const { key: _key, ...own } = first!;
    expect(more(held, [own, ...others])).toEqual([[gone, "县体育局", "typed"]]);
  });

  it("come as years, units, then the user's own, each under a header of its own", () => {
    const held = withColumn(gone, "体育局", "协助");
    held.columns.set("user:教育局", 100);
    held.columns.set("actual:2019", 101);
    held.rows[0]!.cells["actual:2019"] = 1;
    expect(more(held)).toEqual([
      ["actual:2019", "2019年", "typed"],
      [gone, "县体育局", "typed"],
      ["user:教育局", "教育局（2）", "typed"],
    ]);
  });
});
