import { renameUnitsOfPlan } from "../../src/sync/rename-units";
import { plan, task } from "../plans";

describe("a plan whose units are renamed", () => {
  it("has the new names among its units, in groups and in tasks, and all else as it was", () => {
    const of = plan({
      groups: [{ name: "各成员单位" }, { name: "各执法单位", members: ["县教育局", "县财政局"] }],
      tasks: [task("t1", { lead: ["县教育局"], responsible: ["县财政局", "县教育局"] })],
    });
    const renamed = renameUnitsOfPlan(of, new Map([["县教育局", "县教育和体育局"]]));
    expect(renamed.units.map(({ name }) => name)).toEqual(["县教育和体育局", "县财政局", "县文化和旅游局"]);
    expect(renamed.groups).toEqual([
      { name: "各成员单位" },
      { name: "各执法单位", members: ["县教育和体育局", "县财政局"] },
    ]);
    expect(renamed.tasks[0]).toMatchObject({ lead: ["县教育和体育局"], responsible: ["县财政局", "县教育和体育局"] });
    expect(renamed.indicators).toBe(of.indicators);
  });
});
