import { Bytes } from "../../package/bytes";

/** The single property modifiers (sprms) that are read ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800,
  charStyle: 0x4a30,
  symbol: 0x6a09,
  special: 0x0855,
  hidden: 0x083c,
  level: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  farProperties: 0x6646,
  farPropertiesOld: 0x6645,
  farTableProperties: 0x646b,
  rowCells: 0xd608,
  mergeDown: 0xd62b,
  mergeAcross: 0x5624,
  splitAcross: 0x5625,
} as const;

/** Defines the rows of Word 95. Like its successor, it stores its length in two bytes. */
const OLD_ROW_CELLS = 0xd606;
const CHANGED_TABS = 0xc615;
/** Operand sizes by the code's three highest bits; operands of type 6 state their own size. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** A single property modifier with its operand. */
export interface Sprm {
  code: number;
  operand: Bytes;
}

/** The modifiers in a list (grpprl), in order. A truncated one ends the list. */
export function sprmsOf(list: Uint8Array): Sprm[] {
  const bytes = new Bytes(list);
  const found: Sprm[] = [];
  for (let at = 0; at + 2 < bytes.length;) {
    const code = bytes.u16(at);
    const { start, size } = operandAt(bytes, code, at + 2);
    if (size < 0 || start + size > bytes.length) break;
    found.push({ code, operand: new Bytes(bytes.slice(start, size)) });
    at = start + size;
  }
  return found;
}

function operandAt(bytes: Bytes, code: number, at: number): { start: number; size: number } {
  if (code >> 13 !== 6) return { start: at, size: SIZES[code >> 13]! };
  if (code === SPRM.rowCells || code === OLD_ROW_CELLS)
    return at + 2 > bytes.length ? { start: at, size: -1 } : { start: at + 2, size: bytes.u16(at) - 1 };
  const size = bytes.u8(at);
  if (code !== CHANGED_TABS || size !== 255 || at + 2 > bytes.length) return { start: at + 1, size };
  // 255 means longer than a byte can state: the size follows from the counts of removed and added tabs.
  const added = at + 2 + bytes.u8(at + 1) * 4;
  return { start: at + 1, size: added >= bytes.length ? -1 : added - at + bytes.u8(added) * 3 };
}
