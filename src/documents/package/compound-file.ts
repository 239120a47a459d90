import { Bytes } from "./bytes";
import { PackageError } from "./package-error";

const HEADER = 512;
/**
 * Sector numbers with a special meaning in the allocation table ([MS-CFB] 2.1): those from here on end a chain or hold
 * no stream data.
 */
const LAST_REGULAR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const MINI_SECTOR = 64;

interface Entry {
  name: string;
  kind: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * The streams in the root storage of a compound file ([MS-CFB]), the container of .doc, .xls and .wps. Streams of
 * nested storages (embedded files, macros) are ignored. A chain longer than the file has sectors is refused, so a
 * cyclic chain cannot loop forever.
 */
export class CompoundFile {
  private readonly bytes: Bytes;
  private readonly sectorSize: number;
  private readonly sectors: number;
  /** Streams smaller than this are stored in mini sectors. */
  private readonly miniCutoff: number;
  private readonly table: number[];
  private readonly miniTable: number[];
  private readonly miniStream: Uint8Array;
  private readonly streams = new Map<string, Entry>();

  /** @throws PackageError `corrupt` if sectors, allocation tables or the directory are inconsistent */
  constructor(bytes: Uint8Array) {
    this.bytes = new Bytes(bytes);
    const shift = this.bytes.u16(30);
    if (shift !== 9 && shift !== 12) throw new PackageError("corrupt");
    this.sectorSize = 1 << shift;
    // The last sector may be truncated; the missing bytes count as zeros.
    this.sectors = Math.ceil((bytes.length - Math.max(HEADER, this.sectorSize)) / this.sectorSize);
    if (this.sectors < 1) throw new PackageError("corrupt");
    this.miniCutoff = this.bytes.u32(56);
    this.table = this.allocationTable();
    const entries = this.directory();
    const root = entries[0];
    if (root?.kind !== ROOT) throw new PackageError("corrupt");
    this.miniTable = numbersOf(this.chained(this.bytes.u32(60)));
    this.miniStream = this.chained(root.start, root.size);
    for (const entry of inStorage(entries, root.child))
      if (entry.kind === STREAM) this.streams.set(entry.name.toLowerCase(), entry);
  }

  /** Whether the root storage has a stream of this name (names ignore case). */
  has(name: string): boolean {
    return this.streams.has(name.toLowerCase());
  }

  /**
   * The bytes of a stream in the root storage.
   * @returns undefined if there is no such stream
   * @throws PackageError `corrupt` if its sector chain ends before the stream does
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.streams.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.size >= this.miniCutoff) return this.chained(entry.start, entry.size);
    return gathered(chainOf(entry.start, this.miniTable), MINI_SECTOR, entry.size, (sector) =>
      this.miniStream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR),
    );
  }

  /** The bytes of a sector chain: all of them, or the first `size`. */
  private chained(start: number, size?: number): Uint8Array {
    const chain = chainOf(start, this.table);
    return gathered(chain, this.sectorSize, size ?? chain.length * this.sectorSize, (sector) => this.sector(sector));
  }

  private sector(number: number): Uint8Array {
    if (number >= this.sectors) throw new PackageError("corrupt");
    const start = (number + 1) * this.sectorSize;
    return this.bytes.slice(start, Math.min(this.sectorSize, this.bytes.length - start));
  }

  /**
   * The header lists the first 109 sectors of the allocation table. Larger files list the rest in a chain of sectors of
   * their own (DIFAT).
   */
  private allocationTable(): number[] {
    const listed: number[] = [];
    for (let at = 76; at < HEADER; at += 4) listed.push(this.bytes.u32(at));
    const perSector = this.sectorSize / 4 - 1;
    let next = this.bytes.u32(68);
    for (let seen = 0; next < LAST_REGULAR; seen++) {
      if (seen > this.sectors) throw new PackageError("corrupt");
      const numbers = numbersOf(padded(this.sector(next), this.sectorSize));
      for (const number of numbers.slice(0, perSector)) listed.push(number);
      next = numbers[perSector]!;
    }
    const table: number[] = [];
    for (const number of listed.filter((each) => each < LAST_REGULAR)) {
      if (table.length > this.sectors + perSector) break;
      for (const each of numbersOf(padded(this.sector(number), this.sectorSize))) table.push(each);
    }
    return table;
  }

  private directory(): Entry[] {
    const bytes = new Bytes(this.chained(this.bytes.u32(48)));
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = Math.min(64, bytes.u16(at + 64));
      entries.push({
        name: bytes.utf16(at, Math.max(0, (length >> 1) - 1)),
        kind: bytes.u8(at + 66),
        left: bytes.u32(at + 68),
        right: bytes.u32(at + 72),
        child: bytes.u32(at + 76),
        start: bytes.u32(at + 116),
        size: bytes.u32(at + 120),
      });
    }
    return entries;
  }
}

/**
 * The entries of one storage. They form a tree of siblings below `first`; an entry met twice is skipped, so that a
 * damaged tree cannot loop.
 */
function inStorage(entries: readonly Entry[], first: number): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [first];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (at === NO_ENTRY || !entry || seen.has(at)) continue;
    seen.add(at);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

/** The sector numbers of a chain, in order. A cyclic chain becomes longer than its table and is refused. */
function chainOf(start: number, table: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at = start; at < LAST_REGULAR; at = table[at] ?? END_OF_CHAIN) {
    if (chain.length >= table.length) throw new PackageError("corrupt");
    chain.push(at);
  }
  return chain;
}

/** Concatenates the first `size` bytes of a chain's sectors. */
function gathered(
  chain: readonly number[],
  sectorSize: number,
  size: number,
  sector: (number: number) => Uint8Array,
): Uint8Array {
  if (size > chain.length * sectorSize) throw new PackageError("corrupt");
  const whole = new Uint8Array(size);
  for (let k = 0; k * sectorSize < size; k++)
    whole.set(sector(chain[k]!).subarray(0, size - k * sectorSize), k * sectorSize);
  return whole;
}

function padded(sector: Uint8Array, size: number): Uint8Array {
  if (sector.length === size) return sector;
  const whole = new Uint8Array(size);
  whole.set(sector);
  return whole;
}

function numbersOf(bytes: Uint8Array): number[] {
  const numbers = new Bytes(bytes);
  return Array.from({ length: bytes.length >> 2 }, (_, k) => numbers.u32(k * 4));
}
