import { readPlan } from "../../../src/plan";

const unitsOf = (words: string): string[] =>
  readPlan(`某县方案（2024年）\n1.修路。先测量后施工。\n责任单位：${words}\n2.架桥。\n责任单位：县水利局、县林业局`)
    .tasks.slice(0, 1)
    .flatMap(({ lead, responsible }) => [...lead, ...responsible]);

describe("names that blanks separate", () => {
  it.each<[what: string, words: string, units: string[]]>([
    ["are two where the list has no other separators", "县教育局 县财政局", ["县教育局", "县财政局"]],
    ["are two where the second is as short as a name can be", "县教育局 团委", ["县教育局", "县团委"]],
    [
      "are two beside other separators where both are whole",
      "县教育局 县财政局、县审计局",
      ["县教育局", "县财政局", "县审计局"],
    ],
    ["are two at a wide gap", "县教育局  县财政局、县审计局", ["县教育局", "县财政局", "县审计局"]],
    ["are one where a single blank has slipped in", "县教 育局、县审计局", ["县教育局", "县审计局"]],
    ["are one where the blank stands before a name's end", "县教育 局、县审计局", ["县教育局", "县审计局"]],
    [
      "are one where the words before the blank are no name",
      "县文化 和旅游局、县审计局",
      ["县文化和旅游局", "县审计局"],
    ],
    ["are one where a rank stands before the blank", "县委 宣传部、县审计局", ["县委宣传部", "县审计局"]],
    ["are two where the first is a group", "各乡镇 县财政局、县审计局", ["县财政局", "县审计局"]],
  ])("%s", (_, words, units) => expect(unitsOf(words)).toEqual(units));
});
