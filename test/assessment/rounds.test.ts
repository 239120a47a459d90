import { chasing, type Chase } from "../../src/assessment/chase";
import { collect, withCollected, type CollectContext } from "../../src/assessment/collect";
import { derivedCells, type DerivedCell } from "../../src/assessment/derive";
import { merged, nothing, type Detail, type Reported } from "../../src/assessment/details";
import type { QualityWord } from "../../src/assessment/entry";
import { formatFormKey, parseFormKey } from "../../src/assessment/form-key";
import { unitForms } from "../../src/assessment/forms";
import { thresholdOf } from "../../src/assessment/limits";
import { explainingRows } from "../../src/assessment/reported-rows";
import type { ReturnedForm } from "../../src/assessment/returned-form";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { rowIdentity } from "../../src/matrix/row-key";
import type { CellValue } from "../../src/matrix/sheet";
import { runToEnd } from "../../src/plan/pausable";
import { inChinese } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const year = 2023;
const made = "2023-06-01T00:00:00.000Z";
const of = plan({ tasks: [task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }), ...plan().tasks.slice(1)] });
const noChoice = { left: new Set<string>(), accepted: new Set<string>() };

/** The sheet in the round of `month`, with these contents of the year's cells. */
const sheetAt = (month: number | undefined, cells: Readonly<Record<string, CellValue>> = {}): LocatedMatrix => {
  const { month: _, ...held } = sheetOf(of, (sheet) =>
    Object.entries(cells).forEach(([name, value]) => void (rowNamed(sheet, name).cells[`actual:${year}`] = value)),
  );
  return { ...held, year, ...(month === undefined ? {} : { month }) };
};

const identityOf = (name: string): string => rowIdentity(rowNamed(sheetAt(12), name).key!);
const reported = <T>(content: T | ""): Reported<T> =>
  content === "" ? nothing : { content, file: "a.xlsx", saved: "2023-06-05" };

interface Said {
  value?: number | QualityWord | "";
  unread?: string;
  progress?: string;
  explanation?: string;
}

const detail = (
  unit: string,
  month: number,
  name: string,
  { value = "", unread = "", progress = "", explanation = "" }: Said,
): Detail => ({
  ...{
    unit,
    year,
    month,
    identity: identityOf(name),
    value: reported<number | QualityWord>(value),
    unread: reported(unread),
  },
  ...{ evidence: nothing, progress: reported(progress), explanation: reported(explanation) },
});

const groundOf = (held: LocatedMatrix, details: readonly Detail[] = []): CollectContext => ({
  plan: of,
  held,
  year,
  totals: new Set(),
  details,
  dropped: [],
  sent: new Map(),
  made: new Set(),
  unitChanges: [],
});

/** A form of the sheet's present round, as it is returned. */
function form(unit: string, month: number, entries: Readonly<Record<string, CellValue>>): ReturnedForm {
  const sent = unitForms(of, sheetAt(month), { year, deadline: "", made, totals: new Set() }).find(
    ({ name }) => name === unit,
  )!;
  const rows = sent.blocks
    .flatMap((block) => block.rows)
    .map(({ keyText, indicator, task: title }) => ({
      ...{
        year: sent.year,
        month: sent.month,
        unit,
        made,
        keyText,
        entry: entries[indicator || title] ?? "",
        isPercent: false,
      },
      ...{ evidence: "", progress: "", explanation: "", printed: { number: "", task: title, indicator } },
    }));
  return {
    file: `${unit}${month}.xlsx`,
    saved: `2023-${String(month).padStart(2, "0")}-28T00:00:00.000Z`,
    rows,
    strays: [],
    otherSheets: 0,
  };
}

const cellsFrom = (
  held: LocatedMatrix,
  before: readonly Detail[],
  after: readonly Detail[],
  totals = new Set<string>(),
): DerivedCell[] => derivedCells({ plan: of, held, year, totals, before: merged(before), after: merged(after) });
const chase = (held: LocatedMatrix, details: readonly Detail[]): Chase =>
  runToEnd(chasing({ plan: of, held, year, totals: new Set(), details: merged(details), dropped: [] }));

describe("the hidden key of a form", () => {
  const key = { unit: "县教育局", made, keyText: "m1|t1|i1" };

  it("says the month of its round, and nothing of it in December, as forms of earlier versions do", () => {
    expect(parseFormKey(formatFormKey({ ...key, year, month: 6 }))).toEqual({ ...key, year, month: 6 });
    expect(formatFormKey({ ...key, year, month: 12 })).toMatch(/^f1\|2023\|县教育局\|/);
    expect(parseFormKey(formatFormKey({ ...key, year, month: 12 }))).toEqual({ ...key, year, month: 12 });
  });

  it("is none where it says a month that there is not", () => {
    expect(parseFormKey(formatFormKey({ ...key, year, month: 13 }))).toBeUndefined();
  });
});

