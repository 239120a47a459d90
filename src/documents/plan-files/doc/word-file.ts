import { Bytes } from "../../package/bytes";
import type { CompoundFile } from "../../package/compound-file";
import { PlanFileError } from "../plan-file-error";

/** The first word of a document of Word 97 or later, and the oldest version number ([MS-DOC] 2.5.1). */
const WORD_97 = 0xa5ec;
const OLDEST_VERSION = 0x00c1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE_STREAM = 0x0200;

/**
 * Positions of the structures that are read in the file's table of offsets and lengths ([MS-DOC] 2.5.6, FibRgFcLcb97).
 */
const PLACES = {
  styles: 1,
  footnoteReferences: 2,
  commentReferences: 4,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** Lengths in characters of the consecutive parts of the document's text. */
export interface TextLengths {
  main: number;
  footnotes: number;
  headers: number;
  macros: number;
  comments: number;
  endnotes: number;
  textBoxes: number;
}

/** The streams of a Word document, with access to its structures. */
export class WordFile {
  /** The WordDocument stream: text and pages of formatting. */
  readonly document: Bytes;
  /** The table stream: structures that describe the document stream. */
  readonly table: Bytes;
  /** The Data stream: properties too long for a page of formatting; empty if there is none. */
  readonly data: Bytes;
  readonly lengths: TextLengths;
  private readonly offsets: number;
  private readonly places: number;

  /** @throws PlanFileError `oldWord` for Word 95 and earlier, `password`, `corrupt`; PackageError `corrupt` */
  constructor(streams: CompoundFile) {
    const document = streams.read("WordDocument");
    if (!document) throw new PlanFileError("corrupt");
    this.document = new Bytes(document);
    if (this.document.u16(0) !== WORD_97 || this.document.u16(2) < OLDEST_VERSION) throw new PlanFileError("oldWord");
    const flags = this.document.u16(10);
    if (flags & ENCRYPTED) throw new PlanFileError("password");
    const table = streams.read(flags & SECOND_TABLE_STREAM ? "1Table" : "0Table");
    if (!table) throw new PlanFileError("corrupt");
    this.table = new Bytes(table);
    this.data = new Bytes(streams.read("Data") ?? new Uint8Array());
    const words = 34 + this.document.u16(32) * 2;
    const length = (k: number): number => Math.max(0, this.document.i32(words + 2 + k * 4));
    this.lengths = {
      main: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      textBoxes: length(9),
    };
    this.places = words + 2 + this.document.u16(words) * 4;
    this.offsets = this.places + 2;
  }

  /** A structure in the table stream; empty if the document has none. */
  part(name: keyof typeof PLACES): Bytes {
    const { start, length } = this.placeOf(name);
    return new Bytes(this.table.slice(start, length));
  }

  /** The table stream from a structure to the stream's end, for structures whose data follows after them. */
  from(name: keyof typeof PLACES): Bytes {
    const { start, length } = this.placeOf(name);
    return new Bytes(length === 0 ? new Uint8Array() : this.table.slice(start, this.table.length - start));
  }

  private placeOf(name: keyof typeof PLACES): { start: number; length: number } {
    const k = PLACES[name];
    if (k >= this.document.u16(this.places)) return { start: 0, length: 0 };
    return { start: this.document.u32(this.offsets + k * 8), length: this.document.u32(this.offsets + k * 8 + 4) };
  }
}

/**
 * Reads a PLC ([MS-DOC] 2.2.2): n + 1 character positions, followed by n entries of `size` bytes.
 * @returns `entry`: the offset of the k-th entry
 */
export function positionsOf(list: Bytes, size: number): { positions: number[]; entry: (k: number) => number } {
  const count = Math.max(0, Math.floor((list.length - 4) / (4 + size)));
  const positions = Array.from({ length: count === 0 ? 0 : count + 1 }, (_, k) => list.u32(k * 4));
  return { positions, entry: (k) => (count + 1) * 4 + k * size };
}
