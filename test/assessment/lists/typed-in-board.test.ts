import {
  markLines,
  movedHeading,
  placedOnBoard,
  typedInBoard,
  type BoardReading,
  type TypedInBoard,
} from "../../../src/assessment/lists/typed-in-board";
import type { CellValue } from "../../../src/matrix/sheet";

const width = 4;
/** A board of four lines, of which the third is empty; the last cell of the second is calculated. */
function board(): CellValue[][] {
  const cells: CellValue[][] = [
    ["", "看板", "", ""],
    ["", "合计", 5, 3],
    ["", "", "", ""],
    ["", "教育局", 5, ""],
  ];
  markLines(cells, [{ row: 1, column: 3, formula: "=1+2" }], width);
  return cells;
}
const read = (values: CellValue[][], { top = 0, left = 0 } = {}): BoardReading => ({
  top,
  left,
  values,
  formulas: values.map((line, row) => line.map((value, column) => (row === 1 && column === 3 ? "=1+2" : value))),
});
const typedIn = (touch: (cells: CellValue[][]) => void, place = {}): TypedInBoard => {
  const cells = board();
  touch(cells);
  return typedInBoard(read(cells, place));
};

describe("what somebody has typed into a board", () => {
  it("is nothing in a board that was left alone", () => {
    expect(typedIn(() => undefined)).toEqual({ inside: [], beside: [], below: [], width });
  });

  it("is found over the board's own cells and between them, beside it and below it", () => {
    const found = typedIn((cells) => {
      cells[1]![2] = 9;
      cells[2]![1] = "请核对";
      cells[3]!.push("旁注");
      cells.push(["", "制表", ""]);
    });
    expect(found).toEqual({
      inside: [
        { row: 1, column: 2, value: 9 },
        { row: 2, column: 1, value: "请核对" },
      ],
      beside: [{ row: 3, column: 4, value: "旁注" }],
      below: [{ row: 0, column: 1, value: "制表" }],
      width,
    });
  });

  it("is a second cell of the same contents, but not one that was moved within its line", () => {
    expect(typedIn((cells) => void (cells[3]![3] = 5)).inside).toEqual([{ row: 3, column: 3, value: 5 }]);
    expect(typedIn((cells) => void cells[3]!.splice(2, 2, "", 5)).inside).toEqual([]);
  });

  it("is found wherever the sheet's filled part begins", () => {
    const found = typedIn((cells) => void (cells[1]![2] = 9), { top: 2, left: 1 });
    expect(found.inside).toEqual([{ row: 3, column: 3, value: 9 }]);
  });

  it("is told although rows were put into the board: it ends with its last marked line", () => {
    const found = typedIn((cells) => {
      cells.splice(2, 0, ["", "局长批示", "", ""]);
      cells.push(["", "制表", "", ""]);
    });
    expect([found.inside, found.below]).toEqual([
      [{ row: 2, column: 1, value: "局长批示" }],
      [{ row: 0, column: 1, value: "制表" }],
    ]);
  });

  it("is not told of a board that does not mark its lines, nor without its formulas; around it it is", () => {
    const former: CellValue[][] = [
      ["#list|dashboard|2", "看板"],
      ["", 9],
      ["", "制表"],
    ];
    former[1]![14] = "旁注";
    const lines = former.map((line) => Array.from({ length: 15 }, (_, column) => line[column] ?? ""));
    expect(typedInBoard(read(lines))).toEqual({
      inside: [],
      beside: [{ row: 1, column: 14, value: "旁注" }],
      below: [{ row: 0, column: 1, value: "制表" }],
      width: 14,
    });
    const cells = board();
    cells[1]![2] = 9;
    expect(typedInBoard({ top: 0, left: 0, values: cells }).inside).toEqual([]);
  });

  it("is told of all of a line whose mark somebody has spoilt", () => {
    const found = typedIn((cells) => void (cells[1]![0] = "看板行|[坏"));
    expect(found.inside).toEqual([
      { row: 1, column: 1, value: "合计" },
      { row: 1, column: 2, value: 5 },
    ]);
  });
});

describe("on a new board", () => {
  const typed: TypedInBoard = {
    inside: [
      { row: 1, column: 2, value: 9 },
      { row: 2, column: 1, value: "请核对" },
    ],
    beside: [{ row: 3, column: 5, value: "旁注" }],
    below: [{ row: 1, column: 1, value: "制表" }],
    width,
  };

  it("it stays beside and below; what stood within comes below all of it, each with where it stood", () => {
    expect(placedOnBoard(typed, 10, 6)).toEqual([
      { row: 3, column: 7, value: "旁注" },
      { row: 11, column: 1, value: "制表" },
      { row: 13, column: 1, value: movedHeading },
      { row: 14, column: 1, value: "原在 C2" },
      { row: 14, column: 2, value: 9 },
      { row: 15, column: 1, value: "原在 B3" },
      { row: 15, column: 2, value: "请核对" },
    ]);
  });

  it("has no heading where nothing stood within", () => {
    expect(placedOnBoard({ ...typed, inside: [], beside: [] }, 10, 6)).toEqual([{ row: 11, column: 1, value: "制表" }]);
    expect(placedOnBoard({ ...typed, beside: [], below: [] }, 10, 6)[0]).toEqual({
      row: 10,
      column: 1,
      value: movedHeading,
    });
  });
});
