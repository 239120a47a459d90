import { noCorrections } from "../../../src/plan/corrections";
import type { Plan } from "../../../src/plan/model";
import { readCorrected } from "../../../src/plan/read-corrected";
import {
  noUnitDecisions,
  withMerged,
  withoutMerge,
  withoutParting,
  withoutRenaming,
  withParted,
  withRenamed,
  type UnitDecisions,
} from "../../../src/plan/units/decisions";

const source = [
  "青山县读书方案（2021—2025年）",
  "一、重点任务",
  "1.办书展。每年举办书展5场以上。（责任单位：县文旅局、教育局）",
  "2.建书屋。到2025年建成书屋20个。（牵头单位：县科学技术协会；责任单位：县教育局、县工商联）",
  "3.评先进。县科协负责评选。（县工商业联合会牵头，县文化和旅游局配合）",
  "4.送图书。（县教体局牵头，县教育局配合）",
].join("\n");
const read = (units: UnitDecisions): Plan => readCorrected(source, { ...noCorrections, units });
const names = (units: UnitDecisions): string[] =>
  read(units)
    .units.map(({ name }) => name)
    .sort();
const leads = (units: UnitDecisions): string[][] =>
  read(units).tasks.map(({ lead, responsible }) => [...lead, "｜", ...responsible]);
const asRead = names(noUnitDecisions);

describe("the plan as read", () => {
  it("goes by the longer of two forms of one name", () =>
    expect(asRead).toEqual(["县工商业联合会", "县教体局", "县教育局", "县文化和旅游局", "县科学技术协会"].sort()));
});

describe("parting a name from its unit", () => {
  it.each<[unit: string, alias: string]>([
    ["县工商业联合会", "县工商联"],
    ["县文化和旅游局", "县文旅局"],
    ["县教育局", "教育局"],
  ])("makes a unit of its own of %s’s %s, wherever it is written", (unit, alias) => {
    const plan = read(withParted(noUnitDecisions, unit, alias));
    expect(plan.units.map(({ name }) => name)).toEqual(expect.arrayContaining([unit, alias]));
    expect(plan.units.find(({ name }) => name === unit)!.aliases).not.toContain(alias);
    expect(plan.tasks.some(({ lead, responsible }) => [...lead, ...responsible].includes(alias))).toBe(true);
  });

  it("is no other name of the unit any more where no task names it", () => {
    const plan = read(withParted(noUnitDecisions, "县科学技术协会", "县科协"));
    expect(plan.units.find(({ name }) => name === "县科学技术协会")!.aliases).toEqual([]);
    expect(plan.units.map(({ name }) => name).sort()).toEqual(asRead);
  });

  it("undoes what a person has joined, in either direction, and leaves no trace of it", () => {
    const merged = withMerged(noUnitDecisions, "县教育局", "县教体局");
    expect(names(merged)).not.toContain("县教体局");
    expect(withParted(merged, "县教育局", "县教体局")).toEqual(noUnitDecisions);
    const other = withMerged(noUnitDecisions, "县教体局", "县文化和旅游局");
    expect(withParted(other, "县教体局", "县文化和旅游局")).toEqual(noUnitDecisions);
  });

  it("keeps with a name what was joined to it", () => {
    const chain = withMerged(withMerged(noUnitDecisions, "县教体局", "县教育局"), "县工商业联合会", "县教体局");
    expect(names(chain)).toEqual(["县工商业联合会", "县文化和旅游局", "县科学技术协会"]);
    const parted = withParted(chain, "县工商业联合会", "县教体局");
    expect(parted).toEqual(withMerged(noUnitDecisions, "县教体局", "县教育局"));
  });

  it("can be taken back, and a name joined again", () => {
    const parted = withParted(noUnitDecisions, "县工商业联合会", "县工商联");
    expect(withoutParting(parted, "县工商联")).toEqual(noUnitDecisions);
    expect(withMerged(parted, "县工商业联合会", "县工商联")).toEqual(noUnitDecisions);
    expect(names(withMerged(parted, "县教育局", "县工商联"))).toEqual(asRead);
  });
});

describe("merging", () => {
  it("goes by the name of the unit that the other is merged into, the shorter one too, and has each mark once", () => {
    const merged = withMerged(noUnitDecisions, "县教体局", "县教育局");
    expect(names(merged)).toEqual(["县工商业联合会", "县教体局", "县文化和旅游局", "县科学技术协会"].sort());
    expect(leads(merged)[3]).toEqual(["县教体局", "｜"]);
    expect(withoutMerge(merged, ["县教体局", "县教育局"])).toEqual(noUnitDecisions);
  });

  it("finds a unit under the name that a person has given it", () => {
    const renamed = withRenamed(noUnitDecisions, "县教体局", "县教育和体育局");
    const merged = withMerged(renamed, "县教育和体育局", "县教育局");
    expect(names(merged)).toEqual(["县工商业联合会", "县教育和体育局", "县文化和旅游局", "县科学技术协会"].sort());
    expect(names(withoutRenaming(merged, "县教体局"))).toContain("县教体局");
  });
});

describe("renaming a unit to the name of another", () => {
  it("never leaves two units of one name: they are one, with each task's marks once", () => {
    const units = withRenamed(noUnitDecisions, "县教体局", "县教育局");
    expect(names(units)).toEqual(["县工商业联合会", "县教育局", "县文化和旅游局", "县科学技术协会"].sort());
    expect(leads(units)[3]).toEqual(["县教育局", "｜"]);
    expect(read(units).units.find(({ name }) => name === "县教育局")!.aliases).toContain("县教体局");
  });

  it("holds for two units that are given one new name", () => {
    const units = withRenamed(withRenamed(noUnitDecisions, "县教体局", "县大教育局"), "县教育局", "县大教育局");
    expect(names(units).filter((name) => name === "县大教育局")).toHaveLength(1);
  });
});
