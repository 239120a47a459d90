import { reportOf } from "../../src/excel/generate-report";
import { buildMatrix } from "../../src/matrix/build";
import type { CarriedMatrix } from "../../src/matrix/carry/carry-over";
import { inChinese } from "../../src/plan/sentence";
import { plan } from "../plans";

const built = buildMatrix(plan());
const carried = (more: Partial<CarriedMatrix> = {}): CarriedMatrix => ({
  ...built,
  kept: 0,
  keptCells: [],
  flattened: [],
  removed: [],
  dropped: [],
  stayed: { rows: [], columns: [] },
  leftOut: [],
  back: [],
  fresh: [],
  newColumns: [],
  restored: 0,
  goneColumns: [],
  unchanged: false,
  ...more,
});
const row = { cells: { task: "任务" } };

type Given = Parameters<typeof reportOf>[0];
const report = (more: Partial<Given> = {}): ReturnType<typeof reportOf> =>
  reportOf({
    given: plan(),
    plan: plan(),
    matrix: built,
    carried: carried(),
    wasEarlier: false,
    isShown: false,
    isWritten: true,
    ...more,
  });
const notes = (more: Partial<Given>): string[] => report(more).notes.map(inChinese);

describe("what generating says it did", () => {
  it("counts rows and columns, those that stay out of the plan included", () => {
    expect(report({ carried: undefined })).toMatchObject({
      created: true,
      rows: 5,
      unitColumns: 4,
      kept: 0,
      removed: 0,
      keptCells: [],
    });
    const stayed = { rows: [row, row], columns: [] };
    expect(report({ carried: carried({ stayed, kept: 7, removed: [row] }) })).toMatchObject({
      created: false,
      rows: 7,
      kept: 7,
      removed: 1,
    });
  });

  it("is silent where there is nothing to say", () => {
    expect(notes({})).toEqual([]);
    expect(notes({ carried: undefined })).toEqual([]);
  });

  it("tells of each cell that stays although the plan says something else", () => {
    const kept = { place: "1 任务 · 目标", column: "target", kept: "≥60", planned: "", why: "manual" } as const;
    expect(report({ carried: carried({ keptCells: [kept] }) }).keptCells.map(inChinese)).toEqual([
      "1 任务 · 目标：保留“≥60”（方案为空白）",
    ]);
    // Whose it is is asked only where nobody knows.
    expect(notes({ carried: carried({ keptCells: [kept] }) })).toEqual([]);
    expect(notes({ carried: carried({ keptCells: [kept, { ...kept, why: "unknown" }] }) })).toEqual([
      expect.stringContaining("有 1 处与方案不同"),
    ]);
  });

  it.each<[string, Partial<CarriedMatrix>]>([
    ["工作表与方案一致", { unchanged: true }],
    ["1 行已不在方案中", { removed: [row] }],
    ["2 行曾从表中删除", { back: [row, row] }],
    ["恢复了以前填报的 3 处内容", { restored: 3 }],
    ["1 行不在方案中，按以前同步时的选择保留", { stayed: { rows: [row], columns: [] } }],
    ["1 行按以前同步时的选择没有列入", { leftOut: [built.rows[0]!] }],
    ["1 处自己写的公式", { flattened: [{ place: "", formula: "=A1", value: 1 }] }],
  ])("says %s", (said, more) => {
    expect(notes({ carried: carried(more) })).toEqual([expect.stringContaining(said)]);
  });

  it("says nothing of formulas in a sheet that was not written", () => {
    expect(
      notes({ carried: carried({ flattened: [{ place: "", formula: "=A1", value: 1 }] }), isWritten: false }),
    ).toEqual([]);
  });

  it("says that years were assumed, that the layout is new, and that everything is shown again", () => {
    expect(notes({ given: plan({ years: [0, 0] }) })).toEqual(["方案没有写明起止年份，年度列按 2021—2025 年设置。"]);
    expect(notes({ wasEarlier: true })).toEqual([expect.stringContaining("已改为新版式")]);
    expect(notes({ isShown: true })).toEqual(["筛选和隐藏的行、列已恢复显示。"]);
  });

  it("says how many texts were cut, counting those of just the limit and no shorter ones", () => {
    const cells = [
      ["长".repeat(32_767), "长".repeat(32_766), 5],
      ["长".repeat(32_767), "", ""],
    ];
    expect(notes({ matrix: { ...built, sheet: { ...built.sheet, cells } } })).toEqual([
      "2 个单元格的文字超过 32767 字，已截短，末尾以“…”标出。",
    ]);
  });

  it("says that the years are too many for Excel's formulas", () => {
    const long = plan({ years: [1900, 2100] });
    expect(notes({ plan: long, matrix: buildMatrix(long) })).toEqual([expect.stringContaining("年度太多")]);
  });
});
