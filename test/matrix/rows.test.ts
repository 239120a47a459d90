import fc from "fast-check";
import { matrixRows } from "../../src/matrix/rows";
import { anyPlan, bundledPlan, indicator, plan, task } from "../plans";

const marksIn = (cells: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(cells).filter(([key]) => /^(unit|group):/.test(key)));

describe("the rows of the matrix", () => {
  it("are one for each task and indicator, one for a task without indicator, one for an indicator without task", () => {
    const rows = matrixRows(plan());
    expect(rows.map(({ task: of, indicator: what }) => [of?.id, what?.id])).toEqual([
      [undefined, "i0"],
      ["t1", "i1"],
      ["t1", "i2"],
      ["t2", "i3"],
      ["t3", undefined],
    ]);
  });

  it("show what the plan says of task and indicator", () => {
    const [, , row] = matrixRows(plan());
    expect(row!.cells).toMatchObject({
      number: "一(一)1",
      section: "重点任务",
      task: "任务t1",
      indicator: "培训教师",
      period: "每年",
      target: "≥50",
      measure: "名",
    });
  });

  it("stand in the order of the text, whatever the order in the data", () => {
    const tasks = [
      task("t9", { span: [900, 950] }),
      task("t2", { span: [200, 250] }),
      task("t5", { span: [500, 550] }),
    ];
    const indicators = [indicator("i8", { span: [800, 810] }), indicator("i1", { span: [10, 20] })];
    expect(matrixRows(plan({ tasks, indicators })).map((row) => row.task?.id ?? row.indicator?.id)).toEqual([
      "i1",
      "t2",
      "t5",
      "i8",
      "t9",
    ]);
  });

  it("give a section's own indicator a row before the section's first task, with the section and no unit", () => {
    const free = indicator("i7", { section: ["重点任务", "基层"], span: [90, 95] });
    const [row, next] = matrixRows(plan({ indicators: [free] }));
    expect(row!.cells).toMatchObject({ section: "重点任务 / 基层", number: "", indicator: "指标i7" });
    expect(marksIn(row!.cells)).toEqual({});
    expect(next!.task?.id).toBe("t1");
  });

  it("keep an indicator whose task the plan does not have", () => {
    const rows = matrixRows(plan({ indicators: [indicator("i5", { taskId: "t77" })] }));
    expect(rows.filter((row) => row.indicator?.id === "i5")).toHaveLength(1);
  });

  it("count 48 for the bundled plan: its 27 indicators, and the tasks that have none", () => {
    const bundled = bundledPlan();
    const rows = matrixRows(bundled);
    expect(rows).toHaveLength(48);
    expect(rows.filter((row) => row.indicator)).toHaveLength(27);
    expect(new Set(rows.flatMap((row) => row.task?.id ?? []))).toEqual(new Set(bundled.tasks.map(({ id }) => id)));
  });

  it("hold each task and each indicator of any plan, and no row twice", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const rows = matrixRows(any);
        expect(rows.flatMap((row) => row.indicator?.id ?? []).sort()).toEqual(
          any.indicators.map(({ id }) => id).sort(),
        );
        expect([...new Set(rows.flatMap((row) => row.task?.id ?? []))].sort()).toEqual(
          any.tasks.map(({ id }) => id).sort(),
        );
        expect(new Set(rows.map(({ identity }) => identity)).size).toBe(rows.length);
        const withIndicator = new Set(any.indicators.flatMap(({ taskId }) => taskId ?? []));
        expect(
          rows
            .filter((row) => !row.indicator)
            .map((row) => row.task!.id)
            .sort(),
        ).toEqual(
          any.tasks
            .map(({ id }) => id)
            .filter((id) => !withIndicator.has(id))
            .sort(),
        );
      }),
    );
  });
});

describe("the marks", () => {
  const groups = [{ name: "各成员单位", members: ["县教育局", "县财政局", "县体育局"] }];
  const units = ["县教育局", "县财政局", "县文化和旅游局", "县体育局"].map((name) => ({ name, aliases: [] }));
  const only = task("t1", { lead: ["县教育局"], responsible: ["县财政局"], groups: ["各成员单位"] });
  const marksOf = (options?: Parameters<typeof matrixRows>[1], of = only): Record<string, unknown> =>
    marksIn(matrixRows(plan({ units, groups, tasks: [of], indicators: [] }), options)[0]!.cells);

  it("are ● for the lead and ○ for who is responsible", () => {
    expect(marksOf()).toEqual({ "unit:县教育局": "●", "unit:县财政局": "○", "group:各成员单位": "○" });
  });

  it("never show a group's members unasked, even where the plan names them", () => {
    expect(Object.values(marksOf())).not.toContain("△");
    expect(marksOf({ expandGroups: ["别的集合"] })).toEqual(marksOf());
  });

  it("are △ for members of a group that the user expands, where they have no stronger mark", () => {
    expect(marksOf({ expandGroups: ["各成员单位"] })).toEqual({
      "unit:县教育局": "●",
      "unit:县财政局": "○",
      "unit:县体育局": "△",
      "group:各成员单位": "○",
    });
  });

  it("are ● for a unit named both as lead and as responsible, and for a group that leads", () => {
    expect(marksOf({}, task("t1", { lead: ["县教育局"], responsible: ["县教育局"] }))).toEqual({
      "unit:县教育局": "●",
    });
    expect(
      marksOf({}, task("t1", { lead: ["各成员单位"], responsible: [], groups: ["各成员单位"] }))["group:各成员单位"],
    ).toBe("●");
  });

  it("agree with the plan in every row of the bundled plan", () => {
    for (const { task: of, cells } of matrixRows(bundledPlan())) {
      const named = (mark: string): string[] =>
        Object.keys(cells)
          .filter((key) => cells[key] === mark)
          .map((key) => key.replace(/^\w+:/, ""))
          .sort();
      expect(named("●")).toEqual([...(of?.lead ?? [])].sort());
      expect(named("○")).toEqual(
        [...(of?.responsible ?? []), ...(of?.groups ?? [])].filter((name) => !of!.lead.includes(name)).sort(),
      );
    }
  });
});
