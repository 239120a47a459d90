import { matchPlans, type MatchDecisions } from "../../../src/sync/match";
import { matterOf } from "../../../src/sync/match/units";
import type { Plan } from "../../../src/plan/model";
import { plan, task } from "../../plans";

const unit = (name: string, ...aliases: string[]): Plan["units"][0] => ({ name, aliases });
const duty = (id: string, lead: string, ...responsible: string[]): Plan["tasks"][0] =>
  task(id, { lead: [lead], responsible });

const base = plan({
  units: [unit("县教育局"), unit("县文化和旅游局", "县文旅局"), unit("县体育局"), unit("县财政局")],
  tasks: [
    duty("t1", "县教育局", "县财政局"),
    duty("t2", "县文化和旅游局", "县财政局"),
    duty("t3", "县体育局", "县教育局"),
    duty("t4", "县体育局"),
    duty("t5", "县文化和旅游局"),
  ],
  indicators: [],
});
const match = (incoming: Partial<Plan>, decisions?: MatchDecisions): ReturnType<typeof matchPlans> =>
  matchPlans(base, { ...base, ...incoming }, decisions);
const moved = (from: string, to: string): Plan["tasks"] =>
  base.tasks.map((one) => ({
    ...one,
    lead: one.lead.map((name) => (name === from ? to : name)),
    responsible: one.responsible.map((name) => (name === from ? to : name)),
  }));

describe("units of a revised plan", () => {
  it("are the same under a short name that is known", () => {
    expect(
      match({ units: [unit("县教育局"), unit("县文旅局"), unit("县体育局"), unit("县财政局")] }).units.get("县文旅局"),
    ).toBe("县文化和旅游局");
  });

  it("are the same where one plan prints the full name and the other a short form, whatever they have to do in each", () => {
    const incoming = {
      units: [unit("县教育局"), unit("县文旅局"), unit("县体育局"), unit("县财政局")],
      tasks: [duty("t1", "县教育局", "县财政局"), duty("t3", "县体育局", "县文旅局")],
    };
    const printed = plan({
      ...base,
      units: [unit("县教育局"), unit("县文化和旅游局"), unit("县体育局"), unit("县财政局")],
    });
    expect(matchPlans(printed, { ...printed, ...incoming }).units.get("县文旅局")).toBe("县文化和旅游局");
    expect(
      matchPlans(printed, { ...printed, ...incoming }, { same: [], apart: [["县文旅局", "县文化和旅游局"]] }).units.has(
        "县文旅局",
      ),
    ).toBe(false);
  });

  it("are joined under any form in which the plan prints the one that was joined", () => {
    const printed = plan({
      ...base,
      units: [unit("县教育局"), unit("县文化和旅游局"), unit("县财政局")],
      tasks: [duty("t1", "县教育局"), duty("t2", "县文化和旅游局")],
    });
    const joined = plan({
      ...base,
      units: [unit("县教育局", "县文旅局"), unit("县财政局")],
      tasks: [duty("t9", "县教育局")],
    });
    expect(matchPlans(printed, joined).merged).toEqual(new Map([["县教育局", ["县文化和旅游局"]]]));
    expect(matchPlans(joined, printed).split).toEqual(new Map([["县教育局", ["县文化和旅游局"]]]));
  });

  it("are renamed where the name is near and the tasks are the same", () => {
    const { units, merged, split } = match({
      units: [unit("县教育体育局"), unit("县文化和旅游局"), unit("县体育局"), unit("县财政局")],
      tasks: moved("县教育局", "县教育体育局"),
    });
    expect(units.get("县教育体育局")).toBe("县教育局");
    expect([merged.size, split.size]).toEqual([0, 0]);
  });

  it("are merged where the tasks of one that is gone went to another", () => {
    const { units, merged } = match({
      units: [unit("县教育局"), unit("县文化旅游体育局"), unit("县财政局")],
      tasks: moved("县体育局", "县文化旅游体育局").map((one) => ({
        ...one,
        lead: one.lead.map((name) => (name === "县文化和旅游局" ? "县文化旅游体育局" : name)),
      })),
    });
    const heirs = [units.get("县文化旅游体育局"), ...(merged.get("县文化旅游体育局") ?? [])].sort();
    expect(heirs).toEqual(["县体育局", "县文化和旅游局"]);
  });

  it("are split where a new one takes over tasks and a part of the name", () => {
    const { units, split } = match({
      units: [unit("县教育局"), unit("县文化局"), unit("县旅游局"), unit("县体育局"), unit("县财政局")],
      tasks: base.tasks.map((one) => ({
        ...one,
        lead: one.lead.map((name) => (name !== "县文化和旅游局" ? name : one.id === "t2" ? "县文化局" : "县旅游局")),
      })),
    });
    const parts = [
      ...[...units].filter(([, from]) => from === "县文化和旅游局").map(([name]) => name),
      ...(split.get("县文化和旅游局") ?? []),
    ].sort();
    expect(parts).toEqual(["县文化局", "县旅游局"]);
  });

  it("are not the same because both are a 局 of the county", () => {
    const { units } = match({
      units: [unit("县教育局"), unit("县文化和旅游局"), unit("县水利局"), unit("县财政局")],
      tasks: base.tasks.map((one) => ({
        ...one,
        lead: one.lead.map((name) => (name === "县体育局" ? "县教育局" : name)),
      })),
    });
    expect(units.has("县水利局")).toBe(false);
  });

  it("are what the user says they are", () => {
    const incoming = { units: [unit("县教育局"), unit("县文化和旅游局"), unit("县全民健身中心"), unit("县财政局")] };
    expect(match(incoming, { same: [["县全民健身中心", "县体育局"]], apart: [] }).units.get("县全民健身中心")).toBe(
      "县体育局",
    );
    const renamed = {
      units: [unit("县教育体育局"), unit("县文化和旅游局"), unit("县体育局"), unit("县财政局")],
      tasks: moved("县教育局", "县教育体育局"),
    };
    expect(match(renamed, { same: [], apart: [["县教育体育局", "县教育局"]] }).units.has("县教育体育局")).toBe(false);
  });

  it("are compared by what their names are about", () => {
    expect(matterOf("县文化和旅游局").join("")).toBe("文化旅游");
    expect(matterOf("青山县人力资源和社会保障局").join("")).toBe("人力资源社会保障");
  });
});

