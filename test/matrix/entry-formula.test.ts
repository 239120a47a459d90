import { headlessGrid } from "../../src/host/headless";
import { entryFormula, unlessDoubtful } from "../../src/matrix/entry-formula";
import type { Asked } from "../../src/matrix/limits";
import type { CellValue } from "../../src/matrix/sheet";

const asked = (target: CellValue, measure: string, indicator = "数"): Asked => ({ indicator, target, measure });
const cells = (row: number): Parameters<typeof entryFormula>[1] => ({
  entry: `A${row}`,
  indicator: `$B${row}`,
  target: `$C${row}`,
  measure: `$D${row}`,
});

/** Which of the entries the rule of a row lets through, typed into that row or into another. */
async function letThrough(rule: Asked, entries: readonly CellValue[], into: Asked = rule): Promise<boolean[]> {
  const grid = headlessGrid();
  grid.write("sheet1", { row: 0, column: 0, rows: entries.length, columns: 5 }, (index, column) => {
    if (column === 4) return { formula: entryFormula(rule, cells(index + 1))! };
    const value = [entries[index]!, into.indicator, into.target, into.measure][column]!;
    return { value, forceText: typeof value === "string" };
  });
  await grid.calculated();
  const shown = entries.map((_, index) =>
    ["1", "true"].includes(String(grid.cell("sheet1", index, 4)?.v).toLowerCase()),
  );
  grid.dispose();
  return shown;
}

describe("what a rule lets be typed", () => {
  it.each<[Asked, readonly CellValue[], readonly CellValue[]]>([
    [asked("≥5", "公里"), [0, 0.5, 1e9], [-1, "5公里"]],
    [asked("≥5", "所"), [0, 3], [-1, 2.5]],
    [asked("≥2.5", "所"), [2.5], [-1]],
    [asked("≥30", "%"), [4, 100], [-1, 101]],
    [asked("≥120", "%"), [130], [-1]],
    [asked("≥5", "公里", "产值增长"), [-3, 101], ["高"]],
    [asked("约100", "公里"), [0, 150], [151, -1]],
    [asked("约100", "所"), [150], [2.5, 151]],
    [asked("≥80", "%", "产值增长"), [0, 2.5, -3, 800], [0.85, 2, 801, -1]],
    [asked("≥3", "万吨"), [0, 300], [301, -1]],
    [asked("≥20000", "吨"), [0, 21], [20, -1]],
  ])("for %j: %j, and not %j", async (row, right, wrong) => {
    expect(await letThrough(row, [...right, ...wrong])).toEqual([...right.map(() => true), ...wrong.map(() => false)]);
  });

  it("is anything in a row without a target", async () => {
    expect(await letThrough(asked("≥5", "所"), ["已完成", 2.5, -1], asked(" ", ""))).toEqual([true, true, true]);
  });

  it("goes by the row that was sorted under it", async () => {
    // It need not find everything that is wrong there.
    expect(await letThrough(asked("≥5", "所"), [2.5, -1], asked("≥5", "公里"))).toEqual([true, true]);
    expect(await letThrough(asked("≥5", "所"), [2.5, -1], asked("≥5", "所", "增长"))).toEqual([true, true]);
    expect(await letThrough(asked("≥30", "%"), [101], asked("≥120", "%"))).toEqual([true]);
    expect(await letThrough(asked("≥30", "%"), [101], asked("110—120", "%"))).toEqual([true]);
    // A rule that only asks does so of its own target and measure alone.
    expect(await letThrough(asked("约100", "公里"), [151], asked("约1000", "公里"))).toEqual([true]);
    expect(await letThrough(asked("约100", "公里"), [151], asked("约100", "米"))).toEqual([true]);
  });

  it("is said in no more characters than Excel takes, else not at all", () => {
    const at = (letters: number): string | undefined =>
      entryFormula(asked("若干", "%", "覆盖率"), { ...cells(7), target: `$${"C".repeat(letters)}7` });
    const lengths = Array.from({ length: 40 }, (_, index) => at(index + 1)?.length ?? Infinity);
    const taken = lengths.filter((length) => length <= 255);
    expect(lengths.filter((length) => length < Infinity)).toEqual(taken);
    const step = lengths[1]! - lengths[0]!;
    expect(Math.max(...taken)).toBeGreaterThan(255 - step);
  });
});

describe("a condition against numbers that are likely wrong", () => {
  it("has a bound on each side where there is one", () => {
    expect(unlessDoubtful("A1", { low: 2, high: 300 })).toBe("OR(A1=0,AND(ABS(A1)>2,ABS(A1)<=300))");
    expect(unlessDoubtful("A1", { low: 0, high: 300 })).toBe("OR(A1=0,AND(ABS(A1)<=300))");
    expect(unlessDoubtful("A1", { low: 2, high: Infinity })).toBe("OR(A1=0,AND(ABS(A1)>2))");
  });
});
