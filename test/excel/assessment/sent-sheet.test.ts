import type { UnitForm } from "../../../src/assessment/forms";
import { presentNames } from "../../../src/assessment/present-names";
import { madeIn, sentCells, sentIn } from "../../../src/excel/assessment/sent-sheet";
import { localTime } from "../../../src/excel/change-log";
import type { RecordCells, RecordSheet } from "../../../src/excel/assessment/record-sheet";

const present = presentNames(["县教育局", "县财政局"], [{ from: "县教委", to: "县教育局", kind: "renamed" }]);
const sheet = (...lines: RecordCells[]): RecordSheet =>
  ({ rows: lines.map((cells, index) => ({ row: 1 + index, cells })) }) as unknown as RecordSheet;
const line = (made: string, unit: string, more: RecordCells = {}): RecordCells => ({
  表号: made,
  单位: unit,
  年度: 2023,
  截至月份: 6,
  ...more,
});

describe("forms that were sent out", () => {
  const sent = (...lines: RecordCells[]): [string, string][] => [
    ...sentIn(sheet(...lines), { year: 2023, month: 6 }, present),
  ];

  it("are told by the unit's present name, the last one of the round", () => {
    expect(
      sent(
        line("2024-02", "县教委"),
        line("2024-03", "县教育局"),
        line("2024-01", "县教育局"),
        line("2024-01", "县财政局"),
      ),
    ).toEqual([
      ["县教育局", "2024-03"],
      ["县财政局", "2024-01"],
    ]);
    // A unit that the matrix does not have keeps its name.
    expect(sent(line("2024-01", "县体育局"))).toEqual([["县体育局", "2024-01"]]);
  });

  it.each([
    ["another year", line("2024-01", "县教育局", { 年度: 2022 })],
    ["another month", line("2024-01", "县教育局", { 截至月份: 5 })],
    ["no unit", line("2024-01", "")],
    ["no number of the form", line("", "县教育局")],
  ])("are not those of %s", (_, one) => {
    expect(sent(one)).toEqual([]);
  });

  it("without a month are those of the whole year", () => {
    const lines = sheet(line("2024-01", "县教育局", { 截至月份: "" }), {
      表号: "2024-02",
      单位: "县财政局",
      年度: "2023",
    });
    expect([...sentIn(lines, { year: 2023, month: 12 }, present).keys()]).toEqual(["县教育局", "县财政局"]);
    expect([...sentIn(lines, { year: 2023, month: 6 }, present)]).toEqual([]);
  });

  it("are known by the times at which they were made, of any unit and year", () => {
    expect([...madeIn(sheet(line("a", "县教育局"), line("b", "", { 年度: 1 }), line("", "县教育局"), {}))]).toEqual([
      "a",
      "b",
    ]);
  });

  it("are noted with how much there is to fill in", () => {
    const form = {
      name: "县教育局",
      made: "2024-01-02T00:00:00.000Z",
      year: 2023,
      month: 6,
      deadline: "3月底",
      blocks: [{ rows: [{ asks: "number" }, { asks: "nothing" }] }, { rows: [{ asks: "quality" }] }],
    } as unknown as UnitForm;
    expect(sentCells(form, "一.xlsx")).toEqual({
      表号: form.made,
      下发时间: localTime(form.made),
      年度: 2023,
      截至月份: 6,
      单位: "县教育局",
      报送截止: "3月底",
      任务和指标: 3,
      需填报: 2,
      文件名: "一.xlsx",
    });
  });
});
