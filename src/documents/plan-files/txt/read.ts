import { sentence, type Sentence } from "../../../plan/sentence";
import { decodeText, hasLostCharacters } from "../decode-text";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";

const ENCODINGS: Readonly<Record<string, string>> = {
  gb18030: "GB18030（GBK）",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

/**
 * Reads plain text in any encoding that {@link decodeText} knows.
 * @throws PlanFileError `binary` if it cannot be decoded or does not decode to text, `big5`, `empty`, `lostCharacters`
 */
export function readTxt(bytes: Uint8Array): ReadResult {
  const { text, encoding, unreadable } = decodeText(bytes);
  const content = text.replace(/\r\n?/g, "\n").replace(/\ufeff/g, "");
  if (isBinary(content)) throw new PlanFileError("binary");
  if (content.trim() === "") throw new PlanFileError("empty");
  if (hasLostCharacters(content)) throw new PlanFileError("lostCharacters");
  const notes: Sentence[] = [];
  if (Object.hasOwn(ENCODINGS, encoding))
    notes.push(sentence("文件按 {{encoding}} 编码读取。", { encoding: ENCODINGS[encoding]! }));
  if (unreadable > 0)
    notes.push(sentence("有 {{count}} 个字无法识别，原文中以“\ufffd”表示，请对照原件核对。", { count: unreadable }));
  return { content, notes };
}

/** Text contains no NUL, and hardly any control or private-use characters. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const sample = text.slice(0, 65536);
  const odd = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g)?.length ?? 0;
  return odd > sample.length / 50;
}
