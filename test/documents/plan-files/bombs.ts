import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import type { FileFormat } from "../../../src/documents/plan-files/formats";
import { label, merged, oldExcelFile, sharedLabel, u32, xlString } from "./old-excel-file";
import { cell, oldWordFile, row } from "./old-word-file";
import { paragraph } from "./word-file";

/** A file of a few kilobytes or megabytes that would fill a machine's memory if its reader trusted it. */
export type Bomb = readonly [what: string, make: () => Uint8Array];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Uncompressed (level 0), so that a bomb is not recognised by its compression, or well compressed (level 6). */
const zipOf = (files: Readonly<Record<string, string>>, level: 0 | 6 = 0): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [bytesOf(content), { level: name === "mimetype" ? 0 : level }],
      ]),
    ),
  );
const docx = (body: string, level: 0 | 6 = 0): Uint8Array =>
  zipOf(
    { "[Content_Types].xml": "<Types/>", "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>` },
    level,
  );
const odt = (body: string): Uint8Array =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
const ofd = (content: string, pages = 1): Uint8Array =>
  zipOf({
    "OFD.xml": "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
    "D.xml": `<Document><Pages>${'<Page BaseLoc="P.xml"/>'.repeat(pages)}</Pages></Document>`,
    "P.xml": `<Page><Content><Layer>${content}</Layer></Content></Page>`,
  });
const xlsx = (sheet: string, strings = ""): Uint8Array =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet>${sheet}</worksheet>`,
  });

/** Text that compresses as well as real documents do: numbers that do not repeat. */
const prose = (characters: number): string => {
  const parts: string[] = [];
  for (let k = 0, length = 0; length < characters; k++)
    length += parts[parts.push(`修建第${(k * 7919) % 100_003}段道路，`) - 1]!.length;
  return parts.join("");
};

/** A PDF of one page with the given content, or with the pages that a tree of `kids` claims. */
export function pdfOf(
  content: string | Uint8Array,
  { dictionary = "", pages = "/Kids[3 0 R]/Count 1", more = [] as readonly string[] } = {},
): Uint8Array {
  const stream = Buffer.from(content);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages${pages}>>`,
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${stream.length}>>\nstream\n`),
      stream,
      Buffer.from("\nendstream"),
    ]),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...more,
  ].map((object) => Buffer.from(object));
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  let at = parts[0]!.length;
  const places = objects.map((object, k) => {
    const whole = Buffer.concat([Buffer.from(`${k + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    at += whole.length;
    return at - whole.length;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return new Uint8Array(
    Buffer.concat([
      ...parts,
      Buffer.from(`${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`),
    ]),
  );
}

const packed = (content: string | Uint8Array): Uint8Array => deflateSync(content, { level: 6 });
const FLATE = "/Filter/FlateDecode";
const formObject = (content: string): string =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** Lines here and there, which compress as those of a map do. */
const drawing = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, k) => `${(k * 7919) % 595} ${(k * 104_729) % 842} m ${(k * 31_337) % 595} ${(k * 1_299_709) % 842} l S\n`,
  ).join("") + "BT /F 12 Tf (a map) Tj ET";

/** Groups of four bytes as five characters (ISO 32000, 7.4.3). */
function ascii85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let value = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    let group = "";
    for (let k = 0; k < 5; k++)
      [group, value] = [String.fromCharCode(33 + (value % 85)) + group, Math.floor(value / 85)];
    text += group;
  }
  return `${text}~>`;
}

const wordRow = (cells: string): string => `<w:tr>${cells}</w:tr>`;

