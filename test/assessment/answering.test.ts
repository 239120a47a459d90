import { answeringFor, reportersOf, rolesIn } from "../../src/assessment/answering";
import { plan } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const held = sheetOf(plan());
const activity = rowNamed(held, "开展活动");
const reporters = reportersOf(plan(), held).map(({ name }) => name);

describe("who is asked", () => {
  it("are the units themselves where the plan speaks of 各成员单位", () => {
    expect(reporters).toEqual(["县教育局", "县财政局", "县文化和旅游局"]);
    expect(rolesIn(activity, [{ name: "县教育局", isGroup: false }], plan())[0]).toBe("member");
  });

  it("are the units still where the plan names 各成员单位 no more, and their column was kept", () => {
    const revised = plan({ groups: [] });
    expect(reportersOf(revised, held).map(({ name }) => name)).toEqual(reporters);
    expect(rolesIn(activity, [{ name: "县教育局", isGroup: false }], revised)[0]).toBe("member");
    const leaderless = { ...activity, cells: { ...activity.cells, "unit:县文化和旅游局": "" } };
    expect(answeringFor(leaderless, reportersOf(revised, held), revised, new Set()).units).toEqual(reporters);
  });

  it("are a group's named members, and the group itself where nobody has named them", () => {
    const named = plan({ groups: [{ name: "各成员单位", members: ["县财政局"] }] });
    expect(["县教育局", "县财政局"].map((name) => rolesIn(activity, [{ name, isGroup: false }], named)[0])).toEqual([
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

describe("how a row's number is reported", () => {
  const both = sheetOf(plan(), (sheet) => {
    for (const row of sheet.rows) row.cells["unit:县财政局"] = "●";
  });
  const asked = (cells: Readonly<Record<string, string>>, wanted = true, from = both): unknown[] => {
    const row = rowNamed(from, "建成示范学校");
    const changed = { ...row, cells: { ...row.cells, ...cells } };
    const { reporting, units, isLeaderless, notAdded } = answeringFor(
      changed,
      reportersOf(plan(), from),
      plan(),
      new Set(wanted ? ["i1"] : []),
    );
    return [reporting, units, isLeaderless, notAdded !== undefined];
  };
  const leads = ["县教育局", "县财政局"];

  it("is by the leads together, or in parts of all where somebody wants them added up", () => {
    expect(asked({}, false)).toEqual(["lead", leads, false, false]);
    expect(asked({ "unit:县文化和旅游局": "○" })).toEqual(["total", [...leads, "县文化和旅游局"], false, false]);
  });

  it("is by the leads where its parts cannot be added up: shares, levels, and what its name or measure says", () => {
    expect(asked({ measure: "%" })).toEqual(["lead", leads, false, true]);
    expect(asked({ indicator: "人均藏书", measure: "册" })[3]).toBe(true);
    expect([
      asked({ indicator: "粮食产量", measure: "吨", period: "到2025年" })[3],
      asked({ indicator: "粮食产量", measure: "吨", period: "每年" })[3],
    ]).toEqual([true, false]);
  });

  it("is by all who are responsible where nobody leads, in parts if there is a number, else by members", () => {
    const open = { "unit:县教育局": "○", "unit:县财政局": "○" };
    expect(asked(open, false)).toEqual(["total", leads, true, false]);
    expect(asked({ ...open, measure: "%" }, false)).toEqual(["each", leads, true, true]);
    expect(asked({ ...open, target: " " }, false)).toEqual(["each", leads, true, false]);
    expect(asked({ "unit:县教育局": "△", "unit:县财政局": "" }, false)).toEqual(["total", ["县教育局"], true, false]);
  });
});

describe("the part of a unit or a group in a row", () => {
  const row = {
    cells: {
      "unit:甲局": "●",
      "unit:乙局": "○",
      "unit:丙局": "△",
      "unit:丁局": "协助",
      "group:各镇": "○",
      "group:有关部门": "",
    },
  };
  const part = (name: string, isGroup = false, groups: { name: string; members?: string[] }[] = []): unknown =>
    rolesIn(row, [{ name, isGroup }], { groups })[0];

  it("is what its mark says, and that of a member where a group with it in it has any mark", () => {
    expect(["甲局", "乙局", "丙局", "丁局"].map((name) => part(name))).toEqual([
      "lead",
      "responsible",
      "member",
      undefined,
    ]);
    expect([
      part("戊局", false, [{ name: "各镇", members: ["戊局"] }]),
      part("戊局", false, [{ name: "各镇", members: [] }]),
    ]).toEqual(["member", undefined]);
    // A group without a mark takes nobody in.
    expect(part("戊局", false, [{ name: "有关部门" }])).toBeUndefined();
  });

  it("is none of a group that has no mark itself, whatever others have", () => {
    expect([part("各镇", true), part("有关部门", true)]).toEqual(["responsible", undefined]);
  });
});
