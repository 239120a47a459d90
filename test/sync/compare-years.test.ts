import { inChinese } from "../../src/plan/sentence";
import type { Plan } from "../../src/plan/model";
import type { Change } from "../../src/sync/change";
import { compare } from "../../src/sync/compare";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan } from "../plans";
import { rowNamed, sheetOf } from "./sheets";

const base = plan();
const years = (first: number, last: number): Plan => plan({ years: [first, last] });
const yearsChanged = (incoming: Plan, touch?: (sheet: LocatedMatrix) => void): Change | undefined =>
  compare({ plan: base, known: true }, incoming, sheetOf(base, touch)).changes.find(({ id }) => id === "years");

describe("other years of a plan", () => {
  it("are no change where they are the same", () => {
    expect(yearsChanged(years(2021, 2025))).toBeUndefined();
  });

  it("take out columns of years in which nothing is typed, and bring in new ones", () => {
    const change = yearsChanged(years(2023, 2026))!;
    expect(change.edits).toEqual([
      { do: "removeColumn", column: "actual:2021" },
      { do: "removeColumn", column: "actual:2022" },
      { do: "addColumn", column: "actual:2026", header: "2026年", cells: {} },
      { do: "years", before: [2021, 2025], after: [2023, 2026] },
    ]);
    expect([inChinese(change.description), change.before, change.after, change.default]).toEqual([
      "方案年度由 2021—2025 改为 2023—2026，年度列和公式随之调整",
      "2021—2025",
      "2023—2026",
      true,
    ]);
    expect([yearsChanged(years(2021, 2024)), yearsChanged(years(2022, 2025))].map((one) => one!.edits.length)).toEqual([
      2, 2,
    ]);
  });

  it("leave a column in which somebody has typed, and say so; and one that is not there", () => {
    const change = yearsChanged(years(2023, 2025), (sheet) => {
      rowNamed(sheet, "培训教师").cells["actual:2022"] = 40;
      rowNamed(sheet, "培训教师").cells["actual:2021"] = " ";
    })!;
    expect(change.edits).toEqual([
      { do: "removeColumn", column: "actual:2021" },
      { do: "years", before: [2021, 2025], after: [2023, 2025] },
    ]);
    expect(inChinese(change.description)).toContain("；2022年列中有填报数，保留");
    expect(yearsChanged(years(2022, 2025), ({ columns }) => void columns.delete("actual:2021"))!.edits).toHaveLength(1);
  });
});
