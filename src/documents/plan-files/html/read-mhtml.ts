import { binaryString } from "../../package/signature";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { readHtml } from "./read";

const MAX_PARTS = 1000;

/**
 * Reads a web page saved with its pictures in one file (RFC 2557): the first part that is a page.
 * @throws PlanFileError `corrupt` if it contains no page
 */
export function readMhtml(bytes: Uint8Array): ReadResult {
  const page = pageIn(binaryString(bytes), 0);
  if (!page) throw new PlanFileError("corrupt");
  return readHtml(page);
}

/** Finds the page within a MIME part; parts may be nested. The part is a binary string, one character per byte. */
function pageIn(part: string, depth: number): Uint8Array | undefined {
  const blank = /\r?\n\r?\n/.exec(part);
  if (!blank || depth > 4) return undefined;
  const headers = part.slice(0, blank.index).replace(/\r?\n[ \t]+/g, " ");
  const body = part.slice(blank.index + blank[0].length);
  const type = header(headers, "content-type");
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (boundary) {
    const parts = body.split(`--${boundary[1] ?? boundary[2]!}`).slice(1, MAX_PARTS);
    for (const one of parts) {
      const page = pageIn(one.replace(/^[^\S\n]*\r?\n/, ""), depth + 1);
      if (page) return page;
    }
    return undefined;
  }
  return /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type)
    ? decodedBody(body, header(headers, "content-transfer-encoding"))
    : undefined;
}

const header = (headers: string, name: string): string =>
  new RegExp(`^${name}\\s*:\\s*([^\\r\\n]*)`, "im").exec(headers)?.[1] ?? "";

function decodedBody(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, "")));
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  return bytesOf(
    body
      .replace(/=[ \t]*\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
  );
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
