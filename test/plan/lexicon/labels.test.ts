import {
  bareLabelAtStart,
  isKnownLabel,
  labelAtStart,
  labelBefore,
  labelOf,
  namesUnits,
  STEM_WORDS,
} from "../../../src/plan/lexicon/labels";
import { parseAttribution } from "../../../src/plan/attribution/parse";

describe("labels", () => {
  it.each(STEM_WORDS.map(({ example, role }) => [example, role]))("%s has the role %s", (word, role) =>
    expect(labelOf(word)?.role).toBe(role),
  );

  it.each([
    ["牵头考核单位", "lead"],
    ["主责处室", "lead"],
    ["统筹推进部门", "lead"],
    ["主要责任单位", "lead"],
    ["第一责任单位", "lead"],
    ["总牵头单位", "lead"],
    ["联合牵头部门", "lead"],
    ["县级责任单位", "main"],
    ["责任部门/单位", "main"],
    ["责任科(处)室", "main"],
    ["具体责任单位", "main"],
    ["牵头及配合单位", "main"],
    ["推进单位", "main"],
    ["归口部门", "lead"],
    ["责任单位及责任人", "main"],
    ["责任车间", "main"],
    ["其他责任单位", "support"],
    ["协同配合部门", "support"],
    ["成员单位", "support"],
    ["指导单位", "support"],
    ["统筹部门", "lead"],
    ["督办单位", "skip"],
    ["验收部门", "skip"],
    ["责任领导", "skip"],
    ["分管县领导", "skip"],
    ["联系人及电话", "skip"],
    ["完成时限", "skip"],
    ["时间节点", "skip"],
    ["资金来源", "skip"],
    ["对口单位", "unknown"],
    ["包抓部门", "unknown"],
  ])("%s: %s, by its stem", (word, role) => expect(labelOf(word)?.role).toBe(role));

  it.each(["单位", "有关单位", "各部门", "市直有关单位", "会员单位", "总体目标", "改造内容如下", "市教育局", "一"])(
    "%s is none",
    (words) => expect(labelOf(words)).toBeUndefined(),
  );

  it.each([
    ["责任领导", "person"],
    ["完成时限", "time"],
    ["督办单位", "other"],
    ["牵头单位", "units"],
  ])("what follows %s is %s", (word, names) => expect(labelOf(word)?.names).toBe(names));

  it("a label is known in the middle of a text where all its words are", () => {
    expect(isKnownLabel("牵头考核单位")).toBe(true);
    expect(isKnownLabel("对口单位")).toBe(false);
    const text = "牵头单位:市水务局责任单位:市财政局";
    expect(labelBefore(text, text.lastIndexOf(":"), 0)).toMatchObject({ word: "责任单位", start: 9 });
    expect(labelBefore("开展试点牵头单位:", 8, 0)).toMatchObject({ word: "牵头单位", start: 4 });
    expect(labelBefore("本项对口单位:", 6, 0)).toMatchObject({ word: "本项对口单位", role: "unknown" });
  });

  it("a bracket between label and colon is no matter", () =>
    expect(labelBefore("责任单位(下同):", 8, 0)?.word).toBe("责任单位"));

  it("begins a clause with its colon, or without it", () => {
    expect(labelAtStart("牵头单位:市水务局")).toMatchObject({ word: "牵头单位", length: 5 });
    expect(labelAtStart("市水务局牵头单位:")).toBeUndefined();
    expect(bareLabelAtStart("牵头单位市水务局")).toMatchObject({ word: "牵头单位", length: 4 });
    expect(bareLabelAtStart("市水务局")).toBeUndefined();
  });

  it("is found in what a person's label is followed by", () => {
    expect(namesUnits("王某，牵头单位:市水务局")).toBe(true);
    expect(namesUnits("王某，联系人:李某")).toBe(false);
  });

  it.each(["责任领导", "完成时限", "督办单位"])("%s：… names no unit, and the label after it is read", (word) => {
    expect(parseAttribution(`${word}:略；牵头单位:市水务局`).entries.map((e) => e.name)).toEqual(["市水务局"]);
  });
});
