import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlanText } from "../../src/documents/plan-files";
import { readPlan } from "../../src/plan";
import { abstract, level, list, numbered, paragraph, wordFile } from "../documents/plan-files/word-file";
import { workbookFile } from "../documents/plan-files/workbook-file";
import { convertAllWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

const TITLE = "青山县便民服务实施方案（2024—2026年）";
/** The level of the automatic number, and the text; the number as it is printed comes first. */
const OUTLINE: readonly (readonly [depth: number, number: string, text: string])[] = [
  [0, "一、", "总体要求"],
  [0, "二、", "重点任务"],
  [1, "（一）", "便民驿站"],
  [
    2,
    "1.",
    "新建便民驿站3个，统一标识、统一台账、统一管护，做到建成一处、验收一处、用好一处，每季度公布建设进度和群众评价结果。（牵头单位：县民政局；责任单位：县财政局、县交通运输局）",
  ],
  [2, "2.", "完善管护办法，每年开展检查2次。（牵头单位：县住房和城乡建设局；责任单位：各乡镇人民政府）"],
  [1, "（二）", "村级道路"],
  [2, "1.", "修建村级道路20公里。（县交通运输局牵头，县财政局、县自然资源局按职责分工负责）"],
];
const PLAN_LINES = [TITLE, ...OUTLINE.map(([, number, text]) => number + text)];

/**
 * A table of tasks: a header of two rows, one lead for two tasks, a chapter across the table, several units below each
 * other in a cell.
 */
const TABLE: readonly { title: string; lead: string[]; responsible: string[] }[] = [
  { title: "整治山塘", lead: ["县水利局"], responsible: ["县财政局", "县农业农村局"] },
  { title: "清理河道", lead: ["县水利局"], responsible: ["县生态环境局"] },
  { title: "开放书屋", lead: ["县文化和旅游局"], responsible: ["县教育局", "团县委"] },
];

const SUFF = '<w:suff w:val="nothing"/>';
const NUMBERING =
  abstract(
    0,
    level(0, "chineseCounting", "%1、", SUFF),
    level(1, "chineseCounting", "（%2）", SUFF),
    level(2, "decimal", "%3.", SUFF),
  ) + list(1, 0);
const WIDTHS = [900, 2600, 2600, 2900];
const LINES = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("")}</w:tblBorders>`;
const cell = (lines: readonly string[], width: number, properties = ""): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${lines.map((line) => paragraph(line)).join("")}</w:tc>`;
const row = (...cells: (readonly [lines: readonly string[], properties?: string])[]): string =>
  `<w:tr>${cells.map(([lines, properties], k) => cell(lines, WIDTHS[k]!, properties)).join("")}</w:tr>`;
const [FIRST, BELOW] = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"];
const WORD_TABLE =
  `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>${LINES}</w:tblPr><w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
  `<w:tr>${cell(["序号"], 900, FIRST)}${cell(["重点任务"], 2600, FIRST)}${cell(["责任分工"], 5500, '<w:gridSpan w:val="2"/>')}</w:tr>` +
  row([[""], BELOW], [[""], BELOW], [["牵头单位"]], [["责任单位"]]) +
  row([["1"]], [["整治山塘"]], [["县水利局"], FIRST], [["县财政局", "县农业农村局"]]) +
  row([["2"]], [["清理河道"]], [[""], BELOW], [["县生态环境局"]]) +
  `<w:tr>${cell(["二、文化"], 9000, '<w:gridSpan w:val="4"/>')}</w:tr>` +
  row([["3"]], [["开放书屋"]], [["县文化和旅游局"]], [["县教育局", "团县委"]]) +
  "</w:tbl>";
const SHEET = {
  rows: [
    ["青山县任务分解表"],
    ["序号", "重点任务", "责任分工"],
    [null, null, "牵头单位", "责任单位"],
    [1, "整治山塘", "县水利局", "县财政局\n县农业农村局"],
    [2, "清理河道", null, "县生态环境局"],
    ["二、文化"],
    [3, "开放书屋", "县文化和旅游局", "县教育局\n团县委"],
  ],
  merges: ["A1:D1", "A2:A3", "B2:B3", "C2:D2", "C4:C5", "A6:D6"],
};

/** The formats in which LibreOffice saves a document and a workbook, and the format as which each file is read. */
const DOCUMENTS: readonly (readonly [format: string, kind: PlanText["kind"]])[] = [
  ["docx:MS Word 2007 XML", "docx"],
  ["doc:MS Word 97", "doc"],
  ["odt", "odt"],
  ["rtf", "rtf"],
  ["html:HTML (StarWriter)", "html"],
  ["pdf", "pdf"],
];
const WORKBOOKS: readonly (readonly [format: string, kind: PlanText["kind"]])[] = [
  ["xlsx:Calc MS Excel 2007 XML", "xlsx"],
  ["xls:MS Excel 97", "xls"],
  ["html:HTML (StarCalc)", "html"],
];

const told = (text: string) =>
  readPlan(text).tasks.map(({ title, lead, responsible, groups }) => ({ title, lead, responsible, groups }));

describeWith(["LibreOffice"], "a plan that a real program saves", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-formats-"));
  let read: PlanText[];

  beforeAll(async () => {
    const document = join(folder, "方案.docx");
    const workbook = join(folder, "分解表.xlsx");
    writeFileSync(
      document,
      await wordFile({
        numbering: NUMBERING,
        body:
          paragraph(TITLE) +
          OUTLINE.map(([depth, , text]) => numbered(text, depth)).join("") +
          paragraph("附件：任务分解表") +
          WORD_TABLE +
          paragraph(""),
      }),
    );
    writeFileSync(workbook, await workbookFile({ 分解表: SHEET }));
    const out = join(folder, "out");
    mkdirSync(out);
    const documents = convertAllWithLibreOffice(
      DOCUMENTS.map(([format]) => [document, format]),
      out,
    );
    const workbooks = convertAllWithLibreOffice(
      WORKBOOKS.map(([format]) => [workbook, format]),
      out,
    );
    const { stdout } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        join(__dirname, "..", "documents", "plan-files", "read-in-node.ts"),
        ...documents,
        ...workbooks,
      ],
      { encoding: "utf8", timeout: 120_000 },
    );
    read = JSON.parse(stdout) as PlanText[];
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(DOCUMENTS)("reads a document in %s by its automatic numbers, and the tasks of its table", (format, kind) => {
    const file = read[DOCUMENTS.findIndex(([one]) => one === format)]!;
    const fromText = told(PLAN_LINES.join("\n"));
    expect(file.kind).toBe(kind);
    expect(fromText).toHaveLength(3);
    expect(told(file.text)).toEqual([...fromText, ...TABLE.map((task) => ({ ...task, groups: [] }))]);
    // LibreOffice's web pages say that a list is numbered, but not how: a browser shows 1. in place of 一、.
    const lines =
      kind === "html"
        ? PLAN_LINES.map((line) => line.replace(/^(?:一|（一）)、?/, "1.").replace(/^(?:二|（二）)、?/, "2."))
        : PLAN_LINES;
    expect(file.text.split("\n").map((line) => line.trim())).toEqual(expect.arrayContaining(lines.slice(1)));
  });

  it.each(WORKBOOKS)("reads a workbook in %s by its merged cells and the lines in them", (format, kind) => {
    const file = read[DOCUMENTS.length + WORKBOOKS.findIndex(([one]) => one === format)]!;
    expect(file.kind).toBe(kind);
    expect(told(file.text)).toEqual(TABLE.map((task) => ({ ...task, groups: [] })));
  });
});
