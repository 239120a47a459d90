import { compoundFile } from "../package/build-compound-file";

/** A record of the workbook stream ([MS-XLS] 2.1.4). */
export type XlsRecord = readonly [type: number, content: readonly number[]];

export const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
export const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];

/** A string with its length in two bytes: wide, or one byte a character. */
export function xlString(text: string, isWide = true): number[] {
  return [...u16(text.length), isWide ? 1 : 0, ...characters(text, isWide)];
}

export const characters = (text: string, isWide: boolean): number[] =>
  Array.from({ length: text.length }, (_, k) => text.charCodeAt(k)).flatMap((code) => (isWide ? u16(code) : [code]));

const begin = (kind: number, version = 0x600): XlsRecord => [
  0x0809,
  [...u16(version), ...u16(kind), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
];
const end: XlsRecord = [0x000a, []];

/**
 * A workbook of Excel 97 with the records of its sheets, and those that the sheets share; number formats by the index
 * of the cell format.
 */
export function oldExcelFile(
  sheets: readonly { name: string; state?: number; records: readonly XlsRecord[] }[],
  shared: readonly XlsRecord[] = [],
): Uint8Array {
  const globals = (starts: readonly number[]): number[] =>
    bytesOf([
      begin(5),
      ...shared,
      ...sheets.map(({ name, state = 0 }, k): XlsRecord => [
        0x0085,
        [...u32(starts[k] ?? 0), state, 0, name.length, 1, ...characters(name, true)],
      ]),
      end,
    ]);
  const bodies = sheets.map(({ records }) => bytesOf([begin(0x10), ...records, end]));
  let at = globals([]).length;
  const starts = bodies.map((body) => (at += body.length) - body.length);
  return compoundFile({ Workbook: Uint8Array.from([...globals(starts), ...bodies.flat()]) });
}

const bytesOf = (records: readonly XlsRecord[]): number[] =>
  records.flatMap(([type, content]) => [...u16(type), ...u16(content.length), ...content]);

/** A cell that contains its text. */
export const label = (row: number, column: number, text: string): XlsRecord => [
  0x0204,
  [...u16(row), ...u16(column), 0, 0, ...xlString(text)],
];
/** A cell that refers to a shared text. */
export const sharedLabel = (row: number, column: number, number: number): XlsRecord => [
  0x00fd,
  [...u16(row), ...u16(column), 0, 0, ...u32(number)],
];
/** Merged cells, by their first and last rows and columns. */
export const merged = (...ranges: readonly (readonly [number, number, number, number])[]): XlsRecord => [
  0x00e5,
  [...u16(ranges.length), ...ranges.flatMap((range) => range.flatMap(u16))],
];
