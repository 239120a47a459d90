import { inChinese } from "../../src/plan/sentence";
import type { Plan } from "../../src/plan/model";
import { type Change, kindNames, withChoice } from "../../src/sync/change";
import { buildMatrix } from "../../src/matrix/build";
import { locateMatrix } from "../../src/matrix/locate";
import { compare, isInStep, leftOut } from "../../src/sync/compare";
import { readingOf } from "../matrix/readings";
import type { RemovedRecord } from "../../src/sync/records";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { formerStatus } from "../matrix/former-status";
import { indicator, plan, task } from "../plans";
import { cellsNamed, rowNamed, sheetOf, synced } from "./sheets";

const base = plan();
const [t1, t2, t3] = base.tasks as [Plan["tasks"][0], Plan["tasks"][0], Plan["tasks"][0]];
const [i0, i1, i2, i3] = base.indicators as [
  Plan["indicators"][0],
  Plan["indicators"][0],
  Plan["indicators"][0],
  Plan["indicators"][0],
];
const unit = (name: string): Plan["units"][0] => ({ name, aliases: [] });
const [education, finance, culture] = base.units as [Plan["units"][0], Plan["units"][0], Plan["units"][0]];

const changesOf = (incoming: Plan, touch?: (sheet: LocatedMatrix) => void): Change[] =>
  compare({ plan: base, known: true }, incoming, sheetOf(base, touch)).changes;
const told = (changes: readonly Change[]): [string, string, boolean][] =>
  changes.map(({ kind, description, default: taken }) => [kindNames[kind], inChinese(description), taken]);

