import { formulaPart, valueParts } from "../../src/excel/sheet-contents";
import type { CellValue, SheetData } from "../../src/matrix/sheet";
import { noted } from "./queued";

const data = (more: Partial<SheetData>): SheetData =>
  ({ cells: [], formulas: [], filledFormulas: [], ...more }) as SheetData;
const rows = (count: number, columns: number, text = ""): CellValue[][] =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (__, column) => (column === 0 ? row : text)),
  );

/** The blocks in which the values go, in their order: first row and number of rows. */
function blocksOf(more: Partial<SheetData>): [start: number, length: number][] {
  const { sheet, notes } = noted();
  for (const { queue } of valueParts(sheet, data(more))) queue();
  return notes.map((note): [number, number] => {
    const [, start, length] = /^\[(\d+) 0 (\d+) \d+\]\.values/.exec(note)!;
    const written = JSON.parse(note.slice(note.indexOf("=") + 1)) as CellValue[][];
    expect(written.map(([first]) => first)).toEqual(
      Array.from({ length: Number(length) }, (_, k) => Number(start) + k),
    );
    return [Number(start), Number(length)];
  });
}

describe("the values of a sheet", () => {
  it("go in blocks of at most 1500 cells, in whole rows", () => {
    expect(blocksOf({ cells: [] })).toEqual([]);
    expect(blocksOf({ cells: rows(500, 3) })).toEqual([[0, 500]]);
    expect(blocksOf({ cells: rows(1001, 3) })).toEqual([
      [0, 500],
      [500, 500],
      [1000, 1],
    ]);
    expect(blocksOf({ cells: rows(2, 1501) })).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it("go in blocks of at most a megabyte", () => {
    const long = "长".repeat(30_000);
    expect(blocksOf({ cells: rows(30, 2, long) })).toEqual([
      [0, 11],
      [11, 11],
      [22, 8],
    ]);
  });

  it("begin with the block in which the header is, by which the sheet is recognised", () => {
    const table = (row: number): SheetData["table"] =>
      ({ area: { row, column: 0, rows: 2, columns: 3 } }) as SheetData["table"];
    const first = (row: number): number => blocksOf({ cells: rows(1200, 3), table: table(row) })[0]![0];
    expect([0, 499, 500, 999, 1000].map(first)).toEqual([0, 0, 500, 500, 1000]);
    expect(blocksOf({ cells: rows(1200, 3), table: table(700) }).map(([start]) => start)).toEqual([500, 0, 1000]);
  });
});

describe("the formulas of a sheet", () => {
  function queued(more: Partial<SheetData>): string[] {
    const { sheet, notes } = noted();
    formulaPart(sheet, data(more)).queue();
    return notes;
  }
  const filled = (
    column: number,
    columns: number,
    formula: string,
    row = 5,
    count = 3,
  ): SheetData["filledFormulas"][number] => ({
    area: { row, column, rows: count, columns },
    formula,
  });

  it("are written cell by cell outside the table", () => {
    expect(queued({ formulas: [{ row: 1, column: 2, formula: "=A1" }] })).toEqual([`[1 2 1 1].formulas = [["=A1"]]`]);
  });

  it("are filled down from the first row, columns side by side as one block", () => {
    expect(queued({ filledFormulas: [filled(4, 1, "=A6"), filled(5, 2, "=B6")] })).toEqual([
      `[5 4 1 3].formulas = [["=A6","=B6","=B6"]]`,
      `[6 4 2 3].copyFrom([5 4 1 3], "Formulas")`,
    ]);
    expect(queued({ filledFormulas: [filled(4, 1, "=A6", 5, 1)] })).toEqual([`[5 4 1 1].formulas = [["=A6"]]`]);
  });

  it.each([
    ["apart", filled(6, 1, "=B6")],
    ["over the first", filled(4, 1, "=B6")],
    ["from another row on", filled(5, 1, "=B6", 6, 3)],
    ["over fewer rows", filled(5, 1, "=B6", 5, 2)],
  ])("are blocks of their own where one is %s", (_, other) => {
    const notes = queued({ filledFormulas: [filled(4, 1, "=A6"), other] });
    expect(notes.filter((note) => note.includes("formulas ="))).toEqual([
      `[5 4 1 1].formulas = [["=A6"]]`,
      `[${other.area.row} ${other.area.column} 1 1].formulas = [["=B6"]]`,
    ]);
  });
});
