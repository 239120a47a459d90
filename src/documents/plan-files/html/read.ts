import { latin1Text } from "../../package/signature";
import { decodeText } from "../decode-text";
import type { ReadResult } from "../format-reader";
import { leftOutNotes, nothingLeftOut } from "../left-out";
import { readPage } from "./page";

/**
 * Where to look for the page's declared encoding. HTML (13.2.3.2) says within 1024 bytes; pages of Office systems have
 * long heads.
 */
const SAID_WITHIN = 8192;
const SAYS_ENCODING = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

/** Reads a web page saved as .html, or exported as HTML by a system under any name. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const { blocks, hidden } = readPage(htmlText(bytes));
  return { content: blocks, notes: leftOutNotes({ ...nothingLeftOut(), hidden }) };
}

function htmlText(bytes: Uint8Array): string {
  const said = SAYS_ENCODING.exec(latin1Text(bytes.subarray(0, SAID_WITHIN)))?.[1];
  // A declared UTF-16 is wrong if the declaration can be read byte by byte.
  if (said !== undefined && !/^utf-?16/i.test(said)) {
    try {
      return new TextDecoder(said, { fatal: true }).decode(bytes);
    } catch {
      // The declared encoding is wrong or unknown: detect it from the bytes below.
    }
  }
  return decodeText(bytes).text;
}
