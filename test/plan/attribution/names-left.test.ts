import { beginsWithName, namesForSure } from "../../../src/plan/attribution/names-left";
import { nothingKnown } from "../../../src/plan/tokens/tokens";

const known = { ...nothingKnown, names: new Set(["生态环境部", "检修公司"]) };

describe("a unit named for sure", () => {
  it.each([
    "县教育局兜底",
    "任务落实到县教育局、县公安局",
    "A类:县教育局",
    "牵头单位定为县教育局",
    "由检修公司托底",
    "报生态环境部",
    "县委宣传部",
  ])("stands in %s", (words) => expect(namesForSure(words, known)).toBe(true));

  it.each([
    ["县教育局局长张某", "somebody in it"],
    ["县政府常务会议", "something of it"],
    ["县政府网站公布", "something of it"],
    ["由县政府另行制定", "it is spoken of in passing"],
    ["市场监管体系", "市 is no level here"],
    ["科技部指导", "it is not known, and has no level"],
    ["全县布局", "the words end like a unit, but begin otherwise"],
  ])("does not stand in %s: %s", (words) => expect(namesForSure(words, known)).toBe(false));

  it("is none that a person has declared to be no unit", () =>
    expect(namesForSure("县教育局兜底", { ...known, notUnits: new Set(["县教育局"]) })).toBe(false));
});

describe("words that begin with a unit's name", () => {
  it.each(["县公安局搭把手", "另由县公安局搭把手", "——县公安局", "检修公司托底"])("are %s", (words) =>
    expect(beginsWithName(words, known)).toBe(true),
  );
  it.each(["有关情况及时报县公安局备案", "建立由县公安局牵头的机制", "县公安局局长带队"])("are not %s", (words) =>
    expect(beginsWithName(words, known)).toBe(false),
  );
});
