import JSZip from "jszip";
import { readPlanFile } from "../../../src/documents/plan-files";
import { inChinese } from "../../../src/plan/sentence";
import { readPlan } from "../../../src/plan";

const level = (number: number, format: string, prefix: string, suffix: string): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/>`;
const STYLES = `<office:automatic-styles><text:list-style style:name="L1">${level(1, "一, 二, 三, ...", "", "、")}${level(2, "1", "", ".")}</text:list-style><style:style style:name="H"><style:text-properties text:display="none"/></style:style></office:automatic-styles>`;

async function odtOf(body: string, manifest = ""): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("mimetype", "application/vnd.oasis.opendocument.text", { compression: "STORE" });
  zip.file(
    "content.xml",
    `<office:document-content>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  );
  zip.file("META-INF/manifest.xml", `<manifest:manifest>${manifest}</manifest:manifest>`);
  return zip.generateAsync({ type: "uint8array" });
}
const read = async (body: string) => readPlanFile("方案.odt", await odtOf(body));
const item = (text: string, more = ""): string => `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`;

describe("an OpenDocument text", () => {
  it.each<[what: string, body: string, text: string]>([
    [
      "blanks, tabs and line breaks",
      '<text:p>甲<text:s text:c="2"/>乙<text:line-break/>丙<text:span>丁</text:span>戊</text:p>',
      "甲  乙\n丙丁戊",
    ],
    [
      "the numbers of a list and of lists within",
      `<text:list text:style-name="L1">${item("目标")}${item("任务", `<text:list>${item("修路")}${item("架桥")}</text:list>`)}</text:list>`,
      "一、目标\n二、任务\n1.修路\n2.架桥",
    ],
    [
      "a list that goes on after a paragraph",
      `<text:list xml:id="a" text:style-name="L1">${item("甲")}</text:list><text:p>话</text:p><text:list text:continue-list="a" text:style-name="L1">${item("乙")}</text:list>`,
      "一、甲\n话\n二、乙",
    ],
    [
      "one number an item, however many paragraphs it has",
      `<text:list text:style-name="L1"><text:list-item><text:p>甲</text:p><text:p>乙</text:p></text:list-item></text:list>`,
      "一、甲\n乙",
    ],
  ])("is read with %s", async (_, body, text) => expect((await read(body)).text).toBe(text));

  it("keeps its tables with merged cells", async () => {
    const cell = (text: string, more = ""): string =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
    const table =
      row(cell("序号"), cell("重点任务"), cell("牵头单位"), cell("责任单位")) +
      row(
        cell("1"),
        cell("修路"),
        cell("县交通局", 'table:number-rows-spanned="2"'),
        cell("县财政局</text:p><text:p>县审计局"),
      ) +
      row(cell("2"), cell("架桥"), "<table:covered-table-cell/>", cell("县水利局"));
    const plan = readPlan((await read(`<text:p>某县方案（2024年）</text:p><table:table>${table}</table:table>`)).text);
    expect(plan.tasks.map(({ title, lead, responsible }) => [title, lead, responsible])).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县审计局"]],
      ["架桥", ["县交通局"], ["县水利局"]],
    ]);
  });

  it("leaves out notes, comments, hidden text and contents, and says so", async () => {
    const { text, notes } = await read(
      '<text:table-of-content><text:p>目录</text:p></text:table-of-content><text:p>甲<text:note><text:p>注</text:p></text:note><office:annotation><text:p>批</text:p></office:annotation><text:span text:style-name="H">密</text:span></text:p>',
    );
    expect(text).toBe("甲");
    expect(notes.map(inChinese)).toEqual([
      "已略去 1 处隐藏文字。",
      "已略去 1 处脚注或尾注。",
      "已略去 1 处批注。",
      "已略去 1 处自动目录。",
    ]);
  });

  it("says that it has a password", async () => {
    const bytes = await odtOf(
      "<text:p>甲</text:p>",
      "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
    );
    await expect(readPlanFile("方案.odt", bytes)).rejects.toMatchObject({ code: "password" });
  });
});
