import { matrixColumns } from "../../src/matrix/columns";
import { parseRowKey } from "../../src/matrix/row-key";
import { SheetDraft, type DraftRow, type TableArea } from "../../src/sync/sheet-draft";
import { plan } from "../plans";
import { sheetOf, tableOf } from "./sheets";

const base = plan();
const held = sheetOf(base);
const table = tableOf(held);
const first = held.headerRow + 1;
const draftOf = (area: TableArea = table, sheet = held): SheetDraft => new SheetDraft(sheet, area);
const at = (key: string): number => held.columns.get(key)!;

const newRow = (keyText: string): DraftRow => {
  const key = parseRowKey(keyText);
  return {
    ...{ row: 0, keyText, cells: {}, formulas: {}, isNew: true },
    ...(key ? { key } : {}),
    written: new Map(),
    calculated: new Set(),
  };
};
/** The rows' numbers and what they are. */
const rowsIn = ({ rows }: SheetDraft): unknown[] =>
  rows.map(({ row, keyText }) => [row, keyText.split("|").slice(1, 3).join("|")]);
const ops = ({ operations }: SheetDraft): unknown[] =>
  operations.map((one) => ("row" in one ? [one.op, one.row] : "column" in one ? [one.op, one.column] : [one.op]));

describe("the place below an anchor", () => {
  it("is right below its row, or as many rows further down as there were between", () => {
    const draft = draftOf();
    expect([0, 1].map((between) => draft.placeOf({ row: "t1|i1", between }))).toEqual([first + 2, first + 3]);
    expect([draft.placeOf({ between: 0 }), draft.placeOf({ between: 2 })]).toEqual([first, first + 2]);
  });

  it("is below all rows where its row is gone, or where there are not that many", () => {
    const draft = draftOf();
    expect(draft.placeOf({ row: "t9|", between: 0 })).toBe(first + 5);
    expect(draft.placeOf({ row: "t3|", between: 4 })).toBe(first);
    expect(draftOf({ ...table, rows: table.rows + 3 }).placeOf({ row: "t9|", between: 0 })).toBe(first + 8);
    expect(new SheetDraft({ ...held, rows: [] }, undefined).placeOf({ row: "t9|", between: 0 })).toBe(first);
  });

  it("does not count the row itself that moves there", () => {
    const draft = draftOf();
    const row = draft.row("t1|i2")!;
    expect(draft.placeOf({ row: "t1|i1", between: 1 }, row)).toBe(first + 4);
  });

  it("is given back for a row that goes, with the rows of the user's own between counted", () => {
    const sheet = sheetOf(base, ({ rows }) => {
      delete rows[2]!.key;
      delete rows[0]!.key;
    });
    const draft = draftOf(table, sheet);
    expect(draft.rows.map((row) => draft.anchorOf(row))).toEqual([
      { between: 0 },
      { between: 1 },
      { row: "t1|i1", between: 0 },
      { row: "t1|i1", between: 1 },
      { row: "t2|i3", between: 0 },
    ]);
  });
});

