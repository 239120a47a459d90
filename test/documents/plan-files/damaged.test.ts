import fc from "fast-check";
import JSZip from "jszip";
import { PlanFileError, readPlanFile } from "../../../src/documents/plan-files";
import { label, merged, oldExcelFile, sharedLabel, u32, xlString } from "./old-excel-file";
import { cell, oldWordFile, row, SPRMS, text } from "./old-word-file";
import { numbered, paragraph, wordFile } from "./word-file";
import { workbookFile } from "./workbook-file";

const SEED = Number(process.env.DAMAGED_SEED ?? 20261128);
const RUNS = 500;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function odt(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("mimetype", "application/vnd.oasis.opendocument.text", { compression: "STORE" });
  zip.file("content.xml", '<office:document-content><office:body><office:text><text:p>方案</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>修路</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:text></office:body></office:document-content>');
  return zip.generateAsync({ type: "uint8array" });
}

const CELL = (text: string): string => `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}</w:tc>`;
const SAMPLES: readonly (readonly [format: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ["docx", () => wordFile({ body: `${paragraph("方案")}${numbered("修路")}<w:tbl><w:tr>${CELL("任务")}${CELL("责任单位")}</w:tr></w:tbl>` })],
  ["odt", odt],
  ["doc", () => oldWordFile({ styles: [{ kind: "paragraph", sprms: [] }, { kind: "character", base: 0, sprms: [SPRMS.hidden] }], isScattered: true, paragraphs: [text("方案"), ...cell("任务", "甲"), ...cell("责任单位"), row([0, 1000, 3000], [0x60]), ...cell("修路"), ...cell("县交通局"), row([0, 1000, 3000], [0x20]), text("完", SPRMS.deleted)] })],
  ["xls", () => oldExcelFile([{ name: "表", records: [label(0, 0, "任务"), label(0, 1, "责任单位"), sharedLabel(1, 0, 0), label(1, 1, "县交通局"), merged([1, 1, 2, 1])] }], [[0x00fc, [...u32(1), ...u32(1), ...xlString("修路")]]])],
  ["xlsx", () => workbookFile({ 表: { rows: [["任务", "责任单位"], ["修路", "县交通局"], ["架桥"]], merges: ["B2:B3"], hiddenRows: [4] } })],
  ["rtf", () => bytesOf("{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}\\u26041?\\'b0\\'b8\\par\\trowd\\clvmgf\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row}")],
  ["html", () => bytesOf("<html><meta charset=utf-8><p>方案<table><tr><td rowspan=2 colspan=3>甲<td>乙<tr><td>丙</table><ol type=a start=2><li>丁</ol>")],
  ["mhtml", () => bytesOf('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E6=96=B9=E6=A1=88</p>\r\n--x--\r\n')],
  ["txt", () => bytesOf("某县方案\n1.修路。（县交通局负责）\n")],
];

type Damage = (bytes: Uint8Array) => Uint8Array;

/** Bytes changed, the file cut, a stretch doubled or moved to another place. */
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes): Damage => (bytes) => {
    const changed = bytes.slice();
    for (const [at, value] of changes) changed[at % changed.length] = value;
    return changed;
  }),
  fc.nat().map((end): Damage => (bytes) => bytes.slice(0, end % bytes.length)),
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([from, length, to]): Damage => (bytes) => {
    const start = from % bytes.length;
    const part = bytes.slice(start, start + 1 + (length % 200));
    const place = to % bytes.length;
    return Uint8Array.from([...bytes.slice(0, place), ...part, ...bytes.slice(place)]);
  }),
);

describe("damaged files", () => {
  it.each(SAMPLES)("are read or refused in a sentence, and never end otherwise: %s", async (_, make) => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(damages, async (damage) => {
        const outcome = await readPlanFile("方案", damage(whole)).catch((error: unknown) => error);
        if (outcome instanceof PlanFileError) expect(outcome.userMessage).toMatch(/^.+。未作任何改动。.+。$/);
        else expect(outcome).toMatchObject({ text: expect.stringMatching(/\S/), notes: expect.any(Array) });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
