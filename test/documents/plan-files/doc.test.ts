import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inChinese } from "../../../src/plan/sentence";
import { readPlanFile } from "../../../src/documents/plan-files";
import { convertWithLibreOffice } from "../../tools/libreoffice";
import { describeWith } from "../../tools/programs";
import { compoundFile } from "../package/build-compound-file";
import { cell, charStyle, depth, oldWordFile, row, SPRMS, symbol, text, type OldWord } from "./old-word-file";
import { tableOf } from "./table-places";
import { abstract, level, list, numbered, paragraph, run, wordFile } from "./word-file";

const read = async (file: OldWord) => readPlanFile("方案.doc", oldWordFile(file));
const lines = (...all: string[]) => all.map((line) => text(line));

describe("a document of Word 97", () => {
  it("is read whether it is named .doc, .wps or wrongly", async () => {
    const bytes = oldWordFile({ paragraphs: lines("青山县实施方案", "一、总体要求") });
    for (const name of ["方案.doc", "方案.wps", "方案.docx"])
      expect(await readPlanFile(name, bytes)).toEqual({ text: "青山县实施方案\n一、总体要求", kind: "doc", notes: [] });
  });

  it("is put together from pieces that stand in any order, of one byte and two", async () => {
    expect(
      (
        await read({
          paragraphs: [...lines("One 1", "建设驿站"), { runs: [{ text: "A" }, { text: "办好" }, { text: "3.5%" }] }],
          isScattered: true,
        })
      ).text,
    ).toBe("One 1\n建设驿站\nA办好3.5%");
  });

  it("has breaks, tabs and hyphens as they are printed, and what only Word needs taken out", async () => {
    expect(
      (
        await read({
          paragraphs: lines("一行\u000b二行", "左\t右", "一\u001e二\u001f三", "甲\u0002乙\u0005丙\u0008丁\u0001"),
        })
      ).text,
    ).toBe("一行\n二行\n左 右\n一-二三\n甲乙丙丁");
  });

  it("ends a paragraph at a section's end, not at every page break", async () => {
    expect((await read({ paragraphs: [text("上一节\u000c"), text("前\u000c后")] })).text).toBe("上一节\n前\n后");
  });

  it("leaves out deleted and hidden text, by run and by style, with a note", async () => {
    const styles: OldWord["styles"] = [
      { kind: "paragraph", sprms: [] },
      { kind: "paragraph", sprms: [SPRMS.hidden] },
      { kind: "character", sprms: [SPRMS.hidden] },
      { kind: "character", base: 2, sprms: [] },
    ];
    const { text: source, notes } = await read({
      styles,
      paragraphs: [
        {
          runs: [
            { text: "建设" },
            { text: "三", sprms: [SPRMS.deleted] },
            { text: "五个" },
            { text: "藏", sprms: [SPRMS.hidden] },
            { text: "驿站" },
            { text: "藏", sprms: [charStyle(3)] },
            { text: "。" },
          ],
        },
        {
          style: 1,
          runs: [
            { text: "不见" },
            { text: "现", sprms: [SPRMS.notHidden] },
            { text: "也现", sprms: [SPRMS.asStyleNot] },
          ],
        },
      ],
    });
    expect(source).toBe("建设五个驿站。\n现也现");
    expect(notes.map(inChinese)).toEqual(["已略去 1 处修订删除的文字，保留修订插入的文字。", "已略去 3 处隐藏文字。"]);
  });

  it("joins paragraphs whose break was deleted", async () => {
    expect(
      (
        await read({
          paragraphs: [{ runs: [{ text: "前半句" }, { text: "\r", sprms: [SPRMS.deleted] }] }, text("后半句")],
        })
      ).text,
    ).toBe("前半句后半句");
  });

  it("keeps the results of fields, but no table of contents", async () => {
    const { text: source, notes } = await read({
      paragraphs: lines(
        '\u0013 TOC \\o "1-3" \u0014一、目标 1',
        "二、任务 2\u0015",
        "见\u0013 REF a \u0014附表\u0015，第\u0013 PAGE \u00143\u0015页",
      ),
    });
    expect(source).toBe("见附表，第页");
    expect(notes.map(inChinese)).toEqual(["已略去 1 处自动目录。"]);
  });

  it("knows a field by what of its code was not deleted", async () => {
    const { text: source, notes } = await read({
      paragraphs: [
        { runs: [{ text: "见\u0013" }, { text: "TOC", sprms: [SPRMS.deleted] }, { text: " REF a \u0014附表\u0015" }] },
        { runs: [{ text: "第\u0013" }, { text: "REF", sprms: [SPRMS.deleted] }, { text: " PAGE \u00143\u0015页" }] },
      ],
    });
    expect([source, notes]).toEqual(["见附表\n第页", []]);
  });

  it("writes symbols of symbol fonts as characters", async () => {
    expect(
      (await read({ paragraphs: [{ runs: [{ text: "(", sprms: [symbol(1, 0xf0fe)] }, { text: "（完成）(" }] }] })).text,
    ).toBe("☑（完成）(");
  });

  it("has tables with cells merged downwards and across, rows set in, and the lines of a cell", async () => {
    const edges = [0, 1000, 3000, 5000];
    const { text: source } = await read({
      paragraphs: [
        text("分解表"),
        ...cell("序号"),
        ...cell("任务"),
        ...cell("牵头单位"),
        row(edges),
        ...cell("1"),
        ...cell("修路"),
        ...cell("县交通局", "县财政局"),
        row(edges, [0, 0, 0x60]),
        ...cell("2"),
        ...cell("架桥"),
        ...cell("旧"),
        row(edges, [0, 0, 0x20]),
        ...cell("合计"),
        ...cell("藏"),
        ...cell("全年"),
        row(edges, [1, 2, 0]),
        ...cell("设入"),
        ...cell("尾"),
        row([1000, 3000, 5000]),
        text("表后"),
      ],
    });
    expect(tableOf(source)).toEqual([
      ["序号", "任务", "牵头单位"],
      ["1", "修路", "县交通局/县财政局"],
      ["2", "架桥", "<down>"],
      ["合计", "<right>", "全年"],
      ["", "设入", "尾"],
    ]);
    expect(source).toMatch(/^分解表\n[^]*\n表后$/);
  });

  it("has the cells of a row whose properties are too long to stand with the others", async () => {
    const end = row([0, 1000, 2000, 3000], [0x60]);
    const { text: source } = await read({
      paragraphs: [
        ...cell("甲"),
        ...cell("乙"),
        ...cell("丙"),
        { ...end, isFar: true, sprms: end.sprms! },
        ...cell("丁"),
        ...cell("戊"),
        row([0, 2000, 3000]),
        text("完"),
      ],
    });
    expect(tableOf(source)).toEqual([
      ["甲", "乙", "丙"],
      ["丁", "<right>", "戊"],
    ]);
  });

  it("finds what is said of a paragraph behind its many tabs", async () => {
    const tabs = [0xc615, 255, 2, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 3, 0] as const;
    const { text: source } = await read({
      paragraphs: [
        { runs: [{ text: "甲\u0007" }], sprms: [tabs, SPRMS.inTable] },
        ...cell("乙"),
        row([0, 1000, 2000]),
        text("完"),
      ],
    });
    expect(tableOf(source)).toEqual([["甲", "乙"]]);
  });

  it("reads a frame of one cell as paragraphs, and a table within it as a table", async () => {
    const inner = (line: string) => ({
      runs: [{ text: line }],
      sprms: [SPRMS.inTable, depth(2), [0x244b, 1] as const],
    });
    const innerEnd = {
      runs: [{ text: "" }],
      sprms: [SPRMS.inTable, depth(2), [0x244b, 1] as const, [0x244c, 1] as const, row([0, 1000, 2000]).sprms![2]!],
    };
    const { text: source } = await read({
      paragraphs: [
        { runs: [{ text: "专栏" }], sprms: [SPRMS.inTable] },
        inner("甲"),
        inner("乙"),
        innerEnd,
        ...cell("框内"),
        row([0, 3000]),
        text("完"),
      ],
    });
    expect(tableOf(source)).toEqual([["甲", "乙"]]);
    expect(source).toMatch(/^专栏\n[^]*\n框内\n完$/);
  });

  it.each<[what: string, name: string, make: () => Uint8Array, code: string]>([
    ["one with a password", "方案.doc", () => oldWordFile({ paragraphs: lines("甲"), flags: 0x100 }), "password"],
    [
      "one of Word 95",
      "方案.doc",
      () => oldWordFile({ paragraphs: lines("甲"), magic: 0xa5dc, version: 0x68 }),
      "oldWord",
    ],
    ["a .wps that is of another program", "方案.wps", () => compoundFile({ CONTENTS: new Uint8Array(5000) }), "wps"],
    ["slides", "方案.doc", () => compoundFile({ "PowerPoint Document": new Uint8Array(5000) }), "presentation"],
    [
      "a compound file of another program",
      "方案.doc",
      () => compoundFile({ VisioDocument: new Uint8Array(5000) }),
      "otherFormat",
    ],
    [
      "one without its table of pieces",
      "方案.doc",
      () => compoundFile({ WordDocument: new Uint8Array(5000).fill(0xec, 0, 1).fill(0xa5, 1, 2).fill(0xc1, 2, 3) }),
      "corrupt",
    ],
  ])("is refused by name: %s", async (_, name, make, code) => {
    await expect(readPlanFile(name, make())).rejects.toMatchObject({ code });
  });
});