describe("what a revised plan changes in the sheet", () => {
  it("is nothing where it says the same", () => {
    expect(changesOf(base)).toEqual([]);
  });

  it.each<[string, Plan, [string, string, boolean][]]>([
    ["a new task", plan({ tasks: [...base.tasks, task("t4")] }), [["新增任务", "新增任务“任务t4”", true]]],
    [
      "a task that is gone",
      plan({ tasks: [t1, t2] }),
      [["移出任务", "任务“任务t3”已不在方案中，连同填报内容移到“已移出”", true]],
    ],
    [
      "a title in other words",
      plan({ tasks: [{ ...t1, title: "任务t1，改写" }, t2, t3] }),
      [["任务改写", "任务改为“任务t1，改写”", true]],
    ],
    [
      "a text in other words, which the sheet does not show",
      plan({ tasks: [{ ...t1, text: "新的内容" }, t2, t3] }),
      [["任务改写", "任务内容有改动（表中只列标题，不受影响）", true]],
    ],
    [
      "another section",
      plan({ tasks: [t1, t2, { ...t3, section: ["保障措施"] }] }),
      [["调整板块", "板块由“重点任务”改为“保障措施”", true]],
    ],
    [
      "another number",
      plan({ tasks: [t1, t2, { ...t3, path: "一/(二)/1" }] }),
      [["序号变化", "序号由“一(一)3”改为“一(二)1”", true]],
    ],
    [
      "a new indicator",
      plan({
        indicators: [...base.indicators, indicator("i5", { taskId: "t1", name: "配备图书", value: 9, unit: "册" })],
      }),
      [["新增指标", "新增指标“配备图书”", true]],
    ],
    [
      "an indicator that is gone",
      plan({ indicators: [i0, i1, i3] }),
      [["移出指标", "指标“培训教师”已不在方案中，连同填报内容移到“已移出”", true]],
    ],
    [
      "a raised target",
      plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
      [["指标调整", "目标由“≥50”改为“≥80”", true]],
    ],
    [
      "another comparator",
      plan({ indicators: [i0, i1, { ...i2, op: "~" }, i3] }),
      [["指标调整", "目标由“≥50”改为“约50”", true]],
    ],
    [
      "another period",
      plan({ indicators: [i0, i1, { ...i2, period: "cumulative", deadline: 2025 }, i3] }),
      [["指标调整", "口径由“每年”改为“累计”", true]],
    ],
    [
      "another deadline",
      plan({ indicators: [i0, { ...i1, deadline: 2024 }, i2, i3] }),
      [["指标调整", "口径由“到2025年”改为“到2024年”", true]],
    ],
    [
      "another measure",
      plan({ indicators: [i0, i1, { ...i2, unit: "人" }, i3] }),
      [["指标调整", "计量单位由“名”改为“人”", true]],
    ],
    [
      "a new unit",
      plan({ units: [...base.units, unit("县体育局")], tasks: [t1, { ...t2, responsible: ["县体育局"] }, t3] }),
      [["新增单位", "新增单位“县体育局”列（1 行有分工）", true]],
    ],
    [
      "a unit that is gone",
      plan({ units: [education, culture], tasks: base.tasks.map((one) => ({ ...one, responsible: [] })) }),
      [["移出单位", "单位“县财政局”已不在方案中，移去该列", true]],
    ],
    [
      "a renamed unit",
      plan({
        units: [education, finance, unit("县文化旅游体育局")],
        tasks: [t1, { ...t2, lead: ["县文化旅游体育局"] }, t3],
      }),
      [["单位更名", "单位更名：“县文化和旅游局”改为“县文化旅游体育局”", true]],
    ],
    [
      "another role",
      plan({ tasks: [{ ...t1, responsible: [] }, t2, t3] }),
      [["分工调整", "县财政局不再是责任单位", true]],
    ],
    [
      "another term",
      plan({ years: [2021, 2026] }),
      [
        ["年度变化", "方案年度由 2021—2025 改为 2021—2026，年度列和公式随之调整", true],
        ["指标调整", "口径由“累计”改为“累计（到2025年）”", true],
      ],
    ],
    [
      "another title",
      plan({ title: "青山县全民阅读促进方案" }),
      [["方案信息", "表题改为“青山县全民阅读促进方案责任矩阵”", true]],
    ],
  ])("%s", (_, incoming, expected) => {
    expect(told(changesOf(incoming)).sort()).toEqual([...expected].sort());
  });

  it("is a renaming also where the short name in the header stays as it is", () => {
    const district = plan({
      units: [unit("区教育局"), finance, culture],
      tasks: base.tasks.map((one) => ({
        ...one,
        lead: one.lead.map((name) => (name === "县教育局" ? "区教育局" : name)),
        responsible: one.responsible.map((name) => (name === "县教育局" ? "区教育局" : name)),
      })),
    });
    const { sheet, comparison } = synced(base, district, sheetOf(base));
    expect(told(comparison.changes)).toContainEqual([
      "单位更名",
      "单位更名：“县教育局”改为“区教育局”，表头仍为“教育局”",
      true,
    ]);
    expect([
      sheet.columns.has("unit:区教育局"),
      sheet.columns.has("unit:县教育局"),
      sheet.headers.get("unit:区教育局"),
    ]).toEqual([true, false, "教育局"]);
  });

  it("keeps a short name that a person has given, under the unit's new name too", () => {
    const given = plan({ units: [education, finance, { ...culture, shortName: "文旅" }] });
    const renamed = plan({
      units: [education, finance, unit("县文化旅游体育局")],
      tasks: [t1, { ...t2, lead: ["县文化旅游体育局"] }, t3],
    });
    const { sheet } = synced(given, renamed, sheetOf(given));
    expect(sheet.headers.get("unit:县文化旅游体育局")).toBe("文旅");
  });

  it("keeps full names in a sheet whose headers are full names", () => {
    const full = locateMatrix(readingOf(buildMatrix(base, { style: "full" }).sheet), [base])!;
    const more = plan({
      units: [education, finance, unit("县文化旅游体育局"), unit("县体育局")],
      tasks: [t1, { ...t2, lead: ["县文化旅游体育局"], responsible: ["县体育局"] }, t3],
    });
    const { sheet } = synced(base, more, full);
    expect([...sheet.headers].flatMap(([key, header]) => (key.startsWith("unit:") ? [header] : []))).toEqual(
      expect.arrayContaining(["县教育局", "县财政局", "县文化旅游体育局", "县体育局"]),
    );
  });

  it.each([true, false])(
    "comes into all rows of a task where it is a deadline that the plan did not name before (plan before known: %s)",
    (known) => {
      const dated = plan({ tasks: [{ ...t1, deadline: { text: "6月底前完成", by: "2025-06" } }, t2, t3] });
      const comparison = compare({ plan: base, known }, dated, sheetOf(base));
      const rows = comparison.changes
        .find(({ kind }) => kind === "deadlineChanged")!
        .edits.map((edit) => (edit.do === "set" ? [edit.row, edit.column] : []));
      expect(new Set(rows.map(([row]) => row)).size).toBe(2);
      expect(rows.map(([, column]) => column)).toEqual(["deadline", "due", "deadline", "due"]);
    },
  );

  it("leaves empty what somebody has emptied because the row above says it", () => {
    const dated = (text: string, by: string): Plan => plan({ tasks: [{ ...t1, deadline: { text, by } }, t2, t3] });
    const touched = sheetOf(dated("6月底前完成", "2025-06"), ({ rows }) =>
      Object.assign(rows.filter(({ cells }) => cells.task === "任务t1")[1]!.cells, { deadline: "" }),
    );
    const { sheet } = synced(dated("6月底前完成", "2025-06"), dated("9月底前完成", "2025-09"), touched);
    expect(sheet.rows.filter(({ cells }) => cells.task === "任务t1").map(({ cells }) => cells.deadline)).toEqual([
      "9月底前完成",
      "",
    ]);
  });

  it("tells a changed deadline once, day and words together, for all rows of its task", () => {
    const withDeadline = (text: string, by: string): Plan =>
      plan({ tasks: [{ ...t1, deadline: { text, by } }, t2, t3] });
    const from = withDeadline("6月底前完成", "2025-06");
    const { sheet, comparison } = synced(from, withDeadline("9月底前完成", "2025-09"), sheetOf(from));
    expect(told(comparison.changes)).toEqual([["时限变化", "完成时限由“6月底前完成”改为“9月底前完成”", true]]);
    expect(
      sheet.rows.filter(({ cells }) => cells.task === "任务t1").map(({ cells }) => [cells.deadline, cells.due]),
    ).toEqual([
      ["9月底前完成", 45930],
      ["9月底前完成", 45930],
    ]);
  });

  it("tells another person who answers", () => {
    const from = plan({ tasks: [{ ...t1, persons: [{ label: "责任人", name: "张三" }] }, t2, t3] });
    const { comparison } = synced(
      from,
      plan({ tasks: [{ ...t1, persons: [{ label: "责任人", name: "李四" }] }, t2, t3] }),
      sheetOf(from),
    );
    expect(told(comparison.changes)).toEqual([["责任人变化", "责任人由“责任人：张三”改为“责任人：李四”", true]]);
  });

  it("is told with its place, before and after", () => {
    const [change] = changesOf(plan({ indicators: [i0, i1, { ...i2, value: 80, unit: "人" }, i3] }));
    expect(change).toMatchObject({ place: "一(一)1 任务t1 · 培训教师", before: "≥50 名", after: "≥80 人" });
  });

  it("names units that became one, and moves their marks", () => {
    const merged = plan({
      units: [education, unit("县财政和文化旅游局")],
      tasks: [
        { ...t1, responsible: ["县财政和文化旅游局"] },
        { ...t2, lead: ["县财政和文化旅游局"] },
        { ...t3, responsible: ["县财政和文化旅游局"] },
      ],
    });
    const { sheet, comparison } = synced(base, merged, sheetOf(base));
    expect(told(comparison.changes)).toContainEqual([
      "单位合并",
      expect.stringMatching(/合并为“县财政和文化旅游局”$/),
      true,
    ]);
    expect([...sheet.columns.keys()].filter((key) => key.startsWith("unit:"))).toEqual([
      "unit:县教育局",
      "unit:县财政和文化旅游局",
    ]);
    expect(
      [cellsNamed(sheet, "培训教师"), cellsNamed(sheet, "开展活动")].map((cells) => cells["unit:县财政和文化旅游局"]),
    ).toEqual(["○", "●"]);
  });

  it("says from which unit a new one was split", () => {
    const parts = plan({
      units: [education, finance, unit("县文化局"), unit("县旅游局")],
      tasks: [t1, { ...t2, lead: ["县文化局"], responsible: ["县旅游局"] }, t3],
    });
    const { changes } = compare({ plan: base, known: true }, parts, sheetOf(base));
    expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["unitSplit", "unitRenamed"]));
  });

  it("moves rows where the plan's order is another, as few as possible", () => {
    const turned = plan({
      tasks: [t2, { ...t1, span: [400, 450] }, { ...t3, span: [500, 550] }],
      indicators: [i0, i3, { ...i1, span: [410, 420] }, { ...i2, span: [430, 440] }],
    });
    const { sheet, comparison } = synced(base, turned, sheetOf(base));
    expect(told(comparison.changes)).toEqual([["行序调整", expect.stringMatching(/^1 行移到方案中的新位置/), true]]);
    expect([...sheet.rows].sort((a, b) => a.row - b.row).map(({ cells }) => cells.task)).toEqual([
      "（方案总体目标）",
      "任务t2",
      "任务t1",
      "任务t1",
      "任务t3",
    ]);
  });
});

