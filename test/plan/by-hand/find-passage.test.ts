import {
  findPassage,
  findPlace,
  isUnchanged,
  lettersIn,
  withNumberAndStop,
} from "../../../src/plan/by-hand/find-passage";
import type { Span } from "../../../src/plan/model";

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};
/** What is found of words marked in one version, in another. */
const found = (after: string, words: string, near = 0, taken: readonly Span[] = []): string | undefined => {
  const span = findPassage(lettersIn(after), words, near, taken);
  return span && `${after.slice(...span)}@${span[0]}`;
};

describe("a passage that was marked, in another version of the plan", () => {
  it.each<[what: string, after: string, words: string, place: string | undefined]>([
    ["at another place", "总则。修建道路。", "修建道路。", "修建道路@3"],
    ["under another number", "（三）修建道路。", "2.修建道路。", "修建道路@3"],
    ["with other marks and blanks", "修建，道 路", "修建道路。", "修建，道 路@0"],
    ["in letters of another width", "培训ＡＢ人", "培训AB人", "培训ＡＢ人@0"],
    [
      "by its beginning and its end where something between has changed",
      "修建县城至乡镇的柏油道路二十公里并养护绿化。",
      "修建县城至乡镇的柏油道路十公里并养护绿化。",
      "修建县城至乡镇的柏油道路二十公里并养护绿化@0",
    ],
    [
      "not by its beginning alone",
      "修建县城至乡镇的柏油道路。",
      "修建县城至乡镇的柏油道路十公里并养护绿化。",
      undefined,
    ],
    [
      "not where it has grown to more than twice its length",
      `修建县城至乡镇的柏油${"路".repeat(30)}并养护绿化。`,
      "修建县城至乡镇的柏油道并养护绿化。",
      undefined,
    ],
    ["not by too few letters where something has changed", "修建县城道路十里。", "修建县城道路五里。", undefined],
    ["not where it is gone", "架桥。", "修建道路。", undefined],
    ["not where it has no letters", "修建道路。", "1.——", undefined],
  ])("is found %s", (_, after, words, place) => expect(found(after, words)).toBe(place));

  it("is found at the nearest of several places, and where no other passage stands", () => {
    const after = "修路。架桥。修路。植树。修路。";
    expect([0, 5, 9].map((near) => found(after, "修路", near))).toEqual(["修路@0", "修路@6", "修路@12"]);
    expect(found(after, "修路", 99)).toBe("修路@12");
    expect(found(after, "修路", 0, [[1, 3]])).toBe("修路@6");
    expect(found(after, "修路", 0, [[2, 6]])).toBe("修路@0");
    expect(found(after, "修路", 0, [[0, 15]])).toBe(undefined);
  });

  it("that changed inside is found at the nearest free place too", () => {
    const words = "修建县城至乡镇的柏油道路十公里并养护绿化";
    const after = `甲${words.replace("十", "二十")}乙${words.replace("十", "三十")}`;
    expect(found(after, words, 20)).toMatch(/三十.*@23$/);
    expect(found(after, words, 20, [spanOf(after, "三十")])).toMatch(/二十.*@1$/);
  });

  it.each<[what: string, after: string, span: string, words: string, whole: string]>([
    ["its number where it had one", "一、任务\n 2.修路。架桥", "修路", "1.修路", " 2.修路".trim()],
    ["no number where it had none", "2.修路。架桥", "修路", "修路", "修路"],
    ["no number where other words stand between", "2.先修路。架桥", "修路", "1.修路", "修路"],
    ["its full stop where it had one", "修路；架桥", "修路", "修路。", "修路；"],
    ["no full stop where it had none", "修路。架桥", "修路", "修路", "修路"],
    ["no full stop where there is none", "修路，架桥", "修路", "修路。", "修路"],
    ["nothing more at the text's end", "修路", "修路", "修路。", "修路"],
  ])("is found with %s", (_, after, words, marked, whole) =>
    expect(after.slice(...withNumberAndStop(after, spanOf(after, words), marked))).toBe(whole),
  );
});

describe("a passage that did not change", () => {
  const isSame = (before: string, words: string, after: string): boolean =>
    isUnchanged(before, spanOf(before, words), lettersIn(after));

  it.each<[what: string, before: string, words: string, after: string, isSame: boolean]>([
    ["at another place, under another number", "1.修路。\n", "1.修路。", "一、任务\n（二）修路。\n", true],
    ["with other blanks", "1.修路。\n", "修路。", "1. 修 路。\n", true],
    ["behind other words", "1.修路。\n", "修路。", "1.先修路。\n", false],
    ["before other words", "1.修路。\n", "修路。", "1.修路和架桥。\n", false],
    ["before another mark", "1.修路，架桥。\n", "修路", "1.修路；架桥。\n", false],
    ["before the same mark in another width", "1.修路,架桥。\n", "修路", "1.修路，架桥。\n", true],
    ["at the end of its line and of the text", "1.修路。\n2.架桥。", "修路。", "1.修路。", true],
    ["no longer at the end of its line", "1.修路。\n2.架桥。", "修路。", "1.修路。架桥。", false],
    ["behind a mark in the middle of a line", "1.修路。", "修路", "目标：修路。", true],
    ["without letters", "1.——", "——", "——", false],
  ])("is told: %s", (_, before, words, after, same) => expect(isSame(before, words, after)).toBe(same));
});

describe("a place of the plan, in another version", () => {
  const placeOf = (before: string, words: string, after: string): string | undefined => {
    const at = findPlace(before, spanOf(before, words), lettersIn(after));
    return at === undefined ? undefined : after.slice(at, at + words.length);
  };

  it.each<[what: string, before: string, words: string, after: string, place: string | undefined]>([
    [
      "the words around it",
      "1.修路。责任单位：县交通局",
      "责任单位",
      "一、总则\n1.修路。责任单位：县交通局",
      "责任单位",
    ],
    [
      "the mark that it begins with",
      "修路。（责任单位：县交通局）",
      "（责任单位",
      "绿化。修路。（责任单位：县交通局）",
      "（责任单位",
    ],
    ["its own line alone", "修路。\n责任单位：甲局", "责任单位", "架桥。\n责任单位：甲局", "责任单位"],
    [
      "nothing where the words around it are gone",
      "修路。责任单位：县交通局",
      "责任单位",
      "架桥。责任单位：县交通局",
      undefined,
    ],
  ])("is found by %s", (_, before, words, after, place) => expect(placeOf(before, words, after)).toBe(place));
});

describe("the letters of a text", () => {
  it("lead back to where they stand, those that one character makes of several too", () => {
    const { text, places } = lettersIn("①、Ａ𠀀（㈠）");
    expect([text, places]).toEqual(["1A𠀀一", [0, 2, 3, 3, 6]]);
  });
});
