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
    expect(kindIn(year, [first, last])).toBe(usual);
    expect(kindsIn(year, [first, last])).toEqual(possible);
    expect(possible.map((kind) => reportName(kind, year, [first, last])).join()).toContain(String(year));
  });
});
