import {
  isRefused,
  shownOf,
  typedMax,
  typedName,
  typedTarget,
  typedUnit,
  typedYear,
  yearIn,
  type Refusal,
} from "../../../src/plan/by-hand/typed-amount";
import { correctedIndicator, type IndicatorCorrection } from "../../../src/plan/corrections";
import type { Indicator } from "../../../src/plan/model";
import { inChinese } from "../../../src/plan/sentence";

type Row = Pick<Indicator, "op" | "max" | "unit" | "value" | "printed">;
const row = (unit: string, more: Partial<Row> = {}): Row => ({ op: ">=", value: 10, unit, ...more });
/** 粮食产量23万吨, as it is read. */
const grain = row("吨", { value: 230000, printed: { value: 23, unit: "万吨" } });
const said = (read: IndicatorCorrection | Refusal): IndicatorCorrection | string =>
  isRefused(read) ? inChinese(read.refusal) : read;

describe("a target as people type it", () => {
  it.each<[typed: string, unit: string, is: IndicatorCorrection]>([
    ["30", "个", { value: 30 }],
    ["３０", "个", { value: 30 }],
    ["二十", "个", { value: 20 }],
    ["贰拾", "个", { value: 20 }],
    ["一百零五", "人", { value: 105 }],
    ["1.2万", "人", { value: 12000 }],
    ["1亿2000万", "元", { value: 1.2e8 }],
    ["1,200", "人", { value: 1200 }],
    ["1，200", "人", { value: 1200 }],
    ["1 200", "人", { value: 1200 }],
    [".5", "%", { value: 0.5 }],
    ["+3", "%", { value: 3 }],
    ["0", "起", { value: 0 }],
    ["零", "起", { value: 0 }],
    ["20%", "%", { value: 20 }],
    ["２０％", "%", { value: 20 }],
    ["百分之二十", "%", { value: 20 }],
    ["三成", "%", { value: 30 }],
    ["三分之二", "%", { value: 66.67 }],
    ["20%", "", { value: 20, unit: "%" }],
    ["30个", "个", { value: 30 }],
    ["100㎡", "平方米", { value: 100 }],
    ["30处所", "处所", { value: 30 }],
    ["30场次/年", "场次", { value: 30, period: "perYear" }],
    ["23万吨", "", { value: 230000, unit: "吨", scale: 1e4 }],
    ["≥30", "个", { value: 30, op: ">=" }],
    [">30", "个", { value: 30, op: ">" }],
    ["不超过三天", "天", { value: 3, op: "<=" }],
    ["30个以上", "个", { value: 30, op: ">=" }],
    ["30+", "个", { value: 30, op: ">=" }],
    ["约100", "户", { value: 100, op: "~" }],
    ["=30", "个", { value: 30, op: "=" }],
    ["30—50", "个", { value: 30, max: 50, op: "range" }],
    ["30-50", "个", { value: 30, max: 50, op: "range" }],
    ["30～50个", "个", { value: 30, max: 50, op: "range" }],
    ["三至五", "个", { value: 3, max: 5, op: "range" }],
    ["3—5万", "人", { value: 30000, max: 50000, op: "range" }],
  ])("%s in a row of “%s” is taken", (typed, unit, is) => expect(said(typedTarget(typed, row(unit)))).toEqual(is));

  it.each<[typed: string, unit: string, why: string]>([
    ["", "个", "目标数不能空着，没有改。不是指标的，点“不是指标，去掉”。"],
    ["20%", "人", "这一项的计量单位是“人”，“20%”写的是“%”，没有改。要换单位，先改计量单位。"],
    ["30人", "%", "这一项的计量单位是“%”，“30人”写的是“人”，没有改。要换单位，先改计量单位。"],
    ["-5", "个", "目标数不能是负数，没有改。要降多少，名称里写明降低，这里填正数。"],
    ["－5", "%", "目标数不能是负数，没有改。要降多少，名称里写明降低，这里填正数。"],
    ["负五", "个", "目标数不能是负数，没有改。要降多少，名称里写明降低，这里填正数。"],
    ["50—30", "个", "区间要从小到大写，如 30—50，没有改。"],
    ["9999999999999999", "元", "“9999999999999999”太大了，没有改。请核对位数。"],
    ...["八月", "十几", "1,20", "1e5", "十四五", "2/3", "若干", "30个工作专班", "30 40", "abc"]
      .map((typed): [string, string, string] => [
        typed,
        "",
        `“${typed}”不是一个数，没有改。请填数字，如 30、1.2万、20%、≥30、30—50。`,
      ])
      .filter(([typed]) => typed !== "30 40"),
  ])("%s in a row of “%s” is refused", (typed, unit, why) => expect(said(typedTarget(typed, row(unit)))).toBe(why));

  it.each<[typed: string, is: IndicatorCorrection | string]>([
    ["25", { value: 250000 }],
    ["25万", { value: 250000 }],
    ["25万吨", { value: 250000 }],
    ["250000吨", { value: 250000 }],
    ["25斤", "这一项的计量单位是“万吨”，“25斤”写的是“斤”，没有改。要换单位，先改计量单位。"],
    ["20—25", { value: 200000, max: 250000, op: "range" }],
    ["2.5亿", { value: 2.5e8 }],
  ])("%s in a row that works in 万吨", (typed, is) => expect(said(typedTarget(typed, grain))).toEqual(is));

  it("takes the upper end away where what is typed is no range, and keeps it where it still holds", () => {
    const range = row("个", { op: "range", value: 30, max: 50 });
    expect(said(typedTarget("≥40", range))).toEqual({ value: 40, op: ">=", max: null });
    expect(said(typedTarget("40", range))).toEqual({ value: 40 });
    expect(said(typedTarget("60", range))).toBe("下限 60 比上限 50 大，没有改。");
  });
});

