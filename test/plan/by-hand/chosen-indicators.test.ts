import { readPlan } from "../../../src/plan";
import { indicatorsFromWords } from "../../../src/plan/by-hand/chosen-indicators";
import { noCorrections } from "../../../src/plan/corrections";
import type { Indicator } from "../../../src/plan/model";
import { readCorrected } from "../../../src/plan/read-corrected";

const planOf = (body: string): string =>
  `青山县方案（2021—2025年）\n一、任务\n1.修路。${body}（县交通局牵头，县财政局配合）\n2.架桥。架桥2座。（县交通局牵头）`;

/** The indicators made of some words of a task; the ones that were read there are removed before. */
function added(body: string, words: string, isRemoved = true): Indicator[] {
  const source = planOf(body);
  const plan = readPlan(source);
  const at = source.indexOf(words, source.indexOf("修路。") + 3);
  return indicatorsFromWords(
    source,
    [at, at + words.length],
    isRemoved ? { ...plan, indicators: [] } : plan,
    plan.tasks[0],
  );
}
const told = (indicators: readonly Indicator[]): unknown[] =>
  indicators.map(({ name, op, value, max, unit, period, deadline }) => [
    name,
    op,
    max === undefined ? value : [value, max],
    unit,
    period,
    deadline,
  ]);

describe("indicators from words that a person has chosen", () => {
  it.each<[body: string, words: string, is: unknown[]]>([
    ["每年组织村医轮训，培训50人次。", "培训50人次", [["培训人数", ">=", 50, "人次", "perYear", undefined]]],
    ["每年组织村医轮训，培训村医50人次。", "50", [["培训村医", ">=", 50, "人次", "perYear", undefined]]],
    ["每年宣讲12场次。", "宣讲12场次", [["宣讲次数", ">=", 12, "场次", "perYear", undefined]]],
    [
      "到2024年，主城区共享３６个停车场的泊位信息。",
      "共享３６个停车场",
      [["主城区共享停车场的泊位信息", ">=", 36, "个", "byDeadline", 2024]],
    ],
    ["“十四五”期间，现有书屋二十个翻新。", "书屋二十个", [["现有书屋翻新", ">=", 20, "个", "cumulative", 2025]]],
    ["覆盖率不低于95％。", "不低于95％", [["覆盖率", ">=", 95, "%", "other", undefined]]],
    ["覆盖三分之二以上的村。", "三分之二以上", [["覆盖村", ">=", 66.67, "%", "other", undefined]]],
    ["总投资1亿2000万元", "1亿2000万元", [["总投资", ">=", 1.2e8, "元", "other", undefined]]],
    [
      "到2025年，实现“书房20个、书屋100个”的目标。",
      "书房20个、书屋100个",
      [
        ["实现书房", ">=", 20, "个", "byDeadline", 2025],
        ["实现书屋的目标", ">=", 100, "个", "byDeadline", 2025],
      ],
    ],
    [
      "开设班次3—5个，收费30元。",
      "3—5个，收费30元",
      [
        ["开设班次", "range", [3, 5], "个", "other", undefined],
        ["收费", ">=", 30, "元", "other", undefined],
      ],
    ],
  ])("%s: %s", (body, words, is) => expect(told(added(body, words))).toEqual(is));

  it.each([
    ["2023年3月召开会议。", "2023年3月"],
    ["推进5G建设。", "5G建设"],
    ["加强书屋建设。", "书屋建设"],
  ])("are none where there is no amount: %s", (body, words) => expect(added(body, words)).toEqual([]));

  it("are none of a number that is one already, and its own again once it was taken out", () => {
    expect(added("建书屋5个。", "书屋5个", false)).toEqual([]);
    expect(told(added("建书屋5个。", "书屋5个"))).toEqual([["建书屋", ">=", 5, "个", "other", undefined]]);
  });

  it("quote the words around, and nothing of who answers", () => {
    const [one] = added("每年组织村医轮训，培训50人次", "50人次");
    expect([one!.quote, planOf("每年组织村医轮训，培训50人次").slice(...one!.span)]).toEqual([
      "培训50人次",
      "培训50人次",
    ]);
  });

  it("have names of their own in their task", () => {
    const source = planOf("主城区共享36个停车场的泊位信息。");
    const plan = readPlan(source);
    const at = source.indexOf("36个");
    const known = {
      ...plan.indicators[0]!,
      taskId: plan.tasks[0]!.id,
      name: "主城区共享停车场的泊位信息",
      evidence: [],
    };
    expect(indicatorsFromWords(source, [at, at + 3], { ...plan, indicators: [known] }, plan.tasks[0])[0]!.name).toBe(
      "主城区共享停车场的泊位信息（2）",
    );
  });

  it("settle what was asked of their numbers", () => {
    const source = planOf("主城区共享36个停车场的泊位信息。");
    const asked = (added: Indicator[]) =>
      readCorrected(source, { ...noCorrections, added }).findings.filter(({ rule }) => rule === "quantity-left-alone")
        .length;
    expect([asked([]), asked(added("主城区共享36个停车场的泊位信息。", "36个"))]).toEqual([1, 0]);
  });
});
