import fc from "fast-check";
import { matrixColumns, planYears } from "../../src/matrix/columns";
import { buildMatrix, titleRows } from "../../src/matrix/build";
import { locateMatrix } from "../../src/matrix/locate";
import { anyPlan, bundledPlan, plan } from "../plans";
import { readingOf } from "./readings";

const headers = (...names: string[]): string[] => matrixColumns(plan({ units: names.map((name) => ({ name, aliases: [] })), groups: [] })).slice(19).map(({ header }) => header);

describe("the columns of the matrix", () => {
  it("stand in the order key, description, one actual for each year, results, typed texts, units, groups", () => {
    expect(matrixColumns(plan()).map(({ header }) => header)).toEqual([
      ..."键 序号 板块 任务 指标 口径 目标 计量单位".split(" "),
      ..."2021年 2022年 2023年 2024年 2025年".split(" "),
      ..."当前值 完成率 状态 佐证材料 评估方式 备注".split(" "),
      ..."县教育局 县财政局 县文化和旅游局 各成员单位".split(" "),
    ]);
  });

  it("have one actual column for a plan of one year", () => {
    expect(planYears([2024, 2024])).toEqual([2024]);
    expect(matrixColumns(plan({ years: [2024, 2024] })).filter(({ year }) => year !== undefined).map(({ header }) => header)).toEqual(["2024年"]);
  });

  it("number a unit whose name is a fixed header, or another unit's but for case", () => {
    expect(headers("备注", "任务")).toEqual(["备注（2）", "任务（2）"]);
    expect(headers("ABC中心", "abc中心", "Abc中心")).toEqual(["ABC中心", "abc中心（2）", "Abc中心（3）"]);
    expect(headers("备注（2）", "备注")).toEqual(["备注（2）", "备注（3）"]);
  });

  it("have the 36 units and the group of the bundled plan, each under its own name", () => {
    const bundled = bundledPlan();
    const units = matrixColumns(bundled).filter(({ kind }) => kind === "unit").map(({ header }) => header);
    expect(units).toEqual([...bundled.units, ...bundled.groups].map(({ name }) => name));
    expect(units).toHaveLength(37);
  });

  it("have keys and headers that all differ, even where Excel looks past case, for any plan", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const columns = matrixColumns(any);
        expect(new Set(columns.map(({ header }) => header.toLowerCase())).size).toBe(columns.length);
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      }),
    );
  });

  it("are all found again under their own keys in the sheet, for any plan", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const located = locateMatrix(readingOf(buildMatrix(any).sheet), [any])!;
        expect(located.headerRow).toBe(titleRows.header);
        expect([...located.columns.keys()]).toEqual(matrixColumns(any).map(({ key }) => key));
      }),
    );
  });
});
