import { detailChanges, detailsIn, droppedIn } from "../../../src/excel/assessment/details-sheet";
import type { RecordCells, RecordSheet } from "../../../src/excel/assessment/record-sheet";
import { localTime } from "../../../src/excel/change-log";
import { detailKey, nothing, type Detail } from "../../../src/assessment/details";
import { droppedKey, type Dropped } from "../../../src/assessment/dropped";
import { presentNames } from "../../../src/assessment/present-names";
import type { LocatedMatrix } from "../../../src/matrix/locate";

const present = presentNames(["县教育局", "县财政局"], [{ from: "县体育局", to: "县教育局", kind: "joined" }]);
const matrix = {
  rows: [
    {
      row: 5,
      key: { taskId: "t1", indicatorId: "i1" },
      keyText: "m1|t1|i1",
      cells: {
        number: 3,
        section: "重点任务",
        task: "任务一",
        indicator: "指标一",
        period: "每年",
        target: "≥5",
        measure: "所",
      },
      formulas: {},
    },
  ],
} as unknown as LocatedMatrix;

const from = <T>(
  content: T,
  file = "一.xlsx",
  saved = "2024-01-02T00:00:00.000Z",
): { content: T; file: string; saved: string } => ({
  content,
  file,
  saved,
});
const detail = (more: Partial<Detail> = {}): Detail => ({
  unit: "县教育局",
  year: 2023,
  month: 12,
  identity: "t1|i1",
  value: from(6),
  unread: nothing,
  evidence: nothing,
  progress: nothing,
  explanation: nothing,
  ...more,
});
const dropped = (more: Partial<Dropped> = {}): Dropped => ({
  unit: "县教育局",
  year: 2023,
  month: 12,
  reason: "added",
  printed: { number: "", task: "自己加的", indicator: "" },
  entry: "5所",
  evidence: "照片",
  progress: "",
  explanation: "说明",
  file: "一.xlsx",
  saved: "2024-01-02T00:00:00.000Z",
  ...more,
});

const sheet = (...lines: RecordCells[]): RecordSheet => ({
  columns: new Map(),
  left: 0,
  width: 0,
  top: 0,
  end: 0,
  rows: lines.map((cells, index) => ({ row: 1 + index, cells: { ...cells } })),
});
const changes = (there: RecordSheet, details: readonly Detail[], rows: readonly Dropped[] = [], names = present) =>
  detailChanges(
    there,
    new Map(details.map((one) => [detailKey(one), one])),
    new Map(rows.map((one) => [droppedKey(one), one])),
    matrix,
    names,
  );
/** The lines of 填报明细 for these. */
const linesOf = (details: readonly Detail[], rows: readonly Dropped[] = []): readonly RecordCells[] =>
  changes(sheet(), details, rows).added;

