import { movedFormula, type CellMoves } from "../../../src/matrix/carry/moved-formula";

/**
 * A sheet with its header in row 6, rows 7 to 10, columns A to F. A row was inserted above row 9, row 8 was removed,
 * and a column was inserted before D: column D is now E, and so on.
 */
const rows = new Map([
  [5, 5],
  [6, 6],
  [8, 8],
  [9, 9],
]);
const moves: CellMoves = {
  row: (row) => rows.get(row),
  column: (column) => (column > 5 ? undefined : column < 3 ? column : column + 1),
  lastRow: { before: 9, now: 9 },
  columnUnder: (header) => ({ 任务: 2, 目标: 3, "2023年": 4, 备注: 5 })[header],
  sheetName: "责任矩阵",
};
/** The same with two more rows at the top of the table. */
const pushed: CellMoves = {
  ...moves,
  row: (row) => (row < 5 || row > 9 ? undefined : row < 6 ? row : row + 2),
  lastRow: { before: 9, now: 11 },
};

describe("a formula of the user's in a sheet that was laid out anew", () => {
  it.each([
    ["=30+20", "=30+20"],
    ["=D7*2", "=E7*2"],
    ["=$D$7+D$9-$D10", "=$E$7+E$9-$E10"],
    ['=IF(C7="D7",E7,"见D7")', '=IF(C7="D7",F7,"见D7")'],
    ["=SUM(D7:F7)", "=SUM(E7:G7)"],
    ["=SUM(D7:D10)", "=SUM(E7:E10)"],
    ["=SUM(D:D)", "=SUM(E:E)"],
    ["=LOG10(D7)", "=LOG10(E7)"],
    ["=评估年度-2020", "=评估年度-2020"],
    ["=台账!D7", "=台账!D7"],
    ["='2023 台账'!$D$7", "='2023 台账'!$D$7"],
    ["=责任矩阵!D7", "=责任矩阵!E7"],
    ["='责任矩阵'!D7", "='责任矩阵'!E7"],
    ["=[@目标]*2", "=$E7*2"],
    ["=责任矩阵表[@[2023年]]/[@目标]", "=$F7/$E7"],
  ])("%s becomes %s", (formula, moved) => {
    expect(movedFormula(formula, 6, moves)).toBe(moved);
  });

  it.each([
    ["a row that is gone", "=D8"],
    ["a column that is none of the matrix's", "=Z7"],
    ["a cell below the table", "=D40"],
    ["whole rows", "=SUM(7:7)"],
    ["a column of the table", "=SUM(责任矩阵表[目标])"],
    ["a header that is not there", "=[@完成率]"],
    ["a cell that is lost already", "=#REF!*2"],
  ])("is given up where it points to %s", (_, formula) => {
    expect(movedFormula(formula, 6, moves)).toBeUndefined();
  });

  it("goes on ranging over rows below the table, into which the table grows", () => {
    expect(movedFormula("=SUM(D7:D200)", 6, pushed)).toBe("=SUM(E9:E202)");
  });

  it("is given up where a range would take in a cell that it did not have", () => {
    const swapped: CellMoves = { ...moves, row: (row) => ({ 6: 6, 7: 9, 8: 8, 9: 7 })[row] };
    expect(movedFormula("=SUM(D7:D8)", 6, swapped)).toBeUndefined();
    expect(movedFormula("=SUM(D7:D10)", 6, swapped)).toBe("=SUM(E7:E10)");
  });
});
