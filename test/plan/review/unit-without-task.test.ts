import { cleanText } from "../../../src/plan/characters";
import { unitWithoutTask } from "../../../src/plan/review/unit-without-task";
import { plan } from "../../plans";

describe("unit-without-task", () => {
  const clean = cleanText("成员单位：县教育局、县财政局、县文化和旅游局、县气象局。");
  const reviewed = (name: string) => ({
    clean,
    plan: plan({ units: [...plan().units, { name, aliases: [] }] }),
    drafts: [],
    readings: [],
  });

  it("finds a unit that no task lists, at its place", () => {
    const [finding, ...others] = unitWithoutTask.check(reviewed("县气象局"));
    expect(clean.source.slice(...finding!.span)).toBe("县气象局");
    expect(others).toEqual([]);
  });
  it("is content where each has one", () =>
    expect(unitWithoutTask.check({ clean, plan: plan(), drafts: [], readings: [] })).toEqual([]));
});
