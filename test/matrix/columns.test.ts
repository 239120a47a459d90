import fc from "fast-check";
import { matrixColumns, nameOfMark, planYears, unitWidth } from "../../src/matrix/columns";
import { buildMatrix, titleRows } from "../../src/matrix/build";
import { locateMatrix } from "../../src/matrix/locate";
import { anyPlan, bundledPlan, plan } from "../plans";
import { readingOf } from "./readings";

const unitsOf = (...args: Parameters<typeof matrixColumns>): ReturnType<typeof matrixColumns> =>
  matrixColumns(...args).filter(({ kind }) => kind === "unit");
const headers = (...names: string[]): string[] =>
  unitsOf(plan({ units: names.map((name) => ({ name, aliases: [] })), groups: [] })).map(({ header }) => header);

describe("the columns of the matrix", () => {
  it("stand in the order key, description, one actual for each year, results, units, groups, typed texts", () => {
    expect(matrixColumns(plan()).map(({ header }) => header)).toEqual([
      ..."键 序号 板块 任务 指标 口径 目标 计量单位 完成时限 时限日 责任人".split(" "),
      ..."2021年 2022年 2023年 2024年 2025年".split(" "),
      ..."当前值 完成率 状态".split(" "),
      ..."教育局 财政局 文旅局 各成员单位".split(" "),
      ..."进展情况 评估方式 佐证材料 备注".split(" "),
    ]);
  });

  it("of units have 简称 or full names in their headers, and the full name as key and name either way", () => {
    const [short, full] = [unitsOf(plan()), unitsOf(plan(), "full")];
    const names = ["县教育局", "县财政局", "县文化和旅游局", "各成员单位"];
    expect(full.map(({ header }) => header)).toEqual(names);
    expect([short, full].map((columns) => columns.map(({ name }) => name))).toEqual([names, names]);
    expect(short.map(({ key }) => key)).toEqual(full.map(({ key }) => key));
    expect(short.map(({ key }) => nameOfMark(key))).toEqual(names);
  });

  it("of units take a 简称 that a person has given", () => {
    const named = plan({
      units: plan().units.map((unit) => (unit.name === "县财政局" ? { ...unit, shortName: "财政" } : unit)),
      groups: [{ name: "各成员单位", shortName: "全体" }],
    });
    expect(unitsOf(named).map(({ header }) => header)).toEqual(["教育局", "财政", "文旅局", "全体"]);
    expect(unitsOf(named, "full").map(({ header }) => header)).toEqual([
      "县教育局",
      "县财政局",
      "县文化和旅游局",
      "各成员单位",
    ]);
  });

  it("of units are just wide enough for an upright name", () => {
    expect([...new Set(unitsOf(bundledPlan()).map(({ width }) => width))]).toEqual([unitWidth]);
    // The letters have 10 points; the rest is for the lines left and right.
    expect(unitWidth).toBeGreaterThanOrEqual(10 + 4);
  });

  it("have one actual column for a plan of one year", () => {
    expect(planYears([2024, 2024])).toEqual([2024]);
    expect(
      matrixColumns(plan({ years: [2024, 2024] }))
        .filter(({ year }) => year !== undefined)
        .map(({ header }) => header),
    ).toEqual(["2024年"]);
  });

  it("number a unit whose name is a fixed header, or another unit's but for case", () => {
    expect(headers("备注", "任务")).toEqual(["备注（2）", "任务（2）"]);
    expect(headers("ABC中心", "abc中心", "Abc中心")).toEqual(["ABC中心", "abc中心（2）", "Abc中心（3）"]);
    expect(headers("备注（2）", "备注")).toEqual(["备注（2）", "备注（3）"]);
  });

  it("have the 36 units and the group of the bundled plan, each under its own name", () => {
    const bundled = bundledPlan();
    const names = [...bundled.units, ...bundled.groups].map(({ name }) => name);
    expect(unitsOf(bundled).map(({ name }) => name)).toEqual(names);
    expect(unitsOf(bundled, "full").map(({ header }) => header)).toEqual(names);
    expect(names).toHaveLength(37);
  });

  it("have keys and headers that all differ, even where Excel looks past case, for any plan", () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom("short" as const, "full" as const), (any, style) => {
        const columns = matrixColumns(any, style);
        expect(new Set(columns.map(({ header }) => header.toLowerCase())).size).toBe(columns.length);
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      }),
    );
  });

  it("are all found again under their own keys in the sheet, for any plan", () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom("short" as const, "full" as const), (any, style) => {
        const located = locateMatrix(readingOf(buildMatrix(any, { style }).sheet), [any])!;
        expect(located.headerRow).toBe(titleRows.header);
        expect([...located.columns.keys()]).toEqual(matrixColumns(any).map(({ key }) => key));
      }),
    );
  });
});
