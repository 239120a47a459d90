import fc from "fast-check";
import { readEntry } from "../../src/assessment/entry";
import { headlessGrid } from "../../src/host/headless";
import { entryFormula } from "../../src/matrix/entry-formula";
import { domainOf, isQuantified, limitOf, qualityWords, type Asked } from "../../src/matrix/limits";
import type { CellValue } from "../../src/matrix/sheet";
import { formatTarget } from "../../src/matrix/target-text";
import { anyOp } from "../plans";

interface Case {
  row: Asked;
  entry: CellValue;
}

const entry: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 130 }) },
  { weight: 3, arbitrary: fc.integer({ min: -30, max: 30_000 }).map((value) => value / 10) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(0, 99.99, 100, 100.01, 1650, 1650.5, 1651, 1e9) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(0.85, 0.3, 0.05, 1, 1.05, 2, -0.02, 650, 9_200, 12, 23, 231_000) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<CellValue>("50人", "约50", "-", "50", "1.2万", "５０", true, ...qualityWords),
  },
);

const row: fc.Arbitrary<Asked> = fc
  .record({
    op: anyOp,
    value: fc.oneof(
      fc.integer({ min: 0, max: 150 }),
      fc.constantFrom(0.5, 2.5, 99.9, 100, 100.5, 1100, 12_000, 23, 230_000),
    ),
    extra: fc.integer({ min: 0, max: 60 }),
    measure: fc.constantFrom("%", "%", "%", "所", "人次", "名", "公里", "万元", "亿元", "万吨", "场次", ""),
    indicator: fc.constantFrom("命名学校", "产值增长", "能耗下降", "减排", "培训人数"),
    odd: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ op, value, extra, measure, indicator, odd }) => ({
    indicator,
    measure,
    // Now and then no target, a bare number that somebody typed, or one that nobody can read.
    target:
      odd <= 1
        ? ""
        : odd === 2
          ? value
          : odd === 3
            ? "若干"
            : formatTarget({ op, value, ...(op === "range" ? { max: value + extra } : {}) }),
  }));

/**
 * The results of the formulas, each calculated for every row: the first is the rule of the row itself, the second that
 * of another row.
 */
async function letThrough(cases: readonly Case[], rules: readonly (readonly Asked[])[]): Promise<boolean[][]> {
  const grid = headlessGrid();
  const written = (asked: Asked, at: number): string =>
    entryFormula(asked, { entry: `I${at}`, indicator: `$E${at}`, target: `$G${at}`, measure: `$H${at}` })!;
  grid.write("sheet1", { row: 0, column: 4, rows: cases.length, columns: 5 + rules.length }, (index, column) => {
    const { row: asked, entry: typed } = cases[index]!;
    if (column >= 5) return { formula: written(rules[column - 5]![index]!, index + 1) };
    const value = [asked.indicator, "每年", asked.target, asked.measure, typed][column]!;
    return { value, forceText: typeof value === "string" };
  });
  await grid.calculated();
  const shown = cases.map((_, index) =>
    rules.map((__, column) => ["1", "true", "TRUE"].includes(String(grid.cell("sheet1", index, 9 + column)?.v))),
  );
  grid.dispose();
  return shown;
}

const taken = ({ row: asked, entry: typed }: Case): boolean =>
  !isQuantified(asked) || readEntry(typed, asked).kind === "number";

describe("what may be typed into a cell", () => {
  it("is what is taken as a number there, and after sorting nothing is refused that is right for the row", async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    const cases = fc.sample(fc.record({ row, entry }), { numRuns: 4_000, seed });
    // After sorting, the rules are where they were, over other rows.
    const others = fc.sample(row.filter(isQuantified), { numRuns: cases.length, seed: seed + 1 });
    const shown = await letThrough(cases, [cases.map(({ row: asked }) => asked), others]);
    const differences: string[] = [];
    const seen = new Set<string>();
    cases.forEach((one, index) => {
      const [own, foreign] = shown[index]!;
      const { isQuestion, max = Infinity } = limitOf(one.row);
      const isDoubtful = isQuantified(one.row) && isQuestion && typeof one.entry === "number" && one.entry > max;
      const expected = taken(one) && !isDoubtful;
      seen.add(`${isQuantified(one.row) ? domainOf(one.row) : "words"} ${isQuestion} ${expected}`);
      if (own !== expected) differences.push(`seed ${seed}: ${JSON.stringify(one)} its own rule says ${own}`);
      // A rule that only asks may do so in any row.
      if (!limitOf(others[index]!).isQuestion && taken(one) && !foreign)
        differences.push(
          `seed ${seed}: ${JSON.stringify(one)} refused by the rule of ${JSON.stringify(others[index])}`,
        );
    });
    expect(differences.slice(0, 10)).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "share false true",
        "share false false",
        "whole false false",
        "whole true false",
        "amount false false",
        "rate false false",
        "rate false true",
        "words false true",
      ]),
    );
  }, 240_000);

  it("has a formula that Excel takes in a long and wide sheet; else there is none", () => {
    const far = { entry: "I12345", indicator: "$E12345", target: "$G12345", measure: "$H12345" };
    const rows = [
      { indicator: "产值增长", target: "≥6.5", measure: "%" },
      { indicator: "覆盖率", target: "≥99.99", measure: "%" },
      { indicator: "覆盖率", target: "若干", measure: "%" },
      { indicator: "培训", target: "约123456789", measure: "人次" },
      { indicator: "培训", target: "≥50", measure: "人次" },
      { indicator: "粮食产量", target: "123.45—678.9", measure: "万吨标准煤/平方公里" },
      { indicator: "粮食产量", target: "≥5", measure: "吨" },
    ];
    for (const asked of rows) expect(entryFormula(asked, far)!.length).toBeLessThanOrEqual(255);
    expect(
      entryFormula(rows[2]!, {
        entry: "XFD1048576",
        indicator: "$XFC1048576",
        target: "$XFB1048576",
        measure: "$XFA1048576",
      }),
    ).toBeUndefined();
  });
});