describeWith(["LibreOffice"], "a document that LibreOffice saves as .doc", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "doc-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads as the .docx it comes from: numbers, tables within and without, boxes, changes", async () => {
    const bytes = await wordFile({ body: BODY, numbering: NUMBERING, styles: STYLES });
    const file = join(folder, "方案.docx");
    writeFileSync(file, bytes);
    const old = await readPlanFile(
      "方案.doc",
      new Uint8Array(readFileSync(convertWithLibreOffice(file, "doc", folder))),
    );
    const now = await readPlanFile("方案.docx", bytes);
    const filled = (source: string) => source.split("\n").filter((line) => line !== "");
    expect(old.kind).toBe("doc");
    expect(filled(old.text)).toEqual(filled(now.text));
    expect(filled(old.text)).toEqual(
      expect.arrayContaining([
        "一、总体要求",
        "（一）主要目标",
        "第2条 办好实事",
        "2.1.修路。",
        "新增床位200张",
        "（二）新的一页",
      ]),
    );
    expect(old.notes).toEqual(now.notes);
  }, 120_000);
});

const tableCell = (inside: string, properties = "", width = 2000) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${inside}</w:tc>`;
const grid = (...widths: number[]) =>
  `<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
const tracked = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"';
const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const DRAWING =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const BOX = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor ${DRAWING} behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" locked="0" layoutInCell="1" allowOverlap="1" relativeHeight="2"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="800000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${paragraph("专栏1 三个一批")}${paragraph("新增床位200张")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
const SUFF = '<w:suff w:val="nothing"/>';
const NUMBERING =
  abstract(0, level(0, "chineseCounting", "%1、", SUFF), level(1, "chineseCounting", "（%2）", SUFF)) +
  abstract(1, level(0, "decimal", "第%1条", '<w:suff w:val="space"/>', 2), level(1, "decimal", "%1.%2.", SUFF)) +
  list(1, 0) +
  list(2, 1) +
  list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
const STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Z"><w:name w:val="章"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
const BODY =
  paragraph("青山县便民服务实施方案（2024—2026年）") +
  numbered("总体要求", 0) +
  paragraph("主要目标", '<w:pStyle w:val="Z"/>') +
  paragraph(
    `${run("建设")}<w:del ${tracked}><w:r><w:delText>三</w:delText></w:r></w:del><w:ins ${tracked}>${run("五")}</w:ins>${run("个驿站；")}${run("不看", "<w:vanish/>")}${run("办培训ABC。")}`,
  ) +
  paragraph(run("正文前") + BOX + run("正文后")) +
  paragraph(`<w:r><w:br w:type="page"/></w:r>${run("新的一页")}`, '<w:pStyle w:val="Z"/>') +
  numbered("办好实事", 0, 2) +
  numbered("修路。", 1, 2) +
  numbered("架桥。", 1, 2) +
  numbered("从头数", 0, 3) +
  paragraph(
    `${run("见")}${fieldMark("begin")}<w:r><w:instrText xml:space="preserve"> REF a </w:instrText></w:r>${fieldMark("separate")}${run("附表")}${fieldMark("end")}${run("，第一行")}<w:r><w:br/></w:r>${run("第二行")}`,
  ) +
  `<w:tbl>${grid(2000, 2000, 2000, 2000)}<w:tr>${tableCell(paragraph("序号"), '<w:vMerge w:val="restart"/>')}${tableCell(paragraph("任务"), '<w:vMerge w:val="restart"/>')}${tableCell(paragraph("责任分工"), '<w:gridSpan w:val="2"/>', 4000)}</w:tr>` +
  `<w:tr>${tableCell(paragraph(""), "<w:vMerge/>")}${tableCell(paragraph(""), "<w:vMerge/>")}${tableCell(paragraph("牵头单位"))}${tableCell(paragraph("责任单位"))}</w:tr>` +
  `<w:tr>${tableCell(paragraph("一、基础设施"), '<w:gridSpan w:val="4"/>', 8000)}</w:tr>` +
  `<w:tr>${tableCell(paragraph("1"))}${tableCell(paragraph("修路"))}${tableCell(paragraph("县交通局"), '<w:vMerge w:val="restart"/>')}${tableCell(paragraph("县财政局") + paragraph("县审计局"))}</w:tr>` +
  `<w:tr>${tableCell(paragraph("2"))}${tableCell(paragraph("架桥"))}${tableCell(paragraph(""), "<w:vMerge/>")}${tableCell(paragraph("县水利局"))}</w:tr></w:tbl>` +
  paragraph("两表之间") +
  `<w:tbl>${grid(8000)}<w:tr>${tableCell(`${paragraph("框内一")}<w:tbl>${grid(2000, 2000)}<w:tr>${tableCell(paragraph("内甲"))}${tableCell(paragraph("内乙"))}</w:tr></w:tbl>${paragraph("框内二")}`, "", 8000)}</w:tr></w:tbl>` +
  paragraph("完");
