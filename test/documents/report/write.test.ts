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
});
