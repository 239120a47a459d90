import { textOfBlocks } from "../../plan/layout/text-of-blocks";
import { withoutMarks } from "../../plan/layout/marks";
import { withoutRadicals } from "../../plan/radicals";
import type { Sentence } from "../../plan/sentence";
import { PackageError } from "../package/package-error";
import { binaryProblem, detectFormat } from "./detect-format";
import { PlanFileError } from "./plan-file-error";
import { FORMATS, type FileFormat } from "./formats";
import { refuseHuge } from "./limits";
import { pastedCells } from "./pasted-cells";
import type { ReadOptions, SheetChoice } from "./format-reader";

export { PlanFileError, type PlanFileProblem } from "./plan-file-error";
export { readableExtensions } from "./formats";
export type { SheetChoice } from "./format-reader";
export type { PdfResources } from "./pdf/pdf-library";

/** The text of a plan. `notes` tell the user what was left out or joined. */
export interface PlanText {
  /** One paragraph per line; tables as `plan/layout` prints them. */
  text: string;
  kind: FileFormat | "pasted" | "sheet";
  notes: Sentence[];
  /** Only for workbooks: the sheets that can be read, and which ones were. */
  sheets?: readonly SheetChoice[];
}

/** Limit in bytes on a plan file. Larger files are refused before anything is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Reads the text of a plan file. The format is detected from the content; `name` only helps to tell refused files
 * apart. A format's code is loaded when the first file of that format is read.
 * @throws PlanFileError for every file that cannot be read
 */
export async function readPlanFile(name: string, bytes: Uint8Array, how: ReadOptions = {}): Promise<PlanText> {
  if (bytes.length > MAX_FILE_BYTES) throw new PlanFileError("tooLarge");
  if (bytes.length === 0) throw new PlanFileError("empty");
  try {
    const format = detectFormat(name, bytes);
    const read = await FORMATS[format].load().catch((cause: unknown) => {
      throw new PlanFileError("notLoaded", { cause });
    });
    const { content, notes, sheets } = await read(bytes, how);
    refuseHuge(content);
    const text = withoutRadicals(typeof content === "string" ? withoutMarks(content) : textOfBlocks(content));
    if (text.trim() === "") throw new PlanFileError("empty");
    return { text, kind: format, notes, ...(sheets ? { sheets } : {}) };
  } catch (error) {
    if (error instanceof PlanFileError)
      throw error.code === "binary" ? new PlanFileError(binaryProblem(name), { cause: error }) : error;
    if (error instanceof PackageError) throw new PlanFileError(error.code, { cause: error });
    throw new PlanFileError("corrupt", { cause: error });
  }
}

/**
 * Reads text from the clipboard. Line ends are normalised; cells copied from a spreadsheet become a table.
 * @throws PlanFileError `empty` if there is no text, `tooLarge` if it is longer than the limit for files
 */
export function readPastedText(text: string): PlanText {
  if (text.length > MAX_FILE_BYTES) throw new PlanFileError("tooLarge");
  const clean = withoutRadicals(withoutMarks(text))
    .replace(/\r\n?/g, "\n")
    .replace(/[\0\ufeff]/g, "");
  if (clean.trim() === "") throw new PlanFileError("empty");
  const cells = pastedCells(clean);
  return { text: cells ? textOfBlocks(cells) : clean, kind: "pasted", notes: [] };
}
