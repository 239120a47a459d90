import { applyEdits } from "../../src/sync/apply";
import { closeGaps, gapsIn, givenHeaderWords } from "../../src/sync/gaps";
import { contextOf, plannedOf } from "../../src/sync/planned";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan, task } from "../plans";
import { copied, rowNamed, sheetOf, tableOf } from "./sheets";

/** The sheet with an empty row above each of `rows`. */
function withEmptyAbove(sheet: LocatedMatrix, names: readonly string[]): LocatedMatrix {
  const copy = copied(sheet);
  for (const name of names) {
    const at = rowNamed(copy, name).row;
    for (const row of copy.rows) if (row.row >= at) row.row++;
  }
  return copy;
}

const held = withEmptyAbove(sheetOf(plan()), ["开展活动"]);
const before = gapsIn(held, tableOf(held));

describe("gaps of a run that broke off", () => {
  it("are the empty rows that were not there before", () => {
    const broken = withEmptyAbove(held, ["任务t3"]);
    expect(closeGaps(broken, tableOf(broken), before)).toEqual([
      { op: "deleteRow", row: rowNamed(broken, "任务t3").row - 1 },
    ]);
    expect(closeGaps(held, tableOf(held), before)).toEqual([]);
  });

  it.each([...Object.values(givenHeaderWords).map((word) => `${word}1`), "Column12"])(
    "are an empty column that has only the name which Excel gave it in its language: %s",
    (given) => {
      const broken = copied(held);
      const at = Math.max(...broken.columns.values()) + 1;
      broken.columns.set(`user:${given}`, at);
      broken.headers.set(`user:${given}`, given);
      expect(closeGaps(broken, tableOf(broken), before)).toEqual([{ op: "deleteColumn", column: at }]);
    },
  );

  it("are not the user's own empty rows, although another row of the plan stands above them now", () => {
    const incoming = plan({ tasks: [...plan().tasks, task("t9", { span: [140, 149] })] });
    const at = { row: "t1|i2", between: 0 };
    const context = { ...contextOf(plannedOf(incoming)), table: tableOf(held) };
    const added = plannedOf(incoming).rows.find(({ identity }) => identity === "t9|")!;
    const { sheet } = applyEdits(
      held,
      [{ do: "addRow", row: "t9|", keyText: added.key, cells: added.cells, at }],
      context,
    );
    expect(gapsIn(sheet, tableOf(sheet)).rows).not.toEqual(before.rows);
    expect(closeGaps(sheet, tableOf(sheet), before)).toEqual([]);
  });
});

describe("the empty rows and columns of a sheet", () => {
  const sheet = sheetOf(plan());
  const table = tableOf(sheet);

  it("are none in a sheet as it was made", () => {
    expect(gapsIn(sheet, table)).toMatchObject({ rows: {}, columns: 0, headers: [...sheet.headers.values()] });
    expect(gapsIn(sheet, undefined)).toMatchObject({ rows: {}, columns: 0 });
  });

  it("are counted by the row of the plan above them, up to the table's end; formulas do not fill a row", () => {
    const gappy = withEmptyAbove(withEmptyAbove(sheet, ["居民综合阅读率", "任务t3"]), ["任务t3"]);
    gappy.rows.push({
      row: 20,
      keyText: "",
      cells: { task: "", status: "未报", remark: " " },
      formulas: { status: "=1" },
    });
    expect(gapsIn(gappy, undefined).rows).toEqual({ "": 1, "t2|i3": 2, "t3|": 7 });
    const end = rowNamed(gappy, "任务t3").row;
    const own = { ...gappy, rows: gappy.rows.slice(0, -1) };
    expect(gapsIn(own, { ...table, rows: end - table.row + 3 }).rows).toEqual({ "": 1, "t2|i3": 2, "t3|": 2 });
    // A row of the user's own stands for the one of the plan above it.
    const written = copied(own);
    written.rows.push({ row: end + 1, keyText: "", cells: { task: "小计" }, formulas: {} });
    expect(gapsIn(written, { ...table, rows: end - table.row + 3 }).rows).toMatchObject({ "t3|": 1 });
  });

  it("are columns that hold nothing below a header that nobody has typed, inside the table and left of it", () => {
    const wider = { ...table, columns: table.columns + 2 };
    expect(gapsIn(sheet, wider).columns).toBe(2);
    const noted = copied(sheet);
    noted.above.push({ row: 0, column: table.columns, value: "制表" });
    expect(gapsIn(noted, wider).columns).toBe(1);
    const moved = copied(sheet);
    for (const [key, column] of moved.columns) moved.columns.set(key, column + 1);
    moved.above.length = 0;
    expect(gapsIn(moved, undefined).columns).toBe(1);
  });

  it("are not a column that is filled, or has a name of its own", () => {
    const made = (header: string, value: string): unknown => {
      const broken = copied(sheet);
      broken.columns.set(`user:${header}`, table.columns);
      broken.headers.set(`user:${header}`, header);
      broken.rows[0]!.cells[`user:${header}`] = value;
      return closeGaps(broken, table, gapsIn(sheet, table)).length;
    };
    expect([made("列1", ""), made("列1", "x"), made("列表", ""), made("列1_2", "")]).toEqual([1, 0, 0, 1]);
  });
});

describe("closing the gaps of a run that broke off", () => {
  const sheet = sheetOf(plan());
  const table = tableOf(sheet);
  const none = gapsIn(sheet, table);

  it("takes out rows and columns, the last ones first", () => {
    const broken = withEmptyAbove(withEmptyAbove(sheet, ["任务t3"]), ["培训教师"]);
    const wide = { ...tableOf(broken), columns: table.columns + 2 };
    expect(closeGaps(broken, wide, none)).toEqual([
      { op: "deleteRow", row: rowNamed(broken, "任务t3").row - 1 },
      { op: "deleteRow", row: rowNamed(broken, "培训教师").row - 1 },
      { op: "deleteColumn", column: table.columns + 1 },
      { op: "deleteColumn", column: table.columns },
    ]);
  });

  it("leaves as many empty columns without a header as there were", () => {
    const wide = { ...table, columns: table.columns + 3 };
    expect(closeGaps(sheet, wide, { ...none, columns: 2 })).toEqual([
      { op: "deleteColumn", column: table.columns + 2 },
    ]);
    expect(closeGaps(sheet, wide, { ...none, columns: 3 })).toEqual([]);
  });

  it("leaves as many empty rows below a row as there were, and takes no more than were made", () => {
    const broken = withEmptyAbove(withEmptyAbove(sheet, ["任务t3"]), ["任务t3"]);
    const at = tableOf(broken);
    expect(closeGaps(broken, at, { ...none, rows: { "t2|i3": 1 } })).toHaveLength(1);
    expect(closeGaps(broken, at, { ...none, rows: { "t1|i1": 1 } })).toHaveLength(1);
    expect(closeGaps(broken, at, { ...none, rows: { "t1|i1": 3 } })).toEqual([]);
  });

  it("leaves a table one row", () => {
    const empty = { ...copied(sheet), rows: [] };
    const rows = (count: number): unknown[] =>
      closeGaps(empty, { ...table, rows: count }, none).map((one) => ("row" in one ? one.row : undefined));
    expect([rows(2), rows(3)]).toEqual([[], [table.row + 2]]);
    expect(closeGaps(empty, undefined, none)).toEqual([]);
  });
});
