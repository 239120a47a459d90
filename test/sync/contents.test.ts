import type { LocatedMatrix } from "../../src/matrix/locate";
import type { Plan } from "../../src/plan/model";
import { applyEdits } from "../../src/sync/apply";
import type { ApplyContext } from "../../src/sync/apply-context";
import type { Edit } from "../../src/sync/edit";
import type { Operation } from "../../src/sync/operation";
import { contextOf, plannedOf } from "../../src/sync/planned";
import { indicator, plan, task } from "../plans";
import { rowNamed, sheetOf, tableOf } from "./sheets";

const base = plan();
const held = sheetOf(base);
const first = held.headerRow + 1;
const at = (key: string, sheet = held): number => sheet.columns.get(key)!;

type Of<Kind extends Operation["op"]> = Extract<Operation, { op: Kind }>;
const only = <Kind extends Operation["op"]>(operations: readonly Operation[], kind: Kind): Of<Kind>[] =>
  operations.filter((one): one is Of<Kind> => one.op === kind);

const apply = (edits: readonly Edit[], sheet = held, of: Plan = base, more: Partial<ApplyContext> = {}): Operation[] =>
  applyEdits(sheet, edits, { ...contextOf(plannedOf(of)), table: tableOf(sheet), ...more }).operations;
const set = (row: string, column: string, after: string, before = ""): Edit => ({
  do: "set",
  row,
  column,
  before,
  after,
});

describe("cells that a sync writes", () => {
  it("are one block where they are neighbours in a row, and where rows of equal width are", () => {
    const writes = (edits: Edit[]): unknown[] =>
      only(apply(edits), "write").map(({ row, column, values }) => [row, column, values]);
    const columns = at("section");
    expect(writes([set("t1|i1", "task", "b"), set("t1|i1", "section", "a")])).toEqual([
      [first + 1, columns, [["a", "b"]]],
    ]);
    expect(writes([set("t1|i1", "section", "a"), set("t1|i2", "section", "b"), set("t3|", "section", "c")])).toEqual([
      [first + 1, columns, [["a"], ["b"]]],
      [first + 4, columns, [["c"]]],
    ]);
    expect(writes([set("t1|i1", "section", "a"), set("t1|i2", "section", "b"), set("t1|i2", "task", "c")])).toEqual([
      [first + 1, columns, [["a"]]],
      [first + 2, columns, [["b", "c"]]],
    ]);
    expect(writes([set("t1|i1", "section", "a"), set("t1|i1", "indicator", "b"), set("t1|i2", "task", "c")])).toEqual([
      [first + 1, columns, [["a"]]],
      [first + 1, columns + 2, [["b"]]],
      [first + 2, columns + 1, [["c"]]],
    ]);
  });

  it("are one block for a new row, in which cells that fill themselves are left alone", () => {
    const [write] = only(
      apply([{ do: "addRow", row: "t9|", keyText: "m1|t9|", cells: { task: "修路", "unit:县教育局": "●" } }]),
      "write",
    );
    expect(write).toMatchObject({ row: first + 5, column: 0 });
    const [line] = write!.values;
    expect([line!.length, line![0], line![at("task")], line![at("unit:县教育局")]]).toEqual([
      at("unit:县教育局") + 1,
      "m1|t9|",
      "修路",
      "●",
    ]);
    expect(line!.filter((cell) => cell !== null)).toHaveLength(3);
  });
});

