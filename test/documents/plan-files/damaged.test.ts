import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import type { FileFormat } from "../../../src/documents/plan-files/formats";
import { pdfOf } from "./bombs";
import { expectReadOrRefused } from "./damage";
import { line, ofdFile, text as placed } from "./ofd-file";
import { label, merged, oldExcelFile, sharedLabel, u32, xlString } from "./old-excel-file";
import { cell, oldWordFile, row, SPRMS, text } from "./old-word-file";
import { numbered, paragraph, wordFile } from "./word-file";
import { workbookFile } from "./workbook-file";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function odt(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("mimetype", "application/vnd.oasis.opendocument.text", { compression: "STORE" });
  zip.file(
    "content.xml",
    '<office:document-content><office:body><office:text><text:p>方案</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>修路</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:text></office:body></office:document-content>',
  );
  return zip.generateAsync({ type: "uint8array" });
}

/** Text, and a table of two cells. */
const PAGE =
  "BT /F 12 Tf 72 720 Td (Tasks of the county) Tj 0 -20 Td [(Roads) -250 (and bridges)] TJ ET\nq 1 0 0 1 72 600 cm 0 0 m 200 0 l S 0 30 m 200 30 l S 0 0 m 0 30 l S 100 0 m 100 30 l S 200 0 m 200 30 l S Q\nBT /F 10 Tf 1 0 0 1 80 610 Tm (Task) Tj 100 0 Td (Unit) Tj ET";
const CELL = (text: string): string => `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}</w:tc>`;
/** A file of each format; the PDF is read in a separate process. */
const SAMPLES: Readonly<Record<Exclude<FileFormat, "pdf">, () => Uint8Array | Promise<Uint8Array>>> = {
  docx: () =>
    wordFile({
      body: `${paragraph("方案")}${numbered("修路")}<w:tbl><w:tr>${CELL("任务")}${CELL("责任单位")}</w:tr></w:tbl>`,
    }),
  odt,
  doc: () =>
    oldWordFile({
      styles: [
        { kind: "paragraph", sprms: [] },
        { kind: "character", base: 0, sprms: [SPRMS.hidden] },
      ],
      isScattered: true,
      paragraphs: [
        text("方案"),
        ...cell("任务", "甲"),
        ...cell("责任单位"),
        row([0, 1000, 3000], [0x60]),
        ...cell("修路"),
        ...cell("县交通局"),
        row([0, 1000, 3000], [0x20]),
        text("完", SPRMS.deleted),
      ],
    }),
  xls: () =>
    oldExcelFile(
      [
        {
          name: "表",
          records: [
            label(0, 0, "任务"),
            label(0, 1, "责任单位"),
            sharedLabel(1, 0, 0),
            label(1, 1, "县交通局"),
            merged([1, 1, 2, 1]),
          ],
        },
      ],
      [[0x00fc, [...u32(1), ...u32(1), ...xlString("修路")]]],
    ),
  xlsx: () =>
    workbookFile({
      表: { rows: [["任务", "责任单位"], ["修路", "县交通局"], ["架桥"]], merges: ["B2:B3"], hiddenRows: [4] },
    }),
  ofd: () =>
    ofdFile([
      placed("任务", 25, 67) +
        placed("责任单位", 65, 67) +
        [60, 70].map((y) => line(20, y, 120, y)).join("") +
        [20, 60, 120].map((x) => line(x, 60, x, 70)).join(""),
      placed("修路。", 20, 60),
    ]),
  rtf: () =>
    bytesOf(
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}\\u26041?\\'b0\\'b8\\par\\trowd\\clvmgf\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row}",
    ),
  html: () =>
    bytesOf(
      "<html><meta charset=utf-8><p>方案<table><tr><td rowspan=2 colspan=3>甲<td>乙<tr><td>丙</table><ol type=a start=2><li>丁</ol>",
    ),
  mhtml: () =>
    bytesOf(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E6=96=B9=E6=A1=88</p>\r\n--x--\r\n',
    ),
  wordXml: () =>
    bytesOf(
      `<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body><w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>方案</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:wordDocument>`,
    ),
  txt: () => bytesOf("某县方案\n1.修路。（县交通局负责）\n"),
};

describe("damaged files", () => {
  it.each(Object.entries(SAMPLES))(
    "are read or refused in a sentence, and never end otherwise: %s",
    async (_, make) => expectReadOrRefused(await make()),
    60_000,
  );

  it("are read or refused in a sentence, and never end otherwise: pdf", () => {
    const folder = mkdtempSync(join(tmpdir(), "damaged-"));
    try {
      writeFileSync(join(folder, "whole.pdf"), pdfOf(PAGE, { pages: "/Kids[3 0 R 3 0 R]/Count 2" }));
      const { stdout, stderr, signal } = spawnSync(
        process.execPath,
        ["--import", "tsx", join(__dirname, "damage-in-node.ts"), join(folder, "whole.pdf")],
        { encoding: "utf8", timeout: 100_000 },
      );
      expect([stdout, stderr, signal]).toEqual(["done", expect.not.stringContaining("Error"), null]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