describe("the upper end of a range as people type it", () => {
  const range = row("个", { op: "range", value: 30, max: 50 });
  it.each<[string, IndicatorCorrection | string]>([
    ["６０", { max: 60 }],
    ["", { max: null }],
    ["20", "上限 20 比下限 30 小，没有改。"],
    ["40—60", "上限只填一个数，没有改。区间可以写在目标数里，如 30—50。"],
    ["多", "“多”不是一个数，没有改。请填数字，如 30、1.2万、20%、≥30、30—50。"],
  ])("%s", (typed, is) => expect(said(typedMax(typed, range))).toEqual(is));
});

describe("a year as people type it", () => {
  it.each(["2025", "２０２５", "2025年", "二〇二五年", "2025年底"])("%s is 2025", (typed) =>
    expect(said(typedYear(typed))).toEqual({ deadline: 2025 }),
  );
  it.each(["25", "-2025", "十四五", "3025", "2025.5"])("%s is none", (typed) => {
    expect(said(typedYear(typed))).toBe(`“${typed}”不是年份，没有改。请填四位数，如 2025。`);
    expect(yearIn(typed)).toBeUndefined();
  });
  it("may be taken away", () => expect(typedYear(" ")).toEqual({ deadline: null }));
});

describe("a name and a measure word as people type them", () => {
  it("cannot be nothing, or a number", () => {
    expect(said(typedName(" "))).toBe("指标名称不能空着，没有改。");
    expect(said(typedUnit("30个", row("个")))).toBe("计量单位里不写数，没有改。数写在目标数里。");
  });
  it("are taken without blanks, in the width that the reader writes", () => {
    expect(typedName(" 书屋 ")).toEqual({ name: "书屋" });
    expect([typedUnit("％", row("个")), typedUnit(" 公 里", row("个")), typedUnit("", row("个"))]).toEqual([
      { unit: "%" },
      { unit: "公里" },
      { unit: "" },
    ]);
  });

  it("leave the number that is shown as it is, whatever 万 or 亿 stands in the measure word", () => {
    const shown = (typed: string, of: Row) => {
      const changed = correctedIndicator(
        { id: "i", name: "产量", quote: "", period: "other", evidence: [], span: [0, 1], ...of },
        typedUnit(typed, of) as IndicatorCorrection,
      );
      return [shownOf(changed), changed.value, changed.unit];
    };
    expect(shown("吨", grain)).toEqual([{ value: 23, unit: "吨" }, 23, "吨"]);
    expect(shown("万吨", row("吨", { value: 23 }))).toEqual([{ value: 23, unit: "万吨" }, 230000, "吨"]);
    expect(shown("亿斤", grain)).toEqual([{ value: 23, unit: "亿斤" }, 23e8, "斤"]);
    expect(shown("万吨", grain)).toEqual([{ value: 23, unit: "万吨" }, 230000, "吨"]);
  });
});