describe("a form of a round", () => {
  it("is of the sheet's own 截至, and of the whole year in a sheet that has none and for any other year", () => {
    const monthOf = (held: LocatedMatrix, at = year): number =>
      unitForms(of, held, { year: at, deadline: "", made, totals: new Set() })[0]!.month;
    expect([monthOf(sheetAt(6)), monthOf(sheetAt(undefined)), monthOf(sheetAt(6), 2022)]).toEqual([6, 12, 12]);
  });

  it("calls no number of a year short before December, but a ceiling that is exceeded", () => {
    const at = (period: string, target: string, month: number, due?: number): unknown =>
      thresholdOf({ period, target, ...(due === undefined ? {} : { due }) }, { year, month }, 2025);
    expect([at("每年", "≥50", 6), at("每年", "≥50", 12)]).toEqual([
      undefined,
      { of: "entry", comparator: "<", value: 50 },
    ]);
    expect(at("每年", "≤3", 6)).toEqual({ of: "entry", comparator: ">", value: 3 });
    // 30 June 2023.
    const [dueInJune, dueInDecember] = [45107, 45291];
    expect(
      [at("到2023年", "≥5", 6, dueInJune), at("到2023年", "≥5", 6, dueInDecember), at("到2022年", "≥5", 6)].map(
        (one) => one !== undefined,
      ),
    ).toEqual([true, false, true]);
  });
});

describe("what is reported in rounds", () => {
  it("is kept round by round, and the matrix shows the latest", () => {
    const june = collect([form("县教育局", 6, { 培训教师: 20 })], groundOf(sheetAt(6)));
    const first = [...withCollected([], june, noChoice).values()];
    const september = collect([form("县教育局", 9, { 培训教师: 35 })], groundOf(sheetAt(9, { 培训教师: 20 }), first));
    const both = [...withCollected(first, september, noChoice).values()];
    expect(both.map(({ month, value }) => [month, value.content])).toEqual([
      [6, 20],
      [9, 35],
    ]);
    expect(september.files[0]!.items.map(({ kind, after }) => [kind, after])).toEqual([["new", 35]]);
    expect(
      cellsFrom(sheetAt(9, { 培训教师: 20 }), first, both).map(({ column, before, after, kind }) => [
        column,
        before,
        after,
        kind,
      ]),
    ).toEqual([[`actual:${year}`, 20, 35, "take"]]);
  });

  it("stays in 填报明细 alone where it comes late and a later round has said it, and is told", () => {
    const later = [detail("县教育局", 9, "培训教师", { value: 35 })];
    const held = sheetAt(9, { 培训教师: 35 });
    const late = collect([form("县教育局", 6, { 培训教师: 20, 任务t3: "推进中" })], groundOf(held, later));
    expect(late.files[0]!.items.map(({ kind, before, reason }) => [kind, before, inChinese(reason)])).toEqual([
      ["late", 20, "更晚的一轮已经填过"],
      ["new", "", ""],
    ]);
    expect(late.files[0]!.notes.map(inChinese)).toEqual([
      "这是 2023 年截至 6 月的填报表，本轮是 2023 年截至 9 月。照记在“填报明细”；更晚一轮已经填过的，责任矩阵不改。",
    ]);
    const after = [...withCollected(later, late, noChoice).values()];
    expect(after).toHaveLength(3);
    expect(cellsFrom(held, later, after).map(({ place, after: now }) => [place, now])).toEqual([
      ["一(一)3 任务t3", "推进中"],
    ]);
  });

  it("is told where a form is of a later round than the one under way", () => {
    const { files } = collect([form("县教育局", 9, { 培训教师: 20 })], groundOf(sheetAt(6)));
    expect(files[0]!.notes.map(inChinese)).toEqual([
      expect.stringContaining("比本轮（2023 年截至 6 月）晚，请核对“截至”是否选对"),
    ]);
    expect(collect([form("县教育局", 12, { 培训教师: 20 })], groundOf(sheetAt(undefined))).files[0]!.notes).toEqual([]);
  });

  it("is no contradiction of what another unit said in an earlier round, and is one in the same", () => {
    const june = [detail("县教育局", 6, "培训教师", { value: 20 }), detail("县财政局", 6, "培训教师", { value: 20 })];
    const one = [...june, detail("县教育局", 9, "培训教师", { value: 35 })];
    const held = sheetAt(9, { 培训教师: 20 });
    expect(cellsFrom(held, june, one).map(({ after, kind }) => [after, kind])).toEqual([[35, "take"]]);
    expect(
      cellsFrom(held, june, [...one, detail("县财政局", 9, "培训教师", { value: 36 })]).map(({ kind }) => kind),
    ).toContain("dispute");
  });

  it("is added up from what each unit has said last, and says whose part is older", () => {
    const parts = plan({
      tasks: [task("t1", { lead: ["县教育局"], responsible: ["县财政局"] }), ...plan().tasks.slice(1)],
    });
    const held = { ...sheetOf(parts), year, month: 9 };
    const june = [
      detail("县教育局", 6, "建成示范学校", { value: 3 }),
      detail("县财政局", 6, "建成示范学校", { value: 4 }),
    ];
    const [cell] = derivedCells({
      plan: parts,
      held,
      year,
      totals: new Set(["i1"]),
      before: new Map(),
      after: merged([...june, detail("县教育局", 9, "建成示范学校", { value: 5 })]),
    });
    expect([cell!.after, inChinese(cell!.note)]).toEqual([9, "2 个单位合计，其中 1 个单位的是以前一轮填的"]);
  });

  it("is explained by its own round: an explanation goes with its number", () => {
    const june = detail("县教育局", 6, "培训教师", { value: 20, explanation: "疫情影响" });
    const explanation = (...details: Detail[]): string =>
      runToEnd(explainingRows(sheetAt(9), details, year)).find(({ explained }) => explained.indicator === "培训教师")!
        .explained.explanation;
    expect([
      explanation(june),
      explanation(june, detail("县教育局", 9, "培训教师", { value: 35 })),
      explanation(june, detail("县教育局", 9, "培训教师", { progress: "办班两期" })),
    ]).toEqual(["疫情影响", "", "疫情影响"]);
  });
});

