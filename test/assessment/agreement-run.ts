import fc from "fast-check";
import { assess, currentValue, type AssessedRow } from "../../src/assessment/assess";
import { asOfName, monthIn } from "../../src/matrix/as-of";
import { monthEnd } from "../../src/matrix/due";
import { currentFormula, statusFormula, yearName, type FormulaCells } from "../../src/matrix/formulas";
import type { CellValue } from "../../src/matrix/sheet";
import { statusText } from "../../src/matrix/statuses";
import { formatPeriod, formatTarget } from "../../src/matrix/target-text";
import type { Op, Period } from "../../src/plan/model";
import type { Grid } from "../../src/host/grid";
import { headlessGrid } from "../../src/host/headless";
import { runs } from "../runs";

const planYears = [2021, 2025] as const;
const years = [2021, 2022, 2023, 2024, 2025];

/**
 * The engine's time for a sheet grows with the square of its rows. Calculating a sheet again is cheap, making one is
 * not.
 */
const rowsOfSheet = 50;
/** How many sheets as they are now, and how many of an earlier version, which have neither 时限日 nor 截至. */
const sheets = { now: runs(185), earlier: runs(15) };
export const cases = (sheets.now + sheets.earlier) * rowsOfSheet;

const entry: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((value) => value / 10) },
  { weight: 1, arbitrary: fc.constantFrom(-5, 0, 0.1, 0.2, 0.3, 1e12, 33.333333, 1100, 990, 1210) },
  // Off by a factor of a hundred, ten thousand or a hundred million, or close to it.
  {
    weight: 3,
    arbitrary: fc.constantFrom(0.85, 0.92, 1, 1.05, 2, -0.02, 0.003, 650, 9_200, 10_000, 23, 231_000, 1.5e8),
  },
  { weight: 5, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>(" ", "   ", "50人", "约50", "-", "50", "已完成", "1.2万", true, false),
  },
);

/** What is typed for a task without a number. */
const word: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom<CellValue>("已完成", "推进中", "未开展") },
  { weight: 8, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>(
      " ",
      " 已完成",
      "未开展  ",
      "已完成推进中",
      "完成",
      "已 完成",
      "*",
      "已?成",
      100,
      0,
      true,
      false,
      "已完成|",
    ),
  },
);

/** 时限日: the last day of a month, a day near it, or none. */
const due: fc.Arbitrary<CellValue> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        year: fc.integer({ min: 2020, max: 2026 }),
        month: fc.integer({ min: 1, max: 12 }),
        beside: fc.constantFrom(0, 0, -14, -1, 1, 0.5),
      })
      .map(({ year, month, beside }) => monthEnd(year, month) + beside),
  },
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("6月底前", "2025-06-30", " ", true, 0) },
);

const number = fc
  .record({
    op: fc.constantFrom<Op>(">=", ">", "<=", "<", "~", "range", "="),
    value: fc.oneof(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.constantFrom(14, 0.5, 5.5, 99.9, 120, 10_000, 23, 230_000, 1.5),
    ),
    extra: fc.integer({ min: 0, max: 5 }),
    targeted: fc.integer({ min: 1, max: 20 }),
    entries: fc.array(entry, { minLength: 5, maxLength: 5 }),
  })
  // Now and then a bare number typed by a person, or a target that nobody can read.
  .map(({ op, value, extra, targeted, entries }) => ({
    entries,
    target:
      targeted === 1
        ? value
        : targeted === 2
          ? "若干"
          : formatTarget({ op, value, ...(op === "range" ? { max: value + extra } : {}) }),
  }));

const task = fc.record({
  target: fc.constantFrom<CellValue>("", "", "", " "),
  entries: fc.array(word, { minLength: 5, maxLength: 5 }),
});

const generated: fc.Arbitrary<AssessedRow> = fc
  .record({
    promised: fc.oneof({ weight: 3, arbitrary: number }, { weight: 2, arbitrary: task }),
    period: fc.constantFrom<Period>("perYear", "perTerm", "cumulative", "byDeadline", "other"),
    deadline: fc.option(fc.integer({ min: 2021, max: 2026 }), { nil: undefined }),
    due,
    measure: fc.constantFrom("%", "%", "所", "人次", "", "万吨", "亿元"),
    name: fc.constantFrom("命名学校", "产值增长", "能耗下降", "培训人数"),
    confirmed: fc.option(
      fc.record({
        at: fc.integer({ min: 0, max: 4 }),
        before: fc.constantFrom("", "部门来函；", "已核：1%，"),
        colon: fc.constantFrom("：", ":"),
      }),
      { freq: 3, nil: undefined },
    ),
  })
  .map(({ promised: { target, entries }, period, deadline, due: day, measure, name, confirmed }) => ({
    indicator: name,
    period: formatPeriod({ period, ...(deadline === undefined ? {} : { deadline }) }, planYears[1]),
    target,
    measure,
    due: day,
    remark: confirmed ? `${confirmed.before}已核${confirmed.colon}${String(entries[confirmed.at])}${measure}` : "",
    entries: new Map(years.map((at, index) => [at, entries[index]!])),
  }));

