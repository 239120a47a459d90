import type { Block } from "../../plan/layout/blocks";
import type { Sentence } from "../../plan/sentence";
import type { PdfResources } from "./pdf/library";

/** What a file holds, and what the user is to know of the reading. */
export interface ReadFile {
  /** Its paragraphs and tables in reading order; a string where the format knows no tables (plain text). */
  content: readonly Block[] | string;
  /** What was left out, put together or guessed. */
  notes: Sentence[];
}

/**
 * Reads one format.
 * @throws PlanFileError or PackageError where it cannot be read; whatever else is thrown counts as a damaged file
 */
export type FileReader = (bytes: Uint8Array, pdf?: PdfResources) => ReadFile | Promise<ReadFile>;
