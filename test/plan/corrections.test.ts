import fc from "fast-check";
import { readPlan } from "../../src/plan";
import { indicatorsFromWords } from "../../src/plan/by-hand/chosen-indicators";
import { byReadNames } from "../../src/plan/by-hand/rename-units";
import { applyCorrections, completed, noCorrections, type Corrections } from "../../src/plan/corrections";
import { readCorrected } from "../../src/plan/read-corrected";

const source = [
  "青山县读书方案（2021—2025年）",
  "一、重点任务",
  "1.办书展。每年举办书展5场以上。（责任单位：县文旅局、县教育局）",
  "2.建书屋。到2025年建成书屋20个。（牵头单位：县科技局；责任单位：县科学技术局二中心、县工商联、各乡镇）",
  "3.评先进。（县文旅局牵头，县工商业联合会配合）",
  "二、保障措施",
  "（一）加强督查。把工作进展纳入督查，对落后的及时提醒。",
].join("\n");
const plan = readPlan(source);
const [fair, rooms] = plan.tasks as [(typeof plan.tasks)[0], (typeof plan.tasks)[0]];
const read = (change: Partial<Corrections>) => readCorrected(source, { ...noCorrections, ...change });

describe("corrections", () => {
  it("change nothing where there are none", () => expect(read({})).toEqual(plan));

  it("set a task's units, and then the lead is stated", () => {
    const [task] = read({ tasks: { [fair.id]: { lead: ["县教育局"], responsible: ["县融媒体中心"] } } }).tasks;
    expect(task).toMatchObject({
      lead: ["县教育局"],
      responsible: ["县融媒体中心"],
      leadBasis: "stated",
      title: fair.title,
    });
  });

  it("mean by a name that was given to a unit the one that it was joined to since", () => {
    const units = {
      ...noCorrections.units,
      renamed: { 县文旅局: "县文体局" },
      same: [["县教育局", "县文旅局"]] as const,
    };
    const joined = read({ tasks: { [fair.id]: { lead: ["县文体局"] } }, units });
    expect([joined.tasks[0]!.lead, joined.units.map(({ name }) => name)]).toEqual([
      ["县教育局"],
      read({ units }).units.map(({ name }) => name),
    ]);
  });

  it("leave a 简称 with its unit: another printing or name of it keeps it, a unit that it went into does not take it", () => {
    const shortNames = { 县文旅局: "文旅" };
    const given = (
      units: Partial<Corrections["units"]>,
      names: Record<string, string> = shortNames,
    ): (readonly [string, string])[] =>
      read({ shortNames: names, units: { ...noCorrections.units, ...units } }).units.flatMap(({ name, shortName }) =>
        shortName ? [[name, shortName] as const] : [],
      );
    expect(given({})).toEqual([["县文旅局", "文旅"]]);
    expect(given({}, { 县文化和旅游局: "文旅" })).toEqual([["县文旅局", "文旅"]]);
    expect(given({ renamed: { 县文旅局: "县文体局" } })).toEqual([["县文体局", "文旅"]]);
    expect(given({ same: [["县教育局", "县文旅局"]] })).toEqual([]);
    expect(given({ same: [["县文旅局", "县教育局"]] })).toEqual([["县文旅局", "文旅"]]);
    expect(given({ apart: ["县文旅局"] }, { 县文化和旅游局: "文旅" })).toEqual([]);
  });

  describe("a unit that was picked by the name that it was given", () => {
    const units = { same: [], apart: [], renamed: { 县文旅局: "县文体局" } };
    const safeguard = plan.safeguards[0]!.id;
    const picked = byReadNames({
      ...noCorrections,
      units,
      tasks: { [rooms.id]: { lead: ["县文体局"], responsible: ["县教育局"] } },
      safeguards: { [safeguard]: { lead: [], responsible: ["县文体局"] } },
      members: { [plan.groups[0]!.name]: ["县文体局"] },
    });
    const leads = (corrections: Corrections, text = source): unknown => {
      const { tasks, groups, units: all } = readCorrected(text, corrections);
      return [tasks[1]!.lead, tasks.at(-1)!.responsible, groups[0]!.members, all.length];
    };
    const all = plan.units.length;

    it("goes by it", () => expect(leads(picked)).toEqual([["县文体局"], ["县文体局"], ["县文体局"], all]));

    it("is meant still when it is given another", () =>
      expect(leads({ ...picked, units: { ...units, renamed: { 县文旅局: "县文化体育局" } } })).toEqual([
        ["县文化体育局"],
        ["县文化体育局"],
        ["县文化体育局"],
        all,
      ]));

    it("is meant still when its own name is given back to it", () =>
      expect(leads({ ...picked, units: { ...units, renamed: {} } })).toEqual([
        ["县文旅局"],
        ["县文旅局"],
        ["县文旅局"],
        all,
      ]));

    it("is meant still where a revision prints its full name, or it was joined to a unit that goes by a name given", () => {
      expect(leads(picked, source.replaceAll("县文旅局", "县文化和旅游局"))).toEqual([
        ["县文化和旅游局"],
        ["县文化和旅游局"],
        ["县文化和旅游局"],
        all,
      ]);
      const joined = {
        ...picked,
        units: {
          same: [["县教育局", "县文旅局"]] as const,
          apart: [],
          renamed: { 县文旅局: "县文体局", 县教育局: "县教体局" },
        },
      };
      expect(leads(joined)).toEqual([["县教体局"], ["县教体局"], ["县教体局"], all - 1]);
    });

    it("is another one where somebody has parted its short form", () =>
      expect(
        readCorrected(source.replaceAll("县文旅局", "县文化和旅游局"), {
          ...picked,
          units: { ...units, apart: ["县文旅局"] },
        }).tasks[1]!.lead,
      ).toEqual(["县文体局"]));

    it("is found in what an earlier version has kept", () =>
      expect(completed({ units, tasks: { [rooms.id]: { lead: ["县文体局"] } } }).tasks).toEqual({
        [rooms.id]: { lead: ["县文旅局"] },
      }));
  });

  it("take over the safeguards that an earlier version stored as measures", () => {
    const earlier = { s1: { lead: ["县政府办"], responsible: [] } };
    expect(completed({ measures: earlier }).safeguards).toEqual(earlier);
    expect(completed({ measures: earlier, safeguards: { s2: earlier.s1 } }).safeguards).toEqual({
      s1: earlier.s1,
      s2: earlier.s1,
    });
  });

  it("leave nobody responsible beside themselves where they lead, and name the groups that a task is given", () => {
    const { tasks, groups } = read({ tasks: { [fair.id]: { lead: ["县教育局"], groups: ["各学校"] } } });
    expect(tasks[0]).toMatchObject({ lead: ["县教育局"], responsible: [], groups: ["各学校"] });
    expect(groups.map(({ name }) => name)).toContain("各学校");
  });

  it("add units that the text does not name", () =>
    expect(read({ tasks: { [fair.id]: { responsible: ["县融媒体中心"] } } }).units.map(({ name }) => name)).toContain(
      "县融媒体中心",
    ));

  it("change, remove and add indicators", () => {
    const [books, built] = plan.indicators as [(typeof plan.indicators)[0], (typeof plan.indicators)[0]];
    expect([books.period, built.deadline]).toEqual(["perYear", 2025]);
    const at = source.indexOf("书展5场");
    const added = indicatorsFromWords(source, [at, at + 4], { ...plan, indicators: [] }, fair)[0]!;
    const { indicators } = read({
      indicators: { [books.id]: { value: 6, period: "cumulative" }, [built.id]: null },
      added: [{ ...added, id: "u1" }],
    });
    expect(indicators.map(({ id, value, period }) => [id, value, period])).toEqual([
      [books.id, 6, "cumulative"],
      ["u1", 5, "perYear"],
    ]);
  });

  it("take away a deadline", () => {
    const built = plan.indicators[1]!;
    expect(read({ indicators: { [built.id]: { deadline: null } } }).indicators[1]).not.toHaveProperty("deadline");
  });

  it("make a safeguard a task with the units that the user names", () => {
    const safeguard = plan.safeguards[0]!;
    const changed = read({ safeguards: { [safeguard.id]: { lead: ["县政府督查室"], responsible: [] } } });
    expect(changed.tasks[3]).toMatchObject({ title: "加强督查", lead: ["县政府督查室"], leadBasis: "stated" });
    expect(changed.safeguards).toEqual([]);
  });

  it("merge, part and rename units in the reading itself", () => {
    expect(plan.units.map(({ name }) => name)).toContain("县工商业联合会");
    const parted = read({ units: { same: [], apart: ["县工商联"], renamed: {} } });
    expect(parted.units.map(({ name }) => name)).toEqual(expect.arrayContaining(["县工商联", "县工商业联合会"]));
    expect(parted.tasks[1]!.responsible).toContain("县工商联");
    const merged = read({ units: { same: [["县文旅局", "县教育局"]], apart: [], renamed: {} } });
    expect(merged.tasks[0]).toMatchObject({ lead: ["县文旅局"], responsible: [] });
    const renamed = read({ units: { same: [], apart: [], renamed: { 县教育局: "县教育体育局" } } });
    expect(renamed.tasks[0]!.responsible).toEqual(["县教育体育局"]);
  });

  it("name the members of a group", () => {
    const group = plan.groups[0]!.name;
    expect(read({ members: { [group]: ["甲镇", "乙镇"] } }).groups[0]).toEqual({
      name: group,
      members: ["甲镇", "乙镇"],
    });
  });

  it("set the years", () => expect(read({ years: [2022, 2024] }).years).toEqual([2022, 2024]));

  it("whose ids are gone do nothing, and the plan given is never changed (any corrections)", () => {
    const before = JSON.stringify(plan);
    const key = fc.constantFrom("gone", "__proto__", "constructor", fair.id, rooms.id);
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.record({ lead: fc.array(fc.constantFrom("县教育局", "=1+1", "甲")) })),
        fc.dictionary(key, fc.constant(null)),
        (tasks, indicators) => {
          const changed = applyCorrections(plan, { ...noCorrections, tasks, indicators });
          expect(changed.tasks.map(({ id }) => id)).toEqual(plan.tasks.map(({ id }) => id));
          for (const task of changed.tasks)
            expect(task.lead).toEqual(
              Object.hasOwn(tasks, task.id)
                ? [...new Set(tasks[task.id]!.lead)]
                : plan.tasks.find(({ id }) => id === task.id)!.lead,
            );
          expect(JSON.stringify(plan)).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
