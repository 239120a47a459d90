import { Inflate } from "fflate";
import { concatBytes, inflatesLikeBomb } from "../../package/inflation";
import { latin1Text } from "../../package/signature";
import { PlanFileError } from "../plan-file-error";

/** Limit in bytes on one unpacked stream: the largest are fonts with all Chinese characters. */
const MAX_STREAM_BYTES = 32 * 1024 * 1024;
/** Limit in bytes on all streams together. */
const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** Input is inflated in small chunks: each byte may become a thousand. */
const CHUNK = 2 * 1024;
const ZLIB_HEADER = 2;
/** How many characters before a stream are searched for its dictionary. */
const DICTIONARY_WITHIN = 4096;
/** Highest expansion of the other filters (ISO 32000, 7.4.4 and 7.4.5). */
const OTHER_RATIOS: readonly (readonly [filter: RegExp, ratio: number])[] = [
  [/\/(?:LZWDecode|LZW)\b/, 1400],
  [/\/(?:RunLengthDecode|RL)\b/, 64],
];

/**
 * The unpacked size in bytes of the largest stream that is drawn, leaving out images and fonts. Checked before pdf.js
 * sees the file: it unpacks whatever it meets, so a page of a few kilobytes could fill the memory.
 * @throws PlanFileError `zipBomb` if a stream is larger than any document's
 */
export function largestContentStream(bytes: Uint8Array): number {
  const source = latin1Text(bytes);
  let sum = 0;
  let largest = 0;
  for (const { index, 0: word } of source.matchAll(/>>\s{0,8}stream(?:\r?\n)?/g)) {
    const before = source.slice(Math.max(0, index - DICTIONARY_WITHIN), index);
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    const start = index + word.length;
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const size = unpackedSize(bytes.subarray(start, endOf(source, start, dictionary)), dictionary);
    sum += size;
    if (sum > MAX_TOTAL_BYTES) throw new PlanFileError("zipBomb");
    if (!/\/(?:Length[123]|ObjStm|XRef|CIDFontType0C|OpenType|Type1C)\b/.test(dictionary))
      largest = Math.max(largest, size);
  }
  return largest;
}

/** A stream ends at its declared length or at `endstream`, whichever is later: the word may occur in the data. */
function endOf(source: string, start: number, dictionary: string): number {
  const word = source.indexOf("endstream", start);
  const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0);
  return Math.min(source.length, Math.max(word < 0 ? source.length : word, start + length));
}

function unpackedSize(packed: Uint8Array, dictionary: string): number {
  for (const [filter, ratio] of OTHER_RATIOS)
    if (filter.test(dictionary) && packed.length * ratio > MAX_STREAM_BYTES) throw new PlanFileError("zipBomb");
  let content = /\/(?:ASCII85Decode|A85)\b/.test(dictionary) ? from85(packed) : packed;
  let size = content.length;
  for (let layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0; layers > 0; layers--) {
    const chunks: Uint8Array[] = [];
    size = inflate(content, (chunk) => void (layers > 1 && chunks.push(chunk)));
    if (layers > 1) content = concatBytes(chunks, size);
  }
  return size;
}

/**
 * Inflates a stream, handing on each chunk.
 * @returns the unpacked size. Damaged or encrypted data ends it without an error; pdf.js judges that
 */
function inflate(packed: Uint8Array, take: (chunk: Uint8Array) => void): number {
  let size = 0;
  const inflater = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MAX_STREAM_BYTES || inflatesLikeBomb(size, packed.length)) throw new PlanFileError("zipBomb");
    take(chunk);
  });
  try {
    for (let at = ZLIB_HEADER; at < packed.length; at += CHUNK)
      inflater.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (error) {
    if (error instanceof PlanFileError) throw error;
  }
  return size;
}

/** Decodes ASCII85 (ISO 32000, 7.4.3): five characters for four bytes, `z` for four zeros. */
function from85(text: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let group: number[] = [];
  for (const code of text) {
    if (code === 0x7e) break;
    if (code === 0x7a) bytes.push(0, 0, 0, 0);
    else if (code >= 0x21 && code <= 0x75) group.push(code - 0x21);
    if (group.length < 5) continue;
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    bytes.push(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
    group = [];
  }
  return Uint8Array.from(bytes);
}
