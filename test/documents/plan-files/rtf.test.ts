import { readPlanFile } from "../../../src/documents/plan-files";
import { readPlan } from "../../../src/plan";
import { tableOf } from "./table-places";

const escaped = (text: string): string => text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const read = async (body: string) =>
  readPlanFile(
    "方案.doc",
    new TextEncoder().encode(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset136 Ming;}}${escaped(body)}}`,
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
    [
      "blanks, dashes and quotes by name",
      "甲\\~乙\\_丙\\emdash\\emdash 丁\\ldblquote 戊\\rdblquote\\par",
      "甲 乙-丙——丁“戊”",
    ],
    ["characters whose number is negative", "\\uc1\\u-27079?\\u-26480?\\par", "阹颐"],
    ["no substitutes where the file says that there are none", "{\\uc0\\u26041\\u26696 x}\\par", "方案x"],
    ["substitutes that end with their group", "{\\uc3\\u26041}案\\par", "方案"],
    ["substitutes in bytes passed over", "{\\uc2\\u26041\\'b7\\'bd\\u26696\\'b0\\'b8}完\\par", "方案完"],
    ["a byte that is none passed over", "甲\\'zz乙\\par", "甲乙"],
    [
      "lines of the file joined, and binary data passed over",
      "{\\pict\\bin5 }}{{\\ }甲\r\n乙{\\bin-3 }丙\\par",
      "甲乙丙",
    ],
    ["a character of two bytes that are two tokens", "\\f0 \\'b7\r\n\\'bd\\par", "方"],
    ["bytes of the file's code page where the font has no charset of its own", "\\f1 \\'b7\\'bd\\par", "方"],
    [
      "bytes of another font's charset, until the text is plain again",
      "\\f2 \\'a4\\'e8\\plain \\'b7\\'bd\\par",
      "方方",
    ],
    ["sections and pages as paragraphs", "甲\\sect 乙\\page 丙", "甲\n乙\n丙"],
    [
      "text that is hidden or deleted no more",
      "{\\v 藏\\v0 甲\\v 藏\\plain 乙\\deleted 删\\deleted0 丙\\deleted 删}丁\\par",
      "甲乙丙丁",
    ],
    ["text boxes, but no notes", "甲{\\*\\shpinst{\\shptxt 框}}{\\footnote 注}{\\*\\annotation 批}\\par", "甲框"],
    [
      "nothing of what is within a left-out group",
      "甲{\\header 头{\\b 粗}{\\listtext 1.}{\\fldrslt 果}}乙\\par",
      "甲乙",
    ],
    ["a number alone in a paragraph not printed", "{\\listtext 一、\\tab}\\par 甲\\par", "甲"],
    ["a number that programs may pass over", "{\\*\\pntext 一、}甲\\par", "一、甲"],
    ["more ends of groups than beginnings", "甲\\par}}}乙\\par", "甲\n乙"],
    ["cells of a table within a cell apart by blanks", "甲\\nestcell 乙\\nestcell\\nestrow 丙\\par", "甲 乙\n丙"],
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

  it("has rows of cells whose edges are missing, cells merged across, and a table that the end of the file closes", async () => {
    const { text } = await read(
      "\\trowd\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl 甲\\cell 乙\\cell\\cell\\row\\trowd\\cellx1000\\cellx2000\\pard\\intbl 丙\\cell 丁\\cell 戊\\cell\\row",
    );
    expect(tableOf(text)).toEqual([
      ["甲", "乙", "<right>"],
      ["丙", "丁", "戊", "<right>"],
    ]);
  });

  it("is decoded by the code page that it names", async () => {
    const traditional = new TextEncoder().encode("{\\rtf1\\ansi\\ansicpg950 \\'a4\\'e8\\par}");
    expect((await readPlanFile("方案.rtf", traditional)).text).toBe("方");
    const western = new TextEncoder().encode("{\\rtf1\\ansi\\ansicpg1 \\'e9\\par}");
    expect((await readPlanFile("方案.rtf", western)).text).toBe("é");
  });

  it("counts no blanks as hidden text", async () => {
    expect((await read("甲{\\v  }乙\\par")).notes).toEqual([]);
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
