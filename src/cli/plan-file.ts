import { readFileSync } from "node:fs";

/** Why a file cannot be read as a plan; `message` is one Chinese sentence for the user. */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";
}

/**
 * The text of a plan file.
 * @throws PlanFileError for a missing, unreadable, empty, binary or non-UTF-8 file.
 */
export function readPlanFile(path: string | undefined): string {
  if (!path) throw new PlanFileError("请给出方案文件的路径，例如：npm run plan -- 方案.txt");
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new PlanFileError(reason(path, (error as NodeJS.ErrnoException).code));
  }
  if (bytes.length === 0) throw new PlanFileError(`文件是空的：${path}`);
  if (isBinary(bytes)) throw new PlanFileError(`不是文本文件，请另存为 UTF-8 编码的 .txt 后再试：${path}`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlanFileError(`文件不是 UTF-8 编码，请另存为 UTF-8 编码的 .txt 后再试：${path}`);
  }
  if (text.replace(/\ufeff/g, "").trim() === "") throw new PlanFileError(`文件中没有文字：${path}`);
  return text;
}

function reason(path: string, code: string | undefined): string {
  if (code === "ENOENT") return `找不到文件：${path}`;
  if (code === "EISDIR") return `这是一个文件夹，不是文件：${path}`;
  if (code === "EACCES" || code === "EPERM") return `没有权限读取文件：${path}`;
  return `无法读取文件：${path}`;
}

/** Text holds no NUL and hardly any control character. UTF-16 counts as binary: it is full of NULs. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 65536);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d) controls++;
  }
  return controls > head.length / 50;
}