describe("a row that comes, goes or moves", () => {
  it("pushes down what is below it and makes the table longer; at its end it is appended", () => {
    const draft = draftOf();
    draft.insertRow(first + 1, newRow("m1|t9|"));
    expect(rowsIn(draft).slice(0, 3)).toEqual([
      [first, "|i0"],
      [first + 1, "t9|"],
      [first + 2, "t1|i1"],
    ]);
    expect([ops(draft), draft.table!.rows, draft.end]).toEqual([[["insertRow", first + 1]], table.rows + 1, first + 6]);
    draft.insertRow(first + 6, newRow("m1|t10|"));
    expect(draft.operations.at(-1)).toEqual({ op: "appendRow", row: first + 6, columns: table.columns });
    expect([draft.table!.rows, rowsIn(draft).at(-1)]).toEqual([table.rows + 2, [first + 6, "t10|"]]);
  });

  it("is inserted, not appended, where something stands below the table, and leaves the table as it is", () => {
    const sheet = sheetOf(
      base,
      ({ rows }) => void rows.push({ row: first + 5, keyText: "", cells: { task: "小计" }, formulas: {} }),
    );
    const draft = draftOf(table, sheet);
    draft.insertRow(first + 5, newRow("m1|t9|"));
    expect([ops(draft), draft.table!.rows]).toEqual([[["insertRow", first + 5]], table.rows]);
    expect(rowsIn(draft).slice(-2)).toEqual([
      [first + 5, "t9|"],
      [first + 6, ""],
    ]);
    const loose = new SheetDraft(held, undefined);
    loose.insertRow(first + 5, newRow("m1|t9|"));
    expect(ops(loose)).toEqual([["insertRow", first + 5]]);
  });

  it("pulls up what is below it and makes the table shorter, which keeps one row", () => {
    const draft = draftOf();
    for (const row of [...draft.rows]) draft.removeRow(row);
    expect([ops(draft), draft.rows, draft.table!.rows]).toEqual([
      Array.from({ length: 5 }, () => ["deleteRow", first]),
      [],
      2,
    ]);
    const some = draftOf();
    some.removeRow(some.row("t1|i1")!);
    expect([rowsIn(some)[1], some.table!.rows]).toEqual([[first + 1, "t1|i2"], table.rows - 1]);
    const below = sheetOf(
      base,
      ({ rows }) =>
        void rows.push({ row: first + 8, keyText: "m1|t9|", key: { taskId: "t9" }, cells: {}, formulas: {} }),
    );
    const apart = draftOf(table, below);
    apart.removeRow(apart.row("t9|")!);
    expect(apart.table!.rows).toBe(table.rows);
  });

  it("moves in one piece, over all columns, up and down, and not at all to where it stands", () => {
    const down = draftOf();
    down.moveRow(down.row("|i0")!, first + 3);
    expect(rowsIn(down).map((one) => (one as unknown[])[1])).toEqual(["t1|i1", "t1|i2", "|i0", "t2|i3", "t3|"]);
    expect(down.operations).toEqual([
      { op: "insertRow", row: first + 3 },
      { op: "moveRow", from: first, to: first + 3, column: 0, columns: at("remark") + 1 },
      { op: "deleteRow", row: first },
    ]);
    expect([rowsIn(down).map((one) => (one as unknown[])[0]), down.table!.rows]).toEqual([
      [0, 1, 2, 3, 4].map((index) => first + index),
      table.rows,
    ]);
    const up = draftOf();
    up.moveRow(up.row("t3|")!, first);
    expect(up.operations.slice(1)).toMatchObject([{ from: first + 5, to: first }, { row: first + 5 }]);
    expect(rowsIn(up)[0]).toEqual([first, "t3|"]);
    const still = draftOf();
    for (const to of [first, first + 1]) still.moveRow(still.row("|i0")!, to);
    expect(still.operations).toEqual([]);
  });
});

describe("copies of a row", () => {
  it("are no row of the plan: the first one is", () => {
    const sheet = sheetOf(base, ({ rows }) => void rows.push({ ...rows[1]!, row: first + 5 }));
    const draft = draftOf(table, sheet);
    const [own, copy] = [draft.rows[1]!, draft.rows[5]!];
    expect([draft.identityOf(own), draft.identityOf(copy), draft.hasCopies("t1|i1"), draft.hasCopies("t3|")]).toEqual([
      "t1|i1",
      undefined,
      true,
      false,
    ]);
    draft.removeRow(own);
    expect([draft.identityOf(copy), draft.hasCopies("t1|i1")]).toEqual(["t1|i1", false]);
    expect(draft.hasCopies("t9|")).toBe(false);
  });

  it("stay behind the row when its key changes, and it is known by its new one when its identity does", () => {
    const sheet = sheetOf(base, ({ rows }) => void rows.push({ ...rows[1]!, row: first + 5 }));
    const draft = draftOf(table, sheet);
    const own = draft.rows[1]!;
    draft.setKey(own, { taskId: "t1", indicatorId: "i1" }, "m1|t1|i1");
    expect(draft.row("t1|i1")).toBe(own);
    draft.setKey(own, { taskId: "t8", indicatorId: "i1" }, "m1|t8|i1");
    expect([draft.row("t8|i1"), draft.row("t1|i1")]).toEqual([own, draft.rows[5]]);
    expect(own.written.get("key")).toBe("m1|t8|i1");
  });
});