describe("what people have changed in the sheet", () => {
  it("stays, where the plan has not changed it: listed, not ticked", () => {
    const changes = changesOf(base, (sheet) => void (rowNamed(sheet, "培训教师").cells.target = "≥60"));
    expect(told(changes)).toEqual([["手工修改", "目标被手工改为“≥60”，保留（方案为“≥50”）", false]]);
  });

  it("is for the user to settle, where the plan has changed it too", () => {
    const changes = changesOf(
      plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
      (sheet) => void (rowNamed(sheet, "培训教师").cells.target = "≥60"),
    );
    expect(told(changes)).toEqual([["两边都改过", "目标：方案由“≥50”改为“≥80”，表中为“≥60”", false]]);
  });

  it("is no difference where it is what the plan says now", () => {
    const changes = changesOf(
      plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
      (sheet) => void (rowNamed(sheet, "培训教师").cells.target = "≥80"),
    );
    expect(changes).toEqual([]);
  });

  it("is asked about, whichever row or column they took away: nothing comes back unasked, and no 已同步 before it is settled", () => {
    const changes = changesOf(base, (sheet) => {
      sheet.rows.splice(sheet.rows.indexOf(rowNamed(sheet, "培训教师")), 1);
      sheet.columns.delete("unit:县财政局");
      for (const row of sheet.rows) delete row.cells["unit:县财政局"];
    });
    expect(told(changes)).toEqual(
      expect.arrayContaining([
        ["补回", "指标“培训教师”的行已不在表中，可能是误删；没有查到它的填报内容，补回后需要时请重新填", false],
        ["补回", "“县财政局”列已不在表中，可能是误删；补回时按方案填上分工标记", false],
      ]),
    );
    expect(changes).toHaveLength(2);
    expect(isInStep({ changes, upkeep: [] })).toBe(false);
  });

  it("is kept as it was settled: what was left out is told among what is done by hand, and is no difference", () => {
    const held = sheetOf(base, (sheet) => {
      sheet.rows.splice(sheet.rows.indexOf(rowNamed(sheet, "培训教师")), 1);
      sheet.columns.delete("unit:县财政局");
      for (const row of sheet.rows) delete row.cells["unit:县财政局"];
    });
    const { changes } = compare({ plan: base, known: true }, base, held, { left: ["t1|i2", "unit:县财政局"] });
    expect(told(changes)).toEqual(
      expect.arrayContaining([
        ["手工修改", "指标“培训教师”的行按您的选择没有列入；勾选可补上", false],
        ["手工修改", "“县财政局”列按您的选择没有列入；勾选可补上这一列", false],
      ]),
    );
    expect(isInStep({ changes, upkeep: [] })).toBe(true);
    expect(leftOut(changes, () => false)).toEqual(expect.arrayContaining(["t1|i2", "unit:县财政局"]));
  });

  it("comes back with what is known of the row, the latest of each cell", () => {
    const held = sheetOf(base, (sheet) => void sheet.rows.splice(sheet.rows.indexOf(rowNamed(sheet, "培训教师")), 1));
    const reported: RemovedRecord[] = [
      { identity: "t1|i2", cells: { "actual:2022": 38, remark: "旧" } },
      { identity: "t1|i2", cells: { "actual:2022": 40 } },
    ];
    const { changes } = compare({ plan: base, known: true }, base, held, { reported });
    expect(told(changes)).toEqual([
      ["补回", "指标“培训教师”的行已不在表中，可能是误删；补回时一并恢复查得到的 2 处填报内容", false],
    ]);
    expect(changes[0]).toMatchObject({
      after: expect.stringContaining("2022年：40"),
      edits: [{ do: "addRow", cells: { "actual:2022": 40, remark: "旧" } }],
    });
  });

  it("is kept in the column of a unit that leaves: the column stays, without the plan's marks", () => {
    const gone = plan({ units: [education, culture], tasks: base.tasks.map((one) => ({ ...one, responsible: [] })) });
    const { sheet } = synced(
      base,
      gone,
      sheetOf(base, (held) => void (rowNamed(held, "开展活动").cells["unit:县财政局"] = "只管拨款")),
    );
    expect(sheet.rows.map(({ cells }) => cells["unit:县财政局"] ?? "")).toEqual(["", "", "", "只管拨款", ""]);
  });

  it("is not undone by a formula: a number typed over one stays, an emptied one comes back", () => {
    const { sheet, comparison } = synced(
      base,
      base,
      sheetOf(base, (held) => {
        const [over, empty] = [rowNamed(held, "培训教师"), rowNamed(held, "开展活动")];
        delete over.formulas.status;
        over.cells.status = "免考核";
        delete empty.formulas.status;
        empty.cells.status = "";
      }),
    );
    expect(told(comparison.changes)).toEqual(
      expect.arrayContaining([
        ["修复", "补上 1 行被删除的公式", true],
        ["手工修改", "状态的公式被手工改为“免考核”，保留；勾选可恢复公式", false],
      ]),
    );
    expect([cellsNamed(sheet, "培训教师").status, rowNamed(sheet, "开展活动").formulas.status]).toEqual([
      "免考核",
      "=",
    ]);
  });

  it("comes back with a task that had left, out of 已移出", () => {
    const held = sheetOf(plan({ tasks: [t1, t2] }));
    const { changes } = compare({ plan: plan({ tasks: [t1, t2] }), known: true }, base, held, {
      removed: [{ cells: { task: "任务t3", indicator: "", "actual:2022": 7, remark: "说明" } }],
    });
    expect(told(changes)).toEqual([["新增任务", "新增任务“任务t3”，并恢复以前填报的 2 处内容", true]]);
    expect(changes[0]!.edits).toEqual([
      expect.objectContaining({ do: "addRow", cells: expect.objectContaining({ "actual:2022": 7, remark: "说明" }) }),
    ]);
  });
});

