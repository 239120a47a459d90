import { latin1Text } from "../../package/signature";
import { decodeText } from "../decode-text";
import type { ReadResult } from "../format-reader";
import { leftOutNotes, nothingLeftOut } from "../left-out";
import { readPage } from "./page";

/**
 * Where to look for the page's declared encoding. HTML (13.2.3.2) says within 1024 bytes; pages of Office systems have
 * long heads.
 */
const DECLARED_WITHIN = 8192;
const ENCODING_DECLARATION = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

/** Reads a web page saved as .html, or exported as HTML by a system under any name. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const { blocks, hidden } = readPage(htmlText(bytes));
  return { content: blocks, notes: leftOutNotes({ ...nothingLeftOut(), hidden }) };
}

function htmlText(bytes: Uint8Array): string {
  const declared = ENCODING_DECLARATION.exec(latin1Text(bytes.subarray(0, DECLARED_WITHIN)))?.[1];
  // A declared UTF-16 is wrong if the declaration can be read byte by byte.
  if (declared !== undefined && !/^utf-?16/i.test(declared)) {
    try {
      return new TextDecoder(declared, { fatal: true }).decode(bytes);
    } catch {
      // The declared encoding is wrong or unknown: detect it from the bytes below.
    }
  }
  return decodeText(bytes).text;
}
