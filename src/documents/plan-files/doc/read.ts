import { CompoundFile } from "../../package/compound-file";
import { leftOutNotes } from "../left-out";
import type { ReadResult } from "../format-reader";
import { DocBodyReader, fontsOf } from "./body";
import { positionsOf, WordFile } from "./word-file";

/** Sizes of what stands at a reference to a footnote or endnote, and to a comment. */
const NOTE = 2;
const COMMENT = 30;
/** Before the heads and feet of sections stand six lines that part footnotes from text ([MS-DOC] 2.8.25). */
const FIRST_HEADER = 6;

/**
 * The body of a document of Word 97 to 2003 ([MS-DOC]; .doc, .wps) in reading order, automatic numbers written out.
 * @throws PlanFileError `oldWord`, `password`; PackageError `corrupt`
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

/** Heads and feet with text in them: a mark that ends the paragraph, and one that ends the head, are none. */
function headersOf(file: WordFile): number {
  const { positions } = positionsOf(file.part("headers"), 0);
  return positions.filter((end, k) => k > FIRST_HEADER && k < positions.length - 1 && end - positions[k - 1]! > 2)
    .length;
}
