import type { CellValue } from "../../src/matrix/sheet";
import { generate } from "./commands/bringing";
import { holdAll, invariants } from "./invariants";
import { rowName } from "./keys";
import { lookAt, type Look } from "./look";
import { Model } from "./model";
import { Office } from "./office";
import { written, type Plan } from "./plans";
import { cellOf } from "./standing";

const plan: Plan = {
  edition: 0,
  tasks: [
    { duty: 0, wording: 0, leads: [0], helps: [1], isSpoken: false, all: true, promised: { 0: 0, 1: 0 } },
    { duty: 2, wording: 0, leads: [2], helps: [], isSpoken: false, all: false, promised: { 0: 0, 1: 0 } },
    { duty: 3, wording: 0, leads: [1], helps: [0], isSpoken: false, all: false, promised: {} },
    { duty: 5, wording: 0, leads: [5], helps: [], isSpoken: false, all: false, promised: { 0: 0 } },
  ],
};

let office: Office;
let model: Model;
let look: Look;

/** A workbook in which a year has been reported, as everything in it is seen. */
beforeAll(async () => {
  office = Office.open();
  model = new Model(plan, 2023);
  office.pane.openPasted(written(plan));
  await generate(model, office, "pane");
  for (const { at, cells } of (await lookAt(office, "some")).matrix.rows) {
    const row = [...model.rows.values()].find(
      ({ shown }) => shown.title === cells["任务"] && shown.indicator === cells["指标"],
    )!;
    const typed =
      row.shown.target === "" ? ({ as: "text", text: "已完成" } as const) : ({ as: "number", value: 12 } as const);
    await office.type(at, (await lookAt(office, "some")).matrix.columns.get("2023年")!, cellOf(typed));
    model.set(row.key, (known) => ({ ...known, typed: { "2023年": typed } }));
  }
  look = await lookAt(office, "all");
});
afterAll(() => office.dispose());

const first = "建设示范学校 · 建成示范学校";

/** The same with other cells in the first row. */
const withCells = (cells: Readonly<Record<string, CellValue>>): Look => {
  const { rows } = look.matrix;
  return {
    ...look,
    matrix: {
      ...look.matrix,
      rows: rows.map((row) =>
        row.cells["指标"] === "建成示范学校" ? { ...row, cells: { ...row.cells, ...cells } } : row,
      ),
    },
  };
};

const changed = (change: (of: Look) => void): Look => {
  const copy = structuredClone({
    ...look,
    matrix: { ...look.matrix, columns: [...look.matrix.columns], units: [...look.matrix.units] },
  });
  const whole: Look = {
    ...copy,
    matrix: { ...copy.matrix, columns: new Map(copy.matrix.columns), units: new Map(copy.matrix.units) },
  };
  change(whole);
  return whole;
};

/** Workbooks and texts with something wrong, by the invariant that must find it. */
const falsified: Readonly<Record<string, () => Look>> = {
  "each row of the matrix is there once, and no other": () =>
    changed(({ matrix }) => void (matrix.rows as unknown[]).pop()),
  "what was typed is where it was typed": () => withCells({ "2023年": "" }),
  "the plan's cells show what was decided": () => withCells({ 目标: "≥21" }),
  "the units' marks show what was decided": () => withCells({ 财政局: "●" }),
  "no two columns for one unit": () =>
    changed(({ matrix }) => void (matrix.columns as Map<string, number>).set("县教育局（2）", 40)),
  "评估年度 and 截至 are the same everywhere": () => changed(({ more }) => void (more!.reporting.year = 2024)),
  "statuses in the sheet are right": () => withCells({ 状态: "达标" }),
  "the counts above the table are right": () =>
    changed(
      ({ matrix }) =>
        void ((matrix as unknown as { above: CellValue[] }).above = matrix.above.map((cell) =>
          String(cell).replace(/^(▲?(?:未报|达标|推进中|滞后|序时) )\d+/u, (_, name: string) => `${name}99`),
        )),
    ),
  "检查 judges each row as it stands": () => changed(({ results }) => void (results!.rows[0]!.actual = "13所")),
  "待核 names what is no sound number, and nothing else": () =>
    changed(
      ({ results }) =>
        void (results!.rows[0]!.toCheck = [
          { column: "actual:2023", year: 2023, text: "12", held: "12", reason: { text: "", values: {} } },
        ]),
    ),
  "首页 counts what there is": () => changed(({ progress }) => void progress!.short++),
  "变更记录 has a line for each change": () =>
    changed(({ log }) => void log.push({ 操作: "同步", 改前: "", 改后: "" })),
  "the ribbon's check counts what there is": () => changed(({ more }) => void more!.status.shortfalls.pop()),
  "the report counts and prints what there is": () =>
    changed(
      ({ more }) =>
        void (more!.report.paragraphs = more!.report.paragraphs.map((one) => ({
          ...one,
          text: one.text.replace(/已报送\d+项/, "已报送9项"),
        }))),
    ),
  "下发 asks each unit for what is its to report": () => changed(({ more }) => void more!.reporting.units[0]!.asked++),
  "who has reported is the same wherever it is told": () => changed(({ progress }) => void progress!.reported--),
};

describe("what is held after every step of a walk", () => {
  it("holds of a workbook that is as the office knows it", () => expect(() => holdAll(model, look)).not.toThrow());

  it.each(Object.entries(falsified))("finds it out where it is not so: %s", (name, make) => {
    const invariant = invariants.find((one) => one.name === name)!;
    expect(invariant.broken(model, look)).toBeUndefined();
    expect(invariant.broken(model, make())).toEqual(expect.any(String));
  });

  it("finds out what is missing in 已移出 and in 填报明细", () => {
    const gone = new Model(plan, 2023);
    gone.removed = [{ key: "0|0", typed: { "2023年": { as: "number", value: 7 } } }];
    gone.report({ unit: "县教育局", year: 2023, key: "0|0", value: { content: 7, saved: "" } });
    const broken = (name: string): string | undefined =>
      invariants.find((one) => one.name === name)!.broken(gone, look);
    expect(broken("what left the matrix is in 已移出")).toContain(first);
    expect(broken("填报明细 holds what units have reported")).toContain(first);
    const there = { ...look, removed: [{ 任务: "建设示范学校", 指标: "建成示范学校", "2023年": 7 }] };
    expect(
      invariants.find((one) => one.name === "what left the matrix is in 已移出")!.broken(gone, there),
    ).toBeUndefined();
  });

  it("is told of every invariant by a test of this file", () => {
    const tested = [
      ...Object.keys(falsified),
      "what left the matrix is in 已移出",
      "填报明细 holds what units have reported",
    ];
    expect(invariants.map(({ name }) => name).filter((name) => !tested.includes(name))).toEqual([]);
    expect(rowName("0|0")).toBe(first);
  });
});
