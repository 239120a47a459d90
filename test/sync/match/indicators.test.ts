import { matchPlans } from "../../../src/sync/match";
import type { Indicator } from "../../../src/plan/model";
import { indicator, plan } from "../../plans";

const base = plan();
const [, i1, i2, i3] = base.indicators as [Indicator, Indicator, Indicator, Indicator];
const pairsOf = (indicators: Indicator[], decisions?: Parameters<typeof matchPlans>[2]): Record<string, string> =>
  Object.fromEntries(matchPlans(base, plan({ indicators }), decisions).indicators);

describe("indicators of a revised plan", () => {
  it("are the same promise when number, comparator, period, deadline and unit change", () => {
    const raised = {
      ...i2,
      id: "n2",
      value: 90,
      op: ">" as const,
      period: "cumulative" as const,
      deadline: 2024,
      unit: "人",
    };
    expect(pairsOf([i1, raised, i3])).toEqual({ i1: "i1", n2: "i2", i3: "i3" });
  });

  it("are looked for in the same task first, then everywhere", () => {
    const elsewhere = { ...i2, id: "n2", taskId: "t3" };
    expect(pairsOf([i1, elsewhere, i3])).toEqual({ i1: "i1", n2: "i2", i3: "i3" });
  });

  it("of another task are not taken for each other by a few words", () => {
    expect(pairsOf([i1, i2, indicator("n9", { taskId: "t3", name: "开展志愿服务培训", unit: "次" })])).toEqual({
      i1: "i1",
      i2: "i2",
    });
  });

  it("without a task, the goals of the plan, are known among themselves by a few words, as those of one task are", () => {
    const goal = { ...base.indicators[0]!, id: "n0", name: "国民阅读率" };
    expect(pairsOf([goal, i1, i2, i3])).toEqual({ n0: "i0", i1: "i1", i2: "i2", i3: "i3" });
    expect(pairsOf([{ ...goal, taskId: "t3" }, i1, i2, i3])).toEqual({ i1: "i1", i2: "i2", i3: "i3" });
  });

  it("of one task are not swapped, whatever their order", () => {
    const [a, b] = [
      indicator("a", { taskId: "t1", name: "培训中小学教师", unit: "名", value: 50 }),
      indicator("b", { taskId: "t1", name: "培训幼儿教师", unit: "名", value: 50 }),
    ];
    const before = plan({ indicators: [a, b] });
    const after = plan({
      indicators: [
        { ...b, id: "x", name: "培训幼儿园教师", value: 60 },
        { ...a, id: "y", value: 60 },
      ],
    });
    expect(Object.fromEntries(matchPlans(before, after).indicators)).toEqual({ x: "b", y: "a" });
  });

  it("are what the user says they are", () => {
    const other = indicator("n1", { taskId: "t1", name: "验收合格", unit: "%" });
    expect(pairsOf([other, i2], { same: [["n1", "i1"]], apart: [] })).toEqual({ n1: "i1", i2: "i2" });
    expect(pairsOf([i1, i2], { same: [], apart: [["i2", "i2"]] })).toEqual({ i1: "i1" });
  });
});
