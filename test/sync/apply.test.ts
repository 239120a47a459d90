import { applyEdits } from "../../src/sync/apply";
import type { ApplyContext } from "../../src/sync/apply-context";
import type { Edit } from "../../src/sync/edit";
import { contextOf, plannedOf } from "../../src/sync/planned";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan, task } from "../plans";
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

describe("edits that change rows", () => {
  const add = (row: string, more: Partial<Extract<Edit, { do: "addRow" }>> = {}): Edit => ({
    do: "addRow",
    row,
    keyText: `m1|${row}`,
    cells: { task: "新", status: "达标", "unit:无": "●", section: "" },
    ...more,
  });
  const order = (edits: Edit[], sheet = held, more: Partial<ApplyContext> = {}): string[] =>
    apply(edits, sheet, more).sheet.rows.map(({ keyText }) => keyText.split("|").slice(1, 3).join("|"));

  it("put a new row below the nearest one that precedes it in the plan, wherever that has been sorted", () => {
    const more = plan({ tasks: [...plan().tasks, task("t9", { span: [140, 149] })] });
    const context9 = contextOf(plannedOf(more));
    expect(context9.order).toEqual(["|i0", "t1|i1", "t1|i2", "t9|", "t2|i3", "t3|"]);
    expect(order([add("t9|")], held, context9)).toEqual(context9.order);
    const sorted = sheetOf(plan(), ({ rows }) => {
      rows.reverse();
      rows.forEach((row, index) => (row.row = held.headerRow + 1 + index));
    });
    expect(order([add("t9|")], sorted, context9)).toEqual(["t3|", "t2|i3", "t1|i2", "t9|", "t1|i1", "|i0"]);
    const alone = copied(held);
    alone.rows = alone.rows.slice(-1);
    expect(order([add("t9|")], alone, context9)).toEqual(["t9|", "t3|"]);
    // Of a row that the plan does not have nothing precedes: it goes below all of the plan's.
    expect(order([add("t99|")], held, context9).at(-1)).toBe("t99|");
  });

  it("write into a new row what the sheet has columns for, and no value over a formula", () => {
    const { sheet, inverse } = apply([add("t9|")]);
    const row = rowNamed(sheet, "新");
    expect([row.cells.task, row.cells.status, row.cells.section, row.cells["unit:无"]]).toEqual([
      "新",
      undefined,
      undefined,
      undefined,
    ]);
    expect(row.formulas).toEqual({ current: "=", ratio: "=", status: "=" });
    expect(inverse).toEqual([{ do: "removeRow", row: "t9|", cells: { key: "m1|t9|", task: "新" } }]);
  });

  it("add no row that is there, unless it is a copy", () => {
    expect(order([add("t3|")])).toHaveLength(5);
    expect(order([add("t3|", { copy: true, at: { row: "t3|", between: 0 } })])).toHaveLength(6);
  });

  it("complete a row that a broken-off run has made, leave what is in it, and bring it to its place", () => {
    const broken = copied(held);
    const row = rowNamed(broken, "任务t3");
    row.cells.section = "";
    row.cells.remark = "已核";
    delete row.formulas.status;
    row.cells.status = "";
    delete row.formulas.ratio;
    row.cells.ratio = "0%";
    const cells = { section: "重点任务", task: "别的", remark: "无", status: "x" };
    const { sheet, operations } = apply([add("t3|", { cells, at: { between: 0 } })], broken, { resuming: true });
    const done = rowNamed(sheet, "任务t3");
    expect(done.cells).toMatchObject({ section: "重点任务", task: "任务t3", remark: "已核", ratio: "0%" });
    expect([done.formulas.status, done.formulas.ratio]).toEqual(["=", undefined]);
    expect(sheet.rows[0]).toBe(done);
    expect(operations.map(({ op }) => op)).toEqual(expect.arrayContaining(["moveRow", "dress"]));
    expect(apply([add("t3|", { cells })], broken).operations).toEqual([]);
  });

  it("take out a row so that undoing brings back its copies, its place and what was typed over a formula", () => {
    const typed = copied(held);
    const row = rowNamed(typed, "培训教师");
    delete row.formulas.status;
    row.cells.status = "达标";
    const { inverse } = apply([{ do: "removeRow", row: "t1|i2" }], typed);
    expect(inverse).toEqual([
      expect.objectContaining({ do: "addRow", row: "t1|i2", at: { row: "t1|i1", between: 0 } }),
      { do: "set", row: "t1|i2", column: "status", before: "", after: "达标" },
    ]);
    const [back] = inverse as Extract<Edit, { do: "addRow" }>[];
    expect(back).not.toHaveProperty("copy");
    expect(Object.keys(back!.cells)).not.toEqual(expect.arrayContaining(["status"]));
    expect(Object.values(back!.cells)).not.toContain("");
    typed.rows.push({ ...row, row: held.headerRow + 6 });
    expect(apply([{ do: "removeRow", row: "t1|i2" }], typed).inverse[0]).toMatchObject({ copy: true });
  });

  it("move the fewest rows into the plan's order, and one row to where it is said to be", () => {
    const mixed = sheetOf(plan(), ({ rows }) => {
      const [first, ...others] = rows.splice(0);
      rows.push(...others, first!);
      rows.forEach((row, index) => (row.row = held.headerRow + 1 + index));
    });
    const { sheet, operations, inverse } = apply([{ do: "order" }], mixed);
    expect(sheet.rows.map(({ keyText }) => keyText)).toEqual(held.rows.map(({ keyText }) => keyText));
    expect(operations.filter(({ op }) => op === "moveRow")).toHaveLength(1);
    expect(inverse).toEqual([{ do: "moveRow", row: "|i0", at: { row: "t3|", between: 0 } }]);
    expect(order([{ do: "moveRow", row: "t3|", at: { row: "|i0", between: 0 } }])).toEqual([
      "|i0",
      "t3|",
      "t1|i1",
      "t1|i2",
      "t2|i3",
    ]);
    for (const at of [
      { row: "t2|i3", between: 0 },
      { row: "t1|i2", between: 1 },
    ])
      expect(apply([{ do: "moveRow", row: "t3|", at }])).toMatchObject({ operations: [], inverse: [] });
    expect(apply([{ do: "moveRow", row: "t9|", at: { between: 0 } }]).operations).toEqual([]);
  });

  it("change a key to one that no other row has, also where a broken-off run has changed it already", () => {
    const key = (as: string): Edit => ({ do: "key", row: "t3|", as, before: "m1|t3|", after: `m1|${as}` });
    expect(order([key("t8|")]).at(-1)).toBe("t8|");
    expect(apply([key("t1|i1")])).toMatchObject({ operations: [], inverse: [] });
    expect(apply([key("t3|")])).toMatchObject({ operations: [], inverse: [] });
    const done = apply([key("t8|")]).sheet;
    expect(apply([key("t8|")], done, { resuming: true })).toMatchObject({ operations: [], inverse: [] });
    expect(
      apply([{ ...key("t8|"), after: "m1|t8||>=|1||perYear|" } as Edit], done, { resuming: true }).inverse,
    ).toHaveLength(1);
    expect(apply([{ ...key("t8|"), after: "m1|t8||>=|1||perYear|" } as Edit], done).inverse).toEqual([]);
  });

  it("bring formulas back over what was typed, which undoing writes again", () => {
    const typed = copied(held);
    const row = rowNamed(typed, "培训教师");
    row.formulas = {};
    const edit: Edit = { do: "formulas", row: "t1|i2", before: { status: "达标", ratio: "" } };
    const { sheet, inverse } = apply([edit, { ...edit, row: "t9|" }], typed);
    expect(rowNamed(sheet, "培训教师").formulas).toEqual({ status: "=", ratio: "=" });
    expect(inverse).toEqual([{ do: "set", row: "t1|i2", column: "status", before: "", after: "达标" }]);
  });

  it("set a cell that holds a formula, though it shows what is wanted", () => {
    const typed = copied(held);
    rowNamed(typed, "培训教师").formulas.target = '="≥80"';
    rowNamed(typed, "培训教师").cells.target = "≥80";
    expect(apply([set], typed).operations.map(({ op }) => op)).toContain("write");
  });
});

