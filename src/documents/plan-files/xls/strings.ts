import { PackageError } from "../../package/package-error";
import { Bytes } from "../../package/bytes";
import type { XlsRecord } from "./records";

const WIDE = 1;
const HAS_PHONETIC = 4;
const HAS_RUNS = 8;

/** Reads consecutive strings of a record and its Continue records ([MS-XLS] 2.5.293, 2.5.294). */
export class StringReader {
  private readonly parts: Bytes[];
  private part = 0;
  private at: number;

  constructor({ data, rest }: Pick<XlsRecord, "data" | "rest">, from: number) {
    this.parts = [data, ...rest.map((each) => new Bytes(each))];
    this.at = from;
  }

  /**
   * The next string.
   * @param lengthBytes how many bytes its length takes
   * @throws PackageError `corrupt` if the record ends before the string
   */
  next(lengthBytes: 1 | 2 = 2): string {
    const count = lengthBytes === 1 ? this.u8() : this.u16();
    const flags = this.u8();
    const runs = flags & HAS_RUNS ? this.u16() : 0;
    const phoneticBytes = flags & HAS_PHONETIC ? this.u16() + this.u16() * 0x10000 : 0;
    const text = this.characters(count, (flags & WIDE) !== 0);
    this.skip(runs * 4 + phoneticBytes);
    return text;
  }

  get isDone(): boolean {
    return this.part >= this.parts.length - 1 && this.left <= 0;
  }

  /** Characters may continue in the next record, which states again how wide they are there. */
  private characters(count: number, isWide: boolean): string {
    let text = "";
    let wide = isWide;
    for (let wanted = count; wanted > 0;) {
      if (this.left <= 0) {
        this.nextPart();
        wide = (this.u8() & WIDE) !== 0;
        continue;
      }
      const width = wide ? 2 : 1;
      const taken = Math.min(wanted, Math.floor(this.left / width));
      if (taken === 0) throw new PackageError("corrupt");
      const part = this.parts[this.part]!;
      text += wide ? part.utf16(this.at, taken) : new TextDecoder("windows-1252").decode(part.slice(this.at, taken));
      this.at += taken * width;
      wanted -= taken;
    }
    return text;
  }

  private get left(): number {
    return (this.parts[this.part]?.length ?? 0) - this.at;
  }

  private nextPart(): void {
    this.part++;
    this.at = 0;
    if (this.part >= this.parts.length) throw new PackageError("corrupt");
  }

  private skip(bytes: number): void {
    let wanted = bytes;
    while (wanted > this.left) {
      wanted -= Math.max(0, this.left);
      this.nextPart();
    }
    this.at += wanted;
  }

  private u8(): number {
    while (this.left <= 0) this.nextPart();
    return this.parts[this.part]!.u8(this.at++);
  }

  private u16(): number {
    return this.u8() + this.u8() * 0x100;
  }
}

/** The shared string table ([MS-XLS] 2.4.265). */
export function sharedStrings(record: XlsRecord): string[] {
  const count = record.data.u32(4);
  const reader = new StringReader(record, 8);
  const strings: string[] = [];
  while (strings.length < count && !reader.isDone) strings.push(reader.next());
  return strings;
}
