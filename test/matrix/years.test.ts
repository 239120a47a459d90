import { withYears } from "../../src/matrix/years";
import { indicator, plan } from "../plans";

const bare = (more: Parameters<typeof plan>[0] = {}) => {
  const { issued: _issued, ...rest } = plan({ years: [0, 0], indicators: [], ...more });
  return more.issued ? { ...rest, issued: more.issued } : rest;
};

describe("withYears", () => {
  it("leaves a plan alone that names its years", () =>
    expect(withYears(plan(), [2010, 2012], 2030).years).toEqual([2021, 2025]));
  it("keeps the years that the workbook has", () =>
    expect(withYears(bare({ issued: "2024-05-06" }), [2022, 2025], 2026).years).toEqual([2022, 2025]));
  it("begins in the year of issue, for three years", () =>
    expect(withYears(bare({ issued: "2024-05-06" }), undefined, 2026).years).toEqual([2024, 2026]));
  it("reaches the last deadline", () =>
    expect(
      withYears(bare({ issued: "2024-05-06", indicators: [indicator("i1", { deadline: 2029 })] }), [0, 0], 2026).years,
    ).toEqual([2024, 2029]));
  it("begins in the current year where nothing else is known", () =>
    expect(withYears(bare(), undefined, 2026).years).toEqual([2026, 2028]));
});
