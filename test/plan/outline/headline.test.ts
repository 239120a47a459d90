import { cleanText } from "../../../src/plan/characters";
import { headlineOf } from "../../../src/plan/outline/headline";

function title(source: string): string {
  const clean = cleanText(source);
  const { start, end } = headlineOf(clean, 0, clean.text.length);
  return clean.printed(start, end);
}

describe("headlineOf", () => {
  it.each([
    ["建设城市书房。每年新建10座。", "建设城市书房"],
    ["建设城市书房\n每年新建10座。", "建设城市书房"],
    ["发展目标：到2025年建成10座。", "发展目标"],
    ["指导思想　　坚持以人民为中心", "指导思想"],
    ["\n建设城市书房\n", "建设城市书房"],
    ["●建设城市书房。每年", "建设城市书房"],
  ])("the title of %p is %s", (source, expected) => expect(title(source)).toBe(expected));

  it("cuts a sentence that is too long for a title at its first comma, and keeps the sentence in the body", () => {
    const clean = cleanText(`加快老旧小区改造，${"统筹推进".repeat(20)}。`);
    const headline = headlineOf(clean, 0, clean.text.length);
    expect(clean.text.slice(headline.start, headline.end)).toBe("加快老旧小区改造");
    expect(headline.bodyStart).toBe(headline.start);
  });

  /** The title, the body, and whether the title is the whole first line. */
  const parts = (source: string, limit?: number): [title: string, body: string, isHeading: boolean] => {
    const clean = cleanText(source);
    const { start, end, bodyStart, isHeading } = headlineOf(clean, 0, limit ?? clean.text.length);
    return [clean.text.slice(start, end), clean.text.slice(bodyStart, limit), isHeading];
  };
  const long = (length: number): string => "建".repeat(length);

  it.each<[what: string, source: string, limit: number | undefined, title: string, body: string, isHeading: boolean]>([
    ["a line", "修路\n先测量。", undefined, "修路", "先测量。", true],
    ["a line with its full stop", "修路。\n先测量。", undefined, "修路", "\n先测量。", true],
    ["a line with its colon", "目标任务:\n先测量。", undefined, "目标任务", "\n先测量。", true],
    ["a line with its question mark", "修路？\n先测量。", undefined, "修路", "\n先测量。", false],
    ["the whole text", "修路", undefined, "修路", "", true],
    ["the whole text and its full stop", "修路。", undefined, "修路", "", true],
    ["a sentence before others", "修路。先测量。", undefined, "修路", "先测量。", false],
    ["what stands before an attribution", "修路先测量", 2, "修路", "", true],
    ["a short introduction", "目标：修路。", undefined, "目标", "修路。", false],
    ["an introduction of 24 characters", `${long(24)}：修路。`, undefined, long(24), "修路。", false],
    ["no introduction of 25 characters", `${long(25)}：修路。`, undefined, `${long(25)}:修路`, "", true],
    ["no introduction of one character", "甲：修路。", undefined, "甲:修路", "", true],
    ["a wide gap behind an introduction", "指导思想　　修路。架桥。", undefined, "指导思想", "修路。架桥。", false],
    ["no wide gap behind one character", "甲　　修路。架桥。", undefined, "甲修路", "架桥。", false],
    ["no wide gap behind a comma", "坚持党建，引领　　修路。架桥。", undefined, "坚持党建，引领修路", "架桥。", false],
    ["a sentence of 60 characters", `${long(60)}。架桥。`, undefined, long(60), "架桥。", false],
    ["the beginning of a longer one", `${long(61)}。架桥。`, undefined, long(60), `${long(61)}。架桥。`, false],
    [
      "the beginning of a longer one up to its comma",
      `${long(60)}，${long(9)}。`,
      undefined,
      long(60),
      `${long(60)}，${long(9)}。`,
      false,
    ],
    [
      "no farther than 60 characters",
      `${long(61)}，${long(9)}。`,
      undefined,
      long(60),
      `${long(61)}，${long(9)}。`,
      false,
    ],
    [
      "no comma within the first four characters",
      `建设路，${long(10)}，${long(60)}。`,
      undefined,
      `建设路，${long(10)}`,
      `建设路，${long(10)}，${long(60)}。`,
      false,
    ],
    ["no marks before it", "— ★修路。架桥。", undefined, "修路", "架桥。", false],
  ])("is %s", (_, source, limit, title, body, isHeading) =>
    expect(parts(source, limit)).toEqual([title, body, isHeading]),
  );
});
