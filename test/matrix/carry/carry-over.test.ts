import { cellAddress } from "../../../src/matrix/address";
import { buildMatrix, titleRows } from "../../../src/matrix/build";
import { carryOver, type CarriedMatrix } from "../../../src/matrix/carry/carry-over";
import { locateMatrix, type SheetReading } from "../../../src/matrix/locate";
import { monthEnd } from "../../../src/matrix/due";
import { formatRowKey, parseRowKey } from "../../../src/matrix/row-key";
import type { Plan } from "../../../src/plan/model";
import { indicator, plan, task } from "../../plans";
import { formerStatus } from "../former-status";
import { columnOf, lineOf, readingOf, sortedRows, typedAt, typedInto, withColumn, withRow } from "../readings";

const base = plan();
const fresh = (): SheetReading => readingOf(buildMatrix(base, { year: 2023 }).sheet);
const carry = (reading: SheetReading, incoming: Plan, from: Plan | "lost" = base): CarriedMatrix =>
  from === "lost"
    ? carryOver(incoming, locateMatrix(reading, [incoming])!, undefined)
    : carryOver(incoming, locateMatrix(reading, [from, incoming])!, from);

const at = (key: string): number => columnOf(fresh(), key);

/** A cell of the new sheet, by the keys of its row and its column. */
function cell({ sheet, columns }: CarriedMatrix, key: RegExp, column: string): unknown {
  const place = columns.findIndex((one) => one.key === column);
  if (place < 0) throw new Error(`no column ${column}`);
  return sheet.cells.slice(titleRows.header + 1).find((row) => key.test(String(row[0])))![place];
}

const headersIn = ({ sheet }: CarriedMatrix): unknown[] => sheet.cells[titleRows.header]!;

const teachers = "培训教师";

