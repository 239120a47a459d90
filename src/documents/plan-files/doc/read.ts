import { CompoundFile } from "../../package/compound-file";
import { leftOutNotes } from "../left-out";
import type { ReadResult } from "../format-reader";
import { DocBodyReader } from "./body";
import { fontsOf } from "./fonts";
import { positionsOf, WordFile } from "./word-file";

/** Sizes in bytes of the entries for footnotes and endnotes, and for comments. */
const NOTE = 2;
const COMMENT = 30;
/** The list of headers and footers begins with six separators for footnotes and endnotes ([MS-DOC] 2.8.25). */
const FIRST_HEADER = 6;

/**
 * Reads the body of a document of Word 97 to 2003 ([MS-DOC]; .doc, .wps) in reading order, with automatic numbers
 * written out.
 * @throws PlanFileError `oldWord`, `password`, `corrupt`, `zipBomb`; PackageError `corrupt`
 */
export function readDoc(bytes: Uint8Array): ReadResult {
  const file = new WordFile(new CompoundFile(bytes));
  const reader = new DocBodyReader(file, fontsOf(file.part("fonts")));
  const content = reader.read();
  reader.leftOut.notes = entries(file, "footnoteReferences", NOTE) + entries(file, "endnoteReferences", NOTE);
  reader.leftOut.comments = entries(file, "commentReferences", COMMENT);
  reader.leftOut.headersAndFooters = headersOf(file);
  return { content, notes: leftOutNotes(reader.leftOut) };
}

const entries = (
  file: WordFile,
  part: "footnoteReferences" | "endnoteReferences" | "commentReferences",
  size: number,
): number => Math.max(0, positionsOf(file.part(part), size).positions.length - 1);

/**
 * The number of headers and footers with text: one of two characters or fewer holds only a paragraph mark and the mark
 * that ends it.
 */
function headersOf(file: WordFile): number {
  const { positions } = positionsOf(file.part("headers"), 0);
  return positions.filter((end, k) => k > FIRST_HEADER && k < positions.length - 1 && end - positions[k - 1]! > 2)
    .length;
}
