import type { Block } from "../../plan/layout/blocks";
import type { Sentence } from "../../plan/sentence";
import type { PdfResources } from "./pdf/pdf-library";

/** A visible sheet of a workbook that holds something, offered to the user for choosing. */
export interface SheetChoice {
  name: string;
  /** How many visible rows hold something. */
  rows: number;
  /** Whether a table header such as 任务 | 责任单位 was found in it. */
  looksLikePlan: boolean;
  isRead: boolean;
}

/** The content of a file, and notes about reading it. */
export interface ReadResult {
  /** Paragraphs and tables in reading order; a string for a format without tables (plain text). */
  content: readonly Block[] | string;
  /** Notes for the user: what was left out, joined or guessed. */
  notes: Sentence[];
  /** Only for workbooks: the sheets that can be read. */
  sheets?: SheetChoice[];
}

/** What a reader may need besides the file itself. */
export interface ReadOptions {
  /** Where the PDF library finds its worker and character maps; see `PdfResources` for the defaults. */
  pdf?: PdfResources;
  /** Names of the sheets of a workbook to read. If absent, the sheets that look like a plan's table are read. */
  sheets?: readonly string[];
}

/**
 * Reads files of one format.
 * @throws PlanFileError or PackageError if the file cannot be read; any other error counts as a damaged file
 */
export type FormatReader = (bytes: Uint8Array, how?: ReadOptions) => ReadResult | Promise<ReadResult>;
