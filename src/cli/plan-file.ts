import { readFileSync } from "node:fs";
import { PlanFileError, readPastedText, readPlanFile } from "../documents/plan-files";
import { inChinese } from "../plan/sentence";

/** Why no plan can be read; `message` is one Chinese sentence for the user. */
export class NoPlan extends Error {
  override readonly name = "NoPlan";
}

/**
 * The text of a plan file of any format that the pane reads, by the same code. What was left out, put together or guessed is
 * told on standard error.
 * @param asPasted the file's text is what somebody would paste
 * @throws NoPlan for a missing or unreadable file
 */
export async function planText(path: string | undefined, asPasted = false): Promise<string> {
  if (!path) throw new NoPlan("请给出方案文件的路径，例如：npm run plan -- 方案.docx");
  const bytes = bytesOf(path);
  try {
    const { text, notes } = asPasted ? readPastedText(new TextDecoder().decode(bytes)) : await readPlanFile(path, bytes);
    for (const note of notes) process.stderr.write(`${inChinese(note)}\n`);
    return text;
  } catch (error) {
    if (error instanceof PlanFileError) throw new NoPlan(`${path}：${error.userMessage}`, { cause: error });
    throw error;
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new NoPlan(reason(path, (error as NodeJS.ErrnoException).code), { cause: error });
  }
}

function reason(path: string, code: string | undefined): string {
  if (code === "ENOENT") return `找不到文件：${path}`;
  if (code === "EISDIR") return `这是一个文件夹，不是文件：${path}`;
  if (code === "EACCES" || code === "EPERM") return `没有权限读取文件：${path}`;
  return `无法读取文件：${path}`;
}
