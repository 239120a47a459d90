import type { Sentence } from "../../plan/sentence";
import { PackageError } from "../package/errors";
import { detectFormat } from "./detect";
import { PlanFileError } from "./errors";
import type { PdfResources } from "./pdf/library";

export { PlanFileError, type PlanFileProblem } from "./errors";
export type { PdfResources } from "./pdf/library";

/** The plain text of a plan. `notes` are for the user: what was left out or put together. */
export interface PlanText {
  text: string;
  kind: "docx" | "pdf" | "txt" | "pasted";
  notes: Sentence[];
}

/** Bytes; larger files are refused before anything is read. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * The text of a plan file, one paragraph or table row (cells joined by TAB) a line. What the file is, is decided by its
 * content; `name` only tells .doc from .wps. The library for a format is loaded when a file of that format comes.
 * @param pdf where the PDF library finds its worker and character maps; see `PdfResources` for the defaults
 * @throws PlanFileError for everything that cannot be read
 */
export async function readPlanFile(name: string, bytes: Uint8Array, pdf?: PdfResources): Promise<PlanText> {
  if (bytes.length > LARGEST_FILE) throw new PlanFileError("tooLarge");
  if (bytes.length === 0) throw new PlanFileError("empty");
  const format = detectFormat(name, bytes);
  const read = await readerOf(format).catch((cause: unknown) => {
    throw new PlanFileError("notLoaded", { cause });
  });
  try {
    const { text, notes } = await read(bytes, pdf);
    if (text.trim() === "") throw new PlanFileError("empty");
    return { text, kind: format, notes };
  } catch (error) {
    if (error instanceof PlanFileError) throw error;
    if (error instanceof PackageError) throw new PlanFileError(error.code, { cause: error });
    throw new PlanFileError("corrupt", { cause: error });
  }
}

/**
 * Text from the clipboard, with line ends made equal.
 * @throws PlanFileError `empty` where there is no text, `tooLarge` beyond the limit for files
 */
export function readPastedText(text: string): PlanText {
  if (text.length > LARGEST_FILE) throw new PlanFileError("tooLarge");
  const clean = text.replace(/\r\n?/g, "\n").replace(/[\0\ufeff]/g, "");
  if (clean.trim() === "") throw new PlanFileError("empty");
  return { text: clean, kind: "pasted", notes: [] };
}

type Reader = (bytes: Uint8Array, pdf?: PdfResources) => { text: string; notes: Sentence[] } | Promise<{ text: string; notes: Sentence[] }>;

async function readerOf(format: "docx" | "pdf" | "txt"): Promise<Reader> {
  if (format === "docx") return (await import("./docx/read")).readDocx;
  if (format === "pdf") return (await import("./pdf/read")).readPdf;
  return (await import("./txt")).readTxt;
}
