import type { ColumnHeader } from "../../../src/plan/tables/columns";
import { divideUnits } from "../../../src/plan/tables/divide-units";
import type { CellLine, PlacedRow } from "../../../src/plan/tables/segment";

const UNITS: ColumnHeader[] = [{ kind: "task" }, { kind: "unit", role: "lead" }, { kind: "unit", role: "support" }];
const THREE: ColumnHeader[] = [...UNITS, { kind: "unit", role: "support" }];

/**
 * Divides rows of unit lines, all of them in the first column of units to begin with; `""` is an empty line.
 * @returns each row as its columns, `1:甲+乙 2:丙`, with `?` where it is doubtful
 */
function divided(rows: readonly (readonly string[])[], columns: readonly ColumnHeader[] = UNITS): string[] {
  let text = "";
  const cellLines: CellLine[] = [];
  const lineOf = (words: string, kind: CellLine["kind"]): number => {
    cellLines.push({ start: text.length, end: text.length + words.length, kind, inSeries: false });
    text += `${words}\n`;
    return cellLines.length - 1;
  };
  const first = columns.findIndex(({ kind }) => kind === "unit");
  const placed: PlacedRow[] = rows.map((lines) => ({
    cells: [
      { column: 0, cellLines: [lineOf("任务", "words")] },
      ...(lines.includes("")
        ? lines.map((words, k) => ({ column: first + k, cellLines: [lineOf(words, words === "" ? "blank" : "units")] }))
        : [{ column: first, cellLines: lines.map((words) => lineOf(words, "units")) }]),
    ],
  }));
  const doubtful = divideUnits(text, placed, cellLines, columns);
  return placed.map((row) => {
    const cells = ("cells" in row ? row.cells : []).filter(({ column }) => column > 0);
    const shown = cells.map(({ column, cellLines: own }) => {
      const words = own.map((k) => text.slice(cellLines[k]!.start, cellLines[k]!.end));
      return `${column}:${words.join("+")}`;
    });
    return shown.join(" ") + (doubtful.has(row) ? " ?" : "");
  });
}
/** A clear row: an empty line among its lines shows which cells are empty. */
const clear = (...lines: string[]): string[] => [...lines, ""];

describe("lines of units among several columns", () => {
  it("stand where the same units stand in other rows", () => {
    expect(divided([clear("县教育局", "县财政局"), ["县教育局", "县审计局", "县财政局"]])[1]).toBe(
      "1:县教育局+县审计局 2:县财政局 ?",
    );
    expect(
      divided([clear("县教育局", "县财政局"), clear("县卫健局", "县审计局"), ["县教育局", "县审计局", "县财政局"]])[2],
    ).toBe("1:县教育局 2:县审计局+县财政局");
  });

  it("keep a list in a cell of its own", () => {
    expect(divided([clear("县教育局", "县财政局"), ["县教育局", "县卫健局", "县财政局、县审计局"]])[1]).toBe(
      "1:县教育局+县卫健局 2:县财政局、县审计局",
    );
  });

  it("have one lead and the rest behind it where several rows have too many of them and nothing tells more", () => {
    expect(
      divided([
        ["甲局", "乙局", "丙局"],
        ["丁局", "戊局", "己局", "庚局"],
      ]),
    ).toEqual(["1:甲局 2:乙局+丙局 ?", "1:丁局 2:戊局+己局+庚局 ?"]);
    expect(
      divided(
        [
          ["甲局", "乙局", "丙局", "丁局"],
          ["戊局", "己局", "庚局", "辛局"],
        ],
        THREE,
      ),
    ).toEqual(["1:甲局 2:乙局 3:丙局+丁局 ?", "1:戊局 2:己局 3:庚局+辛局 ?"]);
  });

  it("have one line for each of the last columns where a single row has too many", () => {
    expect(divided([["甲局", "乙局", "丙局"]])).toEqual(["1:甲局+乙局 2:丙局 ?"]);
    expect(divided([["甲局", "乙局", "丙局", "丁局"]], THREE)).toEqual(["1:甲局+乙局 2:丙局 3:丁局 ?"]);
  });

  it("fill the first columns where there are fewer of them", () => {
    expect(divided([["甲局"]])).toEqual(["1:甲局"]);
    expect(divided([["甲局", "乙局"]], THREE)).toEqual(["1:甲局+乙局"]);
  });

  it("stand in the column in which other rows have them, with a doubt where that is not the first", () => {
    expect(divided([clear("县教育局", "县财政局"), ["县财政局"]])[1]).toBe("2:县财政局 ?");
    expect(divided([clear("县教育局", "县财政局"), ["县教育局"]])[1]).toBe("1:县教育局");
    expect(divided([clear("县教育局", "各乡镇"), ["各乡镇"]])[1]).toBe("2:各乡镇");
    expect(divided([clear("县教育局", "县财政局"), clear("县财政局", "县教育局"), ["县财政局"]])[2]).toBe("1:县财政局");
  });

  it("are helpers where they are groups alone, behind a column of leads", () => {
    expect(divided([["各乡镇"]])).toEqual(["2:各乡镇"]);
    expect(divided([["各乡镇、各部门"]])).toEqual(["2:各乡镇、各部门"]);
    expect(divided([["各乡镇、县财政局"]])).toEqual(["1:各乡镇、县财政局"]);
    expect(
      divided([["各乡镇"]], [{ kind: "task" }, { kind: "unit", role: "main" }, { kind: "unit", role: "support" }]),
    ).toEqual(["1:各乡镇"]);
  });

  it("are left as they stand in a single column of units, and where columns of units are apart", () => {
    expect(divided([["甲局", "乙局", "丙局"]], [{ kind: "task" }, { kind: "unit", role: "main" }])).toEqual([
      "1:甲局+乙局+丙局",
    ]);
    expect(
      divided(
        [["甲局", "乙局"]],
        [{ kind: "task" }, { kind: "unit", role: "lead" }, { kind: "deadline" }, { kind: "unit", role: "support" }],
      ),
    ).toEqual(["1:甲局+乙局"]);
  });

  it("are guessed without trying all ways where there are too many of them, or too many columns", () => {
    const many = (count: number): string[] =>
      Array.from({ length: count }, (_, k) => (k + 1 < count ? `${k}局` : "甲局、乙局"));
    expect(divided([many(16)])[0]).toMatch(/2:甲局、乙局$/);
    expect(divided([many(17)])[0]).toMatch(/2:甲局、乙局 \?$/);
    const five = [...THREE, { kind: "unit", role: "support" } as const, { kind: "unit", role: "support" } as const];
    expect(divided([["甲局", "乙局", "丙局", "丁局", "戊局", "己局"]], five)[0]).toMatch(/ \?$/);
  });
});
