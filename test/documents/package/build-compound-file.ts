const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const IN_HEADER = 109;

/** A stream, or a storage with streams of its own. */
export type Content = Uint8Array | { readonly [name: string]: Content };

interface Entry {
  name: string;
  kind: 1 | 2 | 5;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * A compound file ([MS-CFB]) with the given streams and storages; streams below 4 KB go into the mini stream, as they
 * must.
 */
export function compoundFile(content: { readonly [name: string]: Content }, sectorSize: 512 | 4096 = 512): Uint8Array {
  const table: number[] = [];
  const sectors: Uint8Array[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END_OF_CHAIN;
    const first = sectors.length;
    const count = Math.ceil(bytes.length / sectorSize);
    for (let k = 0; k < count; k++) {
      const sector = new Uint8Array(sectorSize);
      sector.set(bytes.subarray(k * sectorSize, (k + 1) * sectorSize));
      sectors.push(sector);
      table.push(k + 1 < count ? first + k + 1 : END_OF_CHAIN);
    }
    return first;
  };

  const mini: number[] = [];
  const miniTable: number[] = [];
  const putSmall = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END_OF_CHAIN;
    const first = miniTable.length;
    const count = Math.ceil(bytes.length / 64);
    for (let k = 0; k < count; k++) miniTable.push(k + 1 < count ? first + k + 1 : END_OF_CHAIN);
    mini.push(...bytes, ...new Uint8Array(count * 64 - bytes.length));
    return first;
  };

  const entries: Entry[] = [{ name: "Root Entry", kind: 5, right: FREE, child: FREE, start: 0, size: 0 }];
  const fill = (parent: Entry, within: { readonly [name: string]: Content }): void => {
    let before: Entry | undefined;
    for (const [name, each] of Object.entries(within)) {
      const isStream = each instanceof Uint8Array;
      const entry: Entry = {
        name,
        kind: isStream ? 2 : 1,
        right: FREE,
        child: FREE,
        start: 0,
        size: isStream ? each.length : 0,
      };
      if (before) before.right = entries.length;
      else parent.child = entries.length;
      before = entry;
      entries.push(entry);
      if (isStream) entry.start = each.length < 4096 ? putSmall(each) : put(each);
      else fill(entry, each);
    }
  };
  fill(entries[0]!, content);
  entries[0]!.start = put(Uint8Array.from(mini));
  entries[0]!.size = mini.length;

  const directory = new Uint8Array(entries.length * 128);
  const view = new DataView(directory.buffer);
  entries.forEach((entry, k) => {
    [...entry.name].forEach((letter, n) => view.setUint16(k * 128 + n * 2, letter.charCodeAt(0), true));
    view.setUint16(k * 128 + 64, (entry.name.length + 1) * 2, true);
    view.setUint8(k * 128 + 66, entry.kind);
    for (const [at, value] of [
      [68, FREE],
      [72, entry.right],
      [76, entry.child],
      [116, entry.start],
      [120, entry.size],
    ] as const)
      view.setUint32(k * 128 + at, value, true);
  });
  const directoryAt = put(directory);
  const miniTableAt = put(numbers(miniTable));

  // The table also lists its own sectors, and those that list the table's sectors.
  const perSector = sectorSize / 4;
  let own = 0;
  let lists = 0;
  while (own * perSector < table.length + own + lists || lists * (perSector - 1) < own - IN_HEADER) {
    own = Math.ceil((table.length + own + lists) / perSector);
    lists = Math.max(0, Math.ceil((own - IN_HEADER) / (perSector - 1)));
  }
  const listed = Array.from({ length: own }, (_, k) => sectors.length + k);
  const listsAt = sectors.length + own;
  const whole = [...table, ...listed.map(() => 0xfffffffd), ...Array.from({ length: lists }, () => 0xfffffffc)];
  while (whole.length < own * perSector) whole.push(FREE);
  put(numbers(whole));
  for (let k = 0; k < lists; k++) {
    const part = listed.slice(IN_HEADER + k * (perSector - 1), IN_HEADER + (k + 1) * (perSector - 1));
    put(
      numbers([
        ...part,
        ...Array.from({ length: perSector - 1 - part.length }, () => FREE),
        k + 1 < lists ? listsAt + k + 1 : END_OF_CHAIN,
      ]),
    );
  }

  const file = new Uint8Array((sectors.length + 1) * sectorSize);
  const header = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [24, 0x3e],
    [26, sectorSize === 512 ? 3 : 4],
    [28, 0xfffe],
    [30, sectorSize === 512 ? 9 : 12],
    [32, 6],
  ] as const)
    header.setUint16(at, value, true);
  for (const [at, value] of [
    [44, own],
    [48, directoryAt],
    [56, 4096],
    [60, miniTableAt],
    [68, lists > 0 ? listsAt : END_OF_CHAIN],
    [72, lists],
  ] as const)
    header.setUint32(at, value, true);
  for (let k = 0; k < IN_HEADER; k++) header.setUint32(76 + k * 4, listed[k] ?? FREE, true);
  sectors.forEach((sector, k) => file.set(sector, (k + 1) * sectorSize));
  return file;
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, k) => view.setUint32(k * 4, value, true));
  return bytes;
}
