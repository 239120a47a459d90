import { consecutive } from "../../matrix/consecutive";
import type { CellValue } from "../../matrix/sheet";
import { asWritten } from "../cell-text";
import type { RequestPart } from "../session";
import { bytesOf, rangeOf } from "../sheet-contents";

export interface PlacedCell {
  row: number;
  column: number;
  value: CellValue;
  /** Reset the number format to General first: the cell's present format may show the number as a percentage. */
  isPlain?: boolean;
}

const blocksPerPart = 200;

/** Writes single cells; those directly below each other in one block. */
export function cellParts(sheet: Excel.Worksheet, cells: readonly PlacedCell[]): RequestPart[] {
  const placed = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const isBelow = (cell: PlacedCell, above: PlacedCell): boolean =>
    cell.column === above.column && cell.row === above.row + 1;
  const blocks = consecutive(placed, isBelow).map((cells) => ({
    row: cells[0]!.row,
    column: cells[0]!.column,
    values: cells.map(({ value }) => value),
  }));
  const parts: RequestPart[] = [plainPart(sheet, cells)].filter(({ bytes }) => bytes > 0);
  for (let from = 0; from < blocks.length; from += blocksPerPart) {
    const some = blocks.slice(from, from + blocksPerPart);
    parts.push({
      bytes: bytesOf(some) + some.length * 700,
      queue: () =>
        some.forEach(
          ({ row, column, values }) =>
            void (rangeOf(sheet, { row, column, rows: values.length, columns: 1 }).values = values.map((value) => [
              asWritten(value),
            ])),
        ),
    });
  }
  return parts;
}

/** Comes before the values: Excel interprets a number written into a percentage cell as a percentage. */
function plainPart(sheet: Excel.Worksheet, cells: readonly PlacedCell[]): RequestPart {
  const plain = cells.filter(({ isPlain }) => isPlain);
  return {
    bytes: plain.length * 700,
    queue: () =>
      plain.forEach(
        ({ row, column }) => void (rangeOf(sheet, { row, column, rows: 1, columns: 1 }).numberFormat = [["General"]]),
      ),
  };
}
