import type * as Docx from "docx";
import type { AnnexRow, Paragraph, Report } from "../../assessment/report";

const millimetre = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * millimetre);

/** Font sizes in half points. */
const size = { second: 44, third: 32, fourth: 28, annex: 20 } as const;
const lineOf28Points = 560;
/** Two characters of 三号, in twentieths of a point. */
const indent = 640;
const fonts = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  heading: "黑体",
  second: "楷体_GB2312",
  number: "宋体",
} as const;

/** Characters that XML 1.0 does not allow. Plan text and form values may contain them. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text: string): string => text.replace(forbidden, "");

/**
 * 自查评估报告 as a Word file, laid out like an official document (GB/T 9704-2012): A4 with margins of 37 mm at the top and
 * 28 mm at the left of a type area of 156 × 225 mm, the title in 小标宋 二号, the body in 仿宋 三号 with a line height of 28
 * points, headings in 黑体 and 楷体, page numbers in 四号 between dashes, at the right of odd pages and the left of even
 * ones.
 * @returns the bytes of the .docx file
 */
export async function reportFile(report: Report): Promise<Uint8Array> {
  const word = await import("docx");
  const file = new word.Document({
    creator: "责任矩阵",
    title: clean(report.title),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(fonts.body), size: size.third },
          paragraph: { spacing: { line: lineOf28Points, lineRule: word.LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      { properties: page(word, false), footers: footers(word), children: body(word, report) },
      { properties: page(word, true), footers: footers(word), children: annex(word, report.annex) },
    ],
  });
  return new Uint8Array(await (await word.Packer.toBlob(file)).arrayBuffer());
}

const fontOf = (name: string): { ascii: string; eastAsia: string; hAnsi: string } => ({
  ascii: "Times New Roman",
  eastAsia: name,
  hAnsi: "Times New Roman",
});

function page({ PageOrientation, SectionType }: typeof Docx, isLandscape: boolean): Docx.ISectionPropertiesOptions {
  const margin = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) };
  const turned = { top: mm(28), left: mm(35), right: mm(37), bottom: mm(26), footer: mm(20) };
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: isLandscape ? turned : margin,
    },
  };
}

function footers({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: typeof Docx): {
  default: Docx.Footer;
  even: Docx.Footer;
} {
  const run = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Docx.TextRun =>
    new TextRun({ children, font: fontOf(fonts.number), size: size.fourth });
  const footer = (isRight: boolean): Docx.Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: isRight ? { right: size.fourth * 10 } : { left: size.fourth * 10 },
          children: [run(["— ", PageNumber.CURRENT, " —"])],
        }),
      ],
    });
  return { default: footer(true), even: footer(false) };
}

function body(word: typeof Docx, { title, issuer, date, paragraphs }: Report): Docx.Paragraph[] {
  const { AlignmentType, Paragraph, TextRun } = word;
  const signed = (text: string): Docx.Paragraph =>
    new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: indent }, children: [new TextRun(clean(text))] });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 700, lineRule: word.LineRuleType.EXACT, after: lineOf28Points },
      children: titleLines(title).map(
        (text, index) => new TextRun({ text, break: index, font: fontOf(fonts.title), size: size.second }),
      ),
    }),
    ...paragraphs.map((one) => paragraph(word, one)),
    new Paragraph({ children: [] }),
    ...(issuer === "" ? [] : [signed(issuer)]),
    signed(dateText(date)),
  ];
}

/** Breaks the title after the plan's name (`…》`): the kind of report goes on a line of its own. */
const titleLines = (title: string): string[] => clean(title).split(/(?<=》)(?=[^》]+$)/);

function dateText(date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function paragraph({ Paragraph, TextRun }: typeof Docx, one: Paragraph): Docx.Paragraph {
  const text = clean(one.text);
  const shape = { indent: { firstLine: indent } };
  if (one.kind === "heading")
    return new Paragraph({
      ...shape,
      keepNext: true,
      outlineLevel: one.level - 1,
      children: [new TextRun({ text, font: fontOf(one.level === 1 ? fonts.heading : fonts.second) })],
    });
  // Highlights what must be filled in by hand, so that nobody overlooks it.
  if (one.kind === "blank") return new Paragraph({ ...shape, children: [new TextRun({ text, highlight: "yellow" })] });
  return new Paragraph({ ...shape, children: [new TextRun(text)] });
}

/** The annex's columns. Each gets its share of the total of the columns shown. */
const allColumns: readonly { key: keyof AnnexRow; header: string; share: number }[] = [
  { key: "number", header: "序号", share: 7 },
  { key: "section", header: "板块", share: 16 },
  { key: "task", header: "任务", share: 20 },
  { key: "indicator", header: "指标", share: 18 },
  { key: "target", header: "目标", share: 9 },
  { key: "actual", header: "实际", share: 9 },
  { key: "deadline", header: "完成时限", share: 11 },
  { key: "status", header: "状态", share: 9 },
  { key: "leads", header: "牵头单位", share: 12 },
];

function annex(word: typeof Docx, rows: readonly AnnexRow[]): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } =
    word;
  const width = mm(297 - 35 - 37);
  // The deadline column is left out if no row has a deadline.
  const columns = allColumns.filter(({ key }) => key !== "deadline" || rows.some(({ deadline }) => deadline !== ""));
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widthOf = (share: number): number => Math.round((width * share) / all);
  const cell = (text: string, share: number, isHeader: boolean): Docx.TableCell =>
    new TableCell({
      width: { size: widthOf(share), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        new Paragraph({
          ...(isHeader ? { alignment: AlignmentType.CENTER } : {}),
          spacing: { line: 280, lineRule: word.LineRuleType.AUTO },
          children: [
            new TextRun({ text: clean(text), font: fontOf(isHeader ? fonts.heading : fonts.number), size: size.annex }),
          ],
        }),
      ],
    });
  return [
    new Paragraph({ children: [new TextRun({ text: "附件", font: fontOf(fonts.heading) })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text: "各项任务和指标完成情况", font: fontOf(fonts.title), size: size.third })],
    }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: columns.map(({ share }) => widthOf(share)),
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ header, share }) => cell(header, share, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({ cantSplit: true, children: columns.map(({ key, share }) => cell(row[key], share, false)) }),
        ),
      ],
    }),
  ];
}
