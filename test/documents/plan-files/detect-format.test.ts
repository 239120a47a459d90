import { strToU8, zipSync } from "fflate";
import { binaryProblem, detectFormat } from "../../../src/documents/plan-files/detect-format";
import { compoundFile } from "../package/build-compound-file";

const hex = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const openDocument = (kind: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    "content.xml": strToU8("x"),
  });
const compound = (...streams: string[]): Uint8Array =>
  compoundFile(Object.fromEntries(streams.map((name) => [name, new Uint8Array(10)])));
const mail = (type: string): Uint8Array => text(`From: a\r\n\tb\r\nContent-Type: ${type}\r\nMIME-Version: 1.0\r\n\r\n`);

/** The format of a file, or why it is refused. */
function formatOf(name: string, bytes: Uint8Array): string {
  try {
    return detectFormat(name, bytes);
  } catch (error) {
    return `refused: ${(error as { code: string }).code}`;
  }
}

describe("the format of a file", () => {
  it.each<[what: string, bytes: Uint8Array, format: string]>([
    ["a document of Word", zip("[Content_Types].xml", "word/document.xml"), "docx"],
    ["a workbook", zip("xl/workbook.xml"), "xlsx"],
    ["a binary workbook", zip("xl/workbook.bin", "xl/workbook.xml"), "refused: otherSheet"],
    ["slides", zip("ppt/presentation.xml"), "refused: presentation"],
    ["an OFD document", zip("OFD.xml"), "ofd"],
    ["an OpenDocument text", openDocument("text"), "odt"],
    ["an OpenDocument spreadsheet", openDocument("spreadsheet"), "refused: otherSheet"],
    ["OpenDocument slides", openDocument("presentation"), "refused: presentation"],
    ["an empty archive", hex("504b0506"), "refused: corrupt"],
    ["an old document of Word", compound("WordDocument"), "doc"],
    ["an old workbook", compound("Workbook"), "xls"],
    ["a workbook of Excel 95", compound("Book"), "xls"],
    ["old slides", compound("PowerPoint Document"), "refused: presentation"],
    ["an encrypted package", compound("EncryptedPackage", "WordDocument"), "refused: password"],
    ["a mail that Outlook saved", compound("__properties_version1.0"), "refused: mail"],
    ["an old file of another program", compound("VisioDocument"), "refused: otherFormat"],
    ["rich text", text("{\\rtf1 a}"), "rtf"],
    ["a PDF", text("%PDF-1.7"), "pdf"],
    ["a PDF behind other bytes", text(`${"x".repeat(1019)}%PDF-`), "pdf"],
    ["a text that names a PDF farther down", text(`${"x".repeat(1020)}%PDF-`), "txt"],
    ["a web page", text("<!DOCTYPE html><p>a"), "html"],
    ["a web page without a head", text("\ufeff <!-- a --> <table>"), "html"],
    ["a web page of XML", text('<?xml version="1.0"?><html>'), "html"],
    ["a web page in UTF-16", new Uint8Array(Buffer.from("\ufeff<html>", "utf16le")), "html"],
    ["a text that begins with a mark of comparison", text("<5个工作日"), "txt"],
    ["Word 2003's XML", text('<?xml version="1.0"?><w:wordDocument>'), "wordXml"],
    ["other XML", text('<?xml version="1.0"?><data>'), "refused: otherFormat"],
    ["a page in one file", mail('multipart/related; boundary="x"'), "mhtml"],
    ["a mail", mail("multipart/mixed"), "refused: mail"],
    ["a text with a colon", text("From: a\r\n"), "txt"],
    ["a bitmap", hex("424d36000c000000000036000000"), "refused: image"],
    ["a text that begins like a bitmap", text("BMI 指数达标"), "txt"],
    ["a WebP picture", hex("524946461234567857454250"), "refused: image"],
    ["another file of the same kind", hex("524946461234567841564920"), "txt"],
    ["a picture of a telephone", hex("000000206674797068656963"), "refused: image"],
    ["an archive", hex("377abcaf271c"), "refused: archive"],
    ["a plain text", text("一、目标"), "txt"],
  ])("is told from its content, whatever it is called: %s", (_, bytes, format) =>
    expect([formatOf("方案.docx", bytes), formatOf("方案", bytes)]).toEqual([format, format]),
  );

  it("is WPS's own where the name says so and nothing else is known", () =>
    expect([formatOf("方案.WPS", compound("CONTENTS")), formatOf("方案.wps", compound("WordDocument"))]).toEqual([
      "refused: wps",
      "doc",
    ]));

  it("is no document where its name says that another program keeps it beside one, and it is as small", () => {
    const names = ["~$方案.docx", "D:\\文件\\~$方案.docx", "/文件/~$方案.docx", "方案~$.docx", "~$文件/方案.docx"];
    expect(names.map((name) => formatOf(name, text("a".repeat(1024))))).toEqual([
      "refused: ownerFile",
      "refused: ownerFile",
      "refused: ownerFile",
      "txt",
      "txt",
    ]);
    expect(formatOf("~$方案.docx", text("a".repeat(1025)))).toBe("txt");
  });

  it("is named more closely by the names of official formats", () =>
    expect(["a.ceb", "a.GD", "a.sep", "a.bin", "aceb"].map(binaryProblem)).toEqual([
      "officialFormat",
      "officialFormat",
      "officialFormat",
      "binary",
      "binary",
    ]));
});
