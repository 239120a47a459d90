import { areasOf, bodyStyles, conditionalFormats, rowFormulas, tooManyYears, type Place } from "../../src/matrix/body";
import { matrixColumns } from "../../src/matrix/columns";
import { colours } from "../../src/matrix/look";
import type { Area } from "../../src/matrix/sheet";
import { inChinese } from "../../src/plan/sentence";
import { plan } from "../plans";

const columns = matrixColumns(plan());
const keys = columns.map(({ key }) => key);
const placeIn =
  (order: readonly string[]): Place =>
  (key) =>
    order.includes(key) ? order.indexOf(key) : undefined;
const place = placeIn(keys);
const at = (key: string): number => place(key)!;
const without = (...gone: string[]): Place => placeIn(keys.map((key) => (gone.includes(key) ? "" : key)));
const area: Area = { row: 6, column: 0, rows: 4, columns: keys.length };

describe("the formulas of a row", () => {
  it("are those of the three calculated columns, as many of them as the sheet has", () => {
    expect(rowFormulas(place, [2021, 2025], 6, true).map(({ key }) => key)).toEqual(["current", "ratio", "status"]);
    expect(rowFormulas(without("ratio"), [2021, 2025], 6).map(({ key }) => key)).toEqual(["current", "status"]);
  });

  it.each(["indicator", "period", "target", "measure", "current"])("are none without the column %s", (gone) => {
    expect(rowFormulas(without(gone), [2021, 2025], 6)).toEqual([]);
    // A place that is none counts as none.
    expect(rowFormulas((key) => (key === gone ? -1 : place(key)), [2021, 2025], 6)).toEqual([]);
  });

  it("look at 时限日, 备注 and 状态 only where the sheet has them", () => {
    const text = (where: Place): string =>
      rowFormulas(where, [2021, 2025], 6, true)
        .map(({ formula }) => formula)
        .join();
    const letters = (key: string): string => `${String.fromCharCode(65 + at(key))}7`;
    expect(text(place)).toContain(letters("due"));
    expect(text(without("due"))).not.toContain(letters("due"));
    expect(text(place)).toContain("已核：");
    expect(text(without("remark"))).not.toContain("已核：");
    expect(rowFormulas(without("status"), [2021, 2025], 6).map(({ key }) => key)).toEqual(["current", "ratio"]);
  });

  it("are none, with a word to the user, where there are more years than a formula can hold", () => {
    const wide: Place = (key) => (key.startsWith("actual:") ? 40 + Number(key.slice(7)) - 2021 : place(key));
    expect(tooManyYears(wide, [2021, 2025])).toBeUndefined();
    expect(rowFormulas(wide, [2021, 2120], 6)).toEqual([]);
    expect(inChinese(tooManyYears(wide, [2021, 2120])!)).toContain("方案从 2021 年到 2120 年，年度太多");
  });
});

describe("areas of columns", () => {
  it("are one for neighbours, in the order of the sheet, without those that it does not have", () => {
    const order = placeIn(["c", "x", "a", "b"]);
    expect(areasOf(["a", "b", "c", "d"], order, area)).toEqual([
      { ...area, column: 0, columns: 1 },
      { ...area, column: 2, columns: 2 },
    ]);
    expect(areasOf(["d"], order, area)).toEqual([]);
  });
});

describe("the looks of a row", () => {
  it("unlock and colour what is typed, centre what is short, and wrap no unit's cell", () => {
    const found = bodyStyles(columns, place, area);
    const styleAt = (key: string) =>
      Object.assign(
        {},
        ...found
          .filter(({ area: { column, columns: width } }) => column <= at(key) && at(key) < column + width)
          .map(({ style }) => style),
      ) as (typeof found)[number]["style"];
    expect(styleAt("actual:2023")).toMatchObject({ unlocked: true, fill: colours.input, horizontal: "center" });
    expect(styleAt("unit:县教育局")).toMatchObject({ horizontal: "center", wrap: false });
    expect(["progress", "method", "evidence", "remark"].map((key) => styleAt(key).unlocked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["task", "target", "status", "unit:县教育局"].map((key) => styleAt(key).unlocked)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([styleAt("due").numberFormat, styleAt("ratio").numberFormat, styleAt("current").numberFormat]).toEqual([
      "yyyy-mm-dd",
      "0%",
      "General",
    ]);
    expect([styleAt("key").wrap, styleAt("status").bold, styleAt("task").bold]).toEqual([false, true, undefined]);
  });

  it("are none but the common ones of a column that the sheet does not have", () => {
    expect(
      bodyStyles(
        columns.filter(({ key }) => key === "status"),
        without("status"),
        area,
      ),
    ).toHaveLength(1);
  });
});

describe("the colours of a row", () => {
  const formats = (where: Place, of = columns): [columns: number[], formula: string][] =>
    conditionalFormats(of, where, area).map(({ area: { column, columns: width }, formula }) => [
      [column, width],
      formula,
    ]);
  const letters = (key: string): string => `$${String.fromCharCode(65 + at(key))}`;

  it("mark what falls short from the indicator on, but no unit's cell", () => {
    const short = formats(place).filter(([, formula]) => formula.includes("▲"));
    const [indicator, unit, progress] = [at("indicator"), at("unit:县教育局"), at("progress")];
    expect(short.map(([found]) => found)).toEqual([
      [indicator, unit - indicator],
      [progress, 4],
    ]);
    expect(short[0]![1]).toBe(`=LEFT(${letters("status")}7,1)="▲"`);
  });

  it("draw a line where a section begins, over all columns shown, and mute a task's repeated texts", () => {
    const [section, repeated] = formats(place).slice(-2);
    expect(section).toEqual([
      [1, keys.length - 1],
      `=AND(${letters("section")}7<>${letters("section")}6,${letters("section")}6<>"")`,
    ]);
    const same = ["number", "section", "task"].map((key) => `${letters(key)}7=${letters(key)}6`);
    expect(repeated).toEqual([[1, 3], `=AND(${same.join(",")})`]);
  });

  it("are left out where the columns are gone that they look at", () => {
    expect(
      formats(without("status"))
        .map(([, formula]) => formula)
        .join(),
    ).not.toContain("▲");
    expect(
      formats(without("section"))
        .map(([, formula]) => formula)
        .filter((one) => one.startsWith("=AND(")),
    ).toEqual([]);
    expect(formats(without("number")).filter(([, formula]) => formula.startsWith("=AND("))).toHaveLength(1);
  });
});