describe("a task that is kept although the plan has it no more", () => {
  // 县文化和旅游局 is named by task t2 alone.
  const without = plan({ units: [education, finance], groups: [], tasks: [t1, t3], indicators: [i0, i1, i2] });
  const keepsTask = (change: Change): boolean => change.default && change.kind !== "taskRemoved";

  it("says which columns stay with it, and keeps them with its marks; elsewhere the plan's marks go", () => {
    const both = plan({ tasks: [{ ...t1, responsible: ["县文化和旅游局"] }, t2, t3] });
    const { sheet, comparison } = synced(both, without, sheetOf(both), keepsTask);
    expect(told(comparison.changes)).toContainEqual([
      "移出任务",
      "任务“任务t2”已不在方案中，连同填报内容移到“已移出”；不勾选则留在原处，“县文化和旅游局”、“各成员单位”列也随它保留",
      true,
    ]);
    expect(told(withChoice(comparison.changes, keepsTask))).toContainEqual([
      "移出单位",
      "单位“县文化和旅游局”已不在方案中；保留的行还用这一列，列保留，只去掉其他行的分工标记",
      true,
    ]);
    expect(
      [cellsNamed(sheet, "开展活动"), cellsNamed(sheet, "培训教师")].map((cells) => cells["unit:县文化和旅游局"]),
    ).toEqual(["●", ""]);
    expect(cellsNamed(sheet, "开展活动")["group:各成员单位"]).toBe("○");
  });

  it("takes its columns along where it is taken out after all", () => {
    const { sheet, comparison } = synced(base, without, sheetOf(base));
    expect([...sheet.columns.keys()].filter((key) => /^(?:unit|group):/.test(key))).toEqual([
      "unit:县教育局",
      "unit:县财政局",
    ]);
    expect(told(withChoice(comparison.changes, (change) => change.default))).toContainEqual([
      "移出单位",
      "单位“县文化和旅游局”已不在方案中，移去该列",
      true,
    ]);
  });

  it("is no difference in the next comparison; let go then, its columns go with it", () => {
    const { sheet } = synced(base, without, sheetOf(base), keepsTask);
    const next = compare({ plan: without, known: true }, without, sheet);
    expect(isInStep(next)).toBe(true);
    expect(told(withChoice(next.changes, (change) => change.default))).toEqual([
      ["手工修改", "任务“任务t2”不在方案中，按您的选择保留；勾选则移到“已移出”", false],
    ]);
    const letGo = synced(without, without, sheet, () => true);
    expect([...letGo.sheet.columns.keys()].filter((key) => /^(?:unit|group):/.test(key))).toEqual([
      "unit:县教育局",
      "unit:县财政局",
    ]);
    expect(rowNamed(letGo.sheet, "开展活动")).toBeUndefined();
  });

  it("is asked about by itself where the rest of its task leaves later", () => {
    const [less, none] = [plan({ indicators: [i0, i1, i3] }), plan({ tasks: [t2, t3], indicators: [i0, i3] })];
    const { sheet } = synced(base, less, sheetOf(base), (change) => change.kind !== "indicatorRemoved");
    const { changes } = compare({ plan: less, known: true }, none, sheet);
    expect(changes.map(({ kind, default: taken, before }) => [kind, taken, before])).toEqual(
      expect.arrayContaining([
        ["taskRemoved", true, expect.stringMatching(/^建成示范学校/)],
        ["manual", false, expect.stringMatching(/^培训教师/)],
      ]),
    );
  });

  it("keeps its mark where its unit becomes one with another", () => {
    const one = plan({
      units: [education, { name: "县财政局", aliases: ["县文化和旅游局"] }],
      tasks: [t1, t3],
      indicators: [i0, i1, i2],
    });
    const { sheet, comparison } = synced(base, one, sheetOf(base), keepsTask);
    expect(told(comparison.changes)).toContainEqual(["单位合并", "县财政局、县文化和旅游局 合并为“县财政局”", true]);
    expect(sheet.columns.has("unit:县文化和旅游局")).toBe(false);
    expect(cellsNamed(sheet, "开展活动")["unit:县财政局"]).toBe("●");
  });

  it("keeps its column where another unit takes that name: one column, and never two of a name", () => {
    const { sheet } = synced(base, without, sheetOf(base), keepsTask);
    const renamed = plan({
      units: [education, culture],
      tasks: [
        { ...t1, responsible: ["县文化和旅游局"] },
        { ...t3, responsible: ["县文化和旅游局"] },
      ],
      indicators: [i0, i1, i2],
    });
    const next = synced(without, renamed, sheet, (change) => change.default);
    expect(told(next.comparison.changes)).toContainEqual([
      "单位合并",
      "县文化和旅游局、县财政局 合并为“县文化和旅游局”",
      true,
    ]);
    expect([...next.sheet.headers.values()].filter((header) => header.includes("局"))).toEqual(["教育局", "文旅局"]);
    expect(
      [cellsNamed(next.sheet, "开展活动"), cellsNamed(next.sheet, "培训教师")].map(
        (cells) => cells["unit:县文化和旅游局"],
      ),
    ).toEqual(["●", "○"]);
  });
});

