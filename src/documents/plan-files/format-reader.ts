import type { Block } from "../../plan/layout/blocks";
import type { Sentence } from "../../plan/sentence";
import type { PdfResources } from "./pdf/pdf-library";

/** A sheet of a workbook that is not hidden and holds something. */
export interface SheetChoice {
  name: string;
  /** Rows that hold anything and can be seen. */
  rows: number;
  /** A head such as 任务 | 责任单位 stands in it. */
  looksLikePlan: boolean;
  isRead: boolean;
}

/** What a file holds, and what the user is to know of the reading. */
export interface ReadResult {
  /** Its paragraphs and tables in reading order; a string where the format knows no tables (plain text). */
  content: readonly Block[] | string;
  /** What was left out, put together or guessed. */
  notes: Sentence[];
  /** Of a workbook: what can be read of it. */
  sheets?: SheetChoice[];
}

/** What a reader may need to know beside the file itself. */
export interface ReadOptions {
  /** Where the PDF library finds its worker and character maps; see `PdfResources` for the defaults. */
  pdf?: PdfResources;
  /** The names of the sheets to read of a workbook; where absent, those that look like a plan's table. */
  sheets?: readonly string[];
}

/**
 * Reads one format.
 * @throws PlanFileError or PackageError where it cannot be read; whatever else is thrown counts as a damaged file
 */
export type FormatReader = (bytes: Uint8Array, how?: ReadOptions) => ReadResult | Promise<ReadResult>;