describe("a line of 填报明细", () => {
  it.each<[string, Detail]>([
    ["a number", detail()],
    ["a word for a task without a number", detail({ value: from("推进中" as never) })],
    ["an entry that was not read", detail({ value: nothing, unread: from("很多") })],
    [
      "everything at once, from several files",
      detail({ evidence: from("照片", "二.xlsx"), progress: from("好"), explanation: from("少") }),
    ],
    ["a round within the year", detail({ month: 6 })],
    ["a unit that was merged", detail({ former: "县体育局" })],
  ])("gives back %s", (_, one) => {
    expect(detailsIn(sheet(...linesOf([one])), present).map((found) => found.detail)).toEqual([one]);
  });

  it("shows what was reported, where it belongs, and the newest file", () => {
    const one = detail({
      progress: from("好", "二.xlsx", "2024-03-01T00:00:00.000Z"),
      evidence: from("照片", "三.xlsx", "2024-02-01T00:00:00.000Z"),
    });
    expect(linesOf([one])).toEqual([
      expect.objectContaining({
        年度: 2023,
        截至月份: 12,
        单位: "县教育局",
        序号: 3,
        板块: "重点任务",
        任务: "任务一",
        指标: "指标一",
        口径: "每年",
        目标: "≥5",
        计量单位: "所",
        填报数: 6,
        完成情况: "",
        进展情况: "好",
        佐证材料: "照片",
        来源文件: "二.xlsx",
        文件时间: localTime("2024-03-01T00:00:00.000Z"),
      }),
    ]);
    const [word] = linesOf([detail({ value: from("推进中" as never), identity: "t9|" })]);
    expect([word!.填报数, word!.完成情况, "任务" in word!]).toEqual(["", "推进中", false]);
  });

  it("of files of the same time names the one whose name comes last, and no time where none is known", () => {
    const of = (...files: string[]): RecordCells =>
      linesOf([detail({ value: from(6, files[0], ""), evidence: from("照片", files[1], ""), progress: nothing })])[0]!;
    expect([of("a.xlsx", "b.xlsx").来源文件, of("b.xlsx", "a.xlsx").来源文件]).toEqual(["b.xlsx", "b.xlsx"]);
    expect(of("a.xlsx", "b.xlsx").文件时间).toBe("");
  });

  it("counts as people have edited it", () => {
    const [line] = linesOf([detail()]);
    const read = (cells: RecordCells): Detail => detailsIn(sheet({ ...line, ...cells }), present)[0]!.detail;
    expect(read({ 填报数: 9 }).value).toEqual(from(9));
    expect(read({ 填报数: "9" }).value).toEqual(nothing);
    expect(read({ 填报数: "", 完成情况: " 推进中 " }).value.content).toBe("推进中");
    expect(read({ 填报数: "", 完成情况: "很好" }).value).toEqual(nothing);
    // No file said so.
    expect(read({ 说明: " 补充 " }).explanation).toEqual({ content: "补充", file: "", saved: "" });
  });

  it("that the add-in did not write is nobody's", () => {
    for (const key of ["", "x", "d1|{", "d2|{}"]) {
      expect(detailsIn(sheet({ 键: key, 填报数: 5 }), present)).toEqual([]);
      expect(droppedIn(sheet({ 键: key }), present)).toEqual([]);
    }
  });

  it("goes by the unit's present name", () => {
    const names = presentNames(["县教体局"], [{ from: "县教育局", to: "县教体局", kind: "renamed" }]);
    const [line] = linesOf([detail()]);
    const [found] = detailsIn(sheet(line!), names);
    expect([found!.detail.unit, found!.writtenFor]).toEqual(["县教体局", "县教育局"]);
    // The line is written again under it.
    const again = changes(sheet(line!), [detail({ unit: "县教体局" })], [], names);
    expect(again.updated).toEqual([{ row: 1, cells: expect.objectContaining({ 单位: "县教体局" }) }]);
  });
});

describe("what is written into 填报明细", () => {
  it("is nothing where it is there already, a change where a line says something else, and a new line for what is new", () => {
    const [line] = linesOf([detail()]);
    expect(changes(sheet(line!), [detail()])).toMatchObject({ updated: [], added: [] });
    expect(changes(sheet({}, line!), [detail({ value: from(7) })])).toMatchObject({
      updated: [{ row: 2, cells: { 填报数: 7 } }],
      added: [],
    });
    expect(changes(sheet(line!), [detail(), detail({ unit: "县财政局" })])).toMatchObject({
      updated: [],
      added: [{ 单位: "县财政局" }],
    });
  });
});

describe("a row of a form that belongs nowhere", () => {
  it.each<[string, Dropped]>([
    ["as it is", dropped()],
    ["with what was done", dropped({ progress: "好" })],
    ["of a round within the year", dropped({ month: 6 })],
    ["of a unit that was merged", dropped({ former: "县体育局" })],
    ["without a time", dropped({ saved: "" })],
  ])("is given back %s, and written once", (_, one) => {
    const lines = linesOf([], [one]);
    expect(droppedIn(sheet(...lines), present)).toEqual([one]);
    expect(detailsIn(sheet(...lines), present)).toEqual([]);
    expect(changes(sheet(...lines), [], [one]).added).toEqual([]);
    expect(lines).toMatchObject([
      {
        单位: "县教育局",
        任务: "自己加的",
        未识别内容: "5所",
        佐证材料: "照片",
        说明: "说明",
        文件时间: one.saved === "" ? "" : localTime(one.saved),
        未收入的原因: "是填报单位自己加的行，责任矩阵中没有",
      },
    ]);
  });
});