describe("a unit's column that a sync has left", () => {
  it("stays as it was left, and goes where somebody says so", () => {
    const gone = plan({ units: [education, culture], tasks: base.tasks.map((one) => ({ ...one, responsible: [] })) });
    const { sheet } = synced(
      base,
      gone,
      sheetOf(base),
      (change) => change.default && change.kind !== "unitRemoved" && change.kind !== "markChanged",
    );
    const next = compare({ plan: gone, known: true }, gone, sheet);
    expect([isInStep(next), told(next.changes)]).toEqual([
      true,
      [["手工修改", "单位“县财政局”不在方案中，按您的选择保留；勾选则移去该列", false]],
    ]);
  });
});

describe("a sheet whose stored plan is lost", () => {
  it("keeps what differs, since nobody knows who changed it; what the hidden key promised is known", () => {
    const incoming = plan({
      tasks: [{ ...t1, title: "任务t1，改写" }, t2, t3],
      indicators: [i0, i1, { ...i2, value: 80 }, i3],
    });
    const { changes } = compare({ plan: base, known: false }, incoming, sheetOf(base));
    expect(told(changes)).toEqual(
      expect.arrayContaining([
        ["两边都改过", "任务：方案为“任务t1，改写”，表中为“任务t1”", false],
        ["指标调整", "目标由“≥50”改为“≥80”", true],
      ]),
    );
  });
});

