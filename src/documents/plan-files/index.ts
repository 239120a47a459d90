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
export type { SheetChoice as OfferedSheet } from "./format-reader";
export type { PdfResources } from "./pdf/pdf-library";

/** The text of a plan. `notes` are for the user: what was left out or put together. */
export interface PlanText {
  /** Paragraphs a line each, tables as `plan/layout` prints them. */
  text: string;
  kind: FileFormat | "pasted" | "sheet";
  notes: Sentence[];
  /** Of a workbook: what can be read of it, and what was. */
  sheets?: readonly SheetChoice[];
}

/** Bytes; larger files are refused before anything is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * The text of a plan file. What the file is, is decided by its content; `name` only tells what is refused apart. The
 * code for a format is loaded when a file of that format comes.
 * @throws PlanFileError for everything that cannot be read
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
 * Text from the clipboard, with line ends made equal; cells of a spreadsheet keep their lines.
 * @throws PlanFileError `empty` where there is no text, `tooLarge` beyond the limit for files
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
