import { CompoundFile } from "../package/compound-file";
import { isCompound, isZip, latin1Text, startsWith } from "../package/signature";
import { ZipPackage } from "../package/zip-package";
import { PlanFileError, type PlanFileProblem } from "./plan-file-error";
import type { FileFormat } from "./formats";

/** Signatures (hexadecimal, `..` for any byte) of files without readable text. */
const REFUSED: readonly (readonly [signature: string, problem: PlanFileProblem])[] = [
  ["89504e470d0a1a0a", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["52494646........57454250", "image"],
  // HEIC and AVIF; the last one is JPEG 2000.
  ["........6674797068656963", "image"],
  ["........6674797068656978", "image"],
  ["........667479706d696631", "image"],
  ["........6674797061766966", "image"],
  ["0000000c6a5020200d0a870a", "image"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["1f8b08", "archive"],
];
/** The small owner file that Office and WPS put next to an open document: it names who has it open. */
const OWNER_FILE = /(?:^|[\\/])~\$[^\\/]*$/;
const MAX_OWNER_FILE_BYTES = 1024;
/**
 * Extensions of proprietary formats for official documents. They hold no text and have no signature, so only the name
 * tells.
 */
const OFFICIAL = /\.(?:ceb|gd|gw|sep|s2)$/i;

/** The more precise problem for a file without readable text, judged by its name. */
export const binaryProblem = (name: string): PlanFileProblem => (OFFICIAL.test(name) ? "officialFormat" : "binary");

const RTF = "7b5c727466";
const EMPTY_ZIP = "504b0506";
/** A PDF may have stray bytes before its header (ISO 32000, implementation note: within the first 1024). */
const PDF_HEADER_WITHIN = 1024;

/**
 * Detects a file's format from its content.
 * @param name only used to tell refused files apart
 * @throws PlanFileError for formats that are recognised but cannot be read; PackageError for a damaged container
 */
export function detectFormat(name: string, bytes: Uint8Array): FileFormat {
  if (OWNER_FILE.test(name) && bytes.length <= MAX_OWNER_FILE_BYTES) throw new PlanFileError("ownerFile");
  for (const [signature, problem] of REFUSED) if (startsWith(bytes, signature)) throw new PlanFileError(problem);
  if (isBitmap(bytes)) throw new PlanFileError("image");
  if (isCompound(bytes)) return compoundFormat(name, bytes);
  if (startsWith(bytes, RTF)) return "rtf";
  if (isZip(bytes)) return zipFormat(bytes);
  if (startsWith(bytes, EMPTY_ZIP)) throw new PlanFileError("corrupt");
  if (latin1Text(bytes.subarray(0, PDF_HEADER_WITHIN)).includes("%PDF-")) return "pdf";
  return markupFormat(bytes) ?? "txt";
}

/**
 * An OpenDocument package begins with its media type, uncompressed (ODF 1.3 part 2, 3.3). An Office workbook has a
 * workbook part.
 */
function zipFormat(bytes: Uint8Array): FileFormat {
  const beginning = latin1Text(bytes.subarray(0, MEDIA_TYPE_WITHIN));
  if (beginning.includes("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  if (beginning.includes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
    throw new PlanFileError("otherSheet");
  if (beginning.includes("mimetypeapplication/vnd.oasis.opendocument.presentation"))
    throw new PlanFileError("presentation");
  const parts = new ZipPackage(bytes);
  if (parts.has("xl/workbook.bin")) throw new PlanFileError("otherSheet");
  if (parts.has("ppt/presentation.xml")) throw new PlanFileError("presentation");
  return parts.has("OFD.xml") ? "ofd" : parts.has("xl/workbook.xml") ? "xlsx" : "docx";
}

const MEDIA_TYPE_WITHIN = 200;
const MARKUP_WITHIN = 4096;
/** Office systems export pages without `<head>` or doctype, so a tag that only occurs in web pages is enough. */
const PAGE =
  /^[\ufeff\s]*(?:<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|p|font|style|span|ol|ul|li|h[1-6]|br|hr|tr)\b/i;
/** Word 2003's XML. Office systems write it under the name .doc. */
const WORD_XML = /^\s*<\?xml[^>]*>[^]*?<(?:\w+:)?wordDocument\b/;
/** Mail headers: header lines, one of which is `MIME-Version`. */
const MAIL = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*mime-version:/i;
const MAIL_HEADER = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*content-type:\s*multipart\/related/i;

function markupFormat(bytes: Uint8Array): FileFormat | undefined {
  const beginning = latin1Text(bytes.subarray(0, MARKUP_WITHIN)).replace(/^\u00ef\u00bb\u00bf|\0|^\u00ff\u00fe/g, "");
  if (PAGE.test(beginning)) return "html";
  if (WORD_XML.test(beginning)) return "wordXml";
  if (/^\s*<\?xml/.test(beginning)) throw new PlanFileError("otherFormat");
  if (!MAIL.test(beginning)) return undefined;
  if (MAIL_HEADER.test(beginning)) return "mhtml";
  throw new PlanFileError("mail");
}

/** A text may begin with "BM"; a bitmap also has zeros in its two reserved fields. */
function isBitmap(bytes: Uint8Array): boolean {
  return startsWith(bytes, "424d........00000000");
}

/** A compound file is an old Office file, told by the streams in its root, or the encrypted package of a new one. */
function compoundFormat(name: string, bytes: Uint8Array): FileFormat {
  const streams = new CompoundFile(bytes);
  if (streams.has("EncryptedPackage")) throw new PlanFileError("password");
  if (streams.has("WordDocument")) return "doc";
  if (streams.has("Workbook") || streams.has("Book")) return "xls";
  if (streams.has("PowerPoint Document")) throw new PlanFileError("presentation");
  if (streams.has("__properties_version1.0")) throw new PlanFileError("mail");
  throw new PlanFileError(/\.wps$/i.test(name) ? "wps" : "otherFormat");
}
