import { firstIndexWhere } from "../../../plan/binary-search";
import { PackageError } from "../../package/package-error";
import { Bytes } from "../../package/bytes";
import { positionsOf, type WordFile } from "./word-file";

/** A range of the text that is stored contiguously in the document stream. */
export interface Piece {
  /** Characters `[start, end)` of the text. */
  start: number;
  end: number;
  /** Their offset in the document stream, and the bytes per character. */
  at: number;
  width: 1 | 2;
  /** Property modifiers (sprms) for the whole piece; Word's fast save writes them. */
  modifiers: Uint8Array;
}

const COMPRESSED = 0x40000000;
const NOTHING = new Uint8Array();

/**
 * Reads the document's whole text (body, notes, text boxes …) through its piece table ([MS-DOC] 2.4.1).
 * @throws PackageError `corrupt`
 */
export function documentText(file: WordFile): { text: string; pieces: Piece[] } {
  const { list, modifiers } = tablesOf(file.part("pieces"));
  const { positions, entry } = positionsOf(list, 8);
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  for (let k = 0; k + 1 < positions.length; k++) {
    const [start, end] = [positions[k]!, positions[k + 1]!];
    // The text cannot have more characters than the stream has bytes, so pieces cannot repeat it without end.
    length += end - start;
    if (start !== (pieces.at(-1)?.end ?? 0) || end < start || length > file.document.length)
      throw new PackageError("corrupt");
    const place = list.u32(entry(k) + 2);
    const width = place & COMPRESSED ? 1 : 2;
    const at = width === 1 ? (place & ~COMPRESSED) >>> 1 : place;
    pieces.push({ start, end, at, width, modifiers: modifiersOf(list.u16(entry(k) + 6), modifiers) });
    parts.push(width === 2 ? file.document.utf16(at, end - start) : western(file.document.slice(at, end - start)));
  }
  return { text: parts.join(""), pieces };
}

const western = (bytes: Uint8Array): string => new TextDecoder("windows-1252").decode(bytes);

/** The Clx: any number of lists of modifiers (Prc), then the piece table (Pcdt). */
function tablesOf(clx: Bytes): { list: Bytes; modifiers: Uint8Array[] } {
  const modifiers: Uint8Array[] = [];
  let at = 0;
  while (clx.u8(at) === 1) {
    const length = clx.u16(at + 1);
    modifiers.push(clx.slice(at + 3, length));
    at += 3 + length;
  }
  if (clx.u8(at) !== 2) throw new PackageError("corrupt");
  return { list: new Bytes(clx.slice(at + 5, clx.u32(at + 1))), modifiers };
}

/**
 * A piece refers to a list of modifiers by index. A single modifier stored in the piece itself is never one that is
 * read here.
 */
const modifiersOf = (code: number, modifiers: readonly Uint8Array[]): Uint8Array =>
  (code & 1 ? modifiers[code >> 1] : undefined) ?? NOTHING;

/** The piece that contains a character. */
export const pieceAt = (pieces: readonly Piece[], character: number): Piece | undefined =>
  pieces[firstIndexWhere(pieces.length, (k) => pieces[k]!.end > character)];
