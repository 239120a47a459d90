import JSZip from "jszip";
import { readPlanFile } from "../../../src/documents/plan-files";
import { inChinese } from "../../../src/plan/sentence";
import { readPlan } from "../../../src/plan";
import { tableOf } from "./table-places";

const level = (number: number, format: string, prefix: string, suffix: string, more = ""): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}/>`;
const STYLES = `<office:automatic-styles><text:list-style style:name="L1">${level(1, "一, 二, 三, ...", "", "、")}${level(2, "1", "", ".")}</text:list-style><text:list-style style:name="L2">${level(1, "一, 二, 三, ...", "", "", 'text:start-value="3"')}${level(2, "1", "", "", 'text:display-levels="2" text:start-value="4"')}${level(3, "A", "", "", 'loext:num-list-format="（%3%）"')}</text:list-style><text:list-style style:name="L3">${level(1, "壹, 贰, 叁, ...", "", "、")}${level(2, "①, ②, ③, ...", "", "")}${level(3, "i", "", "）", 'text:start-value="4"')}<text:list-level-style-bullet text:level="4" style:num-format="1" style:num-suffix="."/></text:list-style><style:style style:name="H"><style:text-properties text:display="none"/></style:style></office:automatic-styles>`;

async function odtOf(body: string, manifest = ""): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("mimetype", "application/vnd.oasis.opendocument.text", { compression: "STORE" });
  zip.file(
    "content.xml",
    `<office:document-content>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  );
  zip.file(
    "styles.xml",
    `<office:document-styles><office:styles><text:outline-style>${level(1, "1", "第", "章")}${level(2, "1", "", "", 'text:display-levels="2"')}</text:outline-style><style:style style:name="S"><style:text-properties text:display="none"/></style:style></office:styles></office:document-styles>`,
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
    [
      "blanks of any number, a tab, and lines of the file joined",
      '<text:p>甲<text:s/>乙<text:s text:c="30"/>丙<text:tab/>丁\n  戊</text:p>',
      `甲 乙${" ".repeat(20)}丙 丁 戊`,
    ],
    [
      "frames and shapes with their text, without what is drawn beside it",
      "<text:p>甲<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>乙<text:bookmark/><text:ruby><text:ruby-base>旗</text:ruby-base><text:ruby-text>qi</text:ruby-text></text:ruby><text:page-number>9</text:page-number></text:p>",
      "框\n甲乙旗",
    ],
    [
      "headings numbered by their outline, but for those that are heads only",
      '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">子</text:h><text:h text:outline-level="1" text:is-list-header="true">头</text:h><text:h text:outline-level="1">乙</text:h><text:h text:outline-level="2"> </text:h><text:h text:outline-level="2">丑</text:h><text:h text:outline-level="11">深</text:h><text:h>平</text:h>',
      "第1章 甲\n1.1 子\n头\n第2章 乙\n\n2.1 丑\n深\n平",
    ],
    [
      "items that begin at a number of their own, and heads of lists without one",
      `<text:list text:style-name="L1"><text:list-header><text:p>头</text:p></text:list-header>${item("甲")}<text:list-item text:start-value="5"><text:p>戊</text:p></text:list-item>${item("己")}<text:list-item text:start-value="0"><text:p>庚</text:p></text:list-item></text:list>`,
      "头\n一、甲\n五、戊\n六、己\n七、庚",
    ],
    [
      "a list that counts on from the last of its kind, and one that begins anew",
      `<text:list text:style-name="L1">${item("甲")}</text:list><text:list text:style-name="L1" text:continue-numbering="true">${item("乙")}</text:list><text:list text:style-name="L1">${item("丙")}</text:list>`,
      "一、甲\n二、乙\n一、丙",
    ],
    [
      "lists within that begin anew under each item",
      `<text:list text:style-name="L1">${item("甲", `<text:list>${item("子")}${item("丑")}</text:list>`)}${item("乙", `<text:list text:style-name="L1">${item("寅")}</text:list>`)}</text:list>`,
      "一、甲\n1.子\n2.丑\n二、乙\n1.寅",
    ],
    [
      "a list of a style that there is not without numbers",
      `<text:list text:style-name="X">${item("甲")}</text:list>`,
      "甲",
    ],
    [
      "numbers that show the levels above, start elsewhere, or are a pattern",
      `<text:list text:style-name="L2">${item("甲", `<text:list>${item("子", `<text:list>${item("丑")}</text:list>`)}</text:list>`)}</text:list>`,
      "三 甲\n三.4 子\n（A）丑",
    ],
    [
      "the kinds of numbers that LibreOffice writes, and none for bullets",
      `<text:list text:style-name="L3">${item("甲", `<text:list>${item("乙", `<text:list>${item("丙", `<text:list>${item("丁")}</text:list>`)}</text:list>`)}</text:list>`)}</text:list>`,
      "壹、甲\n① 乙\niv）丙\n丁",
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

  it("counts tracked deletions, and hides by the styles of either part", async () => {
    const { text, notes } = await read(
      '<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes><text:alphabetical-index><text:p>索引</text:p></text:alphabetical-index><text:section><text:p>甲<text:span text:style-name="S">密</text:span><text:hidden-text>密</text:hidden-text><text:span text:style-name="T">乙</text:span></text:p></text:section>',
    );
    expect(text).toBe("甲乙");
    expect(notes.map(inChinese)).toEqual([
      "已略去 1 处修订删除的文字，保留修订插入的文字。",
      "已略去 2 处隐藏文字。",
      "已略去 1 处自动目录。",
    ]);
  });

  it("keeps cells that reach across, rows of a head, and repeated rows and cells as often as a table can be long", async () => {
    const cell = (text: string, more = "") => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const { text } = await read(
      `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell("任务", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell("单位")}</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2">${cell("甲", 'table:number-columns-repeated="2"')}${cell("乙", 'table:number-columns-repeated="0"')}</table:table-row></table:table>`,
    );
    expect(tableOf(text)).toEqual([
      ["任务", "<right>", "单位"],
      ["甲", "甲", "乙"],
      ["甲", "甲", "乙"],
    ]);
    const long = await read(
      `<table:table><table:table-row table:number-rows-repeated="1000">${cell("甲")}${cell("乙", 'table:number-columns-repeated="200"')}</table:table-row></table:table>`,
    );
    expect(tableOf(long.text)).toHaveLength(256);
  });

  it("is refused without a text", async () => {
    const zip = new JSZip();
    zip.file("mimetype", "application/vnd.oasis.opendocument.text", { compression: "STORE" });
    zip.file("content.xml", "<office:document-content><office:body/></office:document-content>");
    await expect(readPlanFile("方案.odt", await zip.generateAsync({ type: "uint8array" }))).rejects.toMatchObject({
      code: "corrupt",
    });
  });
});
