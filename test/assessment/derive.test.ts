import type { Answering } from "../../src/assessment/answering";
import { byRow, derivedCells, said, type DerivedCell, type Said } from "../../src/assessment/derive";
import { merged, nothing, voicesIn, type Detail } from "../../src/assessment/details";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { inChinese, sentence } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const year = 2023;
const reported = <T>(content: T): { content: T; file: string; saved: string } => ({
  content,
  file: "a.xlsx",
  saved: "",
});
const detail = (unit: string, value: number | "", more: Partial<Detail> = {}): Detail => ({
  unit,
  year,
  month: 12,
  identity: "t1|i2",
  value: value === "" ? nothing : reported(value),
  unread: nothing,
  evidence: nothing,
  progress: nothing,
  explanation: nothing,
  ...more,
});

const [one, two, three] = ["县教育局", "县财政局", "县体育局"] as const;
const asking = (
  reporting: Answering["reporting"],
  units: string[] = [one, two],
  more: Partial<Answering> = {},
): Answering => ({
  reporting,
  units,
  isLeaderless: false,
  roles: [],
  ...more,
});
/** What the reports say of a row with a target, in words. */
function told(answering: Answering, details: readonly Detail[], target: CellValue = "≥50"): Record<string, unknown> {
  const found: Said = said(answering, { target }, byRow(merged(details), year).get("t1|i2"));
  return {
    ...found,
    note: inChinese(found.note),
    ...(found.dispute === undefined ? {} : { dispute: inChinese(found.dispute) }),
  };
}

describe("what the units that were asked say of a row", () => {
  it("is nothing where none of them has given a number", () => {
    expect(told(asking("lead"), [])).toEqual({ value: "", note: "" });
    expect(told(asking("lead"), [detail(three, 5), detail(one, "")])).toEqual({ value: "", note: "" });
  });

  it("is the number on which all agree, and of those who differ what each says", () => {
    expect(told(asking("lead"), [detail(one, 5), detail(two, 5)])).toEqual({ value: 5, note: "", month: 12 });
    expect(told(asking("each"), [detail(one, 5), detail(two, 6)])).toEqual({
      value: "",
      note: "",
      month: 12,
      dispute: "县教育局填 5，县财政局填 6",
    });
  });

  it("is the latest round's where several units report the whole", () => {
    expect(told(asking("lead"), [detail(one, 5, { month: 6 }), detail(two, 6)])).toEqual({
      value: 6,
      note: "",
      month: 12,
    });
  });

  it("says why numbers are not added up that somebody wanted added", () => {
    const why = sentence("是比率");
    expect(told(asking("lead", [one], { notAdded: why }), [detail(one, 5)]).note).toBe("这一项是比率，不相加");
  });

  it("is the sum of all parts, with how many are missing and how many are of an earlier round", () => {
    const of = (units: string[], ...details: Detail[]): unknown[] => {
      const { value, note, month } = told(asking("total", units), details);
      return [value, note, month];
    };
    expect(of([one, two], detail(one, 0.1), detail(two, 0.2))).toEqual([0.3, "2 个单位合计", 12]);
    expect(of([one], detail(one, 5))).toEqual([5, "", 12]);
    expect(of([one, two, three], detail(one, 5), detail(two, 6))).toEqual([11, "3 个单位合计，还差 1 个单位", 12]);
    expect(of([one, two], detail(one, 5, { month: 6 }), detail(two, 6))).toEqual([
      11,
      "2 个单位合计，其中 1 个单位的是以前一轮填的",
      12,
    ]);
  });

  it("is no sum where one unit and one that was merged into it both report, nor for a task without a number", () => {
    const both = [detail(one, 5), detail(one, 6, { former: "县文体局" })];
    expect(told(asking("total"), both)).toEqual({
      value: "",
      note: "",
      month: 12,
      dispute: "县教育局填 5，县文体局（已归县教育局）填 6",
    });
    expect(told(asking("total"), [detail(one, 5), detail(two, 5)], " ")).toMatchObject({ value: 5 });
  });
});

describe("the reports of a year by row and unit", () => {
  it("have those of a merged unit after the unit's own, whatever came first", () => {
    const details = [detail(one, 6, { former: "县文体局" }), detail(one, 5), detail(two, 7, { year: 2022 })];
    for (const order of [details, [...details].reverse()]) {
      const units = byRow(merged(order), year).get("t1|i2")!;
      expect([...units].map(([unit, voices]) => [unit, voices.map(({ value }) => value.content)])).toEqual([
        [one, [5, 6]],
      ]);
    }
    expect(voicesIn(details, 2022)).toHaveLength(1);
  });
});

