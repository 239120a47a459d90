import { bareName, formatFormKey, parseFormKey, type FormKey } from "../../src/assessment/form-key";

const key: FormKey = { year: 2025, month: 6, unit: "县教育局", made: "2025-06-01T00:00:00.000Z", keyText: "m1|t1|i1" };

describe("the hidden key of a form's row", () => {
  it.each([
    [6, "f1|2025-06|"],
    [11, "f1|2025-11|"],
    [12, "f1|2025|"],
  ])("of month %d begins with “%s” and gives back all that it was made of", (month, start) => {
    const text = formatFormKey({ ...key, month });
    expect(text.startsWith(start)).toBe(true);
    expect(parseFormKey(text)).toEqual({ ...key, month });
  });

  it("holds a unit whose name has the mark that parts the fields", () => {
    expect(bareName("甲|乙|丙")).toBe("甲｜乙｜丙");
    expect(parseFormKey(formatFormKey({ ...key, unit: "甲|乙" }))).toEqual({ ...key, unit: "甲｜乙" });
  });

  it("is not accepted once a single character of it has changed", () => {
    const text = formatFormKey(key);
    for (let at = 0; at < text.length; at++)
      expect([at, parseFormKey(`${text.slice(0, at)}#${text.slice(at + 1)}`)]).toEqual([at, undefined]);
    expect(parseFormKey(`${text}0`)).toBeUndefined();
  });

  it.each(["", "f1|", "合计", "m1|t1|i1"])("is not seen in %p", (text) => {
    expect(parseFormKey(text)).toBeUndefined();
  });
});
