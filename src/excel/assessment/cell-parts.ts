import type { CellValue } from "../../matrix/sheet";
import { asWritten } from "../cell-text";
import type { Part } from "../session";
import { bytesOf, rangeOf } from "../sheet-contents";

export interface PlacedCell {
  row: number;
  column: number;
  value: CellValue;
}

const lot = 200;

/** Single cells as writes; those below each other go out together. */
export function cellParts(sheet: Excel.Worksheet, cells: readonly PlacedCell[]): Part[] {
  const placed = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const blocks: { row: number; column: number; values: CellValue[] }[] = [];
  for (const { row, column, value } of placed) {
    const last = blocks[blocks.length - 1];
    if (last && last.column === column && last.row + last.values.length === row) last.values.push(value);
    else blocks.push({ row, column, values: [value] });
  }
  const parts: Part[] = [];
  for (let from = 0; from < blocks.length; from += lot) {
    const some = blocks.slice(from, from + lot);
    parts.push({
      bytes: bytesOf(some) + some.length * 700,
      queue: () => some.forEach(({ row, column, values }) => void (rangeOf(sheet, { row, column, rows: values.length, columns: 1 }).values = values.map((value) => [asWritten(value)]))),
    });
  }
  return parts;
}
