import { knownAliases, presentNames, type UnitChange } from "../../src/assessment/present-names";

const renamed = (from: string, to: string): UnitChange => ({ from, to, kind: "renamed" });
const joined = (from: string, to: string): UnitChange => ({ from, to, kind: "joined" });
const alias = (from: string, to: string): UnitChange => ({ from, to, kind: "alias" });

describe("a unit's name on a form that was sent before", () => {
  it.each<[string, string[], UnitChange[], string, ReturnType<ReturnType<typeof presentNames>>]>([
    ["is the unit's own", ["甲局"], [renamed("甲局", "乙局")], "甲局", { name: "甲局", kind: "own" }],
    [
      "stands for the name it was given since",
      ["乙局"],
      [renamed("甲局", "乙局")],
      "甲局",
      { name: "乙局", kind: "renamed" },
    ],
    [
      "is followed through several changes",
      ["丁局"],
      [renamed("甲局", "乙局"), renamed("乙局", "丙局"), joined("丙局", "丁局")],
      "甲局",
      { name: "丁局", kind: "joined" },
    ],
    [
      "is followed back where a rename was undone",
      ["甲局"],
      [renamed("甲局", "乙局")],
      "乙局",
      { name: "甲局", kind: "renamed" },
    ],
    [
      "stands for the unit that it went into",
      ["丙局"],
      [joined("甲局", "丙局"), joined("乙局", "丙局")],
      "乙局",
      { name: "丙局", kind: "joined" },
    ],
    [
      "is what the journal says, whatever else is known",
      ["乙局"],
      [alias("甲局", "乙局"), renamed("甲局", "乙局")],
      "甲局",
      { name: "乙局", kind: "renamed" },
    ],
    [
      "is joined where it was both given the name and put together",
      ["丙局"],
      [renamed("甲局", "丙局"), joined("甲局", "丙局")],
      "甲局",
      { name: "丙局", kind: "joined" },
    ],
    ["may hold what a key cannot", ["甲|局"], [], "甲｜局", { name: "甲|局", kind: "own" }],
    [
      "of a joined unit is none of its parts, once they are parted again",
      ["甲局", "乙局"],
      [joined("甲局", "丙局"), joined("乙局", "丙局")],
      "丙局",
      undefined,
    ],
    [
      "that may be either of two is neither",
      ["乙局", "丙局"],
      [alias("甲局", "乙局"), alias("甲局", "丙局")],
      "甲局",
      undefined,
    ],
    [
      "is the unit's full name where the plan prints a short form now",
      ["县文旅局"],
      [],
      "县文化和旅游局",
      { name: "县文旅局", kind: "alias" },
    ],
    [
      "is the unit's short form where the plan prints the full name now",
      ["县文化和旅游局"],
      [renamed("县旅游局", "县文旅局")],
      "县旅游局",
      { name: "县文化和旅游局", kind: "renamed" },
    ],
    [
      "was renamed by its short form",
      ["县水务局"],
      [{ from: "县卫健局", to: "县水务局", kind: "alias" }],
      "县卫生健康局",
      { name: "县水务局", kind: "alias" },
    ],
    [
      "is no short form where somebody has said so",
      ["县文化和旅游局"],
      [{ from: "县文旅局", to: "县文旅局", kind: "apart" }],
      "县文旅局",
      undefined,
    ],
    ["that nobody knows is none", ["甲局"], [], "戊局", undefined],
  ])("%s", (_, present, changes, name, expected) => expect(presentNames(present, changes)(name)).toEqual(expected));

  it("is looked for among the plan's aliases and what was settled about its units", () => {
    const plan = { units: [{ name: "县文化和旅游局", aliases: ["县文旅局"] }] };
    const decisions = {
      same: [["县文化和旅游局", "县旅游局"]] as const,
      renamed: { 县文广局: "县文化和旅游局" },
      apart: [],
    };
    const present = presentNames(["县文化和旅游局"], knownAliases(plan, decisions));
    expect(["县文旅局", "县旅游局", "县文广局"].map((name) => present(name)?.name)).toEqual([
      "县文化和旅游局",
      "县文化和旅游局",
      "县文化和旅游局",
    ]);
    expect(
      presentNames(
        ["县文化和旅游局"],
        knownAliases({ units: [] }, { same: [], renamed: {}, apart: ["县文旅局"] }),
      )("县文旅局"),
    ).toBeUndefined();
  });
});