describe("formulas that a sync writes", () => {
  const renewed = (row: string): Edit => ({ do: "formulas", row, before: { current: "", ratio: "", status: "" } });
  const ours = ["current", "ratio", "status"];
  /** The sheet with the formulas that it would be read with, each for its own row, and none in these rows. */
  const without = (...names: string[]): LocatedMatrix =>
    sheetOf(base, (sheet) => {
      for (const row of sheet.rows) for (const key of ours) row.formulas[key] = `=G${row.row + 1}`;
      for (const name of names) {
        rowNamed(sheet, name).formulas = {};
        for (const key of ours) rowNamed(sheet, name).cells[key] = "";
      }
    });

  it("are filled down over neighbouring rows, each for its own first row", () => {
    const sheet = without("建成示范学校", "培训教师", "任务t3");
    const steps = only(apply(["t1|i1", "t1|i2", "t3|"].map(renewed), sheet), "formula");
    expect(steps.map(({ row, rows, column }) => [row, rows, column])).toEqual(
      [
        [first + 1, 2],
        [first + 4, 1],
      ].flatMap(([row, rows]) => ours.map((key) => [row, rows, at(key)])),
    );
    expect(steps[0]!.formula).toContain(`G${first + 2}`);
    expect(steps[3]!.formula).toContain(`G${first + 5}`);
  });

  it("are followed by what was typed in their columns, which Excel fills", () => {
    const sheet = without("建成示范学校");
    rowNamed(sheet, "培训教师").cells.status = "达标";
    delete rowNamed(sheet, "培训教师").formulas.status;
    expect(only(apply([renewed("t1|i1")], sheet), "keep")).toEqual([
      { op: "keep", row: first + 2, column: at("status"), value: "达标" },
    ]);
    // Nothing is written into a column, so nothing has to be kept there.
    expect(only(apply([set("t1|i1", "task", "a")], sheet), "keep")).toEqual([]);
  });

  it("go into the whole column at once where somebody has a formula of their own in it", () => {
    const sheet = without("建成示范学校");
    rowNamed(sheet, "培训教师").formulas.status = `=IF(O${first + 3}>1,"好","O${first + 3}")&R1`;
    rowNamed(sheet, "任务t3").cells.status = "达标";
    delete rowNamed(sheet, "任务t3").formulas.status;
    const steps = apply(
      [renewed("t1|i1"), { do: "addRow", row: "t0|", keyText: "m1|t0|", cells: {}, at: { between: 0 } }],
      sheet,
    );
    const [whole] = only(steps, "column");
    expect(only(steps, "column")).toHaveLength(1);
    expect(whole).toMatchObject({ row: first, column: at("status") });
    expect(whole!.cells.map((cell) => (cell && "formula" in cell ? cell.formula.slice(0, 8) : cell))).toEqual([
      "=IFERROR",
      `=G${first + 2}`,
      "=IFERROR",
      `=IF(O${first + 4}>`,
      `=G${first + 5}`,
      { value: "达标" },
    ]);
    // Its own row has become another; texts and other rows have not.
    expect(whole!.cells[3]).toEqual({ formula: `=IF(O${first + 4}>1,"好","O${first + 3}")&R1` });
    expect(only(steps, "formula").map(({ column }) => column)).not.toContain(at("status"));
    expect(only(steps, "keep")).toEqual([]);
  });

  it("of somebody's own are not written back where columns have moved, since they would point elsewhere", () => {
    const sheet = without("建成示范学校");
    rowNamed(sheet, "培训教师").formulas.status = `=O${first + 3}`;
    const steps = apply([renewed("t1|i1"), { do: "removeColumn", column: "unit:县财政局" }], sheet);
    expect([only(steps, "column"), only(steps, "keep")]).toEqual([[], []]);
  });
});

