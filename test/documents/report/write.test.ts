import { strFromU8, unzipSync } from "fflate";
import type { Report } from "../../../src/assessment/report";
import { reportFile } from "../../../src/documents/report/write";
import { statusKeys } from "../../../src/matrix/statuses";

const none = Object.fromEntries(statusKeys.map((key) => [key, 0])) as Report["counts"];
const report: Report = {
  title: "《全民阅读实施方案》2023年度自查评估报告",
  name: "2023年度自查评估报告",
  issuer: "青山县教育局",
  date: "2023-12-28",
  paragraphs: [
    { kind: "heading", level: 1, text: "一、总体情况" },
    { kind: "heading", level: 2, text: "（一）重点任务" },
    { kind: "text", text: "达标1项<w:p>&\u0001\ud800" },
    { kind: "blank", text: "（请补充）" },
  ],
  annex: [
    {
      number: "一(一)1",
      section: "重点任务",
      task: "任务",
      indicator: "培训教师",
      target: "≥50名",
      actual: "42名",
      deadline: "",
      status: "▲未达标",
      leads: "县教育局",
    },
  ],
  ...{ counts: none, numbers: none, tasks: none },
};

describe("the report as a Word file", () => {
  let parts: Record<string, string>;
  beforeAll(async () => {
    parts = Object.fromEntries(
      Object.entries(unzipSync(await reportFile(report))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
  });

  it("has the margins and the paper of an official document", () => {
    const [portrait, landscape] = parts["word/document.xml"]!.match(/<w:sectPr.*?<\/w:sectPr>/gs)!;
    expect(portrait).toMatch(/w:w="11906"[^>]*w:h="16838"/);
    expect(portrait).toMatch(/w:top="2098"/);
    expect(portrait).toMatch(/w:left="1587"/);
    expect(landscape).toContain('w:orient="landscape"');
  });

  it("has its letters: 小标宋 二号, 黑体, 楷体, 仿宋 三号 in lines of 28 points", () => {
    const body = parts["word/document.xml"]!;
    expect(body).toMatch(/w:eastAsia="方正小标宋简体".{0,200}w:sz w:val="44"/s);
    expect(body).toContain('w:eastAsia="黑体"');
    expect(body).toContain('w:eastAsia="楷体_GB2312"');
    expect(parts["word/styles.xml"]).toMatch(/w:eastAsia="仿宋_GB2312"/);
    expect(parts["word/styles.xml"]).toMatch(/w:line="560" w:lineRule="exact"/);
  });

  it("counts its pages between dashes, on either side in turn", () => {
    const footers = Object.entries(parts)
      .filter(([name]) => /footer\d+\.xml$/.test(name))
      .map(([, xml]) => xml);
    expect(footers.filter((xml) => /PAGE/.test(xml) && xml.includes("— "))).toHaveLength(4);
    expect(new Set(footers.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]))).toEqual(new Set(["right", "left"]));
    expect(parts["word/settings.xml"]).toContain("evenAndOddHeaders");
  });

  it("has every text as text, without what XML forbids", () => {
    expect(parts["word/document.xml"]).toContain("达标1项&lt;w:p&gt;&amp;<");
    expect(parts["word/document.xml"]).toContain("▲未达标");
  });

  it("repeats the annex's header, and marks what is to be written by hand", () => {
    expect(parts["word/document.xml"]).toContain("<w:tblHeader");
    expect(parts["word/document.xml"]).toMatch(/w:highlight w:val="yellow".{0,300}（请补充）/s);
  });

  it("is signed with its day, and with who issues it where that is known", async () => {
    const textsOf = async (one: Report): Promise<string[]> =>
      [...strFromU8(unzipSync(await reportFile(one))["word/document.xml"]!).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(
        ([, inner]) => [...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
      );
    const signed = await textsOf({ ...report, date: "2024-03-05T00:00:00.000Z" });
    expect(signed.slice(signed.indexOf("（请补充）"), signed.indexOf("附件"))).toEqual([
      "（请补充）",
      "青山县教育局",
      "2024年3月5日",
    ]);
    const unsigned = await textsOf({ ...report, issuer: "" });
    expect(unsigned.slice(unsigned.indexOf("（请补充）"), unsigned.indexOf("附件"))).toEqual([
      "（请补充）",
      "2023年12月28日",
    ]);
  });

  it("has the kind of report on a line of its own, and a title without a plan's name on one", async () => {
    const titleOf = async (title: string): Promise<number> =>
      (
        /<w:p>.*?<\/w:p>/s
          .exec(strFromU8(unzipSync(await reportFile({ ...report, title }))["word/document.xml"]!))![0]
          .match(/<w:br\/>/g) ?? []
      ).length;
    expect([await titleOf("《方案》自查报告"), await titleOf("自查报告"), await titleOf("《方案》")]).toEqual([
      1, 0, 0,
    ]);
  });

  it("has its headings by their level, and marks nothing else to be filled in", () => {
    const body = parts["word/document.xml"]!;
    const paragraphWith = (text: string): string =>
      [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => xml).find((xml) => xml.includes(text))!;
    expect(paragraphWith("一、总体情况")).toMatch(/<w:keepNext\/>.*<w:outlineLvl w:val="0"\/>.*w:eastAsia="黑体"/s);
    expect(paragraphWith("（一）重点任务")).toMatch(/<w:outlineLvl w:val="1"\/>.*w:eastAsia="楷体_GB2312"/s);
    expect(body.match(/w:highlight w:val/g)).toHaveLength(1);
    for (const text of ["一、总体情况", "达标1项", "（请补充）"])
      expect(paragraphWith(text)).toContain('w:firstLine="640"');
  });

  it("has a column of deadlines where a row has one, the others narrower by it", async () => {
    const columnsOf = async (annex: Report["annex"]): Promise<{ heads: string[]; widths: number[] }> => {
      const xml = strFromU8(unzipSync(await reportFile({ ...report, annex }))["word/document.xml"]!);
      const [head] = /<w:tr>.*?<\/w:tr>/s.exec(xml)!;
      return {
        heads: [...head.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!),
        widths: [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width)),
      };
    };
    const [row] = report.annex;
    const plain = await columnsOf([row!]);
    const dated = await columnsOf([row!, { ...row!, deadline: "2024年6月底前" }]);
    expect(plain.heads).toEqual(["序号", "板块", "任务", "指标", "目标", "实际", "状态", "牵头单位"]);
    expect(dated.heads).toEqual(["序号", "板块", "任务", "指标", "目标", "实际", "完成时限", "状态", "牵头单位"]);
    for (const { widths } of [plain, dated])
      expect(Math.abs(widths.reduce((sum, one) => sum + one, 0) - 12_756)).toBeLessThan(9);
    expect(dated.widths[2]).toBe(2298);
  });

  it("centres its heads alone, and divides no row over two pages", () => {
    const [head, row] = [...parts["word/document.xml"]!.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([xml]) => xml);
    expect([head!.includes('w:jc w:val="center"'), row!.includes('w:jc w:val="center"')]).toEqual([true, false]);
    expect([head!.includes("<w:tblHeader"), row!.includes("<w:tblHeader")]).toEqual([true, false]);
    expect([head!.includes("<w:cantSplit"), row!.includes("<w:cantSplit")]).toEqual([true, true]);
  });

  it("has the number of its page at the outer edge", () => {
    const footers = Object.entries(parts).flatMap(([name, xml]) => (/footer\d+\.xml$/.test(name) ? [xml] : []));
    for (const xml of footers)
      expect(xml).toMatch(xml.includes('w:val="right"') ? /<w:ind w:right="280"\/>/ : /<w:ind w:left="280"\/>/);
  });
});
