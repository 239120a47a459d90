import { kindIn, kindsIn, reportName, type AssessmentKind } from "../../src/assessment/report-kind";

describe("the kind of a year's assessment", () => {
  it.each<[first: number, last: number, year: number, AssessmentKind, AssessmentKind[]]>([
    [2021, 2025, 2021, "annual", ["annual"]],
    [2021, 2025, 2022, "annual", ["annual", "midterm"]],
    [2021, 2025, 2023, "midterm", ["annual", "midterm"]],
    [2021, 2025, 2024, "annual", ["annual", "midterm"]],
    [2021, 2025, 2025, "final", ["annual", "final"]],
    [2021, 2025, 2026, "final", ["annual", "final"]],
    [2024, 2027, 2025, "midterm", ["annual", "midterm"]],
    [2024, 2026, 2025, "annual", ["annual", "midterm"]],
    [2025, 2025, 2025, "annual", ["annual", "final"]],
  ])("of a plan of %d to %d, %d is %s, and could be %j", (first, last, year, usual, possible) => {
    expect(kindIn({ year, month: 12 }, [first, last])).toBe(usual);
    expect(kindsIn({ year, month: 12 }, [first, last])).toEqual(possible);
    // Before the year is over, it is 中期 unless somebody chooses otherwise, and its name has the month.
    const june = { year, month: 6 };
    expect([
      kindIn(june, [first, last]),
      kindsIn(june, [first, last]).filter((kind) => !possible.includes(kind) && kind !== "midterm"),
    ]).toEqual(["midterm", []]);
    expect(reportName("midterm", june, [first, last])).toBe(`中期自查评估报告（截至${year}年6月底）`);
    expect(possible.map((kind) => reportName(kind, { year, month: 12 }, [first, last])).join()).toContain(String(year));
  });
});