describe("looks and rules that a sync gives", () => {
  const dressed = (operations: readonly Operation[]): Of<"dress">[] => only(operations, "dress");
  const row = (name: string, between: number): Edit => ({
    do: "addRow",
    row: `${name}|`,
    keyText: `m1|${name}|`,
    cells: { task: name },
    at: { between },
  });

  it("to new rows are ours, together for neighbours; formats of the table only where it does not extend them itself", () => {
    const inside = dressed(apply([row("t8", 2), row("t9", 3)]));
    expect(inside[0]).toMatchObject({ fit: { row: first + 2, rows: 2 }, formats: [], validations: [] });
    expect(inside[0]!.styles[0]!.area).toEqual({ row: first + 2, column: 0, rows: 2, columns: at("remark") + 1 });
    for (const edge of [
      dressed(apply([row("t8", 0)])),
      dressed(apply([row("t8", 5)], held, base, { table: { ...tableOf(held), rows: 5 } })),
    ])
      expect([edge[0]!.formats.length > 0, edge[0]!.validations.length]).toEqual([true, 1]);
  });

  it("to a new row are what may be typed into it; to others only where it is asked for something else", () => {
    const ruled = (edits: Edit[]): unknown[] =>
      dressed(apply(edits)).flatMap(({ validations }) =>
        validations.filter(({ rule }) => rule.kind !== "list").map(({ area }) => area.row),
      );
    expect(ruled([set("t1|i2", "remark", "a"), set("t1|i2", "task", "b")])).toEqual([]);
    for (const key of ["indicator", "period", "target", "measure"])
      expect([key, ruled([set("t1|i2", key, "≥7")])]).toEqual([key, [first + 2]]);
  });

  it("to a new column are its width, its header's looks and hint, and those of its cells", () => {
    const more = plan({ units: [...base.units, { name: "县体育事业发展中心", aliases: [] }] });
    const [dress] = dressed(
      apply([{ do: "addColumn", column: "unit:县体育事业发展中心", header: "体育中心", cells: {} }], held, more),
    );
    const column = at("unit:县文化和旅游局") + 1;
    expect(dress!.width).toEqual({ column, points: 17, hidden: false });
    expect(dress!.styles[0]!.area).toEqual({ row: held.headerRow, column, rows: 1, columns: 1 });
    expect(dress!.styles.slice(1).map(({ area }) => area)).toEqual(
      dress!.styles.slice(1).map(() => ({ row: first, column, rows: 5, columns: 1 })),
    );
    expect(dress!.validations.map(({ prompt }) => prompt)).toEqual([
      { title: "体育中心", message: "县体育事业发展中心" },
    ]);
  });

  it("to a column that the plan does not have are none", () => {
    expect(dressed(apply([{ do: "addColumn", column: "unit:县体育局", header: "体育局", cells: {} }]))).toEqual([]);
  });

  it("to a new year are what may be typed in all rows, some at a time", () => {
    const many = plan({
      years: [2021, 2025],
      tasks: [task("t1")],
      indicators: Array.from({ length: 60 }, (_, index) => indicator(`i${index + 1}`, { taskId: "t1" })),
    });
    const longer = { ...many, years: [2021, 2026] as [number, number] };
    const sheet = sheetOf(many);
    const steps = dressed(
      apply([{ do: "addColumn", column: "actual:2026", header: "2026年", cells: {} }], sheet, longer),
    );
    expect(steps.map(({ validations }) => validations.length)).toEqual([0, 50, 10]);
    expect(steps[1]!.validations[0]!.area).toEqual({
      row: first,
      column: at("actual:2021", sheet),
      rows: 1,
      columns: 6,
    });
  });

  it("to a renamed unit are a hint with its new name, in a sheet of 简称 alone", () => {
    const renamed: Edit[] = [
      { do: "columnKey", column: "unit:县财政局", as: "unit:县财政和国资局" },
      { do: "header", column: "unit:县财政和国资局", before: "财政局", after: "财政国资局" },
    ];
    const hints = (sheet: LocatedMatrix): unknown[] =>
      dressed(apply(renamed, sheet)).flatMap(({ validations }) =>
        validations.map(({ area, prompt }) => [area, prompt]),
      );
    expect(hints(held)).toEqual([
      [
        { row: held.headerRow, column: at("unit:县财政局"), rows: 1, columns: 1 },
        { title: "财政国资局", message: "县财政和国资局" },
      ],
    ]);
    expect(hints({ ...held, style: "full" })).toEqual([]);
    expect(dressed(apply([...renamed, { do: "removeColumn", column: "unit:县财政和国资局" }]))).toEqual([]);
  });

  it("to 评估方式 are its new list, for the whole column", () => {
    const before = ["#list:methods", "实地走访", "查验资料", "座谈交流", "专项调研", "问卷调查"];
    const steps = apply([{ do: "methods", before, after: ["#list:methods", "查台账", "看现场"] }]);
    expect(only(steps, "write").map(({ row, column, values }) => [row, column, values])).toEqual([
      [2, 0, [["#list:methods", "查台账", "看现场", "", "", ""]]],
    ]);
    expect(dressed(steps).flatMap(({ validations }) => validations)).toMatchObject([
      { area: { row: first, column: at("method"), rows: 5, columns: 1 }, rule: { kind: "list", source: "=$B$3:$C$3" } },
    ]);
    // Somebody has changed the list.
    expect(apply([{ do: "methods", before: ["#list:methods", "别的"], after: before }])).toEqual([]);
  });
});
