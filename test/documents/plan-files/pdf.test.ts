import { inChinese } from "../../../src/plan/sentence";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { readPlanFile, type PlanText } from "../../../src/documents/plan-files";
import { readPlan } from "../../../src/plan";
import { convertWithLibreOffice } from "../../tools/libreoffice";
import { describeWith } from "../../tools/programs";
import { pdfFile } from "./pdf-file";

type Outcome = Partial<PlanText> & { code?: string };

function readInNode(paths: readonly string[]): { outcomes: Outcome[]; complaints: string } {
  const result = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "read-in-node.ts"), ...paths], {
    encoding: "utf8",
    timeout: 120_000,
  });
  return { outcomes: JSON.parse(result.stdout || "[]") as Outcome[], complaints: result.stderr };
}

/** [level, text]: level -1 is unnumbered. Long enough for several pages and for paragraphs of several lines. */
const TITLE = "云岭县便民服务提升行动实施方案（2024—2026年）";
const outline: (readonly [number, string])[] = [
  [0, "总体要求"],
  [
    -1,
    "坚持以群众满意为标准，用三年时间补齐全县便民服务的短板，做到办事不出镇、急事有人帮、难事有人管，让山里山外的群众享有同样的服务。",
  ],
  [0, "重点任务"],
];
for (const [k, theme] of [
  "便民驿站",
  "养老助餐",
  "村级路灯",
  "山塘整治",
  "农家书屋",
  "冷链仓库",
  "夜间门诊",
  "校车站点",
].entries()) {
  outline.push([1, `推进${theme}建设`]);
  outline.push([
    2,
    `新建${theme}${k + 3}处，统一标识、统一台账、统一管护，做到建成一处、验收一处、用好一处，每季度向社会公布建设进度和群众评价结果。（牵头单位：县民政局，责任单位：县财政局、县交通运输局）`,
  ]);
  outline.push([
    2,
    `完善${theme}管护办法，明确经费来源和管护人员，每年开展检查2次，对群众反映的问题限期整改并逐一回访，整改情况纳入年度考核。（牵头单位：县住房和城乡建设局，责任单位：各乡镇人民政府）`,
  ]);
}

const CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八"];
function plainLines(): string[] {
  const counts = [0, 0, 0];
  return [
    TITLE,
    ...outline.map(([level, text]) => {
      if (level < 0) return text;
      counts[level]!++;
      for (let deeper = level + 1; deeper < 3; deeper++) counts[deeper] = 0;
      const count = counts[level]!;
      return level === 2
        ? `${count}.${text}`
        : level === 1
          ? `（${CHINESE[count - 1]}）${text}`
          : `${CHINESE[count - 1]}、${text}`;
    }),
  ];
}

function wordPlan(): Promise<Buffer> {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    suffix: "nothing" as const,
    style: { paragraph: { indent: { left: 0, firstLine: 640 } } },
  });
  const body = outline.map(
    ([at, text]) =>
      new Paragraph({
        children: [new TextRun({ text, size: 32 })],
        ...(at >= 0 ? { numbering: { reference: "plan", level: at } } : { indent: { firstLine: 640 } }),
      }),
  );
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: "plan",
            levels: [
              level(0, LevelFormat.CHINESE_COUNTING, "%1、"),
              level(1, LevelFormat.CHINESE_COUNTING, "（%2）"),
              level(2, LevelFormat.DECIMAL, "%3."),
            ],
          },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph("云岭县人民政府办公室文件")] }) },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: TITLE, size: 36 })] }),
            ...body,
          ],
        },
      ],
    }),
  );
}

describe("a plan made with the docx library", () => {
  it("reads back with its automatic numbers and without heads and feet", async () => {
    const { text, notes } = await readPlanFile("方案.docx", await wordPlan());
    expect(text.split("\n")).toEqual(plainLines());
    expect(notes.map(inChinese)).toEqual(["已略去 2 处页眉页脚。"]);
  });
});

describe("a PDF", () => {
  const page = {
    lines: ["某县方案说明", "本县今年要做的事如下。"],
    rows: [
      ["序号", "重点任务", "责任单位"],
      ["1", "修建道路", "县交通运输局"],
    ],
  };

  it("is said to be a scan where its text was recognised, and to lack its character maps where it does", () => {
    const folder = mkdtempSync(join(tmpdir(), "pdf-"));
    try {
      const paths = [pdfFile([page]), pdfFile([page], { isInvisible: true }), pdfFile([page], { needsMaps: true })].map(
        (bytes, k) => {
          writeFileSync(join(folder, `${k}.pdf`), bytes);
          return join(folder, `${k}.pdf`);
        },
      );
      const {
        outcomes: [plain, recognised, mapped],
      } = readInNode(paths);
      const {
        outcomes: [, , unmapped],
      } = readInNode(["--without-maps", ...paths]);
      expect(plain).toMatchObject({
        text: expect.stringContaining("1\t修建道路\t县交通运输局"),
        notes: [expect.objectContaining({ text: expect.stringContaining("表格线") })],
      });
      expect(recognised).toMatchObject({
        text: plain!.text,
        notes: [expect.objectContaining({ text: expect.stringContaining("文字由识别软件得出") }), ...plain!.notes!],
      });
      expect(mapped!.text).toBe(plain!.text);
      expect(unmapped).toEqual({ code: "noCharacterMaps" });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

describeWith(["LibreOffice"], "a PDF made from it", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-files-"));
  let pdf: Outcome;
  let others: Outcome[];
  let complaints: string;

  beforeAll(async () => {
    const word = join(folder, "plan.docx");
    writeFileSync(word, await wordPlan());
    const made = convertWithLibreOffice(word, "pdf", folder);
    const locked = convertWithLibreOffice(
      word,
      'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}',
      mkdtempSync(join(folder, "locked-")),
    );
    const cut = join(folder, "cut.pdf");
    writeFileSync(cut, "%PDF-1.7\nnothing more");
    const scanned = join(folder, "scanned.pdf");
    writeFileSync(scanned, blankPdf());
    const result = readInNode([made, locked, cut, scanned]);
    complaints = result.complaints;
    [pdf, ...others] = result.outcomes as [Outcome, ...Outcome[]];
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the plan's paragraphs, without page numbers and running heads", () => {
    expect(pdf.text!.split("\n")).toEqual(plainLines());
    expect(pdf.notes!.map(inChinese).join()).toMatch(/页眉页脚和页码 \d+ 处.*断行/);
  });

  it("reads into the same tasks as the .docx and the .txt", async () => {
    const tasks = (text: string) =>
      readPlan(text).tasks.map(({ id, path, lead, responsible, groups }) => ({ id, path, lead, responsible, groups }));
    const fromText = tasks((await readPlanFile("方案.txt", new TextEncoder().encode(plainLines().join("\n")))).text);
    expect(fromText).toHaveLength(16);
    expect(tasks(pdf.text!)).toEqual(fromText);
    expect(tasks((await readPlanFile("方案.docx", readFileSync(join(folder, "plan.docx")))).text)).toEqual(fromText);
  });

  it("says what is wrong with a locked, a damaged and a scanned one", () => {
    expect(others.map((outcome) => outcome.code)).toEqual(["password", "corrupt", "scannedPdf"]);
  });

  it("leaves the console alone", () => expect(complaints).toBe(""));
});

/** One page without text. */
function blankPdf(): string {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, k) => {
    const at = file.length;
    file += `${k + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = file.length;
  return `${file}xref\n0 4\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
}
