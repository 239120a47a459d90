import { fixedColumns, matrixColumns, type MatrixColumn } from "../../src/matrix/columns";
import type { Area, CellValue, Validation } from "../../src/matrix/sheet";
import {
  askedRow,
  bodyValidations,
  entryValidations,
  headerHints,
  methodValidations,
  type AskedRow,
} from "../../src/matrix/validations";
import { plan } from "../plans";

const columns = matrixColumns(plan({ years: [2021, 2023] }));
const keys = columns.map(({ key }) => key);
const placeIn =
  (order: readonly string[]) =>
  (key: string): number | undefined =>
    order.includes(key) ? order.indexOf(key) : undefined;
const place = placeIn(keys);
const at = (key: string): number => place(key)!;
const words = { words: { row: 3, column: 1, rows: 1, columns: 3 } };
const lists = { ...words, methods: { row: 2, column: 1, rows: 1, columns: 2 } };

const asked = (target: CellValue, measure: string, more: Partial<AskedRow> = {}): AskedRow => ({
  row: 7,
  indicator: "建成示范学校",
  target,
  measure,
  quote: "",
  ...more,
});
const only = (rules: readonly Validation[]): Validation => {
  expect(rules).toHaveLength(1);
  return rules[0]!;
};
const ruleFor = (row: AskedRow): Validation => only(entryValidations(columns, place, [row], lists));

describe("what decides what may be typed into a row", () => {
  it("are its own cells, empty where the sheet has none, and the plan's sentence", () => {
    expect(askedRow(9, { indicator: "公里数", target: 30, measure: "公里" }, { quote: "新建30公里" })).toEqual({
      row: 9,
      indicator: "公里数",
      target: 30,
      measure: "公里",
      quote: "新建30公里",
    });
    expect(askedRow(9, {}, undefined)).toEqual({ row: 9, indicator: "", target: "", measure: "", quote: "" });
  });
});

describe("the rule of a row with a promised number", () => {
  it("holds in the columns of all years at once, and in each part of them where somebody has moved one", () => {
    const years = { row: 7, column: at("actual:2021"), rows: 1, columns: 3 };
    expect(ruleFor(asked("≥5", "所")).area).toEqual(years);
    const moved = placeIn([...keys.filter((key) => key !== "actual:2022"), "actual:2022"]);
    expect(entryValidations(columns, moved, [asked("≥5", "所")], lists).map(({ area }) => area)).toEqual([
      { ...years, columns: 2 },
      { ...years, column: keys.length - 1, columns: 1 },
    ]);
  });

  it("refuses what cannot be right, and asks about what is only unlikely", () => {
    const strict = ruleFor(asked("≥5", "公里"));
    expect([strict.rule.kind, strict.alert.style]).toEqual(["custom", "stop"]);
    expect(strict.alert.message).not.toContain("已核");
    for (const [measure, confirmed] of [
      ["%", "已核：0.8%"],
      ["万吨", "已核：1万吨"],
    ] as const) {
      const asking = ruleFor(asked("≥80", measure));
      expect(asking.alert.style).toBe("warning");
      expect(asking.alert.message).toContain(confirmed);
    }
    // Far from 约1100 is a question too, and no matter of a hundredfold.
    const about = ruleFor(asked("约1100", "公里"));
    expect(about.alert.style).toBe("warning");
    expect(about.alert.message).not.toContain("已核");
  });

  it.each(["indicator", "target", "measure"])("refuses nothing where the sheet has no column %s to look at", (gone) => {
    const { rule, alert } = only(
      entryValidations(columns, placeIn(keys.map((key) => (key === gone ? "" : key))), [asked("≥5", "公里")], lists),
    );
    expect([rule, alert.style]).toEqual([{ kind: "decimal", min: 0 }, "warning"]);
  });

  it("shows the plan's sentence in one line below what is asked for, where it is known", () => {
    const hint = (quote: string): string => ruleFor(asked("≥5", "公里", { quote })).prompt!.message;
    expect(hint(" 新建\n 道路  30公里 ").split("\n").slice(1)).toEqual(["方案原文：新建 道路 30公里"]);
    expect([hint(""), hint(" \n ")].map((text) => text.split("\n").length)).toEqual([1, 1]);
  });
});

describe("the rule of a row without a promised number", () => {
  it("offers the words, and lets others through after a question", () => {
    const { area, rule, alert } = ruleFor(asked(" ", ""));
    expect(area).toEqual({ row: 7, column: at("actual:2021"), rows: 1, columns: 3 });
    expect(rule).toEqual({ kind: "list", source: "=$B$4:$D$4" });
    expect(alert.style).toBe("warning");
  });

  it("is none in a sheet without the list, and none are the ways of checking", () => {
    expect(entryValidations(columns, place, [asked("", "")], {})).toEqual([]);
    expect(methodValidations(place, { row: 6, column: 0, rows: 4, columns: keys.length }, words)).toEqual([]);
  });
});

describe("the rules of a table", () => {
  const body: Area = { row: 6, column: 0, rows: 3, columns: keys.length };

  it("are words for all rows, over them numbers where one is promised, and the ways of checking", () => {
    const rows = [asked("≥5", "所", { row: 6 }), asked("", "", { row: 7 }), asked("≥80", "%", { row: 8 })];
    expect(bodyValidations(columns, place, body, rows, lists).map(({ area, rule }) => [area, rule.kind])).toEqual([
      [{ ...body, column: at("actual:2021"), columns: 3 }, "list"],
      [{ row: 6, column: at("actual:2021"), rows: 1, columns: 3 }, "custom"],
      [{ row: 8, column: at("actual:2021"), rows: 1, columns: 3 }, "custom"],
      [{ ...body, column: at("method"), columns: 1 }, "list"],
    ]);
  });
});

describe("the hint of a header", () => {
  const unit: MatrixColumn = { key: "unit:县教育局", header: "教育局", kind: "unit", width: 17, name: "县教育局" };
  const full = { ...unit, header: "县教育局" };
  const hints = (column: MatrixColumn, ...names: ["always"?]): unknown[] =>
    headerHints([column], () => 4, 5, ...names).map(({ area, prompt }) => [area, prompt!.message]);
  const there = { row: 5, column: 4, rows: 1, columns: 1 };

  it("says a unit's full name where the header is shorter, or wherever it may replace an outdated one", () => {
    expect(hints(unit)).toEqual([[there, "县教育局"]]);
    expect(hints(full)).toEqual([]);
    expect(hints(full, "always")).toEqual([[there, "县教育局"]]);
  });

  it("is given only to columns that the sheet has and that need one", () => {
    expect(headerHints([unit], () => undefined, 5)).toEqual([]);
    expect(fixedColumns.filter((column) => hints(column).length > 0).map(({ key }) => key)).toEqual([
      "target",
      "deadline",
      "status",
      "progress",
    ]);
  });
});
