import { inChinese } from "../../src/plan/sentence";
import fc from "fast-check";
import { readEntry, readQuality, type Asked, type Entry, type QualityEntry } from "../../src/assessment/entry";
import { thresholdOf } from "../../src/assessment/limits";
import { runs } from "../runs";

const teachers: Asked = { indicator: "培训教师", target: "≥50", measure: "名" };
const share: Asked = { indicator: "综合阅读率", target: "≥80", measure: "%" };
const length: Asked = { indicator: "修建步道", target: "≥2", measure: "公里" };
const told = (read: Entry | QualityEntry): string[] => [
  read.kind,
  ...("reason" in read ? [inChinese(read.reason)] : []),
];

describe("an entry for a number", () => {
  it("is taken where it is a plain number within reason", () => {
    expect(
      [readEntry(50, teachers), readEntry(0, teachers), readEntry(2.5, length), readEntry(100, share)].map(
        ({ kind }) => kind,
      ),
    ).toEqual(["number", "number", "number", "number"]);
  });

  it.each<[string | number, Asked, string]>([
    ["50人", teachers, "带有“人”，请只填数字"],
    ["约50", teachers, "是约数，请填准确的数"],
    ["50/60", teachers, "像是分数、日期或区间，请只填一个数"],
    ["2023-05-06", teachers, "像是分数、日期或区间，请只填一个数"],
    ["已完成", teachers, "这里要填完成的数量，不是完成情况"],
    ["-", teachers, "只有符号，没有数字"],
    ["无", teachers, "是文字，没有数字"],
    ["95%", teachers, "只填数字部分，不带“%”"],
    [-1, teachers, "是负数"],
    [120, share, "百分数应在 0—100 之间"],
    [12.5, teachers, "“名”应为整数"],
    ["１２０", share, "百分数应在 0—100 之间"],
  ])("%s is not understood, with the reason", (value, asked, reason) => {
    expect(told(readEntry(value, asked))).toEqual(["unreadable", reason]);
  });

  it.each<[string, number]>([
    ["５０", 50],
    [" 50 ", 50],
    ["1.2万", 12_000],
    ["0.3亿", 30_000_000],
    ["1,200", 1200],
  ])("%s is offered as a number, and not taken", (text, value) => {
    expect(readEntry(text, { ...teachers, measure: "元" })).toMatchObject({ kind: "offer", value });
  });

  it.each<[string, string, number]>([
    ["50名", "名", 50],
    ["92%", "%", 92],
    ["0.8%", "%", 0.8],
    ["23万吨", "万吨", 23],
    ["23万", "万吨", 23],
    ["230000吨", "万吨", 23],
    ["1.5亿元", "万元", 15_000],
    ["23万吨", "吨", 230_000],
  ])("%s in a row of %s says its own measure, and is offered as what it says", (text, measure, value) => {
    expect(readEntry(text, { indicator: "数", target: "≥20", measure })).toMatchObject({ kind: "offer", value });
  });

  it("is what the cell shows where that is a percentage", () => {
    expect(readEntry(0.953, share, true)).toMatchObject({ kind: "offer", value: 95.3, text: "95.3%", isShown: true });
    expect(told(readEntry(1.05, share, true))).toEqual(["unreadable", "百分数应在 0—100 之间"]);
    expect(readEntry(50, teachers, true)).toMatchObject({ kind: "number", value: 50 });
  });

  it("is asked where it is likely off by a hundred or more, and taken once somebody says that it is right", () => {
    expect(readEntry(0.85, share)).toMatchObject({ kind: "doubt", value: 0.85, meant: 85 });
    expect(readEntry("0.85", share)).toMatchObject({ kind: "doubt", value: 0.85, meant: 85 });
    expect(readEntry(0.85, { ...share, remark: "新建，已核:0.85%" })).toEqual({ kind: "number", value: 0.85 });
    expect(readEntry(9200, share)).toMatchObject({ kind: "unreadable", meant: 92 });
    expect(readEntry(3, { indicator: "服务群众", target: "≥20000", measure: "人次" })).toMatchObject({
      kind: "doubt",
      meant: 30_000,
    });
    expect(readEntry(3, { indicator: "服务群众", target: "≥20000", measure: "人次", isPart: true })).toMatchObject({
      kind: "number",
    });
  });

  it("is never a number where it is text, whatever the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,-%万亿约名人/ ０１２") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readEntry(text, teachers);
        expect(read.kind).not.toBe("number");
        if (read.kind === "unreadable") expect(inChinese(read.reason)).toMatch(/\p{Script=Han}/u);
        if (read.kind === "offer") expect(Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
  });

  it("may be negative, and over 100 %, where it is a rate of change", () => {
    const rate: Asked = { indicator: "销售额增长率", target: "≥5", measure: "%" };
    expect([readEntry(-3, rate), readEntry(140, rate)].map(({ kind }) => kind)).toEqual(["number", "number"]);
  });
});

describe("an entry where no number is promised", () => {
  it("is one of the three words, and nothing else", () => {
    expect(["已完成", " 推进中 ", "未开展"].map((text) => readQuality(text).kind)).toEqual(["word", "word", "word"]);
    expect(told(readQuality("基本完成"))).toEqual(["unreadable", "请填“已完成”、“推进中”、“未开展”之一"]);
    expect(readQuality("")).toEqual({ kind: "blank" });
  });
});

describe("a number that falls short", () => {
  it("asks for an explanation only where it is due", () => {
    expect(thresholdOf({ target: "≥50", period: "每年" }, { year: 2023, month: 12 }, 2025)).toEqual({
      of: "entry",
      comparator: "<",
      value: 50,
    });
    expect(thresholdOf({ target: "≥5", period: "到2025年" }, { year: 2023, month: 12 }, 2025)).toBeUndefined();
    expect(thresholdOf({ target: "≥100", period: "累计" }, { year: 2025, month: 12 }, 2025)).toEqual({
      of: "sum",
      comparator: "<",
      value: 100,
    });
    expect(thresholdOf({ target: "≤3", period: "每年" }, { year: 2023, month: 12 }, 2025)).toEqual({
      of: "entry",
      comparator: ">",
      value: 3,
    });
    expect(thresholdOf({ target: "", period: "" }, { year: 2023, month: 12 }, 2025)).toBeUndefined();
  });
});
