import { confirmation, doubtBounds, doubtOf, doubtRules, isConfirmed, isDoubtful } from "../../src/matrix/doubts";
import { inChinese } from "../../src/plan/sentence";

describe("a number that is likely off by a hundred or more", () => {
  it.each(doubtRules.map((rule) => [rule.id, rule] as const))(
    "%s: its example is asked with what was meant; what only looks so is not",
    (_, { example, but }) => {
      expect(doubtOf(example.entry, example)).toMatchObject({ meant: example.meant });
      expect(doubtOf(but.entry, but)).toBeUndefined();
      expect(isDoubtful(example.entry, doubtBounds(example))).toBe(true);
    },
  );

  it.each<[string, string, number]>([
    ["≥98", "%", 1],
    ["≥100", "%", 1.05],
    ["≥6", "%", 0.065],
    ["≥6", "%", 0.8],
    ["≤3", "%", 0.05],
    ["≤0.5", "%", 0.003],
    ["≥80", "%", -0.02],
    ["≥1.5", "亿元", 150_000_000],
    ["≥1.5", "亿元", 15_000],
    ["≥230000", "吨", 23],
    ["20—30", "万亩", 250_000],
  ])("a target of %s %s asks about %d", (target, measure, entry) => {
    expect(isDoubtful(entry, doubtBounds({ target, measure }))).toBe(true);
  });

  it.each<[string, string, number]>([
    ["≥80", "%", 0],
    ["≥80", "%", 3],
    ["≤3", "%", 0.8],
    ["≤0.5", "%", 0.1],
    ["≥1", "%", 0.9],
    ["≥23", "万吨", 0.5],
    ["≥1.5", "亿元", 90],
    ["≥230000", "吨", 1_000],
    ["≥50", "名", 1],
    ["若干", "%", 0.5],
  ])("a target of %s %s takes %d as it stands", (target, measure, entry) => {
    expect(isDoubtful(entry, doubtBounds({ target, measure }))).toBe(false);
  });

  it("says what it looks like", () => {
    const said = doubtRules.map(({ example }) => inChinese(doubtOf(example.entry, example)!.reason));
    expect(said).toEqual([
      "像是把百分数填成了小数",
      "比目标大得太多，像是多乘了 100",
      "像是没有按“万吨”填",
      "像是按“万吨”填的，本行的计量单位是“吨”",
    ]);
  });

  it("is right once 备注 says so of just this number", () => {
    expect(confirmation(0.8, "%")).toBe("已核：0.8%");
    expect(
      ["已核：0.8%", "县局来函。已核:0.8%；", "已核：0.80%", "已核：10.8%", "0.8%"].map((remark) =>
        isConfirmed(0.8, "%", remark),
      ),
    ).toEqual([true, true, false, false, false]);
  });
});
