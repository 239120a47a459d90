import { Bytes } from "../../package/bytes";

/** Single property modifiers that are read ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800, charStyle: 0x4a30, symbol: 0x6a09, special: 0x0855, hidden: 0x083c,
  level: 0x260a, list: 0x460b, inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCellEnd: 0x244b, innerRowEnd: 0x244c,
  farProperties: 0x6646, farPropertiesOld: 0x6645, farTableProperties: 0x646b,
  rowCells: 0xd608, mergeDown: 0xd62b, mergeAcross: 0x5624, splitAcross: 0x5625,
} as const;

const CHANGED_TABS = 0xc615;
/** Operand sizes by the three highest bits; 6 says its own. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** A property modifier with its operand. */
export interface Sprm {
  code: number;
  operand: Bytes;
}

/** The modifiers in a list, in order; one that is cut short ends it. */
export function sprmsOf(list: Uint8Array): Sprm[] {
  const bytes = new Bytes(list);
  const found: Sprm[] = [];
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.u16(at);
    at += 2;
    let size = SIZES[code >> 13]!;
    if (code >> 13 === 6) {
      if (code === SPRM.rowCells) {
        if (at + 2 > bytes.length) break;
        size = bytes.u16(at) - 1;
        at += 2;
      } else {
        size = bytes.u8(at);
        at += 1;
        // Longer than a byte can say: the two lists in it say how long they are.
        if (code === CHANGED_TABS && size === 255) break;
      }
    }
    if (size < 0 || at + size > bytes.length) break;
    found.push({ code, operand: new Bytes(bytes.slice(at, size)) });
    at += size;
  }
  return found;
}
