import { latin1Text } from "../../package/signature";
import { decodeText } from "../decode-text";
import type { ReadResult } from "../format-reader";
import { leftOutNotes, nothingLeftOut } from "../left-out";
import { readPage } from "./page";

/** A page says its encoding within its first bytes (HTML, 13.2.3.2: 1024; pages of offices have long heads). */
const SAID_WITHIN = 8192;
const SAYS_ENCODING = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

/** A web page saved as .html, or what a system exports as one under whatever name. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const { blocks, hidden } = readPage(htmlText(bytes));
  return { content: blocks, notes: leftOutNotes({ ...nothingLeftOut(), hidden }) };
}

function htmlText(bytes: Uint8Array): string {
  const said = SAYS_ENCODING.exec(latin1Text(bytes.subarray(0, SAID_WITHIN)))?.[1];
  // A page that is marked as UTF-16 is none where its head can be read byte by byte.
  if (said !== undefined && !/^utf-?16/i.test(said)) {
    try {
      return new TextDecoder(said, { fatal: true }).decode(bytes);
    } catch {
      // Said wrongly, or an encoding that nobody knows: the bytes tell.
    }
  }
  return decodeText(bytes).text;
}
