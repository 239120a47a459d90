import { readPlanFile } from "../../../src/documents/plan-files";
import { readPlan } from "../../../src/plan";

const escaped = (text: string): string => text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const read = async (body: string) =>
  readPlanFile(
    "方案.doc",
    new TextEncoder().encode(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}${escaped(body)}}`,
    ),
  );

describe("a rich text file", () => {
  it.each<[what: string, body: string, text: string]>([
    ["paragraphs and line breaks", "甲\\par 乙\\line 丙\\par", "甲\n乙\n丙"],
    ["characters of the code page, by the font's charset", "\\f0 \\'b7\\'bd\\'b0\\'b8\\par", "方案"],
    ["as many substitutes passed over as the file says", "{\\uc2\\u26041 \\'b7\\'bd\\u26696 xx}完", "方案完"],
    [
      "automatic numbers as printed for older programs",
      "{\\listtext\\pard 一、\\tab}\\ls1 目标\\par{\\pntext 1\\tab}修路\\par",
      "一、目标\n1 修路",
    ],
    [
      "nothing of heads, pictures and unknown destinations",
      "{\\header 页眉}{\\pict ffd8}{\\*\\unknown 某}{\\info{\\author 某}}正文\\par",
      "正文",
    ],
    ["the result of a field, not its code", "见{\\field{\\*\\fldinst REF a}{\\fldrslt 附表}}\\par", "见附表"],
    ["braces and backslashes as characters", "a\\{b\\}\\\\\\par", "a{b}\\"],
  ])("is read with %s", async (_, body, text) => expect((await read(body)).text).toBe(text));

  it("keeps its tables with merged cells and the lines of a cell", async () => {
    const row = (marks: string[], ...cells: string[]): string =>
      `\\trowd${marks.map((mark, k) => `${mark}\\cellx${(k + 1) * 2000}`).join("")}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell`).join(" ")}\\row\n`;
    const none = ["", "", "", ""];
    const table =
      row(none, "序号", "重点任务", "牵头单位", "责任单位") +
      row(["", "", "\\clvmgf", ""], "1", "修路", "县交通局", "县财政局\\par 县审计局") +
      row(["", "", "\\clvmrg", ""], "2", "架桥", "", "县水利局");
    const plan = readPlan((await read(`某县方案（2024年）\\par ${table}\\pard 说明\\par`)).text);
    expect(plan.tasks.map(({ title, lead, responsible }) => [title, lead, responsible])).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县审计局"]],
      ["架桥", ["县交通局"], ["县水利局"]],
    ]);
  });

  it("leaves hidden and deleted text out and says what was hidden", async () => {
    const { text, notes } = await read("甲{\\v 乙}{\\deleted 丙}丁\\par");
    expect(text).toBe("甲丁");
    expect(notes).toEqual([{ text: "已略去 {{count}} 处隐藏文字。", values: { count: 1 } }]);
  });

  it("is refused where its groups nest without end", async () => {
    await expect(
      readPlanFile("方案.rtf", new TextEncoder().encode(`{\\rtf1${"{".repeat(5000)}`)),
    ).rejects.toMatchObject({ code: "corrupt" });
  });
});