describe("edits that change columns", () => {
  it("fill a column that a broken-off run has made where it is empty, mark it again and dress it", () => {
    const edit: Edit = {
      do: "addColumn",
      column: "unit:县财政局",
      header: "财政局",
      cells: { "t1|i1": "●", "t2|i3": "○", "t3|": "" },
    };
    expect(apply([edit]).operations).toEqual([]);
    const { sheet, operations } = apply([edit], held, { resuming: true });
    expect(
      [cellsNamed(sheet, "建成示范学校"), cellsNamed(sheet, "开展活动"), cellsNamed(sheet, "任务t3")].map(
        (cells) => cells["unit:县财政局"],
      ),
    ).toEqual(["○", "○", "○"]);
    expect(operations.map((one) => (one.op === "write" ? one.row : one.op))).toEqual([
      held.keyRow,
      rowNamed(held, "开展活动").row,
      "dress",
    ]);
  });

  it("take out a column so that undoing brings back its marks, its header and its place", () => {
    const { inverse } = apply([{ do: "removeColumn", column: "unit:县财政局" }]);
    expect(inverse).toEqual([
      {
        do: "addColumn",
        column: "unit:县财政局",
        header: "财政局",
        after: "unit:县教育局",
        cells: { "t1|i1": "○", "t1|i2": "○", "t3|": "○" },
      },
    ]);
    expect(apply([{ do: "removeColumn", column: "key" }]).inverse[0]).not.toHaveProperty("after");
  });

  it("give a key only to a column that is there, and none that another has", () => {
    const key = (column: string, as: string): unknown => apply([{ do: "columnKey", column, as }]).inverse;
    expect(key("unit:县财政局", "unit:县国资局")).toEqual([
      { do: "columnKey", column: "unit:县国资局", as: "unit:县财政局" },
    ]);
    expect([key("unit:无", "unit:县国资局"), key("unit:县财政局", "unit:县教育局")]).toEqual([[], []]);
  });

  it("write a header once, and the title where it stands", () => {
    const header: Edit = { do: "header", column: "unit:县财政局", before: "财政局", after: "财政局" };
    expect(apply([header, { ...header, column: "unit:无", after: "无" }]).operations).toEqual([]);
    const title: Edit = { do: "title", before: String(held.above[0]!.value), after: "新的表题" };
    expect(apply([title]).operations).toEqual([{ op: "write", row: 0, column: 1, values: [["新的表题"]] }]);
    expect(apply([{ ...title, before: "别的" }]).operations).toEqual([]);
  });
});

