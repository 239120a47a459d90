import type { Bytes } from "../../package/bytes";
import { SPRM, type Sprm } from "./sprms";

/** A cell of a table row: its edges in twips (1/1440 inch), and how it is merged with other cells. */
export interface RowCell {
  left: number;
  right: number;
  /** 0: not merged; otherwise one of a set of horizontally merged cells. */
  horzMerge: number;
  /** 0: not merged; 1: covered by the cell above; 2 or 3: the first of a vertical set. */
  vertMerge: number;
}

const CELL = 20;
const HORZ_MERGE = 3;
const VERT_MERGE_AT = 5;

/** The cells that a row's modifiers define ([MS-DOC] 2.9.315); none if they define none. */
export function rowCells(row: readonly Sprm[]): RowCell[] {
  let cells: RowCell[] = [];
  for (const { code, operand } of row) {
    if (code === SPRM.rowCells) cells = definedCells(operand);
    else if (code === SPRM.mergeDown && operand.length >= 2) {
      const cell = cells[operand.u8(0)];
      if (cell) cell.vertMerge = operand.u8(1) & 3;
    } else if (code === SPRM.mergeAcross || code === SPRM.splitAcross) {
      for (let at = operand.u8(0); at < operand.u8(1) && at < cells.length; at++)
        cells[at]!.horzMerge = code === SPRM.splitAcross ? 0 : at === operand.u8(0) ? 1 : 2;
    }
  }
  return cells;
}

function definedCells(operand: Bytes): RowCell[] {
  const count = operand.u8(0);
  const edges = 1;
  const flags = edges + (count + 1) * 2;
  return Array.from({ length: count }, (_, k) => {
    // The list of cell descriptions may be shorter than the row; the remaining cells are plain.
    const described = flags + k * CELL + 2 <= operand.length ? operand.u16(flags + k * CELL) : 0;
    return {
      left: operand.i16(edges + k * 2),
      right: operand.i16(edges + k * 2 + 2),
      horzMerge: described & HORZ_MERGE,
      vertMerge: (described >> VERT_MERGE_AT) & 3,
    };
  });
}
