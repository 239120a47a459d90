import { readPastedText } from "../../../src/documents/plan-files";
import { readPlan } from "../../../src/plan";

const answersOf = (text: string): string[] =>
  readPlan(readPastedText(text).text).tasks.map(
    ({ title, lead, responsible }) => `${title}：${lead.join("、")}｜${responsible.join("、")}`,
  );

const HEAD = "序号\t重点任务\t牵头单位\t责任单位";

describe("what is pasted", () => {
  it("keeps the lines of a spreadsheet's cell, which come in quotes", () => {
    expect(answersOf(`${HEAD}\n1\t修路\t县交通局\t"县财政局\n县审计局"\n2\t架桥\t县水利局\t县财政局\n`)).toEqual([
      "修路：县交通局｜县财政局、县审计局",
      "架桥：县水利局｜县财政局",
    ]);
  });

  it("reads two quotes within a cell as one", () => {
    expect(answersOf(`${HEAD}\n1\t"建设""一网通办""平台"\t县数据局\t县财政局`)).toEqual([
      '建设"一网通办"平台：县数据局｜县财政局',
    ]);
  });

  it("takes the rows over the table for its title", () => {
    expect(
      readPlan(readPastedText(`某县2024年重点任务分解表\t\t\t\n${HEAD}\n1\t修路\t县交通局\t县财政局`).text).title,
    ).toBe("某县2024年重点任务分解表");
  });

  it("takes an empty cell for one that the cell above covers, and says so, because the clipboard does not tell", () => {
    const plan = readPlan(readPastedText(`${HEAD}\n1\t修路\t县交通局\t县财政局\n2\t架桥\t\t`).text);
    expect(plan.tasks.map(({ lead }) => lead)).toEqual([["县交通局"], ["县交通局"]]);
    expect(plan.findings.map(({ rule, about }) => [rule, about])).toContainEqual(["table-row-doubtful", "reading"]);
  });

  it.each([
    ["a quote that is a word's own", `${HEAD}\n1\t"双随机"监管\t县市场监管局\t县司法局`],
    ["a text with a single tab", "一、任务\n1.\t修路。（县交通局负责）"],
  ])("leaves %s as it is", (_, text) => {
    expect(readPastedText(text).text.replace(/[\u001c-\u001f]/g, "")).toBe(text);
  });

  it("takes out what would mark a table", () => {
    expect(readPastedText("修路\u001d。\u001e（县交通局负责）").text).toBe("修路。（县交通局负责）");
  });
});
