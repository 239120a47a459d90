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
});
