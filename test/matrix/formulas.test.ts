import { headlessGrid } from "../../src/host/headless";
import { asOfName } from "../../src/matrix/as-of";
import { monthEnd } from "../../src/matrix/due";
import {
  currentFormula,
  isFormerStatus,
  isTaken,
  ratioFormula,
  statusFormula,
  yearName,
  type FormulaCells,
} from "../../src/matrix/formulas";
import type { CellValue } from "../../src/matrix/sheet";

const years = [2021, 2022, 2023] as const;
const planYears = [2021, 2023] as const;

interface Row {
  indicator?: string;
  period?: string;
  target: CellValue;
  measure?: string;
  remark?: string;
  due?: CellValue;
  /** Of 2021, 2022 and 2023. */
  entries: readonly [CellValue, CellValue, CellValue];
}

interface Sheet {
  year?: number;
  asOf?: CellValue;
  /** Without 时限日, 截至, 备注 and a 状态 for the ratio to look at, as in sheets of earlier versions. */
  isEarlier?: boolean;
  /** The years that have a column. */
  columns?: readonly number[];
}

/** What 当前值, 完成率 and 状态 show. */
async function shown(
  rows: readonly Row[],
  { year = 2022, asOf = "截至12月", isEarlier = false, columns = years }: Sheet = {},
): Promise<CellValue[][]> {
  const grid = headlessGrid();
  grid.defineName(yearName, "Sheet1!$A$1");
  grid.defineName(asOfName, "Sheet1!$B$1");
  const written = (value: CellValue): { value: CellValue; forceText: boolean } => ({
    value,
    forceText: typeof value === "string",
  });
  grid.write("sheet1", { row: 0, column: 0, rows: 1, columns: 2 }, (_, column) => written(column === 0 ? year : asOf));
  grid.write("sheet1", { row: 1, column: 0, rows: rows.length, columns: 12 }, (index, column) => {
    const { indicator = "数", period = "每年", target, measure = "所", remark = "", due = "", entries } = rows[index]!;
    const at = index + 2;
    const cells: FormulaCells = {
      ...{ indicator: `A${at}`, period: `B${at}`, target: `C${at}`, measure: `D${at}`, current: `J${at}` },
      ...(isEarlier ? {} : { status: `L${at}`, remark: `H${at}`, due: `I${at}`, asOf: true }),
      actuals: years.flatMap((one, offset) =>
        columns.includes(one) ? [{ year: one, cell: `${"EFG"[offset]}${at}` }] : [],
      ),
    };
    if (column === 9) return { formula: currentFormula(cells) };
    if (column === 10) return { formula: ratioFormula(cells) };
    if (column === 11) return { formula: statusFormula(cells, planYears) };
    return written([indicator, period, target, measure, ...entries, remark, due][column]!);
  });
  await grid.calculated();
  const found = rows.map((_, index) => [9, 10, 11].map((column) => grid.cell("sheet1", index + 1, column)?.v ?? ""));
  grid.dispose();
  return found;
}

const table = async (
  cases: readonly (readonly [row: Row, expected: readonly CellValue[]])[],
  sheet: Sheet = {},
): Promise<void> =>
  expect(
    await shown(
      cases.map(([row]) => row),
      sheet,
    ),
  ).toEqual(cases.map(([, expected]) => expected));