describe("a unit under another name", () => {
  /** One unit that leads tasks in the base, and one that leads tasks in the plan to come; with what else is in both. */
  function between(
    [was, led]: readonly [name: string, tasks: readonly string[]],
    [is, leads]: readonly [name: string, tasks: readonly string[]],
  ): unknown {
    const ids = ["t1", "t2", "t3", "t4", "t5"];
    const of = (name: string, own: readonly string[]): Plan =>
      plan({
        units: [unit(name)],
        tasks: ids.map((id) => task(id, { lead: own.includes(id) ? [name] : [], responsible: [] })),
        indicators: [],
      });
    const { units, doubtful } = matchPlans(of(was, led), of(is, leads));
    const [asked] = doubtful.filter(({ kind }) => kind === "unit");
    return [units.get(is) === was, asked && [asked.closeness, asked.matched]];
  }

  it("is the same by half its name and half its tasks, and asked about while that is little", () => {
    expect(between(["县水利局", ["t1"]], ["县水务局", ["t1"]])).toEqual([true, [0.55, true]]);
    expect(between(["县水利局", ["t1", "t2"]], ["县水务局", ["t1", "t2", "t3"]])).toEqual([true, [0.57, true]]);
    expect(between(["县水利局", ["t1", "t2", "t3"]], ["县水务局", ["t1", "t2", "t3"]])).toEqual([true, undefined]);
    expect(between(["县水利局", []], ["县水务局", []])).toEqual([false, undefined]);
  });

  it("is the same by a name that is nearly the same, whatever its tasks", () => {
    expect(between(["县文化旅游局", ["t1"]], ["县文化旅游体育局", ["t2"]])).toEqual([true, undefined]);
    // Four of six characters are not enough.
    expect(between(["县教育局", ["t1"]], ["县教育体育局", ["t2"]])).toEqual([false, [0.33, false]]);
  });

  it("is the same by its tasks alone where these are just the same, the surer the more there are", () => {
    expect(between(["县粮食局", ["t1", "t2", "t3"]], ["县发改委", ["t1", "t2", "t3"]])).toEqual([true, [0.55, true]]);
    expect(between(["县粮食局", ["t1", "t2"]], ["县发改委", ["t1", "t2"]])).toEqual([true, [0.48, true]]);
    expect(between(["县粮食局", ["t1"]], ["县发改委", ["t1"]])).toEqual([false, [0.42, false]]);
    expect(between(["县粮食局", ["t1", "t2", "t3", "t4"]], ["县发改委", ["t1", "t2", "t3"]])).toEqual([
      false,
      [0.43, false],
    ]);
  });
});

describe("a unit that is gone", () => {
  /** 县粮食局 leads `was` and is gone; 县教育局 led `had` and leads `now`. */
  const heir = (
    was: readonly string[],
    had: readonly string[],
    now: readonly string[],
    [gone, other] = ["县粮食局", "县教育局"] as [string, string],
    heirName = other,
  ): readonly string[] | undefined => {
    const ids = ["t1", "t2", "t3", "t4", "t5"];
    const of = (units: string[], leads: (id: string) => string[]): Plan =>
      plan({
        units: units.map((name) => unit(name)),
        tasks: ids.map((id) => task(id, { lead: leads(id), responsible: [] })),
        indicators: [],
      });
    const before = of([gone, other], (id) => [
      ...(was.includes(id) ? [gone] : []),
      ...(had.includes(id) ? [other] : []),
    ]);
    const after = of([heirName], (id) => (now.includes(id) ? [heirName] : []));
    return matchPlans(before, after).merged.get(heirName);
  };
  const sport = ["县体育局", "县文化和旅游局"] as [string, string];
  const joined = "县文化旅游体育局";

  it("lives on in one that has taken three and more of its tasks, all that it had, under any name", () => {
    expect(heir(["t1", "t2", "t3"], ["t4"], ["t1", "t2", "t3", "t4"])).toEqual(["县粮食局"]);
    expect(heir(["t1", "t2"], ["t4"], ["t1", "t2", "t4"])).toBeUndefined();
    expect(heir(["t1", "t2", "t3", "t5"], ["t4"], ["t1", "t2", "t3", "t4"])).toBeUndefined();
    // Tasks in which it had a part before are none that it took.
    expect(heir(["t1", "t2", "t3"], ["t1", "t4"], ["t1", "t2", "t3", "t4"])).toBeUndefined();
  });

  it("lives on in one that has its name within its own and most of its tasks", () => {
    expect(heir(["t1"], ["t4"], ["t1", "t4"], sport, joined)).toEqual(["县体育局"]);
    expect(heir(["t1", "t2", "t3"], ["t4", "t5"], ["t1", "t2", "t4", "t5"], sport, joined)).toEqual(["县体育局"]);
    expect(heir(["t1", "t2"], ["t4", "t5"], ["t1", "t4", "t5"], sport, joined)).toBeUndefined();
    expect(heir([], ["t4", "t5"], ["t4", "t5"], sport, joined)).toBeUndefined();
  });
});
