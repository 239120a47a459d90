import { inChinese } from "../../src/plan/sentence";
import { domainOf, limitOf, outside, qualityWords, type Asked } from "../../src/matrix/limits";

const asked = (target: Asked["target"], measure: string, indicator = "指标"): Asked => ({ indicator, target, measure });

describe("what may be entered for a number", () => {
  it.each<[Asked, string]>([
    [asked("≥50", "名"), "whole"],
    [asked("≥50", "人次"), "whole"],
    [asked("≥2.5", "所"), "amount"],
    [asked("1—2.5", "所"), "amount"],
    [asked("≥5", "公里"), "amount"],
    [asked("≥5", ""), "amount"],
    [asked("≥95", "%"), "share"],
    [asked("≥120", "%"), "amount"],
    [asked("若干", "%"), "share"],
    [asked("≥5", "%", "产值增长率"), "rate"],
    [asked("≤3", "名", "事故下降"), "rate"],
  ])("goes by the row's own cells: %j is a %s", (row, domain) => {
    expect(domainOf(row)).toBe(domain);
  });

  it("is a question, not a refusal, beyond one and a half times an approximate target", () => {
    expect(limitOf(asked("约1100", "户"))).toMatchObject({ kind: "whole", min: 0, max: 1650, isQuestion: true });
    expect(limitOf(asked("约95", "%"))).toMatchObject({ kind: "decimal", min: 0, max: 100 });
    expect(limitOf(asked("≥5", "公里"))).toMatchObject({ kind: "decimal", min: 0, isQuestion: false });
    expect(limitOf(asked("≥5", "%", "增长率"))).not.toHaveProperty("min");
  });

  it.each<[Asked, string]>([
    [asked("≥50", "名"), "只填整数，不带文字和单位"],
    [asked("≥5", "公里"), "只填数字，不带文字和单位"],
    [asked("≥5", "万吨"), "只填数字，不带文字和单位，以“万吨”为单位"],
    [asked("≥5", ""), "只填数字，不带文字和单位"],
    [asked("≥95", "%"), "只填数字部分（0—100），92% 填 92"],
    [asked("≥120", "%"), "只填数字，不带文字和单位，92% 填 92"],
    [asked("≥5", "%", "增长率"), "只填数字，可以是负数，92% 填 92"],
    [asked("≥5", "公里", "增长"), "只填数字，可以是负数"],
    [asked("约1100", "户"), "只填整数，与目标（约1100）相差很多时请再核对"],
    [asked("约2.5", "公里"), "只填数字，与目标（约2.5）相差很多时请再核对"],
    [asked("约0", "公里"), "只填数字，不带文字和单位"],
  ])("is said in words: of %j “%s”", (row, text) => {
    expect(limitOf(row).text).toBe(text);
  });

  it("is told why it cannot be right", () => {
    expect(
      [outside(-1, asked("≥50", "名")), outside(1.5, asked("≥50", "名")), outside(101, asked("≥95", "%"))].map((told) =>
        inChinese(told!),
      ),
    ).toEqual(["是负数", "“名”应为整数", "百分数应在 0—100 之间"]);
    expect([
      outside(50, asked("≥50", "名")),
      outside(-3, asked("≥5", "%", "增长率")),
      outside(101, asked("≥120", "%")),
      outside(0.5, asked("≥5", "公里")),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("the words for a task without a number", () => {
  it("have the same length, since the formula of 状态 tells them by their place", () => {
    expect(qualityWords.filter((word) => word.length !== qualityWords[0].length)).toEqual([]);
  });
});
