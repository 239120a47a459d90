import { cleanText } from "../../../src/plan/characters";
import { isNumberAlone, ITEM_NUMBERS, itemNumberAt, type ItemNumber } from "../../../src/plan/lexicon/item-numbers";

const read = (line: string): ItemNumber | undefined => {
  const clean = cleanText(line);
  return itemNumberAt(clean.text, 0, false, { blankBefore: (position) => clean.gapBefore(position), doubtful: true });
};

describe("what numbers an item", () => {
  it.each(ITEM_NUMBERS.map((row) => [row.id, row] as const))(
    "%s",
    (id, { example: [line, label], negative, style, doubtful = false }) => {
      const found = read(line);
      expect([found?.id, found?.label, found?.style, found?.doubtful]).toEqual([id, label, style, doubtful]);
      for (const other of negative) expect([other, read(other)?.id]).not.toEqual([other, id]);
    },
  );

  it("is not what a figure or a list of figures begins with", () => {
    for (const line of [
      "2025年目标",
      "3.5万亩",
      "12345热线",
      "一、二、三产业融合",
      "1、2号楼",
      "第一时间处置",
      "120、119",
    ])
      expect(itemNumberAt(line, 0, false)?.style ?? "1.1").toBe("1.1");
  });

  it("is a number before a word that begins as a count does", () =>
    expect(["2 人事科负责", "2 平均工时"].map((line) => read(line)?.label)).toEqual(["2", "2"]));

  it.each([
    ["1", true],
    ["12", true],
    ["二", true],
    ["（三）", true],
    ["3.", true],
    ["①", true],
    ["2024", false],
    ["三家", false],
    ["1.修路", false],
    ["", false],
  ])("alone in %s: %p", (words, alone) => expect(isNumberAlone(cleanText(words).text)).toBe(alone));
});
