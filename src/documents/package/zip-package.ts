import { Inflate } from "fflate";
import { concatBytes, inflatesLikeBomb } from "./inflation";
import { PackageError } from "./package-error";

/** Default limit on the total inflated bytes of all parts read from one file. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const CHUNK = 16 * 1024;

interface Entry {
  offset: number;
  compressed: number;
  declared: number;
  method: number;
  encrypted: boolean;
}

/** The parts of a zip package, each inflated when it is asked for. Part names ignore case. */
export class ZipPackage {
  private readonly entries: Map<string, Entry>;
  private inflated = 0;

  /**
   * @param maxInflated limit in bytes on all parts read, together
   * @throws PackageError `corrupt` if there is no central directory, `zipBomb` if it has too many entries
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly maxInflated = MAX_INFLATED_BYTES,
  ) {
    this.entries = readDirectory(bytes);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * The bytes of a part.
   * @returns undefined if there is no such part
   * @throws PackageError `zipBomb` (found before or while inflating), `password` for an encrypted entry, `corrupt`
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.encrypted) throw new PackageError("password");
    this.check(entry, entry.declared);
    const start = this.dataStart(entry.offset);
    if (start + entry.compressed > this.bytes.length) throw new PackageError("corrupt");
    const packed = this.bytes.subarray(start, start + entry.compressed);
    const content = entry.method === 0 ? packed : this.inflate(packed, entry);
    this.inflated += content.length;
    return content;
  }

  private inflate(packed: Uint8Array, entry: Entry): Uint8Array {
    if (entry.method !== 8) throw new PackageError("corrupt");
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflater = new Inflate((chunk) => {
      size += chunk.length;
      this.check(entry, size);
      chunks.push(chunk);
    });
    for (let at = 0; at < packed.length; at += CHUNK)
      inflater.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    if (size !== entry.declared) throw new PackageError("corrupt");
    return concatBytes(chunks, size);
  }

  private check(entry: Entry, size: number): void {
    if (this.inflated + size > this.maxInflated) throw new PackageError("zipBomb");
    if (inflatesLikeBomb(size, entry.compressed)) throw new PackageError("zipBomb");
  }

  private dataStart(offset: number): number {
    const view = viewOf(this.bytes);
    if (view.getUint32(offset, true) !== 0x04034b50) throw new PackageError("corrupt");
    return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads the central directory (APPNOTE.TXT 4.3.12, 4.3.16). Zip64 is not supported: no file below the 20 MB limit needs
 * it.
 */
function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first) throw new PackageError("corrupt");
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new PackageError("zipBomb");
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let k = 0; k < count; k++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new PackageError("corrupt");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.replace(/\\/g, "/").toLowerCase(), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
