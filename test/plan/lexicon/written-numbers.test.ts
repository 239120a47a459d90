import { chineseNumber, readNumeral } from "../../../src/plan/lexicon/written-numbers";

describe("readNumeral", () => {
  it.each([
    ["1,200", 1200],
    ["0.5", 0.5],
    ["1.8万亿", 1.8e12],
    ["6万", 60000],
    ["1.2亿", 1.2e8],
    ["5千", 5000],
    ["三", 3],
    ["两", 2],
    ["二十", 20],
    ["一百零五", 105],
    ["两千五百", 2500],
    ["三万", 30000],
    ["3百万", 3e6],
    ["3千万", 3e7],
    ["2百亿", 2e10],
    ["2千亿", 2e11],
    ["3十万", 3e5],
    ["1亿2000万", 1.2e8],
    ["3万5千", 35000],
    ["3亿5千万", 3.5e8],
  ])("%s is %d", (text, value) => expect(readNumeral(text, 0)).toMatchObject({ value, end: text.length }));

  it.each([
    ["百分之三十", 30, "%"],
    ["千分之五", 5, "‰"],
  ])("%s is %d with its unit", (text, value, unit) => expect(readNumeral(text, 0)).toMatchObject({ value, unit }));

  it.each([
    ["23万", 1e4],
    ["3千万", 1e4],
    ["1.2亿", 1e8],
    ["20多万人", 1e4],
    ["二十万", 1e4],
    ["一万二千", undefined],
    ["230000", undefined],
  ])("%s is printed in %p", (text, myriad) =>
    expect((readNumeral(text, 0) as { myriad?: number }).myriad).toBe(myriad),
  );

  it("leaves 千 to the unit in 5千瓦 and 三千米", () => {
    expect(readNumeral("5千瓦", 0)).toMatchObject({ value: 5, end: 1 });
    expect(readNumeral("三千米", 0)).toMatchObject({ value: 3, end: 1 });
  });

  it("goes on in a smaller scale only: what stands behind is another number otherwise", () => {
    expect(readNumeral("3万5000万", 0)).toMatchObject({ value: 30000, end: 2 });
    expect(readNumeral("2亿2025年", 0)).toMatchObject({ value: 2e8, end: 2 });
  });

  it("knows the 万 or 亿 that the plan counts by", () =>
    expect(
      ["23万", "3千万", "1亿2000万", "3万5千", "35"].map(
        (text) => (readNumeral(text, 0) as { myriad?: number }).myriad,
      ),
    ).toEqual([1e4, 1e4, 1e8, 1e4, undefined]));

  it("knows 余 and 多 as somewhat more", () => {
    expect(readNumeral("10余家", 0)).toMatchObject({ value: 10, more: true, end: 3 });
    expect(readNumeral("20多万人", 0)).toMatchObject({ value: 200000, more: true });
    expect(readNumeral("20多元化", 0)).toMatchObject({ value: 20, more: false });
  });

  it.each(["十四五", "百", "千亿", "1".repeat(40)])("%s has no value", (text) =>
    expect(readNumeral(text, 0)).toEqual({ end: text.length }),
  );

  it("knows a fraction for what it is", () =>
    expect(readNumeral("三分之二", 0)).toMatchObject({ value: 2 / 3, unit: "分之", end: 4 }));
  it("reads half of a time", () => expect(readNumeral("半个月", 0)).toMatchObject({ value: 0.5, end: 1 }));
  it.each(["半径", "半年"])("no number begins %s", (text) => expect(readNumeral(text, 0)).toBeUndefined());
  it("parts an item's number from the year behind it", () =>
    expect(readNumeral("2.2020年底前", 0)).toEqual({ end: 2 }));

  it("reads nothing where no numeral stands", () => expect(readNumeral("元", 0)).toBeUndefined());
});

describe("chineseNumber", () => {
  it.each([
    ["十", 10],
    ["十二", 12],
    ["三百", 300],
    ["一亿二千万", 1.2e8],
  ])("%s is %d", (text, value) => expect(chineseNumber(text)).toBe(value));
  it.each(["", "三五", "百", "零"])("%p is none", (text) => expect(chineseNumber(text)).toBeUndefined());
});
