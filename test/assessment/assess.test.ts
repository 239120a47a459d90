import { assess, currentValue, type AssessedRow } from "../../src/assessment/assess";
import { monthEnd } from "../../src/matrix/due";
import type { CellValue } from "../../src/matrix/sheet";

/** A plan of three years, judged in its second. */
const planYears = [2021, 2023] as const;
const row = (target: CellValue, entries: readonly CellValue[], more: Partial<AssessedRow> = {}): AssessedRow => ({
  indicator: "数",
  period: "每年",
  target,
  measure: "所",
  entries: new Map(entries.map((entry, index) => [2020 + index, entry])),
  ...more,
});
const at = (one: AssessedRow, month = 12, year = 2022): string => assess(one, { year, month }, planYears).status;

describe("当前值", () => {
  const of = (period: string, entries: readonly CellValue[], year = 2022): unknown =>
    currentValue(row("≥5", entries, { period }), year, planYears);

  it("of each year is that year's entry, in the plan's years alone", () => {
    expect([of("每年", [1, 2, 3, 4]), of("每学期", [1, 2, " ", 4]), of("每年", [1, 2, "三", 4])]).toEqual([
      3,
      "none",
      "unreadable",
    ]);
    expect([2020, 2021, 2023, 2024].map((year) => of("每年", [1, 2, 3, 4, 5], year))).toEqual(["none", 2, 4, "none"]);
  });

  it("of a sum is all entries from the plan's first year to this one, and of a level the latest", () => {
    expect([of("累计", [100, 2, 3, 4]), of("累计", [100, "", 3, 4]), of("累计", [100, "", "", 4])]).toEqual([
      5,
      3,
      "none",
    ]);
    expect([of("累计", [100, "二", 3]), of("到2023年", [100, 2, 3, 4]), of("到2023年", [100, 2, "", 4])]).toEqual([
      "unreadable",
      3,
      2,
    ]);
    expect([of("到2023年", [100, 2, "三"]), of("到2023年", [100, "二", 3]), of("到2023年", [100, "", ""])]).toEqual([
      "unreadable",
      3,
      "none",
    ]);
  });
});

