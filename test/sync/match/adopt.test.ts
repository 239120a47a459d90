import fc from "fast-check";
import { adopt, matchPlans } from "../../../src/sync/match";
import { anyPlan, indicator, plan, task } from "../../plans";
import { runs } from "../../runs";

describe("a plan under the identities that the sheet knows", () => {
  it("has the sheet's ids for what is the same, and tells which ones it gave", () => {
    const base = plan();
    const incoming = plan({
      tasks: [{ ...base.tasks[0]!, id: "x1" }, ...base.tasks.slice(1)],
      indicators: base.indicators.map((one) => (one.taskId === "t1" ? { ...one, taskId: "x1" } : one)),
    });
    const { plan: kept, ids } = adopt(incoming, base, {
      tasks: new Map([
        ["x1", "t1"],
        ["t2", "t2"],
        ["t3", "t3"],
      ]),
      indicators: new Map(),
      units: new Map(),
      groups: new Map(),
    });
    expect(kept.tasks.map(({ id }) => id)).toEqual(["t1", "t2", "t3"]);
    expect(kept.indicators.filter(({ taskId }) => taskId === "t1")).toHaveLength(2);
    expect(ids).toMatchObject({ x1: "t1" });
  });

  it("gives a new task no id that the sheet has for something else", () => {
    const base = plan();
    const incoming = plan({
      tasks: [task("t1", { title: "另一件事" })],
      indicators: [indicator("i1", { taskId: "t1" })],
    });
    const { plan: kept } = adopt(incoming, base, {
      tasks: new Map(),
      indicators: new Map(),
      units: new Map(),
      groups: new Map(),
    });
    expect(base.tasks.map(({ id }) => id)).not.toContain(kept.tasks[0]!.id);
    expect(kept.indicators[0]!.taskId).toBe(kept.tasks[0]!.id);
  });

  it("never has an id twice, and every indicator has its task", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (base, incoming) => {
        const { plan: kept } = adopt(incoming, base, matchPlans(base, incoming));
        const ids = kept.tasks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(kept.indicators.map(({ id }) => id)).size).toBe(kept.indicators.length);
        expect(kept.indicators.filter(({ taskId }) => taskId !== undefined && !ids.includes(taskId))).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});
