import { MEASURE_WORDS, readMeasureWord } from "../../../src/plan/lexicon/measure-words";

describe("readMeasure", () => {
  it.each(MEASURE_WORDS.map((row) => [row.word, row] as const))("knows %s", (word, row) => {
    expect(readMeasureWord(`${word}。`, 0)).toEqual({
      unit: row.unit ?? word,
      kind: row.kind,
      end: word.length,
      ...(row.times ? { times: row.times } : {}),
    });
  });

  it.each(MEASURE_WORDS.flatMap((row) => [...(row.not ?? "")].map((next) => [row.word + next, row.word] as const)))(
    "takes %s for another word than %s",
    (text, word) => {
      expect(readMeasureWord(`${text}。`, 0)?.unit).not.toBe(word);
    },
  );

  it("names every word once", () =>
    expect(new Set(MEASURE_WORDS.map((row) => row.word)).size).toBe(MEASURE_WORDS.length));

  it.each([
    ["微克/立方米", "微克/立方米"],
    ["公里/平方公里", "公里/平方公里"],
    ["元/人", "元/人"],
    ["元/人月", "元/人月"],
    ["克/千瓦时", "克/千瓦时"],
    ["千克标煤/平方米", "千克标煤/平方米"],
    ["台/行政村", "台/行政村"],
    ["件/万人", "件/万人"],
    ["/10万", "/10万"],
    ["台(套)", "台(套)"],
    ["套(间)", "套(间)"],
  ])("keeps %s together", (text, unit) => {
    expect(readMeasureWord(text, 0)).toMatchObject({ unit, end: text.length });
  });

  it("hears the year in 场/年", () => expect(readMeasureWord("场/年", 0)).toMatchObject({ unit: "场", perYear: true }));

  it.each(["元/人·年", "元/人年"])("hears the year in %s", (text) =>
    expect(readMeasureWord(text, 0)).toMatchObject({ unit: "元/人", perYear: true, end: text.length }),
  );

  it("leaves a bracket that is no measure word alone", () =>
    expect(readMeasureWord("个(镇街)", 0)).toMatchObject({ unit: "个", end: 1 }));

  it.each(["G网络", "A级", "体", "号"])("finds none in %s", (text) => expect(readMeasureWord(text, 0)).toBeUndefined());
});