const of = plan({ tasks: [task("t1", { lead: [one, two], responsible: [] }), ...plan().tasks.slice(1)] });
const cells = (
  before: readonly Detail[],
  after: readonly Detail[],
  touch: (sheet: LocatedMatrix) => void = () => undefined,
): unknown[] =>
  derivedCells({
    plan: of,
    held: sheetOf(of, touch),
    year,
    totals: new Set(),
    before: merged(before),
    after: merged(after),
  }).map(({ column, before: was, after: now, kind }: DerivedCell) => [column, was, now, kind]);
const typed =
  (column: string, value: CellValue): ((sheet: LocatedMatrix) => void) =>
  (sheet) =>
    void (rowNamed(sheet, "培训教师").cells[column] = value);
const actual = `actual:${year}`;

describe("a cell of the matrix beside the reports", () => {
  it("takes what they say where it is empty or holds what they said before", () => {
    expect(cells([], [detail(one, 5)])).toEqual([[actual, "", 5, "take"]]);
    expect(cells([detail(one, 5)], [detail(one, 6)], typed(actual, 5))).toEqual([[actual, 5, 6, "take"]]);
  });

  it("keeps what somebody has typed, and is left alone where it agrees or nothing is said", () => {
    expect(cells([detail(one, 4)], [detail(one, 6)], typed(actual, 5))).toEqual([[actual, 5, 6, "typed"]]);
    expect(cells([], [detail(one, 5)], typed(actual, "5"))).toEqual([]);
    expect(cells([detail(one, 5)], [], typed(actual, 5))).toEqual([]);
  });

  it("is told of a dispute, loses a number that one of them had given, and has the dispute in 备注", () => {
    const dispute = [detail(one, 5), detail(two, 6)];
    const remark = "填报不一致：县教育局填 5，县财政局填 6";
    expect(cells([], dispute)).toEqual([
      [actual, "", "", "dispute"],
      ["remark", "", remark, "take"],
    ]);
    expect(cells([detail(one, 5)], dispute, typed(actual, 5))).toEqual([
      [actual, 5, "", "take"],
      [actual, 5, "", "dispute"],
      ["remark", "", remark, "take"],
    ]);
    // Somebody has settled it.
    expect(cells([detail(one, 4)], dispute, typed(actual, 5))).toEqual([["remark", "", remark, "take"]]);
    expect(cells([], dispute, typed("remark", "另议"))).toEqual([[actual, "", "", "dispute"]]);
    // Once they agree, our own words go.
    const settled = [detail(one, 6), detail(two, 6)];
    expect(cells(dispute, settled, typed("remark", remark))).toEqual([
      [actual, "", 6, "take"],
      ["remark", remark, "", "take"],
    ]);
    expect(cells(dispute, settled, typed("remark", `${remark}。`))).toEqual([[actual, "", 6, "take"]]);
  });

  it("takes 进展情况 and 佐证材料, with names where several have written any", () => {
    const written = (unit: string, progress: string, evidence = ""): Detail =>
      detail(unit, "", {
        progress: reported(progress),
        evidence: evidence === "" ? nothing : reported(evidence),
      });
    expect(cells([], [written(one, "已开工", "台账")])).toEqual([
      ["progress", "", "已开工", "take"],
      ["evidence", "", "台账", "take"],
    ]);
    // In the order of the sheet's columns.
    expect(cells([], [written(two, "已完工"), written(one, "已开工")])).toEqual([
      ["progress", "", "县教育局：已开工；县财政局：已完工", "take"],
    ]);
    const merging = [written(one, "已开工"), { ...written(one, "已立项"), former: "县文体局" }];
    expect(cells([], merging)).toEqual([["progress", "", "县教育局：已开工；县文体局：已立项", "take"]]);
  });

  it("is passed over where the sheet has no such column, or no such row", () => {
    const without =
      (key: string): ((sheet: LocatedMatrix) => void) =>
      ({ columns }) =>
        void columns.delete(key);
    expect(cells([], [detail(one, 5)], without(actual))).toEqual([]);
    expect(cells([], [detail(one, 5), detail(two, 6)], without("remark"))).toEqual([[actual, "", "", "dispute"]]);
    expect(cells([], [detail(one, 5, { identity: "t9|" })])).toEqual([]);
  });
});
