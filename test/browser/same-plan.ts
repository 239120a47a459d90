import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import JSZip from "jszip";
import { workbookFile } from "../documents/plan-files/workbook-file";
import { gb18030 } from "../tools/gb18030";
import { convertWithLibreOffice } from "../tools/libreoffice";

/** One plan, in files as different programs save it. */

export const title = "青山县2024年重点任务分解表";
export const head = ["序号", "重点任务", "牵头单位", "责任单位"];
export const tasks = [
  ["1", "新建农村公路", "县交通运输局", "县财政局、县水利局"],
  ["2", "培训技术骨干", "县教育局", "县财政局"],
  ["3", "改造老旧小区", "县住房和城乡建设局", "县民政局"],
] as const;

const asLines = [
  title,
  ...tasks.map(
    ([number, task, lead, responsible]) => `${number}.${task}。（牵头单位：${lead}；责任单位：${responsible}）`,
  ),
];

/** The table's cells; the units of a cell are each on a line of their own. */
const cells = [head, ...tasks.map((row) => row.map((cell) => cell.replaceAll("、", "\n")))];

function wordFile(): Promise<Buffer> {
  const rows = cells.map(
    (row) =>
      new TableRow({
        children: row.map(
          (cell) => new TableCell({ children: cell.split("\n").map((text) => new Paragraph({ text })) }),
        ),
      }),
  );
  return Packer.toBuffer(
    new Document({
      sections: [
        { children: [new Paragraph({ text: title }), new Table({ rows, columnWidths: [900, 2900, 2900, 2900] })] },
      ],
    }),
  );
}

const placed = (words: string, y: number): string =>
  `<ofd:TextObject Boundary="20 ${y - 4} 180 6" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g ${words.length - 1} 4">${words}</ofd:TextCode></ofd:TextObject>`;

function ofdFile(): Promise<Buffer> {
  const zip = new JSZip();
  zip.file("OFD.xml", "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
  zip.file(
    "Doc_0/Document.xml",
    '<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>',
  );
  zip.file(
    "Doc_0/P.xml",
    `<ofd:Page><ofd:Content><ofd:Layer>${asLines.map((line, k) => placed(line, 30 + 10 * k)).join("")}</ofd:Layer></ofd:Content></ofd:Page>`,
  );
  return zip.generateAsync({ type: "nodebuffer" });
}

const mailed = (page: string): string =>
  [
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="--x"',
    "",
    "----x",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(page).toString("base64"),
    "----x--",
    "",
  ].join("\r\n");

/** Writes the plan in every format that the pane reads. @returns the files' paths */
export async function writeEveryFormat(folder: string): Promise<string[]> {
  const at = (ending: string): string => join(folder, `任务分解表.${ending}`);
  writeFileSync(at("docx"), await wordFile());
  for (const format of ["doc", "pdf", "odt", "rtf", "html"]) convertWithLibreOffice(at("docx"), format, folder);
  copyFileSync(at("doc"), at("wps"));
  writeFileSync(at("mhtml"), mailed(readFileSync(at("html"), "utf8")));
  writeFileSync(at("xlsx"), await workbookFile({ 分解表: { rows: [[title], ...cells], merges: ["A1:D1"] } }));
  convertWithLibreOffice(at("xlsx"), "xls", folder);
  copyFileSync(at("xls"), at("et"));
  writeFileSync(at("ofd"), await ofdFile());
  writeFileSync(at("txt"), gb18030(asLines.join("\r\n")));
  return ["docx", "doc", "wps", "pdf", "ofd", "xlsx", "xls", "et", "odt", "rtf", "html", "mhtml", "txt"].map(at);
}
