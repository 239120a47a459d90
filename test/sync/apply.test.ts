import { applyEdits } from "../../src/sync/apply";
import type { ApplyContext } from "../../src/sync/apply-context";
import type { Edit } from "../../src/sync/edit";
import { contextOf, plannedOf } from "../../src/sync/planned";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan } from "../plans";
import { cellsNamed, copied, rowNamed, sheetOf, shown, tableOf } from "./sheets";

const held = sheetOf(plan());
const planned = plannedOf(plan());
const context: ApplyContext = { ...contextOf(planned), table: tableOf(held) };
const apply = (
  edits: Edit[],
  sheet: LocatedMatrix = held,
  more: Partial<ApplyContext> = {},
): ReturnType<typeof applyEdits> => applyEdits(sheet, edits, { ...context, ...more });

const set: Edit = { do: "set", row: "t1|i2", column: "target", before: "≥50", after: "≥80" };

describe("edits applied to a sheet", () => {
  it("leave the sheet that was read as it was", () => {
    const before = shown(held);
    apply([set, { do: "removeRow", row: "t3|" }, { do: "removeColumn", column: "unit:县财政局" }]);
    expect(shown(held)).toEqual(before);
  });

  it("do nothing where row or column is not there, and nothing the second time", () => {
    expect(
      apply([
        { ...set, row: "t9|" },
        { ...set, column: "unit:无" },
        { do: "removeRow", row: "t9|" },
        { do: "removeColumn", column: "unit:无" },
      ]).operations,
    ).toEqual([]);
    const once = apply([set]);
    expect(apply([set], once.sheet)).toMatchObject({ operations: [], inverse: [] });
  });

  it("of one cell are one write of one cell, and what may be typed follows a target", () => {
    const { operations, sheet } = apply([set]);
    const { row } = rowNamed(held, "培训教师");
    const remark: Edit = { do: "set", row: "t1|i2", column: "remark", before: "", after: "补" };
    expect(apply([remark]).operations.map(({ op }) => op)).toEqual(["write"]);
    expect(operations[1]).toMatchObject({
      op: "dress",
      styles: [],
      formats: [],
      validations: [{ area: { row, rows: 1, columns: 5 }, prompt: { title: "培训教师" }, alert: { style: "stop" } }],
    });
    expect(operations).toHaveLength(2);
    expect(operations[0]).toEqual({ op: "write", row, column: held.columns.get("target"), values: [["≥80"]] });
    expect(cellsNamed(sheet, "培训教师").target).toBe("≥80");
  });

  it("take each its inverse, the last one first", () => {
    const edits: Edit[] = [
      set,
      { do: "header", column: "unit:县财政局", before: "财政局", after: "财政和国资局" },
      { do: "removeRow", row: "t3|" },
      { do: "removeColumn", column: "actual:2022" },
      { do: "title", before: held.above[0]!.value as string, after: "新的表题" },
    ];
    const there = apply(edits);
    expect(shown(there.sheet)).not.toEqual(shown(held));
    expect(shown(apply(there.inverse, there.sheet).sheet)).toEqual(shown(held));
  });

  it("give a unit its full name where another column still has its 简称, and number what is taken as well", () => {
    const taken = { ...held, headers: new Map(held.headers).set("unit:县财政局", "卫健局") };
    const add = (column: string, header: string): string | undefined =>
      apply([{ do: "addColumn", column, header, cells: {} }], taken).sheet.headers.get(column);
    expect(add("unit:县卫健局", "卫健局")).toBe("县卫健局");
    expect(add("unit:卫健局", "卫健局")).toBe("卫健局（2）");
  });

  it("give a new row its place in the plan's order, its cells and its formulas", () => {
    const { inverse } = apply([{ do: "removeRow", row: "t1|i2" }]);
    const without = apply([{ do: "removeRow", row: "t1|i2" }]).sheet;
    const back = apply([{ ...(inverse[0] as Extract<Edit, { do: "addRow" }>) }], without).sheet;
    expect(shown(back)).toEqual(shown(held));
    expect(Object.keys(rowNamed(back, "培训教师").formulas).sort()).toEqual(["current", "ratio", "status"]);
  });

  it("go to the row itself, not to a copy that people made of it, also when its key changes", () => {
    const twice = copied(held);
    const own = rowNamed(twice, "培训教师");
    twice.rows.splice(twice.rows.indexOf(own) + 1, 0, {
      ...own,
      row: own.row,
      cells: { ...own.cells, remark: "抄件" },
    });
    twice.rows.forEach((row, index) => (row.row = held.headerRow + 1 + index));
    const { sheet } = apply(
      [{ do: "key", row: "t1|i2", as: "t1|i2", before: own.keyText, after: own.keyText.replace("50", "80") }, set],
      twice,
    );
    expect(
      sheet.rows
        .filter(({ cells }) => cells.indicator === "培训教师")
        .map(({ cells }) => [cells.target, cells.remark ?? ""]),
    ).toEqual([
      ["≥80", ""],
      ["≥50", "抄件"],
    ]);
  });

  it("never give a table two headers that differ only in case", () => {
    const { sheet } = apply([{ do: "header", column: "unit:县财政局", before: "县财政局", after: "备注" }]);
    expect([...sheet.headers.values()].filter((header) => header === "备注")).toHaveLength(1);
  });

  it("that finish a broken-off run leave what people have changed since", () => {
    const changed = copied(held);
    rowNamed(changed, "培训教师").cells.target = "≥66";
    expect(cellsNamed(apply([set], changed, { resuming: true }).sheet, "培训教师").target).toBe("≥66");
    expect(cellsNamed(apply([set], changed).sheet, "培训教师").target).toBe("≥80");
  });

  it("that finish a broken-off run set again what may be typed in a row that they have written already", () => {
    const { sheet } = apply([set]);
    const rules = apply([set], sheet, { resuming: true }).operations;
    expect(rules).toMatchObject([
      { op: "dress", validations: [{ area: { row: rowNamed(held, "培训教师").row }, prompt: { title: "培训教师" } }] },
    ]);
  });
});
