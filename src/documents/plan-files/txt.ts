import { sentence, type Sentence } from "../../plan/sentence";
import type { ReadFile } from "./file-reader";
import { PlanFileError } from "./errors";

/** Web pages, XML and mail archives carry markup that would be read as text. */
const MARKUP = /^\s*(?:<!doctype html|<html|<\?xml|mime-version:)/i;

/**
 * Text in UTF-8, UTF-16 with its mark, or GB18030 (which holds GBK and GB2312). Strict: what decodes as none is binary.
 * @throws PlanFileError `binary`, `otherFormat`, `empty`
 */
export function readTxt(bytes: Uint8Array): ReadFile {
  const { text, notes } = decode(bytes);
  if (MARKUP.test(text.slice(0, 200))) throw new PlanFileError("otherFormat");
  const clean = text.replace(/\r\n?/g, "\n").replace(/\ufeff/g, "");
  if (isBinary(clean)) throw new PlanFileError("binary");
  if (clean.trim() === "") throw new PlanFileError("empty");
  return { content: clean, notes };
}

function decode(bytes: Uint8Array): { text: string; notes: Sentence[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: strictly("utf-16le", bytes), notes: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: strictly("utf-16be", bytes), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return { text: strictly("gb18030", bytes), notes: [sentence("文件按 GB18030（GBK）编码读取。")] };
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PlanFileError("binary", { cause: error });
  }
}

/** Text holds no NUL, hardly any control character, and few characters of private use. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const head = text.slice(0, 65536);
  const odd = head.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g)?.length ?? 0;
  return odd > head.length / 50;
}
