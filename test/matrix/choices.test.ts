import { buildMatrix, titleRows } from "../../src/matrix/build";
import { hasLists, heldList, listRow, listsIn, sameList } from "../../src/matrix/choices";
import { leftColumns } from "../../src/matrix/columns";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { plan } from "../plans";

type Above = LocatedMatrix["above"];

const ways = ["查台账", "看现场"];
/** The filled cells above the header, as a reading of the sheet has them. */
const aboveIn = (lines: readonly (readonly CellValue[])[]): Above =>
  lines.flatMap((line, row) => line.flatMap((value, column) => (value === "" ? [] : [{ row, column, value }])));
const made = (checkMethods?: string[]): Above =>
  aboveIn(buildMatrix(plan(checkMethods ? { checkMethods } : {})).sheet.cells.slice(0, titleRows.header));

describe("the items of a drop-down", () => {
  it("stand behind a mark, the plan's own ways of checking where it names any", () => {
    expect(listRow("methods", { checkMethods: ways })).toEqual(["#list:methods", ...ways]);
    expect(listRow("methods", {})).toEqual(expect.arrayContaining(["实地走访", "问卷调查"]));
    expect(listRow("words", { checkMethods: ways })).toEqual(["#list:words", "已完成", "推进中", "未开展"]);
  });

  it("take no column that a sync may add or remove, however many the plan names", () => {
    const many = Array.from({ length: leftColumns + 3 }, (_, index) => `方式${index + 1}`);
    expect(listRow("methods", { checkMethods: many })).toEqual(["#list:methods", ...many.slice(0, leftColumns)]);
  });

  it("are found in a sheet just made, from the cell beside the mark to the last one filled", () => {
    expect(listsIn(made(ways))).toEqual({
      methods: { row: titleRows.methods, column: 1, rows: 1, columns: 2 },
      words: { row: titleRows.words, column: 1, rows: 1, columns: 3 },
    });
  });

  it("are found wherever the rows have gone, gaps included, and without what stands left of the mark", () => {
    const moved = aboveIn([
      ["", ""],
      ["左", "", "#list:words", "", "已完成", "", "未开展"],
    ]);
    expect(listsIn(moved)).toEqual({ words: { row: 1, column: 4, rows: 1, columns: 3 } });
  });

  it("are none where the mark is gone, or stands alone", () => {
    expect(
      listsIn(
        aboveIn([
          ["评估年度", 2023],
          ["", "已完成", "推进中"],
        ]),
      ),
    ).toEqual({});
    expect(listsIn(aboveIn([["#list:methods"], ["", "看现场"]]))).toEqual({});
  });

  it("are read from left to right, mark first", () => {
    const cells = [...aboveIn([["别的"], ["#list:methods", "看现场", "查台账"]])].reverse();
    expect(heldList("methods", cells)).toEqual({ row: 1, column: 0, texts: ["#list:methods", "看现场", "查台账"] });
    expect(heldList("words", cells)).toBeUndefined();
  });

  it("are the plan's where both lists are just what it would give", () => {
    expect(hasLists(made(ways), { checkMethods: ways })).toBe(true);
    expect(hasLists(made(ways), { checkMethods: [...ways].reverse() })).toBe(false);
    expect(hasLists(made(ways), {})).toBe(false);
    expect(hasLists([], { checkMethods: ways })).toBe(false);
    const withoutWords = made(ways).filter(({ row }) => row !== titleRows.words);
    expect(hasLists(withoutWords, { checkMethods: ways })).toBe(false);
    expect(sameList(undefined, [])).toBe(false);
  });
});