describe("the status of a number", () => {
  it.each<[string, readonly [below: string, at: string, above: string]]>([
    ["≥10", ["missed", "reached", "reached"]],
    [">10", ["missed", "missed", "reached"]],
    ["≤10", ["reached", "reached", "missed"]],
    ["<10", ["reached", "missed", "missed"]],
    ["=10", ["missed", "reached", "missed"]],
    ["10—12", ["missed", "reached", "reached"]],
  ])("of %s below, at and above it", (target, expected) => {
    expect([9, 10, 11].map((entry) => at(row(target, ["", "", entry])))).toEqual(expected);
  });

  it("of 约 is met from nine tenths on", () => {
    expect([8.9, 9, 12].map((entry) => at(row("约10", ["", "", entry])))).toEqual(["missed", "reached", "reached"]);
    expect([-11.1, -11, -9].map((entry) => at(row("约-10", ["", "", entry], { indicator: "增长" })))).toEqual([
      "missed",
      "reached",
      "reached",
    ]);
  });

  it("does not mind the noise of adding decimals", () => {
    expect(at(row("≥0.3", ["", 0.1, 0.2], { period: "累计" }))).toBe("reached");
    expect(at(row("=0.3", ["", 0.1, 0.2], { period: "累计" }))).toBe("reached");
  });

  it("is unreadable where it is negative, or a share over the whole, unless the number is a rate or its target says so", () => {
    const of = (target: string, entry: number, more: Partial<AssessedRow>): string =>
      at(row(target, ["", "", entry], more));
    expect([of("≥5", -1, {}), of("≥5", 0, {}), of("≥5", 101, {})]).toEqual(["unreadable", "missed", "reached"]);
    expect([of("≥50", 100, { measure: "%" }), of("≥50", 101, { measure: "%" })]).toEqual(["reached", "unreadable"]);
    expect([of("≥100", 101, { measure: "%" }), of("≥101", 102, { measure: "%" })]).toEqual(["unreadable", "reached"]);
    expect([of("≥5", -1, { indicator: "增长" }), of("≥50", 101, { indicator: "下降", measure: "%" })]).toEqual([
      "missed",
      "reached",
    ]);
  });

  it("is unreadable where it is likely off by a hundred and more, until 备注 says that it is right", () => {
    const share = { measure: "%", remark: "已核：0.8%" };
    expect(at(row("≥80", ["", "", 0.8], { measure: "%" }))).toBe("unreadable");
    expect(at(row("≥80", ["", "", 0.8], share))).toBe("missed");
    expect(at(row("≥80", ["", "", 0.7], share))).toBe("unreadable");
  });

  it("is unreadable where any part of a sum within the plan's years is likely off", () => {
    const sum = (entries: readonly CellValue[], more: Partial<AssessedRow> = {}): string =>
      at(row("≥2", entries, { period: "累计", measure: "万吨", ...more }));
    expect([sum(["", 201, 1]), sum(["", 200, 1])]).toEqual(["unreadable", "reached"]);
    expect(sum(["", 1, 1, 201])).toBe("unreadable");
    // A year outside the plan does not count.
    expect([sum([201, 1, 1]), sum(["", 1, 1, 1, 201])]).toEqual(["reached", "reached"]);
    expect(sum(["", 201, 1], { remark: "已核：201万吨" })).toBe("reached");
    const tons = (entries: readonly CellValue[], remark = ""): string =>
      at(row("≥20000", entries, { period: "累计", measure: "吨", remark }));
    expect([tons(["", 20, 30_000]), tons(["", 21, 30_000]), tons(["", 0, 30_000])]).toEqual([
      "unreadable",
      "reached",
      "reached",
    ]);
    expect(tons(["", 20, 30_000], "已核：20吨")).toBe("reached");
    // Beside nothing, it is the sum itself that is looked at.
    expect([tons(["", 0, 20]), tons(["", 0, 21])]).toEqual(["unreadable", "behind"]);
  });

  it("is not reported without an entry, and unreadable where the target cannot be judged", () => {
    const of = (target: CellValue, entry: CellValue): unknown =>
      assess(row(target, ["", "", entry]), { year: 2022, month: 12 }, planYears);
    expect(of("≥5", "")).toEqual({ status: "notReported", target: { op: ">=", value: 5 } });
    expect(of("若干", "")).toEqual({ status: "notReported" });
    expect(of("若干", 5)).toEqual({ status: "unreadable" });
    expect(of("≥5", "五")).toEqual({ status: "unreadable", target: { op: ">=", value: 5 } });
    expect(of("≥5", 3)).toEqual({ status: "missed", target: { op: ">=", value: 5 }, current: 3, gap: 2 });
  });

  it("is on its way until it is due, and missed from then on", () => {
    const level = (period: string, year = 2022, month = 12): string =>
      at(row("≥50", ["", 20, 20, 20], { period }), month, year);
    expect([level("到2023年"), level("到2022年"), level("到2021年"), level("其他")]).toEqual([
      "underWay",
      "missed",
      "missed",
      "underWay",
    ]);
    expect([level("到2022年", 2022, 11), level("到2021年", 2022, 1), level("到2023年", 2023)]).toEqual([
      "underWay",
      "missed",
      "missed",
    ]);
  });

  it("of each year is on its way until the year is over, or its own last day in it, unless a ceiling is exceeded", () => {
    const yearly = (month: number, more: Partial<AssessedRow> = {}, target = "≥50"): string =>
      at(row(target, ["", "", 20], more), month);
    expect([yearly(11), yearly(12), yearly(1, {}, "≤10"), yearly(1, {}, "<10")]).toEqual([
      "underWay",
      "missed",
      "missed",
      "missed",
    ]);
    expect([5, 6].map((month) => yearly(month, { due: monthEnd(2022, 6) }))).toEqual(["underWay", "missed"]);
    expect([monthEnd(2021, 12), monthEnd(2021, 12) + 1].map((due) => yearly(6, { due }))).toEqual([
      "underWay",
      "missed",
    ]);
    expect(yearly(6, { due: "6月底" })).toBe("underWay");
  });

  it("of a sum is on pace or behind by the months that are over, and a ceiling that is exceeded is behind", () => {
    const sum = (entry: number, month: number, period = "累计", target = "≥36"): string =>
      at(row(target, ["", 0, entry], { period }), month);
    expect([sum(18, 6), sum(17, 6), sum(24, 12), sum(23, 12)]).toEqual(["onPace", "behind", "onPace", "behind"]);
    expect([sum(27, 6, "累计（到2022年）"), sum(26, 6, "累计（到2022年）")]).toEqual(["onPace", "behind"]);
    expect([sum(40, 6, "累计", "≤36"), sum(36, 6, "累计", "<36"), sum(35, 6, "累计", "<36")]).toEqual([
      "behind",
      "behind",
      "reached",
    ]);
  });
});

describe("the status of a task without a number", () => {
  const task = (word: CellValue, due: CellValue = "", before: CellValue = ""): AssessedRow =>
    row("", ["", before, word], { due });
  const june = monthEnd(2022, 6);

  it("is what its word says, spaces around it aside", () => {
    expect(["已完成", " 推进中 ", "未开展", "", " ", "快了", 1].map((word) => at(task(word)))).toEqual([
      "done",
      "underWay",
      "notStarted",
      "notReported",
      "notReported",
      "unreadable",
      "unreadable",
    ]);
  });

  it("is overdue from the end of the month in which it is due, by days, and only while it is not done", () => {
    const of = (word: string, month: number, due: CellValue = june): unknown =>
      assess(task(word, due), { year: 2022, month }, planYears);
    expect(of("推进中", 5)).toEqual({ status: "underWay", word: "推进中" });
    expect(of("推进中", 6)).toEqual({ status: "overdue", word: "推进中", daysOverdue: 0 });
    expect(of("", 7, june + 0.5)).toEqual({ status: "overdue", daysOverdue: 31 });
    expect(of("已完成", 7)).toEqual({ status: "done", word: "已完成" });
    expect(of("快了", 7)).toEqual({ status: "unreadable" });
    expect(of("推进中", 7, "6月底")).toEqual({ status: "underWay", word: "推进中" });
  });

  it("stays done from an earlier year where it has a deadline and nothing else is typed since", () => {
    expect([at(task("", june, "已完成")), at(task("", "", "已完成")), at(task("", june, "推进中"))]).toEqual([
      "done",
      "notReported",
      "overdue",
    ]);
    expect(at(task("推进中", june, "已完成"))).toBe("overdue");
  });

  it("does not know of words outside the plan's years", () => {
    const of = (year: number): string => at(row("", ["已完成", "", "", "", "已完成"], { due: june }), 12, year);
    expect([2020, 2022, 2024].map(of)).toEqual(["notReported", "overdue", "overdue"]);
  });
});
