import { gridFromEdges, type EdgedCell } from "../../../src/documents/plan-files/grid-from-edges";

const cell = (text: string, right: number, covered?: EdgedCell["covered"]): EdgedCell => ({
  lines: [text],
  right,
  ...(covered ? { covered } : {}),
});
/** Each cell as `text columns×rows`. */
const gridOf = (...rows: EdgedCell[][]): string[][] =>
  gridFromEdges(rows).map((cells) =>
    cells.map(({ lines, columns, rows: height }) => `${lines.join()} ${columns}×${height}`),
  );

describe("cells that are told by their right edges", () => {
  it("span the columns that other rows have up to their edge", () => {
    expect(
      gridOf(
        [cell("甲", 1000), cell("乙", 2000), cell("丙", 3000)],
        [cell("丁", 2000), cell("戊", 3000)],
        [cell("己", 3000)],
      ),
    ).toEqual([["甲 1×1", "乙 1×1", "丙 1×1"], ["丁 2×1", "戊 1×1"], ["己 3×1"]]);
  });

  it("end in the same column where their edges differ by rounding, and in two where they differ by more", () => {
    expect(gridOf([cell("甲", 1000), cell("乙", 2000)], [cell("丙", 1020), cell("丁", 1985)])).toEqual([
      ["甲 1×1", "乙 1×1"],
      ["丙 1×1", "丁 1×1"],
    ]);
    expect(gridOf([cell("甲", 1000), cell("乙", 2000)], [cell("丙", 1021), cell("丁", 2000)])).toEqual([
      ["甲 1×1", "乙 2×1"],
      ["丙 2×1", "丁 1×1"],
    ]);
  });

  it("reach down over the cells that say so, row by row", () => {
    expect(
      gridOf(
        [cell("甲", 1000), cell("乙", 2000)],
        [cell("", 1000, "above"), cell("丙", 2000)],
        [cell("", 1000, "above"), cell("丁", 2000)],
        [cell("戊", 1000), cell("", 2000, "above")],
      ),
    ).toEqual([["甲 1×3", "乙 1×1"], ["丙 1×1"], ["丁 1×2"], ["戊 1×1"]]);
  });

  it("reach across over the cells that say so, and no further down than their own row", () => {
    expect(
      gridOf(
        [cell("甲", 1000), cell("", 2000, "left"), cell("", 3000, "left"), cell("乙", 4000)],
        [cell("丙", 1000), cell("丁", 2000), cell("戊", 3000), cell("己", 4000)],
      ),
    ).toEqual([
      ["甲 3×1", "乙 1×1"],
      ["丙 1×1", "丁 1×1", "戊 1×1", "己 1×1"],
    ]);
  });

  it("are cells of their own where nothing is there to cover them", () => {
    expect(gridOf([cell("甲", 1000, "above"), cell("乙", 2000)])).toEqual([["甲 1×1", "乙 1×1"]]);
    expect(gridOf([cell("甲", 1000, "left"), cell("乙", 2000)])).toEqual([["甲 1×1", "乙 1×1"]]);
    expect(gridOf([cell("甲", 1000), cell("乙", 2000)], [cell("", 1000, "above"), cell("丙", 2000, "left")])).toEqual([
      ["甲 1×2", "乙 1×1"],
      ["丙 1×1"],
    ]);
  });

  it("stand side by side where their edges run backwards", () => {
    expect(gridOf([cell("甲", 2000), cell("乙", 1000), cell("丙", 2000)])).toEqual([["甲 2×1", "乙 1×1", "丙 1×1"]]);
  });
});
