import type { SheetChoice } from "../../documents/plan-files";
import type { SheetPart } from "../../excel/source-sheet";

/** A file with several sheets. Its bytes are kept so that other sheets can be read later. */
export interface Book {
  bytes: Uint8Array;
  sheets: readonly SheetChoice[];
}

/** A question asked before anything is read: which part of the open sheet, or which sheets of a file. */
export type Choice =
  { of: "parts"; parts: readonly SheetPart[] } | { of: "sheets"; name: string; saved?: string; book: Book };

/** Whether several sheets look like a plan's table, so that the user has to choose. */
export const isUnclear = (sheets: readonly SheetChoice[]): boolean =>
  sheets.filter(({ looksLikePlan }) => looksLikePlan).length > 1;