describe("a column that comes or goes", () => {
  it("shifts those right of it, what stands above them and the table's end", () => {
    const draft = draftOf();
    draft.above.push({ row: 0, column: at("remark"), value: "制表" });
    draft.insertColumn("unit:县体育局", "体育局", at("progress"));
    expect(draft.columns.get("unit:县体育局")).toBe(at("progress"));
    expect([draft.columns.get("status"), draft.columns.get("progress")]).toEqual([at("status"), at("progress") + 1]);
    expect(draft.above.at(-1)!.column).toBe(at("remark") + 1);
    expect([draft.table!.columns, draft.columnsStand]).toEqual([table.columns + 1, false]);
    expect(draft.operations).toEqual([
      { op: "insertColumn", column: at("progress") },
      { op: "write", row: held.headerRow, column: at("progress"), values: [["体育局"]] },
      { op: "write", row: held.keyRow, column: at("progress"), values: [["#unit:县体育局"]] },
    ]);
    draft.removeColumn("unit:县体育局");
    expect([draft.columns.get("progress"), draft.above.at(-1)!.column, draft.table!.columns]).toEqual([
      at("progress"),
      at("remark"),
      table.columns,
    ]);
    expect(draft.operations.at(-1)).toEqual({ op: "deleteColumn", column: at("progress") });
  });

  it("is appended at the table's end, marked by its year alone where it is one, and takes its title along", () => {
    const draft = draftOf();
    draft.insertColumn("actual:2026", "2026年", table.columns);
    expect(draft.operations[0]).toEqual({ op: "appendColumn", column: table.columns });
    expect(draft.operations[2]).toMatchObject({ values: [[2026]] });
    expect(draft.table!.columns).toBe(table.columns + 1);
    draft.above.push({ row: 0, column: table.columns, value: "说明" });
    draft.removeColumn("actual:2026");
    expect(draft.above.map(({ value }) => value)).not.toContain("说明");
    // Where something stands right of the table, or there is none, it is inserted.
    const beside = sheetOf(base, ({ columns }) => void columns.set("user:旁注", table.columns + 2));
    const other = draftOf(table, beside);
    other.insertColumn("actual:2026", "2026年", table.columns);
    expect([other.operations[0], other.table!.columns]).toEqual([
      { op: "insertColumn", column: table.columns },
      table.columns,
    ]);
    const loose = new SheetDraft(held, undefined);
    loose.insertColumn("actual:2026", "2026年", table.columns);
    expect(loose.operations[0]).toEqual({ op: "insertColumn", column: table.columns });
  });

  it("left of the table moves the table", () => {
    const draft = draftOf({ ...table, column: 1, columns: table.columns - 1 });
    draft.insertColumn("user:旁注", "旁注", 1);
    expect([draft.table!.column, draft.table!.columns]).toEqual([2, table.columns - 1]);
    draft.removeColumn("key");
    expect([draft.table!.column, draft.table!.columns]).toEqual([1, table.columns - 1]);
  });

  it("is not marked in a sheet without hidden keys", () => {
    const { keyRow: _none, ...bare } = held;
    const draft = draftOf(table, bare);
    draft.insertColumn("unit:县体育局", "体育局", at("progress"));
    expect(draft.operations).toHaveLength(2);
  });
});

describe("the place of a column of the plan", () => {
  const columns = matrixColumns(
    plan({ units: [...base.units, { name: "县体育局", aliases: [] }], years: [2020, 2026] }),
  );
  const placed = (key: string, gone: readonly string[] = [], after?: string): number => {
    const sheet = sheetOf(base, (one) => gone.forEach((other) => one.columns.delete(other)));
    return draftOf(table, sheet).columnPlace(key, columns, after);
  };

  it("is right of the one that precedes it in the plan and is there", () => {
    expect([placed("actual:2026"), placed("actual:2020"), placed("remark", ["remark"])]).toEqual([
      at("actual:2025") + 1,
      at("persons") + 1,
      at("evidence") + 1,
    ]);
    expect(placed("section", ["section", "number"])).toBe(1);
    expect(placed("key", ["key"])).toBe(1);
  });

  it("is among the units for a unit, left of the first one where none precedes it", () => {
    expect(placed("unit:县体育局")).toBe(at("unit:县文化和旅游局") + 1);
    expect(placed("unit:县教育局", ["unit:县教育局"])).toBe(at("unit:县财政局"));
    const none = ["unit:县教育局", "unit:县财政局", "unit:县文化和旅游局", "group:各成员单位"];
    expect(placed("unit:县教育局", none)).toBe(at("status") + 1);
  });

  it("is right of the one that it stood beside, if that is there", () => {
    expect([placed("unit:县体育局", [], "task"), placed("unit:县体育局", ["task"], "task")]).toEqual([
      at("task") + 1,
      at("unit:县文化和旅游局") + 1,
    ]);
  });

  it("is told for undoing by the column to its left, wherever columns have gone", () => {
    const draft = draftOf();
    expect([draft.leftOf("section"), draft.leftOf("key")]).toEqual(["number", undefined]);
    const moved = sheetOf(base, ({ columns: places }) => {
      places.set("remark", 2);
      places.set("section", at("remark"));
    });
    expect(draftOf(table, moved).leftOf("task")).toBe("remark");
  });
});