describe("ids of changes", () => {
  it("differ within a comparison, and are the same in the next", () => {
    const incoming = plan({
      units: [education, unit("县融媒体中心"), culture],
      tasks: [task("t5"), { ...t2, title: "改写" }, { ...t1, path: "二/(一)/9" }],
      indicators: [i0, { ...i2, value: 70 }],
    });
    const touch = (sheet: LocatedMatrix): void => void (rowNamed(sheet, "培训教师").cells.period = "每季度");
    const ids = changesOf(incoming, touch).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    expect(changesOf(incoming, touch).map(({ id }) => id)).toEqual(ids);
  });
});

describe("formulas of a former version", () => {
  it("are replaced once, as a change that can be seen", () => {
    const sheet = sheetOf(base, ({ rows }) => rows.forEach(({ formulas }) => void (formulas.status = formerStatus)));
    const changes = compare({ plan: base, known: true }, base, sheet).changes;
    expect(told(changes)).toEqual([
      [
        "修复",
        `${sheet.rows.length} 行的公式换成新的算法：没有量化指标的任务也有状态，疑似填错的数不再下结论，“约”达到目标的 90% 即达标`,
        true,
      ],
    ]);
    const after = synced(base, base, sheet);
    expect(after.operations.filter(({ op }) => op === "formula").map((one) => ("rows" in one ? one.rows : 0))).toEqual([
      sheet.rows.length,
      sheet.rows.length,
      sheet.rows.length,
    ]);
  });

  it("are left where somebody wrote a formula of their own", () => {
    expect(
      changesOf(base, ({ rows }) => rows.forEach(({ formulas }) => void (formulas.status = '=IF(Q9>0,"好","差")'))),
    ).toEqual([]);
  });
});