describe("进展情况", () => {
  const held = sheetAt(12);

  it("goes into its cell, with the units' names where several have said what they did", () => {
    const own = [detail("县教育局", 12, "培训教师", { progress: "办班两期" })];
    const progressOf = (details: Detail[]): unknown =>
      cellsFrom(held, [], details)
        .filter(({ column }) => column === "progress")
        .map(({ after, kind }) => [after, kind]);
    expect(progressOf(own)).toEqual([["办班两期", "take"]]);
    expect(progressOf([...own, detail("县财政局", 12, "培训教师", { progress: "经费已拨付" })])).toEqual([
      ["县教育局：办班两期；县财政局：经费已拨付", "take"],
    ]);
  });

  it("leaves what somebody has typed there, and is asked about", () => {
    const typed = sheetOf(of, (sheet) => void (rowNamed(sheet, "培训教师").cells.progress = "电话里说的"));
    expect(
      cellsFrom({ ...typed, year }, [], [detail("县教育局", 12, "培训教师", { progress: "办班两期" })]).map(
        ({ column, before, kind }) => [column, before, kind],
      ),
    ).toEqual([["progress", "电话里说的", "typed"]]);
  });

  it("stays in 填报明细 where the sheet has no such column, as those of earlier versions", () => {
    const earlier = sheetAt(12);
    earlier.columns.delete("progress");
    expect(cellsFrom(earlier, [], [detail("县教育局", 12, "培训教师", { progress: "办班两期" })])).toEqual([]);
  });

  it("can be said of a row whose number another unit reports", () => {
    const sent = form("县财政局", 12, {});
    const filled = {
      ...sent,
      rows: sent.rows.map((row) => (row.printed.indicator === "开展活动" ? { ...row, progress: "经费已拨付" } : row)),
    };
    const { files } = collect([filled], groundOf(held));
    expect(files[0]!.items.map(({ kind, after }) => [kind, after])).toEqual([["new", "经费已拨付"]]);
  });
});

describe("what is still to be asked for in a round", () => {
  const june = [
    detail("县教育局", 6, "培训教师", { value: 20 }),
    detail("县财政局", 6, "培训教师", { value: 20 }),
    detail("县文化和旅游局", 6, "开展活动", { unread: "约30" }),
  ];
  const filled = { 培训教师: 20 };

  it("is asked of every unit anew, whatever it said in an earlier one", () => {
    expect(chase(sheetAt(6, filled), june)).toMatchObject({
      year,
      month: 6,
      missing: [],
      unread: [{ unit: "县文化和旅游局" }],
    });
    expect(chase(sheetAt(9, filled), june)).toMatchObject({
      year,
      month: 9,
      missing: ["县教育局", "县财政局", "县文化和旅游局"],
      unread: [],
      partial: [],
    });
  });

  it("is a number of an earlier round that a form left empty, but no task that is done", () => {
    const all = [
      ...june,
      detail("县教育局", 6, "任务t3", { value: "已完成" }),
      detail("县教育局", 9, "建成示范学校", { value: 3 }),
    ];
    const { missing, partial } = chase(sheetAt(9, { 培训教师: 20, 任务t3: "已完成", 建成示范学校: 3 }), all);
    expect(missing).not.toContain("县教育局");
    expect(partial.find(({ unit }) => unit === "县教育局")!.places).toEqual(["一(一)1 任务t1 · 培训教师"]);
  });
});

describe("a number of a later round", () => {
  const kinds = (year: number): unknown[] =>
    collect(
      [form("县教育局", 6, { 培训教师: 42 })],
      groundOf(sheetAt(6), [{ ...detail("县教育局", 12, "培训教师", { value: 40 }), year }]),
    ).files[0]!.items.map(({ kind }) => kind);

  it("stands before one of an earlier round of its own year, not of another year", () => {
    expect([kinds(year), kinds(year - 1)]).toEqual([["late"], ["new"]]);
  });
});
