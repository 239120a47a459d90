import { smallNumber } from "../../../src/plan/lexicon/small-numbers";

describe("headingNumber", () => {
  it.each([
    ["一", 1],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["二十一", 21],
    ["九十九", 99],
    ["一百零二", 102],
    ["廿三", 23],
    ["一〇", 10],
    ["7", 7],
    ["90", 90],
  ])("%s is %d", (text, value) => expect(smallNumber(text)).toBe(value));

  it.each(["", "甲", "第一", "1.5"])("%p is no number", (text) => expect(smallNumber(text)).toBeUndefined());
});