describe("the formulas of a row with a number", () => {
  it("judge each year by itself, a sum up to the year, and a level by its latest entry", async () => {
    await table([
      [{ target: "≥50", entries: [90, 40, 99] }, [40, 0.8, "▲未达标"]],
      [{ target: "≥50", entries: [90, "", 99] }, ["", "", "未报"]],
      [{ target: "≥50", period: "累计", entries: [20, 20, 99] }, [40, 0.8, "序时"]],
      [{ target: "≥90", period: "累计", entries: [20, 20, 99] }, [40, 40 / 90, "▲滞后"]],
      [{ target: "≥50", period: "累计", entries: ["", "", 99] }, ["", "", "未报"]],
      [{ target: "≥50", period: "累计", entries: [20, "二十", 99] }, ["无法识别", "", "无法识别"]],
      [{ target: "≥50", period: "到2023年", entries: [20, "", 99] }, [20, 0.4, "推进中"]],
      [{ target: "≥50", period: "到2022年", entries: [20, 45, 99] }, [45, 0.9, "▲未达标"]],
      [{ target: "≥50", period: "到2023年", entries: [20, "约50", 99] }, ["无法识别", "", "无法识别"]],
    ]);
  });

  it("know each comparator below, at and above its target", async () => {
    const at = (target: string, entry: number): Row => ({ target, entries: ["", entry, ""] });
    const states = async (target: string): Promise<CellValue[]> =>
      (await shown([at(target, 8), at(target, 9), at(target, 10), at(target, 11)])).map(([, , status]) => status!);
    const [met, missed] = ["达标", "▲未达标"];
    expect(await states("≥10")).toEqual([missed, missed, met, met]);
    expect(await states(">10")).toEqual([missed, missed, missed, met]);
    expect(await states("≤10")).toEqual([met, met, met, missed]);
    expect(await states("<10")).toEqual([met, met, missed, missed]);
    expect(await states("=10")).toEqual([missed, missed, met, missed]);
    expect(await states("约10")).toEqual([missed, met, met, met]);
    expect(await states("10—20")).toEqual([missed, missed, met, met]);
  });

  it("give no ratio for a ceiling, and none for a number that is not judged", async () => {
    await table([
      [{ target: "≤50", entries: ["", 40, ""] }, [40, "", "达标"]],
      [{ target: "<50", entries: ["", 40, ""] }, [40, "", "达标"]],
      [{ target: "≥50", entries: ["", -4, ""] }, [-4, "", "无法识别"]],
      [{ target: 50, entries: ["", 60, ""] }, [60, 1.2, "达标"]],
      [{ target: "若干", entries: ["", 60, ""] }, [60, "", "无法识别"]],
    ]);
  });

  it("take negative numbers and shares over the whole for what they are, of rates alone", async () => {
    await table([
      [{ target: "≥50", measure: "%", entries: ["", 101, ""] }, [101, "", "无法识别"]],
      [{ target: "≥50", measure: "%", entries: ["", 100, ""] }, [100, 2, "达标"]],
      [{ target: "≥150", measure: "%", entries: ["", 160, ""] }, [160, 160 / 150, "达标"]],
      [{ indicator: "产值增长", target: "≥5", measure: "%", entries: ["", -3, ""] }, [-3, -0.6, "▲未达标"]],
      [{ indicator: "能耗下降", target: "≥50", measure: "%", entries: ["", 101, ""] }, [101, 2.02, "达标"]],
    ]);
  });

  it("ask about a number that is likely off by a hundred and more, every part of a sum, until it is confirmed", async () => {
    const share = (entry: number, remark = ""): Row => ({
      indicator: "产值增长",
      target: "≥80",
      measure: "%",
      remark,
      entries: ["", entry, ""],
    });
    await table([
      [share(0.85), [0.85, "", "无法识别"]],
      [share(0.85, "已核：0.85%"), [0.85, 0.010625, "▲未达标"]],
      [share(0.85, "来函，已核:0.85%。"), [0.85, 0.010625, "▲未达标"]],
      [share(801), [801, "", "无法识别"]],
      [share(800), [800, 10, "达标"]],
      [{ target: "≥23", measure: "万吨", entries: ["", 231_000, ""] }, [231_000, "", "无法识别"]],
      [{ target: "≥230000", measure: "吨", entries: ["", 23, ""] }, [23, "", "无法识别"]],
      [{ target: "≥230000", measure: "吨", period: "累计", entries: [23, 400_000, ""] }, [400_023, "", "无法识别"]],
      [
        { target: "≥230000", measure: "吨", period: "累计", remark: "已核：23吨", entries: [23, 400_000, ""] },
        [400_023, 400_023 / 230_000, "达标"],
      ],
      [{ target: "≥2", measure: "万吨", period: "累计", entries: [201, 1, ""] }, [202, "", "无法识别"]],
      [{ target: "≥50", period: "累计", entries: [0, 60, ""] }, [60, 1.2, "达标"]],
    ]);
  });

  it("judge by the month of 截至: pace, and what is over by then", async () => {
    const cases: [Row, CellValue][] = [
      [{ target: "≥36", period: "累计", entries: [12, 6, ""] }, "序时"],
      [{ target: "≥36", period: "累计", entries: [12, 5, ""] }, "▲滞后"],
      [{ target: "≤10", period: "累计", entries: [12, 5, ""] }, "▲滞后"],
      [{ target: "≥50", entries: ["", 20, ""] }, "推进中"],
      [{ target: "≤10", entries: ["", 20, ""] }, "▲未达标"],
      [{ target: "≥50", entries: ["", 20, ""], due: monthEnd(2022, 6) }, "▲未达标"],
      [{ target: "≥50", entries: ["", 20, ""], due: monthEnd(2022, 6) + 1 }, "推进中"],
      [{ target: "≥50", entries: ["", 20, ""], due: monthEnd(2021, 12) }, "推进中"],
      [{ target: "≥50", period: "到2022年", entries: ["", 20, ""] }, "推进中"],
      [{ target: "≥50", period: "到2021年", entries: ["", 20, ""] }, "▲未达标"],
      [{ target: "≥36", period: "累计（到2022年）", entries: [12, 15, ""] }, "序时"],
      [{ target: "≥36", period: "累计（到2022年）", entries: [12, 14, ""] }, "▲滞后"],
    ];
    const rows = cases.map(([row]) => row);
    expect((await shown(rows, { asOf: "截至6月" })).map(([, , status]) => status)).toEqual(
      cases.map(([, status]) => status),
    );
    // Bare, and read as monthIn does.
    for (const asOf of [6, "6", " 6月"])
      expect((await shown(rows.slice(0, 2), { asOf })).map(([, , status]) => status)).toEqual(["序时", "▲滞后"]);
    expect((await shown(rows.slice(3, 4), { asOf: "上半年" })).map(([, , status]) => status)).toEqual(["▲未达标"]);
  });

  it("are judged by whole years in a sheet without 截至, where nobody can confirm anything", async () => {
    await table(
      [
        [{ target: "≥36", period: "累计", entries: [12, 12, ""] }, [24, 24 / 36, "序时"]],
        [{ target: "≥36", period: "累计", entries: [12, 11, ""] }, [23, 23 / 36, "▲滞后"]],
        [{ target: "≥50", entries: ["", 20, ""] }, [20, 0.4, "▲未达标"]],
        [{ target: "≥50", period: "到2022年", entries: ["", 20, ""] }, [20, 0.4, "▲未达标"]],
        [{ target: "≥50", period: "到2023年", entries: ["", 20, ""] }, [20, 0.4, "推进中"]],
        [
          { target: "≥230000", measure: "吨", entries: ["", 23, ""], remark: "已核：23吨" },
          [23, 23 / 230_000, "无法识别"],
        ],
      ],
      { asOf: "截至6月", isEarlier: true },
    );
  });

  it("say nothing of a year outside the plan, and of one whose column is gone", async () => {
    const row: Row = { target: "≥50", entries: [60, 70, 80] };
    for (const year of [2020, 2024, 1900]) expect(await shown([row], { year })).toEqual([["", "", "未报"]]);
    expect([await shown([row], { year: 2021 }), await shown([row], { year: 2023 })]).toEqual([
      [[60, 1.2, "达标"]],
      [[80, 1.6, "达标"]],
    ]);
    expect(await shown([row], { columns: [2021, 2023] })).toEqual([["", "", "未报"]]);
    const sums: Row = { target: "≥50", period: "累计", entries: [60, 70, 80] };
    expect(await shown([row, sums], { columns: [] })).toEqual([
      ["", "", "未报"],
      ["", "", "未报"],
    ]);
  });
});

