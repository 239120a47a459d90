import fc from "fast-check";
import { dayOfSerial, dayText, dueSerial, monthEnd } from "../../src/matrix/due";

describe("时限日", () => {
  it.each<[string, number, string]>([
    ["2025", 46022, "2025年12月31日"],
    ["2025-06", 45838, "2025年6月30日"],
    ["2024-02", 45351, "2024年2月29日"],
    ["2023-02", 44985, "2023年2月28日"],
    ["2025-12", 46022, "2025年12月31日"],
    ["2025-03-15", 45731, "2025年3月15日"],
    ["1900-03-01", 61, "1900年3月1日"],
  ])("of %s is the serial number by which Excel counts its last day", (by, serial, text) => {
    expect([dueSerial({ by }), dayText(serial)]).toEqual([serial, text]);
  });

  it("is none where the plan names no day, month or year", () => {
    expect([dueSerial({}), dueSerial({ by: "" })]).toEqual([undefined, undefined]);
  });

  it("of a month is its last day, and the next day begins the next month, for all of a century", () => {
    for (let year = 2000; year < 2100; year++) {
      for (let month = 1; month <= 12; month++) {
        const last = monthEnd(year, month);
        expect(dayOfSerial(last)).toMatchObject({ year, month });
        expect(dayOfSerial(last + 1)).toEqual({
          year: month === 12 ? year + 1 : year,
          month: (month % 12) + 1,
          day: 1,
        });
      }
    }
  });

  it("is read back as the day that it stands for, whatever hour a cell may hold beside it", () => {
    const day = fc
      .date({ min: new Date("1950-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.double({ min: 0, max: 0.99, noNaN: true }), (by, hour) => {
        const { year, month, day: of } = dayOfSerial(dueSerial({ by })! + hour);
        expect([year, month, of].map((part) => String(part).padStart(2, "0")).join("-")).toBe(by);
      }),
    );
  });
});
