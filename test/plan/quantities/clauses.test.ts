import { readClauses } from "../../../src/plan/quantities/clauses";

/** Each clause as `words [amounts] {amounts in names} <times>`, one in brackets with `()`. */
const clausesOf = (text: string): string[] =>
  readClauses(text, 0, text.length, [2023, 2025]).map(({ start, end, amounts, inNames, times, isBracketed }) => {
    const words = text.slice(start, end);
    const values = amounts.map(({ number, end: to }) => text.slice(number, to)).join();
    const named = inNames.map(({ number, end: to }) => text.slice(number, to)).join();
    const dates = times.map((time) => text.slice(time.start, time.end)).join();
    return `${isBracketed ? `(${words})` : words}${values && ` [${values}]`}${named && ` {${named}}`}${dates && ` <${dates}>`}`;
  });
const sentencesOf = (text: string): string =>
  readClauses(text, 0, text.length, [2023, 2025])
    .map(({ sentence, paragraph }) => `${sentence}/${paragraph}`)
    .join(" ");

describe("the clauses of a text", () => {
  it.each<[text: string, clauses: string[]]>([
    ["建成驿站5个，培训20人。", ["建成驿站5个 [5个]", "培训20人 [20人]"]],
    ["配比为1.5:1，人数:5人", ["配比为1.5:1 [1.5,1]", "人数", "5人 [5人]"]],
    ["到2025年，建成“1个中心”3处。", ["到2025年 <到2025年>", "建成“1个中心”3处 [3处] {1个}"]],
    ["“十四五”期间建成驿站5个。", ["“十四五”期间建成驿站5个 [5个] <“十四五”期间>"]],
    ["印发《3年行动方案》2份。", ["印发《3年行动方案》2份 [2份] {3年}"]],
    ["5G基站、A5纸和20座。", ["5G基站、A5纸和20座 [5,20座]"]],
    ["基地(含省级3个)5个。", ["基地(含省级3个)5个 [5个]", "(含省级3个) [3个]"]],
    ["基地(2025年底前)5个。", ["基地(2025年底前)5个 [5个] <2025年底前>"]],
    ["基地(2025年底前3个)5个。", ["基地(2025年底前3个)5个 [5个]", "(2025年底前3个) [3个] <2025年底前>"]],
    ["基地(甲、乙)5个(3个", ["基地(甲、乙)5个(3个 [5个,3个]"]],
    ["", []],
    ["。。", []],
  ])("%s", (text, clauses) => expect(clausesOf(text)).toEqual(clauses));

  it("belong to their sentence and their paragraph, those in brackets too", () => {
    expect(sentencesOf("甲，乙。丙(5个)；丁\n戊")).toBe("0/0 0/0 1/0 1/0 2/0 3/1");
  });

  it("hold quoted names of forty characters, and titles of a hundred and twenty, but not longer ones", () => {
    const inQuotes = (count: number) => clausesOf(`建“${"甲".repeat(count - 2)}5个”`)[0]!;
    expect([/\{5个\}$/.test(inQuotes(39)), /\[5个\]$/.test(inQuotes(40))]).toEqual([true, true]);
    const inTitle = (count: number) => clausesOf(`按《${"甲".repeat(count - 2)}5个》`)[0]!;
    expect([/\{5个\}$/.test(inTitle(119)), /\[5个\]$/.test(inTitle(120))]).toEqual([true, true]);
  });

  it("hold brackets of eighty characters, but not longer ones, nor over a line's end or another bracket", () => {
    const brackets = (inside: string) => clausesOf(`建(${inside})`).length;
    expect([brackets(`${"甲".repeat(76)}5个`), brackets(`${"甲".repeat(77)}5个`)]).toEqual([2, 1]);
    expect([brackets("甲\n5个"), brackets("甲(5个")]).toEqual([2, 2]);
  });

  it("do not hold quotes that a full stop or a line's end cuts, nor those that a person has opened", () => {
    expect(clausesOf("建“甲。5个”")).toEqual(["建“甲", "5个” [5个]"]);
    const text = "建“甲5个乙”";
    const opened = readClauses(text, 0, text.length, [2023, 2025], { start: 3, end: 5 });
    expect([opened[0]!.amounts.length, opened[0]!.inNames.length]).toEqual([1, 0]);
    const beside = readClauses(text, 0, text.length, [2023, 2025], { start: 7, end: 9 });
    expect([beside[0]!.amounts.length, beside[0]!.inNames.length]).toEqual([0, 1]);
  });

  it.each<[text: string, ops: string[]]>([
    ["分别压缩至5个工作日、3个工作日", ["<=", "<="]],
    ["失业率、空置率分别为5%、3%以内", ["<=", "<="]],
    ["不少于5个和3个", [">=", ">="]],
    ["不超过5个、3%", ["<=", ">="]],
    ["不超过5个，3个", ["<=", ">="]],
    ["约5个、不超过3个", ["~", "<="]],
  ])("compare all numbers of a list with the words said once: %s", (text, ops) =>
    expect(
      readClauses(text, 0, text.length, [2023, 2025]).flatMap(({ amounts }) => amounts.map(({ op }) => op)),
    ).toEqual(ops),
  );
});
