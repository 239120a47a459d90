import { outOfPlanAfter, outOfPlanCells, outOfPlanIn, outOfPlanStill } from "../../src/sync/out-of-plan";
import { indicator, plan, task } from "../plans";
import { rowNamed, sheetOf } from "./sheets";

const base = plan();
/** The sheet still has t4 with i4, and t1 with i9; its plan has neither, nor the unit. */
const former = plan({
  units: [...base.units, { name: "县交通局", aliases: [] }],
  tasks: [...base.tasks, task("t4", { title: "修路", lead: ["县交通局"] })],
  indicators: [
    ...base.indicators,
    indicator("i4", { taskId: "t4", name: "里程" }),
    indicator("i9", { taskId: "t1", name: "新增学位" }),
  ],
});
const held = sheetOf(former);
const same = (name: string): string => name;

describe("what a sheet has beyond its plan", () => {
  it("is nothing in a sheet as it was made", () => {
    expect(outOfPlanIn(base, sheetOf(base))).toEqual({ tasks: [], indicators: [], units: [] });
    expect(outOfPlanIn(former, held)).toEqual({ tasks: [], indicators: [], units: [] });
  });

  it("are tasks, indicators and units, as the sheet has them; of a task that the plan has the indicator alone", () => {
    const { tasks, indicators, units } = outOfPlanIn(base, held);
    expect(tasks.map(({ id, title, lead }) => [id, title, lead])).toEqual([["t4", "修路", ["县交通局"]]]);
    expect(indicators.map(({ id, name }) => [id, name])).toEqual([
      ["i9", "新增学位"],
      ["i4", "里程"],
    ]);
    expect(units).toEqual([{ name: "县交通局", aliases: [] }]);
    const own = sheetOf(
      base,
      ({ rows }) => void rows.push({ row: 30, keyText: "", cells: { task: "小计" }, formulas: {} }),
    );
    expect(outOfPlanIn(base, own).tasks).toEqual([]);
  });

  it("are a unit's column alone where it has no row", () => {
    const column = sheetOf({ ...base, units: former.units });
    expect(outOfPlanIn(base, column)).toEqual({
      tasks: [],
      indicators: [],
      units: [{ name: "县交通局", aliases: [] }],
    });
  });

  it("are told as they were stored, where they were", () => {
    const stored = { tasks: [task("t4", { title: "原来的话" })], indicators: [indicator("i9", { name: "原名" })] };
    const found = outOfPlanIn(base, held, stored);
    expect([found.tasks[0]!.title, found.indicators.map(({ name }) => name)]).toEqual(["原来的话", ["原名", "里程"]]);
  });
});

describe("rows out of the plan as the plan last said them", () => {
  it("are those of what is stored; a task that is stored again replaces the plan's", () => {
    expect(outOfPlanCells(base, { tasks: [], indicators: [] }).size).toBe(0);
    const cells = outOfPlanCells(base, {
      tasks: [task("t4", { title: "修路" }), task("t3", { title: "改过" })],
      indicators: [indicator("i4", { taskId: "t4" })],
    });
    expect([cells.get("t4|i4")!.cells.task, cells.get("t3|")!.cells.task, cells.has("t4|")]).toEqual([
      "修路",
      "改过",
      false,
    ]);
    expect(outOfPlanCells(base, { tasks: [], indicators: [indicator("i8", { taskId: "t3" })] }).has("t3|i8")).toBe(
      true,
    );
  });
});

describe("what to store of rows that stay", () => {
  const row = (name: string) => rowNamed(held, name);

  it("are the plan's words for those that leave it now, and what was stored for the others, under the units' names", () => {
    const stored = { tasks: [task("t4", { title: "存的" })], indicators: [indicator("i4", { taskId: "t4" })] };
    const found = outOfPlanAfter([{ held: row("里程") }, { held: row("培训教师"), base: {} }], base, stored, (name) =>
      name === "县教育局" ? "县教体局" : name,
    )!;
    expect(found.tasks.map(({ id, title, lead }) => [id, title, lead])).toEqual([
      ["t4", "存的", ["县教体局"]],
      ["t1", "任务t1", ["县教体局"]],
    ]);
    expect(found.indicators.map(({ id }) => id)).toEqual(["i4", "i2"]);
  });

  it("is nothing where none stays, or nothing is known of it", () => {
    const nothing = { tasks: [], indicators: [] };
    expect(outOfPlanAfter([], base, nothing, same)).toBeUndefined();
    expect(outOfPlanAfter([{ held: row("里程") }], base, nothing, same)).toBeUndefined();
    expect(outOfPlanAfter([{ held: row("居民综合阅读率"), base: {} }], base, nothing, same)).toMatchObject({
      tasks: [],
      indicators: [{ id: "i0" }],
    });
  });

  it("is only what is about rows that are still there", () => {
    const stored = { tasks: [task("t4"), task("t5")], indicators: [indicator("i4"), indicator("i5")] };
    const still = (...keys: Parameters<typeof outOfPlanStill>[1]): unknown => {
      const found = outOfPlanStill(stored, keys, same);
      return found && [found.tasks.map(({ id }) => id), found.indicators.map(({ id }) => id)];
    };
    expect(still({ taskId: "t4", indicatorId: "i5" })).toEqual([["t4"], ["i5"]]);
    expect([still({ taskId: "t4" }), still({ indicatorId: "i4" }), still({ taskId: "t9" })]).toEqual([
      [["t4"], []],
      [[], ["i4"]],
      undefined,
    ]);
  });
});
