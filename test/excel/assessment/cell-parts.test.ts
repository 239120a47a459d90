import { cellParts, type PlacedCell } from "../../../src/excel/assessment/cell-parts";
import { noted } from "../queued";

/** What each part queues. */
function queued(cells: readonly PlacedCell[]): string[][] {
  const { sheet, notes } = noted();
  return cellParts(sheet, cells).map(({ queue, bytes }) => {
    expect(bytes).toBeGreaterThan(0);
    const before = notes.length;
    queue();
    return notes.slice(before);
  });
}

describe("single cells", () => {
  it("directly below each other are written in one block, in whatever order they come", () => {
    const cell = (row: number, column: number, value: number): PlacedCell => ({ row, column, value });
    expect(queued([cell(7, 3, 1), cell(5, 4, 2), cell(5, 3, 3), cell(6, 3, 4), cell(9, 3, 5), cell(6, 4, 6)])).toEqual([
      ["[5 3 3 1].values = [[3],[4],[1]]", "[9 3 1 1].values = [[5]]", "[5 4 2 1].values = [[2],[6]]"],
    ]);
    // The last of one column is not above the first of the next.
    expect(queued([cell(5, 3, 1), cell(6, 4, 2)])).toEqual([["[5 3 1 1].values = [[1]]", "[6 4 1 1].values = [[2]]"]]);
  });

  it("lose a percentage's format before the number comes, and none where nothing asks for it", () => {
    expect(
      queued([
        { row: 5, column: 3, value: 92, isPlain: true },
        { row: 6, column: 3, value: "=1", isPlain: false },
      ]),
    ).toEqual([[`[5 3 1 1].numberFormat = [["General"]]`], [`[5 3 2 1].values = [[92],["'=1"]]`]]);
  });

  it("go in parts of 200 blocks, none of them lost", () => {
    const apart = Array.from({ length: 401 }, (_, index): PlacedCell => ({ row: index * 2, column: 0, value: index }));
    const parts = queued(apart);
    expect(parts.map(({ length }) => length)).toEqual([200, 200, 1]);
    expect(parts.flat()).toEqual(apart.map(({ row, value }) => `[${row} 0 1 1].values = [[${String(value)}]]`));
    expect(queued([])).toEqual([]);
  });
});
