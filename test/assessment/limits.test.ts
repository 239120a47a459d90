import { thresholdOf } from "../../src/assessment/limits";
import { monthEnd } from "../../src/matrix/due";

const lastYear = 2025;
const at = (target: string | number, period: string, year: number, month = 12, due?: number): unknown =>
  thresholdOf({ target, period, ...(due === undefined ? {} : { due }) }, { year, month }, lastYear);

describe("the number below which an entry needs an explanation", () => {
  it.each([
    ["≥50", "<", 50],
    [50, "<", 50],
    ["50—60", "<", 50],
    ["=50", "<", 50],
    [">50", "<=", 50],
    ["≤50", ">", 50],
    ["<50", ">=", 50],
    ["约50", "<", 45],
  ] as const)("of a target %s is told by “%s %d”", (target, comparator, value) => {
    expect(at(target, "每年", 2023)).toEqual({ of: "entry", comparator, value });
  });

  it("is compared with the sum of all years where the years add up", () => {
    expect(at("≥50", "累计", 2025)).toMatchObject({ of: "sum" });
    expect(at("≥50", "到2025年", 2025)).toMatchObject({ of: "entry" });
  });

  it("is none without a number", () => {
    expect([at("", "每年", 2023), at("若干", "每年", 2023)]).toEqual([undefined, undefined]);
  });

  it("of each year is none before the year is over, unless it is a ceiling, which stays exceeded", () => {
    expect([at("≥50", "每年", 2023, 11), at("≥50", "每学期", 2023, 6)]).toEqual([undefined, undefined]);
    expect(at("≤50", "每年", 2023, 6)).toMatchObject({ comparator: ">" });
    expect(at("<50", "每学期", 2023, 6)).toMatchObject({ comparator: ">=" });
  });

  it("that is due in a year is none in the years before, nor in that year before it is over", () => {
    expect([at("≥50", "到2024年", 2023), at("≤50", "累计", 2024)]).toEqual([undefined, undefined]);
    expect([at("≥50", "到2024年", 2024, 11), at("≤50", "到2024年", 2024, 11)]).toEqual([undefined, undefined]);
    expect([at("≥50", "到2024年", 2024), at("≥50", "到2024年", 2025, 1)]).toEqual([
      { of: "entry", comparator: "<", value: 50 },
      { of: "entry", comparator: "<", value: 50 },
    ]);
  });

  it("holds from the row's own last day on, where that is in the year", () => {
    const june = monthEnd(2024, 6);
    for (const period of ["每年", "到2024年"]) {
      expect(at("≥50", period, 2024, 6, june)).toMatchObject({ value: 50 });
      expect(at("≥50", period, 2024, 5, june)).toBeUndefined();
      expect(at("≥50", period, 2024, 6, monthEnd(2023, 12))).toBeUndefined();
      expect(at("≥50", period, 2024, 6, monthEnd(2023, 12) + 1)).toMatchObject({ value: 50 });
    }
  });
});
