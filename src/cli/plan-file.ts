import { readFileSync } from "node:fs";
import { PlanFileError, readPastedText, readPlanFile } from "../documents/plan-files";
import { inChinese } from "../plan/sentence";
import { CommandError } from "./command-error";
import { fileErrorText } from "./file-error-text";

/**
 * The text of a plan file of any format that the pane reads, by the same code. What was left out, merged or guessed is
 * reported on standard error.
 * @param pasted the file contains text as it would be pasted into the pane
 * @param sheet the names of the sheets to read, of a workbook
 * @throws CommandError for a missing or unreadable file, and for a sheet that does not exist
 */
export async function planText(
  path: string,
  { pasted = false, sheet: sheets = [] }: { pasted?: boolean; sheet?: string[] },
): Promise<string> {
  const bytes = bytesOf(path);
  try {
    const { text, notes } = pasted
      ? readPastedText(new TextDecoder().decode(bytes))
      : await readPlanFile(path, bytes, sheets.length > 0 ? { sheets } : {});
    for (const note of notes) process.stderr.write(`${inChinese(note)}\n`);
    return text;
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    const there = error.code === "noSheet" ? `有这些工作表：${await sheetNames(path, bytes)}。` : "";
    throw new CommandError(`${path}：${error.userMessage}${there}`, { cause: error });
  }
}

async function sheetNames(path: string, bytes: Uint8Array): Promise<string> {
  const { sheets = [] } = await readPlanFile(path, bytes);
  return sheets.map(({ name }) => name).join("、");
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(fileErrorText({ ...(error as NodeJS.ErrnoException), path }) ?? `无法读取文件：${path}`, {
      cause: error,
    });
  }
}
