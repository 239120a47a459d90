import { fileTablesIn } from "../../../src/plan/layout/file-tables";
import { LINE_IN_CELL } from "../../../src/plan/layout/marks";
import { inChinese } from "../../../src/plan/sentence";
import { readPlanFile } from "../../../src/documents/plan-files";
import { paragraph, run, wordFile } from "./word-file";

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
});
