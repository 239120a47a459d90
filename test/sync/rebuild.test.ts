import { compare } from "../../src/sync/compare";
import { rebuildPlan } from "../../src/sync/rebuild";
import { indicator, plan, task } from "../plans";
import { sheetOf } from "./sheets";

const rich = plan({
  groups: [{ name: "各成员单位" }],
  tasks: [
    task("t1"),
    task("t2", {
      lead: ["县文化和旅游局"],
      responsible: ["县教育局"],
      groups: ["各成员单位"],
      section: ["重点任务", "（一）"],
    }),
    task("t3", { lead: [] }),
  ],
  indicators: [
    indicator("i0", { section: ["总体目标"], op: "range", value: 3, max: 5, span: [1, 2] }),
    indicator("i1", { taskId: "t1", op: "~", value: 1.5, period: "perYear" }),
    indicator("i2", { taskId: "t2", op: "<=", value: 2, period: "cumulative", deadline: 2024 }),
  ],
});

describe("a plan rebuilt from the sheet", () => {
  it("has the same tasks, roles, indicators and years", () => {
    const rebuilt = rebuildPlan(sheetOf(rich), rich);
    expect(rebuilt.years).toEqual(rich.years);
    expect(
      rebuilt.tasks.map(({ id, title, section, lead, responsible, groups }) => ({
        id,
        title,
        section,
        lead,
        responsible,
        groups,
      })),
    ).toEqual(
      rich.tasks.map(({ id, title, section, lead, responsible, groups }) => ({
        id,
        title,
        section,
        lead,
        responsible,
        groups,
      })),
    );
    const promised = ({
      id,
      taskId,
      name,
      op,
      value,
      max,
      unit,
      period,
    }: (typeof rich.indicators)[number]): unknown => ({ id, taskId, name, op, value, max, unit, period });
    expect(rebuilt.indicators.map(promised)).toEqual(rich.indicators.map(promised));
    expect(rebuilt.units.map(({ name }) => name)).toEqual(rich.units.map(({ name }) => name));
  });

  it("is in step with the plan that the sheet was made from", () => {
    const held = sheetOf(rich);
    expect(
      compare({ plan: rebuildPlan(held, rich), known: false }, rich, held).changes.filter((change) => change.default),
    ).toEqual([]);
  });
});