describe("notes about the sheet itself", () => {
  const notes = (touch?: (sheet: LocatedMatrix) => void, incoming = base): string[] =>
    compare({ plan: base, known: true }, incoming, sheetOf(base, touch)).notes.map(inChinese);
  const without =
    (...keys: string[]) =>
    ({ columns }: LocatedMatrix): void =>
      keys.forEach((key) => void columns.delete(key));

  it("are none about one as it was made", () => {
    expect(notes()).toEqual([]);
  });

  it("name columns that somebody has deleted, but not a key column, which is told of by itself", () => {
    expect(notes(without("target", "remark", "key"))).toEqual([
      "隐藏的键列被删除，已按板块、任务和指标的文字重新对上，同步时补回。",
      "表中没有“目标”、“备注”列，可能已被删除；这些列不再更新，其余照常。",
    ]);
  });

  it("say of a sheet of an earlier layout what it lacks, and not that somebody has deleted it", () => {
    expect(notes(without("deadline", "due", "persons", "progress"))).toEqual([
      expect.stringContaining("这张表是以前的版式"),
    ]);
    const older = (sheet: LocatedMatrix): void => {
      without("method")(sheet);
      sheet.above = sheet.above.filter(({ value }) => value !== "#list:methods");
    };
    expect(notes(older)).toEqual([expect.stringContaining("这张表是较早的版式，没有“评估方式”列")]);
    // The list alone is missing, or the column alone.
    expect(notes((sheet) => void (sheet.above = sheet.above.filter(({ value }) => value !== "#list:methods")))).toEqual(
      [],
    );
    expect(notes(without("method"))).toEqual([expect.stringContaining("表中没有“评估方式”列")]);
  });

  it("count rows that somebody has copied", () => {
    expect(
      notes(({ rows }) => {
        rows.push({ ...rows[1]!, row: 20 }, { ...rows[1]!, row: 21 }, { ...rows[2]!, row: 22 });
        rows.push({ row: 23, keyText: "", cells: { task: "小计" }, formulas: {} });
      }),
    ).toEqual(["有 3 行是从别的行复制来的，按您自己的行保留，不随方案改动。"]);
  });

  it("warn of so many years that no formula can hold them", () => {
    expect(notes(undefined, plan({ years: [2021, 2090] }))).toEqual([expect.stringContaining("年度太多")]);
    expect(notes(undefined, plan({ years: [2021, 2040] }))).toEqual([]);
  });
});

