import fc from "fast-check";
import { assess, currentValue, type AssessedRow } from "../../src/assessment/assess";
import { currentFormula, statusFormula, yearName, type FormulaCells } from "../../src/matrix/formulas";
import type { CellValue } from "../../src/matrix/sheet";
import { statusText } from "../../src/matrix/statuses";
import { formatPeriod, formatTarget } from "../../src/matrix/target-text";
import type { Op, Period } from "../../src/plan/model";
import { headlessGrid } from "../../src/host/headless";

const planYears = [2021, 2025] as const;
const years = [2021, 2022, 2023, 2024, 2025];
const cases = 5_200;

const entry: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((value) => value / 10) },
  { weight: 1, arbitrary: fc.constantFrom(-5, 0, 0.1, 0.2, 0.3, 1e12, 33.333333, 1100, 990, 1210) },
  // Off by a hundred, ten thousand, a hundred million, or near to it.
  { weight: 3, arbitrary: fc.constantFrom(0.85, 0.92, 1, 1.05, 2, -0.02, 0.003, 650, 9_200, 10_000, 23, 231_000, 1.5e8) },
  { weight: 5, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(" ", "   ", "50人", "约50", "-", "50", "已完成", "1.2万", true, false) },
);

interface Case {
  row: AssessedRow;
  year: number;
}

const generated: fc.Arbitrary<Case> = fc
  .record({
    op: fc.constantFrom<Op>(">=", ">", "<=", "<", "~", "range", "="),
    value: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(14, 0.5, 5.5, 99.9, 120, 10_000, 23, 230_000, 1.5)),
    extra: fc.integer({ min: 0, max: 5 }),
    period: fc.constantFrom<Period>("perYear", "perTerm", "cumulative", "byDeadline", "other"),
    deadline: fc.option(fc.integer({ min: 2021, max: 2026 }), { nil: undefined }),
    measure: fc.constantFrom("%", "%", "所", "人次", "", "万吨", "亿元"),
    name: fc.constantFrom("命名学校", "产值增长", "能耗下降", "培训人数"),
    entries: fc.array(entry, { minLength: 5, maxLength: 5 }),
    confirmed: fc.option(fc.record({ at: fc.integer({ min: 0, max: 4 }), before: fc.constantFrom("", "部门来函；", "已核：1%，"), colon: fc.constantFrom("：", ":") }), { freq: 3, nil: undefined }),
    targeted: fc.integer({ min: 0, max: 20 }),
    year: fc.constantFrom(...years),
  })
  .map(({ op, value, extra, period, deadline, measure, name, entries, confirmed, targeted, year }) => ({
    year,
    row: {
      indicator: name,
      period: formatPeriod({ period, ...(deadline === undefined ? {} : { deadline }) }, planYears[1]),
      // A bare number typed by a person, no target, a target that nobody can read: each now and then.
      target: targeted === 0 ? "" : targeted === 1 ? value : targeted === 2 ? "若干" : formatTarget({ op, value, ...(op === "range" ? { max: value + extra } : {}) }),
      measure,
      remark: confirmed ? `${confirmed.before}已核${confirmed.colon}${String(entries[confirmed.at])}${measure}` : "",
      entries: new Map(years.map((at, index) => [at, entries[index]!])),
    },
  }));

/** The rows as a sheet, one sheet for each assessment year; what its formulas show. */
async function calculated(rows: readonly AssessedRow[], year: number): Promise<{ current: CellValue; status: CellValue }[]> {
  const grid = headlessGrid();
  grid.defineName(yearName, "Sheet1!$A$1");
  grid.write("sheet1", { row: 0, column: 0, rows: 1, columns: 1 }, () => ({ value: year }));
  grid.write("sheet1", { row: 1, column: 0, rows: rows.length, columns: 12 }, (index, column) => {
    const row = rows[index]!;
    const at = index + 2;
    const cells: FormulaCells = {
      indicator: `A${at}`,
      period: `B${at}`,
      target: `C${at}`,
      measure: `D${at}`,
      current: `J${at}`,
      status: `K${at}`,
      remark: `L${at}`,
      actuals: years.map((actual, offset) => ({ year: actual, cell: `${"EFGHI"[offset]}${at}` })),
    };
    if (column === 9) return { formula: currentFormula(cells) };
    if (column === 10) return { formula: statusFormula(cells, planYears) };
    if (column === 11) return { value: row.remark ?? "", forceText: true };
    const value = [row.indicator, row.period, row.target, row.measure, ...years.map((actual) => row.entries.get(actual)!)][column]!;
    return { value, forceText: typeof value === "string" };
  });
  await grid.calculated();
  const results = rows.map((_, index) => ({ current: grid.cell("sheet1", index + 1, 9)?.v ?? "", status: grid.cell("sheet1", index + 1, 10)?.v ?? "" }));
  grid.dispose();
  return results as { current: CellValue; status: CellValue }[];
}

const ROWS_OF_A_SHEET = 50;

describe("the status rules", () => {
  it(`agree as formulas and in TypeScript, over ${cases} generated cases`, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    const sample = fc.sample(generated, { numRuns: cases, seed });
    const differences: string[] = [];
    const seen = new Set<string>();
    for (const year of years) {
      const ofYear = sample.filter((one) => one.year === year);
      const results: Awaited<ReturnType<typeof calculated>> = [];
      // The engine takes as long for a sheet as the square of its rows.
      for (let from = 0; from < ofYear.length; from += ROWS_OF_A_SHEET) results.push(...(await calculated(ofYear.slice(from, from + ROWS_OF_A_SHEET).map(({ row }) => row), year)));
      ofYear.forEach(({ row }, index) => {
        const expected = statusText(assess(row, year, planYears).status);
        seen.add(expected);
        const { status, current } = results[index]!;
        const judged = currentValue(row, year, planYears);
        const wanted: CellValue = row.target === "" || judged === "none" ? "" : judged === "unreadable" ? "无法识别" : judged;
        const sameCurrent = typeof wanted === "number" ? Math.abs(wanted - Number(current)) < 1e-6 + Math.abs(wanted) * 1e-12 : current === wanted;
        if (status !== expected || !sameCurrent) {
          differences.push(`seed ${seed}, ${year}: ${JSON.stringify({ ...row, entries: [...row.entries.values()] })} formula ${status} (${current}), TypeScript ${expected} (${wanted})`);
        }
      });
    }
    process.stderr.write(`status agreement: seed ${seed}, ${sample.length} cases, ${seen.size} statuses met\n`);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(seen.size).toBe(8);
  }, 300_000);
});
