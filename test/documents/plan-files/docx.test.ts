import { strToU8, zipSync } from "fflate";
import { fileTablesIn } from "../../../src/plan/layout/file-tables";
import { LINE_IN_CELL } from "../../../src/plan/layout/marks";
import { inChinese } from "../../../src/plan/sentence";
import { readPlanFile } from "../../../src/documents/plan-files";
import { tableOf } from "./table-places";
import { abstract, level, list, paragraph, run, wordFile } from "./word-file";

const read = async (body: string, styles?: string) =>
  readPlanFile("方案.docx", await wordFile({ body, ...(styles ? { styles } : {}) }));

describe("text of a .docx", () => {
  it("leaves out tracked deletions and moved text's old place, and says so", async () => {
    const body =
      paragraph(
        `${run("建设")}<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>${run("五")}</w:ins>${run("个驿站")}`,
      ) +
      paragraph(`<w:moveFrom>${run("搬走的话")}</w:moveFrom>${run("原处。")}`) +
      paragraph(`<w:moveTo>${run("搬走的话")}</w:moveTo>`);
    const { text, notes } = await read(body);
    expect(text).toBe("建设五个驿站\n原处。\n搬走的话");
    expect(notes.map(inChinese).join()).toMatch(/1 处修订删除.*1 处移动/);
  });

  it("joins paragraphs whose break was deleted", async () => {
    expect((await read(paragraph("前半句", "<w:rPr><w:del/></w:rPr>") + paragraph("后半句"))).text).toBe(
      "前半句后半句",
    );
  });

  it("reads a text box once, after its paragraph", async () => {
    const box = `<w:txbxContent>${paragraph("专栏1 三个一批")}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect((await read(paragraph(run("正文前") + drawing + run("正文后")))).text).toBe("正文前正文后\n专栏1 三个一批");
  });

  it("hands tables over with their merged cells and the lines of each cell", async () => {
    const cell = (inside: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const table =
      `<w:tbl><w:tr>${cell(paragraph("任务"))}${cell(paragraph("牵头单位"))}${cell(paragraph("时限"))}</w:tr>` +
      `<w:tr>${cell(paragraph("建驿站"))}${cell(paragraph("县民政局") + paragraph("县财政局"), '<w:vMerge w:val="restart"/>')}${cell(paragraph("6月"))}</w:tr>` +
      `<w:tr>${cell(paragraph("办培训"))}${cell(paragraph("县旧局"), "<w:vMerge/>")}${cell(paragraph(""))}</w:tr>` +
      `<w:tr>${cell(paragraph("合计"), '<w:gridSpan w:val="2"/>')}${cell(paragraph("全年"))}</w:tr></w:tbl>`;
    const { text } = await read(table);
    const [laid] = fileTablesIn(text);
    expect(
      laid!.rows.map((row) =>
        row.map(({ start, end, reaches }) => (reaches ? `<${reaches}>` : text.slice(start, end).split(LINE_IN_CELL))),
      ),
    ).toEqual([
      [["任务"], ["牵头单位"], ["时限"]],
      [["建驿站"], ["县民政局", "县财政局"], ["6月"]],
      [["办培训"], "<down>", [""]],
      [["合计"], "<right>", ["全年"]],
    ]);
  });

  it("reads a one-cell frame as paragraphs, not as a table", async () => {
    expect(
      (await read(`<w:tbl><w:tr><w:tc>${paragraph("专栏")}${paragraph("新增床位200张")}</w:tc></w:tr></w:tbl>`)).text,
    ).toBe("专栏\n新增床位200张");
  });

  it("leaves out a table of contents and page fields, keeps other results and links", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const body =
      paragraph(mark("begin") + code(' TOC \\o "1-3"') + mark("separate") + run("一、目标 1")) +
      paragraph(run("二、任务 2") + mark("end")) +
      paragraph(
        run("第") +
          mark("begin") +
          code("PAGE") +
          mark("separate") +
          run("9") +
          mark("end") +
          run("页见") +
          mark("begin") +
          code("REF a") +
          mark("separate") +
          run("附表") +
          mark("end"),
      ) +
      paragraph(`<w:hyperlink>${run("县政府网站")}</w:hyperlink>`);
    const { text, notes } = await read(body);
    expect(text).toBe("第页见附表\n县政府网站");
    expect(notes.map(inChinese)).toEqual(["已略去 1 处自动目录。"]);
  });

  it("leaves out hidden text, by run and by style, with a note", async () => {
    const styles = '<w:style w:type="character" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style>';
    const { text, notes } = await read(
      paragraph(
        run("甲") + run("藏", "<w:vanish/>") + run("藏", '<w:rStyle w:val="X"/>') + run("乙", '<w:vanish w:val="0"/>'),
      ),
      styles,
    );
    expect(text).toBe("甲乙");
    expect(notes.map(inChinese)).toEqual(["已略去 2 处隐藏文字。"]);
  });

  it("keeps content controls, breaks, symbols and ruby bases, drops soft hyphens and note marks", async () => {
    const inside =
      `<w:sdt><w:sdtContent>${run("控件")}</w:sdtContent></w:sdt><w:r><w:tab/><w:t>后</w:t><w:softHyphen/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:footnoteReference/></w:r>` +
      `<w:r><w:ruby><w:rt>${run("qi")}</w:rt><w:rubyBase>${run("旗")}</w:rubyBase></w:ruby></w:r><w:r><w:br/><w:t>A&amp;B&#20844;</w:t></w:r>`;
    const { text, notes } = await read(`<w:sdt><w:sdtContent>${paragraph(inside)}</w:sdtContent></w:sdt>`);
    expect(text).toBe("控件 后-☑旗\nA&B公");
    expect(notes.map(inChinese)).toEqual(["已略去 1 处脚注或尾注。"]);
  });

  it("leaves out rows that were deleted, and keeps removed fields from hiding what follows", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const { text, notes } = await read(
      `<w:tbl><w:tr>${cell("任务")}${cell("单位")}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell("旧")}${cell("旧")}</w:tr></w:tbl>` +
        paragraph(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:del><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>${run("甲")}`,
        ),
    );
    expect(tableOf(text)).toEqual([["任务", "单位"]]);
    expect(text).toMatch(/\n甲$/);
    expect(notes.map(inChinese)).toEqual(["已略去 1 处修订删除的文字，保留修订插入的文字。"]);
  });

  it("gives no number to a paragraph of which the changes leave nothing, or that is hidden", async () => {
    const numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0);
    const item = (inside: string, marks = "") =>
      paragraph(inside, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${marks}</w:rPr>`);
    const body =
      item(run("甲")) +
      item("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "<w:del/>") +
      item(run("乙")) +
      item(run("藏", "<w:vanish/>"), "<w:vanish/>") +
      item(run("丙"));
    const { text } = await readPlanFile("方案.docx", await wordFile({ body, numbering }));
    expect(text.split("\n").filter((line) => line !== "")).toEqual(["1.甲", "2.乙", "4.丙"]);
  });

  it("keeps what was to be joined to a paragraph that never came", async () => {
    expect((await read(paragraph("甲") + paragraph("乙", "<w:rPr><w:moveFrom/></w:rPr>"))).text).toBe("甲\n乙");
  });

  it("leaves out the table of contents of a content control, in a paragraph or around several", async () => {
    const contents = (inside: string) =>
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const { text, notes } = await read(contents(paragraph("目录")) + paragraph(run("甲") + contents(run("目录"))));
    expect([text, notes.map(inChinese)]).toEqual(["甲", ["已略去 2 处自动目录。"]]);
  });

  it("says what else it holds that was not read", async () => {
    const { text, notes } = await read(
      `<w:altChunk/>${paragraph(`${run("甲")}<w:r><w:endnoteReference/></w:r><w:r><w:commentReference/></w:r><w:fldSimple w:instr=" PAGE ">${run("9")}</w:fldSimple><w:fldSimple w:instr=" REF a ">${run("乙")}</w:fldSimple>`)}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom/>`,
    );
    expect(text).toBe("甲乙");
    expect(notes.map(inChinese)).toEqual([
      "已略去 1 处修订删除的文字，保留修订插入的文字。",
      "有 1 处移动过的文字，只在新位置读取一次。",
      "已略去 1 处脚注或尾注。",
      "已略去 1 处批注。",
      "有 1 处嵌入的其他文件没有读取，请另外打开查看。",
    ]);
  });

  it("reads drawings for older programs where there is no other, and nothing where there is none", async () => {
    const { text } = await read(
      `<mc:AlternateContent><mc:Fallback>${paragraph("甲")}</mc:Fallback></mc:AlternateContent><mc:AlternateContent>${paragraph("无")}</mc:AlternateContent>${paragraph("乙")}`,
    );
    expect(text).toBe("甲\n乙");
  });

  it("takes rows that begin further right, and merged cells only over cells of their own width", async () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const { text } = await read(
      `<w:tbl><w:tr>${cell("甲")}${cell("乙", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')}</w:tr>` +
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("丙", "<w:vMerge/>")}${cell("丁")}</w:tr>` +
        `<w:tr>${cell("戊")}${cell("旧", '<w:gridSpan w:val="2"/><w:vMerge w:val="continue"/>')}</w:tr>` +
        `<w:tr>${cell("己", '<w:gridSpan w:val="64"/>')}${cell("庚", '<w:gridSpan w:val="1.5"/>')}${cell("辛")}</w:tr></w:tbl>`,
    );
    expect(tableOf(text)).toEqual([
      ["甲", "乙", "<right>"],
      ["", "丙", "丁"],
      ["戊", "旧", "<right>"],
      ["己", "庚", "辛"],
    ]);
  });

  it.each([
    ["-1", 1],
    ["0", 1],
    ["1", 1],
    ["63", 63],
    ["64", 1],
    ["many", 1],
  ])("takes a width of %s columns for %d, as Word allows at most 63", async (width, columns) => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const narrow = Array.from({ length: 64 }, (_, column) => cell(`列${column}`)).join("");
    const { text } = await read(
      `<w:tbl><w:tr>${narrow}</w:tr><w:tr>${cell("宽", `<w:gridSpan w:val="${width}"/>`)}${cell("后")}</w:tr></w:tbl>`,
    );
    const [, row] = tableOf(text);
    expect(row!.indexOf("后")).toBe(columns);
  });

  it.each([
    ["-1", 0],
    ["1.5", 0],
    ["1", 1],
    ["63", 63],
    ["64", 0],
  ])("begins a row that leaves out %s columns at column %d", async (left, column) => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const whole = Array.from({ length: 64 }, (_, at) => cell(`列${at}`)).join("");
    const { text } = await read(
      `<w:tbl><w:tr>${whole}</w:tr><w:tr><w:trPr><w:gridBefore w:val="${left}"/></w:trPr>${cell("先")}</w:tr></w:tbl>`,
    );
    expect(tableOf(text)[1]!.indexOf("先")).toBe(column);
  });

  it("reads rows and cells within content controls and insertions, and a table within a cell row by row", async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph("子"))}${cell(paragraph("丑"))}</w:tr></w:tbl>`;
    const { text } = await read(
      `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell(paragraph("甲"))}<w:sdt><w:sdtContent>${cell(paragraph("乙") + inner)}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
    );
    expect(tableOf(text)).toEqual([["甲", "乙/子 丑"]]);
  });

  it("takes hidden text from the style that a style is based on, unless a nearer one shows it", async () => {
    const style = (id: string, based: string, properties: string, more = 'w:type="paragraph"') =>
      `<w:style ${more} w:styleId="${id}">${based && `<w:basedOn w:val="${based}"/>`}<w:rPr>${properties}</w:rPr></w:style>`;
    const styles =
      style("Base", "", "<w:vanish/>") +
      style("Own", "Base", "") +
      style("Shown", "Base", '<w:vanish w:val="0"/>') +
      style("N", "Base", "", 'w:type="paragraph" w:default="1"') +
      style("Circle", "Circle", "");
    const of = (id: string, text: string) => paragraph(text, `<w:pStyle w:val="${id}"/>`);
    const { text, notes } = await read(
      of("Own", "藏") + of("Shown", "现") + paragraph("藏") + of("Circle", "环"),
      styles,
    );
    expect([text, notes.map(inChinese)]).toEqual(["现\n\n环", ["已略去 2 处隐藏文字。"]]);
  });

  it("finds its parts by what refers to them, wherever they stand", async () => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const parts = {
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": `<R><Relationship Id="c" Type="${type}/metadata/core-properties" Target="core.xml"/><Relationship Id="d" Type="${type}/officeDocument" Target="/main/text.xml"/></R>`,
      "main/_rels/text.xml.rels": `<R><Relationship Id="h" Type="${type}/header" Target="header.xml"/><Relationship Id="f" Type="${type}/footer" Target="footer.xml"/><Relationship Id="s" Type="${type}/styles" Target="looks/styles.xml"/></R>`,
      "main/text.xml": `<document><body>${paragraph("方案")}${paragraph("藏", '<w:pStyle w:val="H"/>')}</body></document>`,
      "main/looks/styles.xml": '<styles><style w:styleId="H"><rPr><vanish/></rPr></style></styles>',
      "word/document.xml": "<document><body/></document>",
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
    const { text, notes } = await readPlanFile("方案.docx", bytes);
    expect([text, notes.map(inChinese)]).toEqual(["方案", ["已略去 1 处隐藏文字。", "已略去 2 处页眉页脚。"]]);
  });

  it("is found at its usual place where nothing refers to it, and is another file where it is no document", async () => {
    const pack = (main: string) =>
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(main) });
    expect((await readPlanFile("a.docx", pack(`<document><body>${paragraph("甲")}</body></document>`))).text).toBe(
      "甲",
    );
    for (const main of ["<document/>", `<other><body>${paragraph("甲")}</body></other>`])
      await expect(readPlanFile("a.docx", pack(main))).rejects.toMatchObject({ code: "otherFormat" });
  });
});
