import { answeringFor, reportersOf, roleIn } from "../../src/assessment/answering";
import { plan } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const held = sheetOf(plan());
const activity = rowNamed(held, "开展活动");
const reporters = reportersOf(plan(), held).map(({ name }) => name);

describe("who is asked", () => {
  it("are the units themselves where the plan speaks of 各成员单位", () => {
    expect(reporters).toEqual(["县教育局", "县财政局", "县文化和旅游局"]);
    expect(roleIn(activity, { name: "县教育局", isGroup: false }, plan())).toBe("member");
  });

  it("are the units still where the plan names 各成员单位 no more, and their column was kept", () => {
    const revised = plan({ groups: [] });
    expect(reportersOf(revised, held).map(({ name }) => name)).toEqual(reporters);
    expect(roleIn(activity, { name: "县教育局", isGroup: false }, revised)).toBe("member");
    const leaderless = { ...activity, cells: { ...activity.cells, "unit:县文化和旅游局": "" } };
    expect(answeringFor(leaderless, reportersOf(revised, held), revised, new Set()).units).toEqual(reporters);
  });

  it("are a group's named members, and the group itself where nobody has named them", () => {
    const named = plan({ groups: [{ name: "各成员单位", members: ["县财政局"] }] });
    expect(["县教育局", "县财政局"].map((name) => roleIn(activity, { name, isGroup: false }, named))).toEqual([
      undefined,
      "member",
    ]);
    const towns = plan({
      groups: [{ name: "各镇人民政府" }],
      tasks: plan().tasks.map((one) => ({ ...one, groups: ["各镇人民政府"] })),
    });
    expect(reportersOf(towns, sheetOf(towns)).map(({ name }) => name)).toContain("各镇人民政府");
  });
});