describe("the formulas of a task without a number", () => {
  const task = (entry: CellValue, due: CellValue = "", before: CellValue = ""): Row => ({
    target: " ",
    period: "",
    due,
    entries: [before, entry, ""],
  });

  it("say what its word says, and that it is overdue by the end of the month in which it is due", async () => {
    const [june, july] = [monthEnd(2022, 6), monthEnd(2022, 7)];
    const states = async (due: CellValue): Promise<CellValue[]> =>
      (
        await shown(
          ["已完成", " 推进中 ", "未开展", "", "快了"].map((word) => task(word, due)),
          { asOf: "截至6月" },
        )
      ).map(([current, ratio, status]) => `${current}${ratio}${status}`);
    expect(await states("")).toEqual(["完成", "推进中", "未开展", "未报", "无法识别"]);
    expect(await states(july)).toEqual(["完成", "推进中", "未开展", "未报", "无法识别"]);
    expect(await states(june)).toEqual(["完成", "▲逾期", "▲逾期", "▲逾期", "无法识别"]);
  });

  it("leave a task done that has a deadline, and ask anew of one that has none", async () => {
    const [june, later] = [monthEnd(2022, 6), monthEnd(2023, 6)];
    const rows = [
      task("", june, "已完成"),
      task("", later, "已完成"),
      task("", "", "已完成"),
      task("", june, "推进中"),
      task("推进中", june, "已完成"),
      task("未开展", later, "已完成"),
    ];
    expect((await shown(rows)).map(([, , status]) => status)).toEqual([
      "完成",
      "完成",
      "未报",
      "▲逾期",
      "▲逾期",
      "未开展",
    ]);
  });

  it("say what its word says in a sheet that has no deadlines", async () => {
    const states = await shown(
      ["已完成", "未开展", "", "快了"].map((word) => task(word, monthEnd(2022, 6))),
      {
        isEarlier: true,
      },
    );
    expect(states.map(([, , status]) => status)).toEqual(["完成", "未开展", "未报", "无法识别"]);
  });
});

describe("a formula that Excel takes", () => {
  it("has no more characters than fit into a cell", () => {
    expect([isTaken(`="${"长".repeat(8192 - 3)}"`), isTaken(`="${"长".repeat(8192 - 2)}"`)]).toEqual([true, false]);
  });

  it("is nested no deeper than it counts, brackets in texts aside", () => {
    const nested = (levels: number): string => `=${"ABS(".repeat(levels)}1${")".repeat(levels)}`;
    expect([isTaken(nested(64)), isTaken(nested(65))]).toEqual([true, false]);
    expect(isTaken(`=${Array.from({ length: 70 }, () => "ABS(1)").join("+")}`)).toBe(true);
    expect(isTaken(`="${"(".repeat(70)}"`)).toBe(true);
  });
});

describe("a 状态 formula of a version that did not judge tasks", () => {
  it("is known by the word that it showed for all of them", () => {
    expect(isFormerStatus('=IF(G7="","无量化指标","达标")')).toBe(true);
    const cells = { indicator: "A1", period: "B1", target: "C1", measure: "D1", current: "J1", actuals: [] };
    expect(isFormerStatus(statusFormula(cells, planYears))).toBe(false);
  });
});
