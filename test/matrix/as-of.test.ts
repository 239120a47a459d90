import { asOfChoices, asOfText, isAsOf, monthIn } from "../../src/matrix/as-of";

const months = Array.from({ length: 12 }, (_, index) => index + 1);

describe("截至", () => {
  it("says of each month what is read back as that month, and is known by it", () => {
    expect(months.map((month) => monthIn(asOfText(month)))).toEqual(months);
    expect(months.every((month) => isAsOf(asOfText(month)))).toBe(true);
    expect(asOfText(6)).toBe("截至6月");
  });

  it("offers every month once, the whole year first, then the quarters", () => {
    expect(asOfChoices.slice(0, 4)).toEqual(["截至12月", "截至3月", "截至6月", "截至9月"]);
    expect(asOfChoices.map(monthIn).sort((a, b) => a! - b!)).toEqual(months);
    // The list of a drop-down is split at commas.
    expect(asOfChoices.join("")).not.toMatch(/[,，]/);
  });

  it.each<[string | number, number]>([
    ["6", 6],
    [6, 6],
    ["6月", 6],
    [" 截至 9月 ", 9],
    ["截至06月", 6],
  ])("takes %j for %i", (cell, month) => {
    expect(monthIn(cell)).toBe(month);
  });

  it.each([["", "截至", "截至0月", "截至13月", "截至6.5月", "年底", 0, 45838, true, "截至6月30日"]])(
    "finds no month in other words",
    (...cells) => {
      expect(cells.map(monthIn)).toEqual(cells.map(() => undefined));
    },
  );

  it("is no text that only speaks of it", () => {
    expect(["截至", "截至6月底完成情况", "6月", "截至2025年6月", 6, "", true].map(isAsOf)).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });
});