describe("edits that change the plan's years", () => {
  const years: Edit = { do: "years", before: [2021, 2025], after: [2022, 2024] };
  const validations = (sheet: LocatedMatrix, edits: Edit[] = [years]): unknown[] =>
    apply(edits, sheet).operations.flatMap((one) =>
      one.op === "dress" ? one.validations.map(({ area, rule }) => [area, rule]) : [],
    );

  it("write all formulas of the plan's rows anew, and offer the years in the cell of 评估年度", () => {
    const sheet = copied(held);
    delete rowNamed(sheet, "培训教师").formulas.status;
    sheet.rows.push({ row: held.headerRow + 6, keyText: "", cells: { task: "小计" }, formulas: { status: "=A1" } });
    const { operations, inverse } = apply([years], sheet);
    expect(inverse).toEqual([{ do: "years", before: [2022, 2024], after: [2021, 2025] }]);
    const formulas = operations.flatMap((one) => (one.op === "formula" ? [[one.column, one.row, one.rows]] : []));
    const at = (key: string): number => held.columns.get(key)!;
    const first = held.headerRow + 1;
    expect(formulas).toEqual(
      expect.arrayContaining([
        [at("current"), first, 2],
        [at("current"), first + 2, 1],
        [at("current"), first + 3, 2],
      ]),
    );
    expect(formulas).not.toContainEqual([at("status"), first + 2, 1]);
    expect(validations(held)).toEqual([
      [
        { row: 1, column: 1, rows: 1, columns: 1 },
        { kind: "list", source: `=$M$5:$O$5` },
      ],
    ]);
  });

  it("leave the cell alone where its years do not stand side by side, or it is not there", () => {
    const swapped = copied(held);
    const [one, other] = [swapped.columns.get("actual:2024")!, swapped.columns.get("actual:2025")!];
    swapped.columns.set("actual:2024", other).set("actual:2025", one);
    expect(validations(swapped)).toEqual([]);
    for (const gone of ["评估年度", 2025]) {
      const without = copied(held);
      without.above = without.above.filter(({ value, row }) => !(row === 1 && value === gone));
      expect([gone, validations(without)]).toEqual([gone, []]);
    }
    const { keyRow: _none, ...keyless } = held;
    expect(validations(keyless)).toEqual([]);
    expect(validations(held, [{ ...years, after: [2022, 2027] }])).toEqual([]);
    expect(validations(held, [{ ...years, after: [2019, 2024] }])).toEqual([]);
  });
});
