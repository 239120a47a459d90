import { PackageError } from "./package-error";

/**
 * Reads little-endian numbers and byte ranges of a binary file. Every read beyond the end throws PackageError
 * `corrupt`.
 */
export class Bytes {
  readonly length: number;
  private readonly view: DataView;

  constructor(private readonly all: Uint8Array) {
    this.length = all.length;
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  u8(at: number): number {
    this.check(at, 1);
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.view.getUint16(at, true);
  }

  i16(at: number): number {
    this.check(at, 2);
    return this.view.getInt16(at, true);
  }

  u32(at: number): number {
    this.check(at, 4);
    return this.view.getUint32(at, true);
  }

  i32(at: number): number {
    this.check(at, 4);
    return this.view.getInt32(at, true);
  }

  f64(at: number): number {
    this.check(at, 8);
    return this.view.getFloat64(at, true);
  }

  /** `length` bytes from offset `at`, as a view (not a copy). */
  slice(at: number, length: number): Uint8Array {
    this.check(at, length);
    return this.all.subarray(at, at + length);
  }

  /** `count` UTF-16 code units from offset `at`. */
  utf16(at: number, count: number): string {
    return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(this.slice(at, count * 2));
  }

  private check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw new PackageError("corrupt");
  }
}