describe("what is done to the title block whatever is chosen", () => {
  const upkeep = (incoming: Plan, touch?: (sheet: LocatedMatrix) => void): unknown[] =>
    compare({ plan: base, known: true }, incoming, sheetOf(base, touch)).upkeep;
  const ways = plan({ checkMethods: ["查台账", "看现场"] });
  const general = ["#list:methods", "实地走访", "查验资料", "座谈交流", "专项调研", "问卷调查"];

  it("is the list of 评估方式 where the plan's is another, unless somebody has changed it", () => {
    expect(upkeep(ways)).toEqual([{ do: "methods", before: general, after: ["#list:methods", "查台账", "看现场"] }]);
    expect(upkeep(ways, ({ above }) => void above.push({ row: 2, column: 6, value: "另一种" }))).toEqual([]);
    expect(upkeep(base)).toEqual([]);
  });

  it("is the line of issuer, date and counts in a sheet of an earlier version, which has it", () => {
    const line = (more: string): string => `青山县人民政府　2021年5月6日　任务 ${more} 项　单位 3 个　指标 4 项`;
    const more = plan({ tasks: [...base.tasks, task("t4")] });
    const touch = ({ above }: LocatedMatrix): void => void above.push({ row: 1, column: 9, value: line("3") });
    expect(upkeep(more, touch)).toEqual([{ do: "title", before: line("3"), after: line("4") }]);
    expect(upkeep(more)).toEqual([]);
  });

  it("is a title that follows the plan's only where nobody has written another", () => {
    const renamed = plan({ title: "新方案" });
    expect(changesOf(renamed).map(({ id, edits }) => [id, edits])).toEqual([
      ["title", [{ do: "title", before: `${base.title}责任矩阵`, after: "新方案责任矩阵" }]],
    ]);
    expect(changesOf(renamed, ({ above }) => void (above[0]!.value = "我们的表"))).toEqual([]);
  });
});

describe("a sheet that is in step", () => {
  const state = (incoming: Plan, touch?: (sheet: LocatedMatrix) => void): boolean =>
    isInStep(compare({ plan: base, known: true }, incoming, sheetOf(base, touch)));

  it("has nothing to take, nothing to ask and nothing hidden to update", () => {
    expect(state(base)).toBe(true);
    expect(state(base, (sheet) => void (rowNamed(sheet, "培训教师").cells.target = "≥60"))).toBe(true);
    expect(state(plan({ tasks: base.tasks.slice(0, 2) }))).toBe(false);
    expect(state(base, ({ rows }) => void rows.pop())).toBe(false);
    expect(state(plan({ checkMethods: ["查台账"] }))).toBe(false);
  });

  it("leaves out what was not taken: rows, and columns of units, not of years", () => {
    const incoming = plan({
      years: [2021, 2026],
      units: [...base.units, unit("县体育局")],
      tasks: [...base.tasks, task("t4")],
    });
    const changes = changesOf(incoming);
    expect(leftOut(changes, () => false).sort()).toEqual(["t4|", "unit:县体育局"]);
    expect(leftOut(changes, ({ kind }) => kind === "taskAdded")).toEqual(["unit:县体育局"]);
    expect(leftOut(changes, () => true)).toEqual([]);
  });
});