describe("bringing a plan to a sheet in use", () => {
  it("has nothing to do for the sheet as it was made, typed in or not, sorted or not", () => {
    expect(carry(fresh(), base)).toMatchObject({ unchanged: true, kept: 0, keptCells: [], removed: [] });
    const used = withColumn(
      typedAt(fresh(), [teachers, "actual:2022", 40]),
      at("unit:县财政局"),
      "联系人",
      () => "张三",
    );
    expect(carry(sortedRows(used, [3, 0, 4, 2, 1]), base)).toMatchObject({
      unchanged: true,
      kept: 6,
      keptCells: [],
    });
  });

  it.each<[string, Plan]>([
    ["a task more", plan({ tasks: [...base.tasks, task("t4")] })],
    ["a task less", plan({ tasks: base.tasks.slice(0, 2) })],
    ["another title", plan({ tasks: [task("t1", { title: "改名" }), ...base.tasks.slice(1)] })],
    ["another target", plan({ indicators: [...base.indicators.slice(0, 3), { ...base.indicators[3]!, value: 120 }] })],
    ["another lead", plan({ tasks: [task("t1", { lead: ["县财政局"], responsible: [] }), ...base.tasks.slice(1)] })],
    ["a unit more", plan({ units: [...base.units, { name: "县体育局", aliases: [] }] })],
    ["a unit less", plan({ units: base.units.slice(0, 2), tasks: base.tasks.map((each) => ({ ...each, lead: [] })) })],
    ["a year more", plan({ years: [2021, 2026] })],
  ])("has something to do for a plan with %s", (_, incoming) => {
    expect(carry(fresh(), incoming).unchanged).toBe(false);
  });

  it("has something to do where a formula of ours was typed over", () => {
    expect(carry(typedAt(fresh(), [teachers, "status", "达标"]), base).unchanged).toBe(false);
  });

  it("has something to do where a row still has the formulas of a former version", () => {
    const reading = fresh();
    const former = { ...reading, formulas: typedAt(reading, [teachers, "status", formerStatus]).formulas };
    const carried = carry(former, base);
    expect(carried.unchanged).toBe(false);
    expect(carried.sheet.formulas.map(({ formula }) => formula)).not.toContain(formerStatus);
  });

  it("shows a target in the plan's own 万, and beside it the unit in which entries are made", () => {
    const grain = indicator("i9", {
      taskId: "t1",
      name: "粮食产量",
      op: "range",
      value: 230_000,
      max: 250_000,
      unit: "吨",
      printed: { value: 23, max: 25, unit: "万吨" },
    });
    const of = plan({ indicators: [grain] });
    const carried = carry(readingOf(buildMatrix(of).sheet), of, of);
    expect([cell(carried, /\|i9\|/, "target"), cell(carried, /\|i9\|/, "measure"), carried.unchanged]).toEqual([
      "23—25",
      "万吨",
      true,
    ]);
    expect(parseRowKey(formatRowKey({ taskId: "t1", indicatorId: "i9", promised: grain }))).toMatchObject({
      promised: { value: 230_000, max: 250_000, printed: grain.printed },
    });
  });

  it("keeps what is typed with its row when rows come in before it", () => {
    const incoming = plan({ tasks: [task("t0", { span: [20, 30] }), ...base.tasks] });
    const carried = carry(typedAt(fresh(), [teachers, "actual:2022", 40], [teachers, "remark", "含民办"]), incoming);
    expect([cell(carried, /\|i2\|/, "actual:2022"), cell(carried, /\|i2\|/, "remark"), carried.kept]).toEqual([
      40,
      "含民办",
      2,
    ]);
    expect(carried.sheet.cells).toHaveLength(fresh().values.length + 1);
  });

  it("takes from the plan what only the plan has changed", () => {
    const incoming = plan({ indicators: [...base.indicators.slice(0, 3), { ...base.indicators[3]!, value: 120 }] });
    const carried = carry(fresh(), incoming);
    expect(cell(carried, /\|i3\|/, "target")).toBe("≥120");
    expect(carried.keptCells).toEqual([]);
  });

  it("keeps what only the sheet has changed, and tells it", () => {
    const carried = carry(typedAt(fresh(), [teachers, "target", "≥60"], [teachers, "unit:县文化和旅游局", "○"]), base);
    expect([cell(carried, /\|i2\|/, "target"), cell(carried, /\|i2\|/, "unit:县文化和旅游局")]).toEqual(["≥60", "○"]);
    expect(carried.keptCells).toEqual([
      { place: "任务t1 · 目标", column: "target", kept: "≥60", planned: "≥50", why: "manual" },
      {
        place: "任务t1 · 县文化和旅游局",
        column: "unit:县文化和旅游局",
        kept: "○",
        planned: "",
        why: "manual",
      },
    ]);
  });

  it("keeps the sheet's where both have changed, and tells both", () => {
    const incoming = plan({
      indicators: [...base.indicators.slice(0, 2), { ...base.indicators[2]!, value: 80 }, base.indicators[3]!],
    });
    expect(carry(typedAt(fresh(), [teachers, "target", "≥60"]), incoming).keptCells).toEqual([
      { place: "任务t1 · 目标", column: "target", kept: "≥60", planned: "≥80", why: "both" },
    ]);
  });

  it("does not call it a manual change when sheet and plan have come to the same", () => {
    const incoming = plan({
      indicators: [...base.indicators.slice(0, 2), { ...base.indicators[2]!, value: 80 }, base.indicators[3]!],
    });
    expect(carry(typedAt(fresh(), [teachers, "target", "≥80"]), incoming).keptCells).toEqual([]);
  });

  it("knows a changed target from the hidden key where the stored plan is lost", () => {
    const incoming = plan({ indicators: [...base.indicators.slice(0, 3), { ...base.indicators[3]!, value: 120 }] });
    const carried = carry(typedAt(fresh(), [teachers, "target", "≥60"]), incoming, "lost");
    expect([cell(carried, /\|i2\|/, "target"), cell(carried, /\|i3\|/, "target")]).toEqual(["≥60", "≥120"]);
    expect(carried.keptCells).toHaveLength(1);
  });

  it("overwrites nothing where the stored plan is lost, and tells each cell that differs from the plan", () => {
    const incoming = plan({
      tasks: [task("t1", { section: ["重点工程"], title: "任务t1，改写" }), ...base.tasks.slice(1)],
    });
    const carried = carry(typedAt(fresh(), [teachers, "section", "教育专项"]), incoming, "lost");
    expect([cell(carried, /\|i2\|/, "section"), cell(carried, /\|i1\|/, "section")]).toEqual(["教育专项", "重点任务"]);
    expect(carried.keptCells).toHaveLength(4);
    expect(carried.keptCells).toContainEqual({
      place: "任务t1，改写 · 板块",
      column: "section",
      kept: "教育专项",
      planned: "重点工程",
      why: "unknown",
    });
    expect(carried.unchanged).toBe(true);
  });

  it("fills what is empty in the sheet where the stored plan is lost", () => {
    const carried = carry(typedAt(fresh(), [teachers, "section", ""]), base, "lost");
    expect([cell(carried, /\|i2\|/, "section"), carried.keptCells]).toEqual(["重点任务", []]);
  });

  it("knows a level at the plan's end from the sheet's own years where the stored plan is lost", () => {
    const open = plan({ indicators: [indicator("i1", { taskId: "t1", name: "建成示范学校", period: "byDeadline" })] });
    delete open.indicators[0]!.deadline;
    const carried = carry(readingOf(buildMatrix(open).sheet), { ...open, years: [2021, 2027] }, "lost");
    expect([cell(carried, /\|i1\|/, "period"), carried.keptCells]).toEqual(["到2027年", []]);
  });

  it("leaves a cell alone that differs from the plan in nothing but spaces", () => {
    const carried = carry(typedAt(fresh(), [teachers, "section", "重点任务 "]), base);
    expect([cell(carried, /\|i2\|/, "section"), carried.keptCells, carried.unchanged]).toEqual(["重点任务 ", [], true]);
  });

  it("removes a row that left the plan, with all that was typed in it", () => {
    const used = typedAt(fresh(), [teachers, "actual:2022", 40], [teachers, "remark", "含民办"]);
    const carried = carry(used, plan({ indicators: base.indicators.filter(({ id }) => id !== "i2") }));
    expect(carried.removed).toHaveLength(1);
    expect(carried.removed[0]!.cells).toMatchObject({ indicator: "培训教师", "actual:2022": 40, remark: "含民办" });
    expect(carried.sheet.cells.flat()).not.toContain("含民办");
  });

  it("drops a row that left the plan where nothing was typed in it", () => {
    expect(carry(fresh(), plan({ indicators: base.indicators.slice(0, 3) }))).toMatchObject({
      removed: [],
      unchanged: false,
    });
  });

  it("takes a row up again where its indicator is another promise, or its task has moved", () => {
    const incoming = plan({
      tasks: [task("t1", { path: "二/(三)/9", section: ["别处"], span: [9000, 9100] }), ...base.tasks.slice(1)],
      indicators: base.indicators.map((each) => (each.id === "i2" ? { ...each, op: "~" as const, value: 7 } : each)),
    });
    const carried = carry(typedAt(fresh(), [teachers, "remark", "含民办"]), incoming);
    expect([
      cell(carried, /\|i2\|/, "remark"),
      cell(carried, /\|i2\|/, "target"),
      cell(carried, /\|i2\|/, "section"),
    ]).toEqual(["含民办", "约7", "别处"]);
    expect(carried.removed).toEqual([]);
  });

  it("keeps a copy that somebody made of a row, at the end", () => {
    const original = fresh().values[lineOf(fresh(), teachers)]!;
    const copied = withRow(fresh(), (column) => (column === at("remark") ? "第二份" : original[column]!));
    const { sheet, removed } = carry(copied, plan({ tasks: [...base.tasks, task("t4")] }));
    expect(sheet.cells[sheet.cells.length - 1]![at("remark")]).toBe("第二份");
    expect(removed).toEqual([]);
  });

  it("keeps actuals of a year that the plan no longer covers, in a column of their own", () => {
    const carried = carry(typedAt(fresh(), [teachers, "actual:2021", 33]), plan({ years: [2022, 2025] }));
    expect(cell(carried, /\|i2\|/, "actual:2021")).toBe(33);
    expect(headersIn(carried).filter((header) => header === "2021年")).toHaveLength(1);
  });

  it("keeps the column of a unit that left only for what the plan had not put there", () => {
    const without = plan({
      units: base.units.slice(0, 2),
      tasks: base.tasks.map((each) => (each.id === "t2" ? { ...each, lead: [] } : each)),
    });
    expect(carry(fresh(), without).columns.map(({ key }) => key)).not.toContain("unit:县文化和旅游局");
    const noted = carry(typedAt(fresh(), [teachers, "unit:县文化和旅游局", "只配合"]), without);
    expect([cell(noted, /\|i2\|/, "unit:县文化和旅游局"), cell(noted, /\|i3\|/, "unit:县文化和旅游局")]).toEqual([
      "只配合",
      "",
    ]);
    const ownRow = carry(
      withRow(fresh(), (column) =>
        column === at("task") ? "自加任务" : column === at("unit:县文化和旅游局") ? "●" : "",
      ),
      without,
    );
    expect(ownRow.sheet.cells[ownRow.sheet.cells.length - 1]).toEqual(expect.arrayContaining(["自加任务", "●"]));
  });

  it("keeps a formula that the user wrote, wherever its cell goes", () => {
    const typed = typedAt(fresh(), [teachers, "actual:2022", 50]);
    const used = { ...typed, formulas: typedAt(fresh(), [teachers, "actual:2022", "=30+20"]).formulas };
    const stays = carry(used, plan({ tasks: [...base.tasks, task("t4")] }));
    const line = lineOf(fresh(), teachers);
    expect(stays.sheet.formulas).toContainEqual({ row: line, column: at("actual:2022"), formula: "=30+20" });
    const moves = carry(used, plan({ tasks: [task("t0", { span: [20, 30] }), ...base.tasks] }));
    expect(moves.sheet.formulas).toContainEqual({ row: line + 1, column: at("actual:2022"), formula: "=30+20" });
    expect(moves.flattened).toEqual([]);
  });

  it("lets a formula's references follow the cells that they point to", () => {
    const line = lineOf(fresh(), teachers);
    const address = cellAddress(line, at("actual:2021"));
    const typed = typedAt(fresh(), [teachers, "actual:2022", 50]);
    const used = { ...typed, formulas: typedAt(fresh(), [teachers, "actual:2022", `=${address}+10`]).formulas };
    const moves = carry(used, plan({ tasks: [task("t0", { span: [20, 30] }), ...base.tasks], years: [2019, 2025] }));
    const column = moves.columns.findIndex(({ key }) => key === "actual:2021");
    expect(moves.sheet.formulas).toContainEqual({
      row: line + 1,
      column: column + 1,
      formula: `=${cellAddress(line + 1, column)}+10`,
    });
  });

  it("takes the value of a formula whose cells are gone, and tells it", () => {
    const gone = cellAddress(lineOf(fresh(), "开展活动"), at("actual:2022"));
    const typed = typedAt(fresh(), [teachers, "actual:2022", 50]);
    const used = { ...typed, formulas: typedAt(fresh(), [teachers, "actual:2022", `=${gone}*2`]).formulas };
    const carried = carry(used, plan({ indicators: base.indicators.slice(0, 3) }));
    expect(carried.flattened).toEqual([{ place: "任务t1 · 2022年", formula: `=${gone}*2`, value: 50 }]);
    expect(cell(carried, /\|i2\|/, "actual:2022")).toBe(50);
    expect(carried.sheet.formulas.map(({ formula }) => formula)).not.toContain(`=${gone}*2`);
  });

  it("keeps the assessment year that the sheet holds", () => {
    const carried = carry(
      typedInto(fresh(), [[titleRows.year, at("number"), 2022]]),
      plan({ indicators: [...base.indicators, indicator("i9")] }),
    );
    expect(carried.sheet.cells[titleRows.year]![at("number")]).toBe(2022);
  });

  it("keeps the month of 截至 that the sheet holds", () => {
    const carried = carry(
      typedInto(fresh(), [[titleRows.year, at("task"), "截至6月"]]),
      plan({ indicators: [...base.indicators, indicator("i9")] }),
    );
    expect(carried.sheet.cells[titleRows.year]![at("task")]).toBe("截至6月");
  });

  it("keeps what is typed as 进展情况, and takes a changed deadline and a changed person from the plan", () => {
    const dated = plan({
      tasks: [...base.tasks.slice(0, 2), task("t3", { deadline: { text: "6月底前", by: "2023-06" } })],
    });
    const reading = typedAt(
      readingOf(buildMatrix(dated, { year: 2023 }).sheet),
      ["任务t3", "progress", "已开工"],
      ["任务t3", "actual:2023", "推进中"],
    );
    const later = plan({
      tasks: [
        ...base.tasks.slice(0, 2),
        task("t3", { deadline: { text: "9月底前", by: "2023-09" }, persons: [{ label: "责任人", name: "张三" }] }),
      ],
    });
    const carried = carry(reading, later, dated);
    expect(
      ["deadline", "due", "persons", "progress", "actual:2023"].map((key) => cell(carried, /\|t3\|/, key)),
    ).toEqual(["9月底前", monthEnd(2023, 9), "责任人：张三", "已开工", "推进中"]);
    expect(carried.keptCells).toEqual([]);
  });
});
