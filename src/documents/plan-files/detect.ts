import { PlanFileError, type PlanFileProblem } from "./errors";

/** First bytes (hexadecimal, `..` for any) of files that hold no readable text. */
const REFUSED: readonly (readonly [signature: string, problem: PlanFileProblem])[] = [
  ["7b5c727466", "rtf"],
  ["89504e470d0a1a0a", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["52494646........57454250", "image"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["1f8b08", "archive"],
];
const OLE = "d0cf11e0a1b11ae1";
const ZIP = "504b0304";
const EMPTY_ZIP = "504b0506";
/** A PDF may have stray bytes before its header (ISO 32000, implementation note: within the first 1024). */
const PDF_HEADER_WITHIN = 1024;

/**
 * What a file is, by its content.
 * @throws PlanFileError for formats that are recognised and cannot be read
 */
export function detectFormat(name: string, bytes: Uint8Array): "docx" | "pdf" | "txt" {
  for (const [signature, problem] of REFUSED) if (startsWith(bytes, signature)) throw new PlanFileError(problem);
  if (isBitmap(bytes)) throw new PlanFileError("image");
  if (startsWith(bytes, OLE)) throw new PlanFileError(oleProblem(name, bytes));
  if (startsWith(bytes, ZIP)) return "docx";
  if (startsWith(bytes, EMPTY_ZIP)) throw new PlanFileError("corrupt");
  if (latin(bytes.subarray(0, PDF_HEADER_WITHIN)).includes("%PDF-")) return "pdf";
  return "txt";
}

/** "BM" alone may begin a text; a bitmap also states zero in its two reserved fields. */
function isBitmap(bytes: Uint8Array): boolean {
  return startsWith(bytes, "424d........00000000");
}

/** A compound file holds a .doc or .wps, or the encrypted package of a .docx ([MS-OFFCRYPTO] 2.3.4.4). */
function oleProblem(name: string, bytes: Uint8Array): PlanFileProblem {
  const text = latin(bytes);
  const stream = (title: string): boolean => text.includes([...title].join("\0"));
  if (stream("EncryptedPackage") || stream("EncryptionInfo")) return "password";
  if (/\.wps$/i.test(name)) return "wps";
  if (stream("WordDocument") || /\.doc$/i.test(name)) return "doc";
  return "otherFormat";
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let k = 0; k * 2 < signature.length; k++) {
    const pair = signature.slice(k * 2, k * 2 + 2);
    if (pair !== ".." && bytes[k] !== parseInt(pair, 16)) return false;
  }
  return true;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