interface Sheet {
  year: number;
  /** The content of the 截至 cell. */
  asOf: CellValue;
  rows: AssessedRow[];
}

const sheet: fc.Arbitrary<Sheet> = fc.record({
  year: fc.constantFrom(...years),
  asOf: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 12 }).map((month) => `${asOfName}${month}月`) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<CellValue>(
        `${asOfName}12月`,
        6,
        "9",
        " 3 ",
        "",
        "上半年",
        0,
        13,
        `${asOfName}13月`,
        "截至 4 月",
      ),
    },
  ),
  rows: fc.array(generated, { minLength: rowsOfSheet, maxLength: rowsOfSheet }),
});

/** A sheet whose rows can be rewritten again and again. */
class Calculated {
  private readonly grid: Grid = headlessGrid();

  constructor(asOf: boolean) {
    this.grid.defineName(yearName, "Sheet1!$A$1");
    this.grid.defineName(asOfName, "Sheet1!$B$1");
    this.grid.write("sheet1", { row: 1, column: 9, rows: rowsOfSheet, columns: 2 }, (index, column) => {
      const at = index + 2;
      const cells: FormulaCells = {
        indicator: `A${at}`,
        period: `B${at}`,
        target: `C${at}`,
        measure: `D${at}`,
        current: `J${at}`,
        status: `K${at}`,
        remark: `L${at}`,
        ...(asOf ? { due: `M${at}`, asOf } : {}),
        actuals: years.map((actual, offset) => ({ year: actual, cell: `${"EFGHI"[offset]}${at}` })),
      };
      return { formula: column === 0 ? currentFormula(cells) : statusFormula(cells, planYears) };
    });
  }

  /** The results that the formulas show. */
  async of({ year, asOf, rows }: Sheet): Promise<{ current: CellValue; status: CellValue }[]> {
    const written = (value: CellValue): { value: CellValue; forceText: boolean } => ({
      value,
      forceText: typeof value === "string",
    });
    this.grid.write("sheet1", { row: 0, column: 0, rows: 1, columns: 2 }, (_, column) =>
      written(column === 0 ? year : asOf),
    );
    this.grid.write("sheet1", { row: 1, column: 0, rows: rows.length, columns: 9 }, (index, column) => {
      const row = rows[index]!;
      return written(
        [row.indicator, row.period, row.target, row.measure, ...years.map((actual) => row.entries.get(actual)!)][
          column
        ]!,
      );
    });
    this.grid.write("sheet1", { row: 1, column: 11, rows: rows.length, columns: 2 }, (index, column) =>
      written((column === 0 ? rows[index]!.remark : rows[index]!.due)!),
    );
    await this.grid.calculated();
    const shown = (index: number, column: number): CellValue => this.grid.cell("sheet1", index + 1, column)?.v ?? "";
    return rows.map((_, index) => ({ current: shown(index, 9), status: shown(index, 10) }));
  }

  dispose(): void {
    this.grid.dispose();
  }
}

export interface Agreement {
  /** Rows for which formulas and TypeScript differ, with the seed. */
  differences: string[];
  /** How often each status occurred. */
  seen: ReadonlyMap<string, number>;
}

/** Judges generated rows both by formulas, in a real engine, and in TypeScript. */
export async function agreement(seed: number): Promise<Agreement> {
  const differences: string[] = [];
  const seen = new Map<string, number>();
  for (const [version, numRuns] of Object.entries(sheets)) {
    const isNow = version === "now";
    const calculated = new Calculated(isNow);
    for (const one of fc.sample(sheet, { numRuns, seed })) {
      const { year } = one;
      const asOf = { year, month: isNow ? (monthIn(one.asOf) ?? 12) : 12 };
      const results = await calculated.of(one);
      one.rows.forEach(({ due: day, ...rest }, index) => {
        const row = isNow ? { ...rest, due: day! } : rest;
        const expected = statusText(assess(row, asOf, planYears).status);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        const { status, current } = results[index]!;
        const judged = currentValue(row, year, planYears);
        const wanted: CellValue =
          String(row.target).trim() === "" || judged === "none" ? "" : judged === "unreadable" ? "无法识别" : judged;
        const sameCurrent =
          typeof wanted === "number"
            ? Math.abs(wanted - Number(current)) < 1e-6 + Math.abs(wanted) * 1e-12
            : current === wanted;
        if (status !== expected || !sameCurrent) {
          differences.push(
            `seed ${seed}, ${version}, ${year} ${one.asOf}: ${JSON.stringify({ ...row, entries: [...row.entries.values()] })} formula ${status} (${current}), TypeScript ${expected} (${wanted})`,
          );
        }
      });
    }
    calculated.dispose();
  }
  return { differences, seen };
}
