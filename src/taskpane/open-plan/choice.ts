import type { SheetChoice } from "../../documents/plan-files";
import type { SheetPart } from "../../excel/source-sheet";

/** A file with several sheets, kept so that others of them can be read. */
export interface Book {
  bytes: Uint8Array;
  sheets: readonly SheetChoice[];
}

/** What the user is asked before anything is read: which part of the open sheet, or which sheets of a file. */
export type Choice =
  { of: "parts"; parts: readonly SheetPart[] } | { of: "sheets"; name: string; saved?: string; book: Book };

/** Which sheets are meant is not known. */
export const isUnclear = (sheets: readonly SheetChoice[]): boolean =>
  sheets.filter(({ looksLikePlan }) => looksLikePlan).length > 1;
