import fc from "fast-check";
import JSZip from "jszip";
import {
  PlanFileError,
  readPastedText,
  readPlanFile,
  MAX_FILE_BYTES,
  type PlanFileProblem,
} from "../../../src/documents/plan-files";
import { compoundFile } from "../package/build-compound-file";
import { paragraph, wordFile } from "./word-file";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) => Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function refusal(name: string, bytes: Uint8Array): Promise<PlanFileError> {
  const outcome = await readPlanFile(name, bytes).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(PlanFileError);
  return outcome as PlanFileError;
}

describe("files that cannot be read", () => {
  const cases: readonly (readonly [
    what: string,
    name: string,
    make: () => Uint8Array | Promise<Uint8Array>,
    code: PlanFileProblem,
    advice: RegExp,
  ])[] = [
    [
      "a document of Word 95",
      "方案.doc",
      () => compoundFile({ WordDocument: hex("dca568000000000000000000") }),
      "oldWord",
      /另存为 \.docx/,
    ],
    [
      "a workbook of Excel 95",
      "分解表.xls",
      () => compoundFile({ Book: hex("09080800000505000000") }),
      "oldExcel",
      /另存为 \.xlsx/,
    ],
    ["a .wps of another program", "方案.wps", () => compoundFile({ CONTENTS: hex("00") }), "wps", /WPS.*另存为 \.docx/],
    [
      "an old file of another program",
      "方案.vsd",
      () => compoundFile({ VisioDocument: hex("00") }),
      "otherFormat",
      /另存为 \.docx/,
    ],
    [
      "an old presentation",
      "方案.ppt",
      () => compoundFile({ "PowerPoint Document": hex("00") }),
      "presentation",
      /另存为 \.docx/,
    ],
    [
      "a mail that Outlook saved",
      "方案.msg",
      () => compoundFile({ "__properties_version1.0": hex("00") }),
      "mail",
      /附件/,
    ],
    [
      "a mail",
      "方案.eml",
      () =>
        bytesOf(
          "From: a@b.cn\r\nSubject: =?utf-8?B?5pa55qGI?=\r\n\tmore\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        ),
      "mail",
      /附件/,
    ],
    ["a photo of a telephone", "IMG_1.heic", () => hex("0000002466747970686569630000000068656963"), "image", /OCR/],
    ["a photo", "方案.jpg", () => hex("ffd8ffe000104a46494600010100"), "image", /OCR/],
    ["a scan in a file of pictures", "方案.tif", () => hex("49492a0008000000"), "image", /OCR/],
    ["an archive", "方案.rar", () => hex("526172211a07010033"), "archive", /解压/],
    [
      "an official document of Founder",
      "方案.ceb",
      () => hex("466f756e6465722043454200ff81fe00"),
      "officialFormat",
      /OFD、PDF/,
    ],
    ["an official document of Sursen", "方案.gd", () => hex("0001020300ff81fe"), "officialFormat", /OFD、PDF/],
    [
      "a binary workbook",
      "分解表.xlsb",
      () => zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }),
      "otherSheet",
      /另存为 \.xlsx/,
    ],
    [
      "the file that Word makes beside an open one",
      "~$方案.docx",
      () => hex(`0561646d696e${"00".repeat(156)}`),
      "ownerFile",
      /没有“~\$”/,
    ],
    [
      "a document of pictures alone",
      "方案.docx",
      () => wordFile({ body: "<w:p><w:r><w:drawing/></w:r></w:p>" }),
      "empty",
      /图片/,
    ],
    [
      "a text whose characters were lost when it was saved",
      "方案.txt",
      () => bytesOf(`????2024${"?".repeat(30)}\n1.??????`),
      "lostCharacters",
      /重新索取/,
    ],
    [
      "simplified text that was saved as Big5",
      "方案.txt",
      () => hex("3faabab3c6a4c7a470a7bdaaba3f".repeat(20)),
      "lostCharacters",
      /重新索取/,
    ],
    [
      "an old file without a directory",
      "方案.doc",
      () => hex(`d0cf11e0a1b11ae1${"00".repeat(600)}`),
      "corrupt",
      /重新索取/,
    ],
    [
      "an encrypted .docx",
      "方案.docx",
      () => compoundFile({ EncryptedPackage: hex("00"), EncryptionInfo: hex("00") }),
      "password",
      /取消密码/,
    ],
    [
      "an OFD of pictures",
      "方案.ofd",
      () =>
        zipOf({
          "OFD.xml": "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
          "D.xml": '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>',
          "P.xml": "<Page><Content/></Page>",
        }),
      "scannedOfd",
      /OCR/,
    ],
    ["traditional text", "方案.txt", () => hex("aabababfa4ebb1c0a470a7bdaaba"), "big5", /简体/],
    [
      "XML that is no document",
      "方案.xml",
      () => bytesOf('<?xml version="1.0"?><data>方案</data>'),
      "otherFormat",
      /另存为 \.docx/,
    ],
    ["a picture named .docx", "方案.docx", () => hex("89504e470d0a1a0a0000"), "image", /OCR/],
    ["a web page without text", "方案.doc", () => bytesOf("<html><body> </body></html>"), "empty", /确认/],
    ["a plain zip named .docx", "方案.docx", () => zipOf({ "a.txt": "方案" }), "archive", /解压/],
    [
      "a spreadsheet without sheets",
      "方案.docx",
      () => zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }),
      "empty",
      /确认/,
    ],
    [
      "a presentation named .docx",
      "方案.docx",
      () => zipOf({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<presentation/>" }),
      "presentation",
      /\.docx/,
    ],
    [
      "a truncated .docx",
      "方案.docx",
      async () => (await wordFile({ body: paragraph("甲") })).slice(0, -40),
      "corrupt",
      /重新索取/,
    ],
    ["a .docx with broken XML", "方案.docx", () => wordFile({ body: "<w:p>" }), "corrupt", /重新索取/],
    ["a .docx without text", "方案.docx", () => wordFile({ body: paragraph("") }), "empty", /确认/],
    ["an empty file", "方案.txt", () => new Uint8Array(), "empty", /确认/],
    ["a text of blanks", "方案.txt", () => bytesOf(" \r\n\t"), "empty", /确认/],
    ["a binary file", "方案.txt", () => hex("00010203ff00fe81"), "binary", /另存为/],
    ["a file beyond the limit", "方案.txt", () => new Uint8Array(MAX_FILE_BYTES + 1), "tooLarge", /20 MB/],
    [
      "an entity bomb",
      "方案.docx",
      () => wordFile({ prolog: '<!DOCTYPE a [<!ENTITY b "哈哈"><!ENTITY c "&b;&b;">]>', body: paragraph("&c;") }),
      "unsafeXml",
      /另存为/,
    ],
    [
      "more elements than any document has",
      "方案.docx",
      () => wordFile({ body: Array.from({ length: 600_000 }, (_, k) => `<a${k.toString(36)}/>`).join("") }),
      "zipBomb",
      /只留正文和任务表/,
    ],
    ["an undefined entity", "方案.docx", () => wordFile({ body: paragraph("&toString;") }), "unsafeXml", /另存为/],
  ];
  it.each(cases)("says what to do about %s", async (_, name, make, code, advice) => {
    const error = await refusal(name, await make());
    expect(error.code).toBe(code);
    expect(error.userMessage).toMatch(advice);
    expect(error.userMessage).toContain("未作任何改动");
  });

  it("stops a zip bomb by its declared size and by its real one", async () => {
    const bomb = await zipOf({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": new Uint8Array(30_000_000).fill(32),
    });
    expect((await refusal("方案.docx", bomb)).code).toBe("zipBomb");
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 28 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 30_000_000)
        view.setUint32(at + 24, 1000, true);
    expect((await refusal("方案.docx", lying)).code).toBe("zipBomb");
  });

  it("never fails with anything but a PlanFileError, whatever the bytes", async () => {
    const starts = fc
      .constantFrom("", "504b0304", "d0cf11e0a1b11ae1", "fffe", "efbbbf", "504b0506")
      .map((digits) => hex(digits || "20"));
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const outcome = await readPlanFile("x.docx", new Uint8Array([...start, ...rest])).catch(
          (error: unknown) => error,
        );
        expect(outcome instanceof PlanFileError || typeof (outcome as { text: unknown }).text === "string").toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("never fails otherwise on a .docx with damaged bytes", async () => {
    const whole = await wordFile({ body: paragraph("建设驿站3个（县民政局负责）") });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const outcome = await readPlanFile("x.docx", bytes).catch((error: unknown) => error);
          expect(outcome instanceof PlanFileError || typeof (outcome as { text: unknown }).text === "string").toBe(
            true,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("text files and pasted text", () => {
  const plan = "一、目标\n建设驿站3个。";
  it.each([
    ["UTF-8", bytesOf(plan.replace("\n", "\r\n"))],
    ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(plan)])],
    ["UTF-16LE", new Uint8Array([0xff, 0xfe, ...Buffer.from(plan, "utf16le")])],
    ["UTF-16BE", new Uint8Array([0xfe, 0xff, ...Buffer.from(plan, "utf16le").swap16()])],
    ["GB18030", hex("d2bba1a2c4bfb1ea0abda8c9e8e6e4d5be33b8f6a1a3")],
  ])("reads %s", async (_, bytes) =>
    expect(await readPlanFile("方案.txt", bytes)).toMatchObject({ text: plan, kind: "txt" }),
  );

  it("takes pasted text and refuses an empty one", () => {
    expect(readPastedText("一、\r\n二、")).toEqual({ text: "一、\n二、", kind: "pasted", notes: [] });
    expect(() => readPastedText(" \n")).toThrow(PlanFileError);
  });
});