/** By format. */
export const BOMBS: Readonly<Record<FileFormat, readonly Bomb[]>> = {
  docx: [
    ["a part that packs beyond any document", () => docx(paragraph("a".repeat(50_000_000)), 6)],
    ["as much text as the limit lets through", () => docx(paragraph(prose(6_000_000)))],
    ["elements without end", () => docx(`<w:p a="1"/>`.repeat(700_000))],
    [
      "tables within tables",
      () => docx(`${"<w:tbl><w:tr><w:tc>".repeat(160)}${paragraph("甲")}${"</w:tc></w:tr></w:tbl>".repeat(160)}`),
    ],
    [
      "cells that claim all columns",
      () =>
        docx(
          `<w:tbl>${wordRow(`<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>${paragraph("甲")}</w:tc>`.repeat(4)).repeat(20_000)}</w:tbl>`,
        ),
    ],
  ],
  odt: [
    [
      "cells and rows that are repeated",
      () =>
        odt(
          `<table:table>${`<table:table-row table:number-rows-repeated="9999">${'<table:table-cell table:number-columns-repeated="9999"><text:p>甲</text:p></table:table-cell>'.repeat(3)}</table:table-row>`.repeat(500)}</table:table>`,
        ),
    ],
    [
      "a long text that is repeated",
      () =>
        odt(
          `<table:table><table:table-row table:number-rows-repeated="256"><table:table-cell table:number-columns-repeated="256"><text:p>${prose(60_000)}</text:p></table:table-cell></table:table-row></table:table>`,
        ),
    ],
    ["blanks that are repeated", () => odt(`<text:p>甲${'<text:s text:c="1000"/>'.repeat(500_000)}</text:p>`)],
    [
      "lists within lists",
      () =>
        odt(
          `${"<text:list><text:list-item>".repeat(240)}<text:p>甲</text:p>${"</text:list-item></text:list>".repeat(240)}`,
        ),
    ],
  ],
  ofd: [
    [
      "one page that is listed without end",
      () => ofd('<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">甲</TextCode></TextObject>', 100_000),
    ],
    [
      "a large page that is listed a thousand times",
      () =>
        ofd(
          `<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">${prose(200_000)}</TextCode></TextObject>`,
          1_000,
        ),
    ],
    [
      "texts in one place",
      () =>
        ofd('<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">甲</TextCode></TextObject>'.repeat(200_000)),
    ],
    [
      "steps that are repeated",
      () =>
        ofd(
          `<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5" DeltaX="${"g 9999 5 ".repeat(20_000)}">甲</TextCode></TextObject>`,
        ),
    ],
    [
      "lines without end",
      () =>
        ofd(
          `<PathObject Boundary="0 0 210 297"><AbbreviatedData>M 0 0 ${"L 200 0 L 200 200 ".repeat(400_000)}</AbbreviatedData></PathObject>`,
        ),
    ],
    [
      "different texts in one place",
      () =>
        ofd(
          Array.from(
            { length: 49_000 },
            (_, k) =>
              `<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">${(k * 7919) % 100_003}</TextCode></TextObject>`,
          ).join(""),
        ),
    ],
    [
      "squared paper of a mile",
      () =>
        ofd(
          Array.from(
            { length: 4_000 },
            (_, k) =>
              `<PathObject Boundary="0 0 210 297"><AbbreviatedData>M 0 ${k * 5} L 99999 ${k * 5} M ${k * 5} 0 L ${k * 5} 99999</AbbreviatedData></PathObject>`,
          ).join("") + '<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">甲</TextCode></TextObject>',
        ),
    ],
    [
      "lines that cross",
      () =>
        ofd(
          Array.from(
            { length: 3_000 },
            (_, k) =>
              `<PathObject Boundary="0 0 210 297"><AbbreviatedData>M 0 ${k / 10} L 210 ${k / 10} M ${k / 10} 0 L ${k / 10} 297</AbbreviatedData></PathObject>`,
          ).join("") + '<TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="5">甲</TextCode></TextObject>',
        ),
    ],
  ],
  xlsx: [
    ["cells without end", () => xlsx(`<sheetData>${"<row><c><v>1</v></c></row>".repeat(280_000)}</sheetData>`)],
    [
      "one long text in every cell",
      () =>
        xlsx(
          `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(150_000)}</sheetData>`,
          `<si><t>${prose(100_000)}</t></si>`,
        ),
    ],
    [
      "merges that cover the sheet",
      () =>
        xlsx(
          `<sheetData>${"<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(60_000)}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
        ),
    ],
    [
      "merges that grow upwards",
      () =>
        xlsx(
          `<sheetData>${"<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(60_000)}</sheetData><mergeCells>${Array.from({ length: 50_000 }, (_, k) => `<mergeCell ref="A${55_000 - k}:B60000"/>`).join("")}</mergeCells>`,
        ),
    ],
    [
      "hidden columns without end",
      () =>
        xlsx(
          `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(200_000)}</cols><sheetData><row><c><v>1</v></c></row></sheetData>`,
        ),
    ],
  ],
  xls: [
    [
      "merges that cover the sheet",
      () =>
        oldExcelFile([
          {
            name: "a",
            records: [
              label(0, 0, "任务"),
              label(0, 1, "责任单位"),
              ...Array.from({ length: 2_000 }, (_, k) => label(k + 1, 0, "甲")),
              ...Array.from({ length: 60 }, () =>
                merged(...Array.from({ length: 1_000 }, () => [0, 65_535, 0, 255] as const)),
              ),
            ],
          },
        ]),
    ],
    [
      "one long text in every cell",
      () =>
        oldExcelFile(
          [{ name: "a", records: Array.from({ length: 60_000 }, (_, k) => sharedLabel(k, 0, 0)) }],
          [[0x00fc, [...u32(1), ...u32(1), ...xlString(prose(3_500))]]],
        ),
    ],
  ],
  doc: [
    [
      "a table of thousands of narrow columns",
      () =>
        oldWordFile({
          paragraphs: Array.from({ length: 60 }, (_, r) => [
            ...Array.from({ length: 60 }, () => cell("甲")).flat(),
            row(Array.from({ length: 61 }, (_, k) => k * 500 + r * 7)),
          ]).flat(),
        }),
    ],
  ],
  rtf: [
    [
      "a table of as many columns as bytes",
      () =>
        bytesOf(
          `{\\rtf1 ${Array.from({ length: 400 }, (_, r) => `\\trowd${Array.from({ length: 500 }, (_, k) => `\\cellx${(k * 400 + r) * 30}`).join("")} ${"a\\cell ".repeat(500)}\\row`).join("")}}`,
        ),
    ],
    [
      "a row of as many cells as bytes",
      () =>
        bytesOf(
          `{\\rtf1 \\trowd${Array.from({ length: 300_000 }, (_, k) => `\\cellx${k * 30}`).join("")} ${"a\\cell ".repeat(300_000)}\\row}`,
        ),
    ],
    ["groups within groups", () => bytesOf(`{\\rtf1 ${"{".repeat(5_000_000)}`)],
    ["paragraphs without end", () => bytesOf(`{\\rtf1 ${"\\par ".repeat(3_900_000)}}`)],
    ["rows without end", () => bytesOf(`{\\rtf1 ${"\\trowd\\cellx9000\\intbl a\\cell\\row\n".repeat(400_000)}}`)],
  ],
  html: [
    [
      "cells that claim all columns and rows",
      () => bytesOf(`<table>${"<tr><td colspan=1000 rowspan=9000>甲".repeat(300_000)}</table>`),
    ],
    ["elements without end", () => bytesOf("<p><i>甲</i>".repeat(1_200_000))],
    ["elements within elements", () => bytesOf("<div>".repeat(3_000_000))],
    [
      "formats that every paragraph opens again",
      () => bytesOf(`<p>${Array.from({ length: 6_000 }, (_, k) => `<b id=${k}>`).join("")}${"<p>甲".repeat(6_000)}`),
    ],
    ["tables within tables", () => bytesOf(`${"<table><tr><td>".repeat(120)}甲`)],
    [
      "wide tables side by side in cells",
      () => bytesOf(`<table>${`<tr>${"<td><table><tr><td>甲<td>乙</table>".repeat(20)}`.repeat(3_000)}</table>`),
    ],
    ["items without end", () => bytesOf(`<ol>${"<li>甲".repeat(900_000)}</ol>`)],
  ],
  mhtml: [
    [
      "parts within parts",
      () =>
        bytesOf(
          `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n${'--x\r\nContent-Type: multipart/related; boundary="y"\r\n\r\n'.repeat(250_000)}`,
        ),
    ],
  ],
  wordXml: [
    [
      "an entity that is defined by itself",
      () =>
        bytesOf(
          '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]><w:wordDocument><w:body>&b;</w:body></w:wordDocument>',
        ),
    ],
    [
      "elements without end",
      () =>
        bytesOf(
          `<?xml version="1.0"?><w:wordDocument><w:body>${'<w:p a="1" b="2"/>'.repeat(900_000)}</w:body></w:wordDocument>`,
        ),
    ],
    [
      "attributes without end",
      () =>
        bytesOf(
          `<?xml version="1.0"?><w:wordDocument><w:body><w:p ${Array.from({ length: 1_000_000 }, (_, k) => `a${k}="1"`).join(" ")}/></w:body></w:wordDocument>`,
        ),
    ],
  ],
  txt: [
    ["as long a line as the limit lets through", () => bytesOf("甲".repeat(6_900_000))],
    ["cells without end", () => bytesOf("甲\t乙\n".repeat(2_000_000))],
  ],
  pdf: [
    ["pages that nobody has", () => pdfOf("BT /F 12 Tf (a) Tj ET", { pages: "/Kids[3 0 R]/Count 900000000" })],
    [
      "one page that is listed without end",
      () => pdfOf("BT /F 12 Tf (a) Tj ET", { pages: `/Kids[${"3 0 R ".repeat(100_000)}]/Count 100000` }),
    ],
    ["a page that packs beyond any", () => pdfOf(packed(Buffer.alloc(100_000_000, " ")), { dictionary: FLATE })],
    [
      "a page packed twice",
      () => pdfOf(packed(packed(Buffer.alloc(100_000_000, " "))), { dictionary: "/Filter[/FlateDecode/FlateDecode]" }),
    ],
    [
      "text without end",
      () => pdfOf(packed("BT /F 12 Tf (abcdefgh) Tj ET\n".repeat(1_500_000)), { dictionary: FLATE }),
    ],
    ["lines without end", () => pdfOf(packed("0 0 m 500 0 l S\n".repeat(3_000_000)), { dictionary: FLATE })],
    ["a drawing within itself", () => pdfOf("/X Do", { more: [formObject("/X Do /X Do")] })],
    [
      "a page of runs",
      () => pdfOf(Buffer.alloc(2_000_000, Buffer.from([129, 32])), { dictionary: "/Filter/RunLengthDecode" }),
    ],
    [
      "a page packed and written in 85 characters",
      () =>
        pdfOf(ascii85(packed(Buffer.alloc(100_000_000, " "))), { dictionary: "/Filter[/ASCII85Decode/FlateDecode]" }),
    ],
    ["a large drawing that is no bomb", () => pdfOf(packed(drawing(300_000)), { dictionary: FLATE })],
    [
      "large pages one after the other",
      () => pdfOf(packed(drawing(60_000)), { dictionary: FLATE, pages: `/Kids[${"3 0 R ".repeat(12)}]/Count 12` }),
    ],
  ],
};
