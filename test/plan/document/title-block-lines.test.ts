import { cleanText } from "../../../src/plan/characters";
import { LINE_JOINTS, titleBlockLines } from "../../../src/plan/document/title-block-lines";

const pieces = (source: string): string[] => {
  const clean = cleanText(source);
  return titleBlockLines(clean, clean.text).map(({ text }) => text);
};

describe("lines of a title block that were run together", () => {
  it.each(LINE_JOINTS.filter(({ id }) => id !== "behind a sentence").map(({ id, example }) => [id, example]))(
    "are cut %s",
    (_, example) => {
      const [before, behind] = example.split("|").map((part) => cleanText(part).text) as [string, string];
      expect(pieces(example.replace("|", "")).join("|")).toContain(`${before.slice(-4)}|${behind.slice(0, 2)}`);
    },
  );

  it("are cut behind sentences where they hold several paragraphs", () => {
    const sentence =
      "各有关单位要加强组织领导，结合实际制定具体措施，确保各项任务落到实处，取得实效，并于年底前报送总结。";
    expect(pieces(`${sentence}${sentence}节水行动方案`)).toEqual([sentence, sentence, "节水行动方案"]);
  });

  it.each([
    "根据国办发〔2018〕128号精神，制定本方案。",
    "详见附件1和附件2。",
    "2023年3月30日召开会议。",
    "通知各县水利局：做好准备。",
  ])("are not seen in %s", (line) => expect(pieces(line)).toHaveLength(1));
});
