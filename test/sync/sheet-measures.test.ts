import type { Plan } from "../../src/plan/model";
import { compare } from "../../src/sync/compare";
import { inSheetMeasures } from "../../src/sync/sheet-measures";
import { rebuildPlan } from "../../src/sync/rebuild";
import { inChinese } from "../../src/plan/sentence";
import { indicator, plan, task } from "../plans";
import { rowNamed, sheetOf, synced } from "./sheets";

const grain = indicator("i1", { taskId: "t1", name: "粮食产量", value: 230_000, unit: "吨", period: "perYear" });
const inMyriads = { value: 23, unit: "万吨" };
const of = (more: Partial<Plan["indicators"][0]>): Plan =>
  plan({ tasks: [task("t1")], indicators: [{ ...grain, ...more }] });
/** The sheet as made by a version that did not know 万. */
const former = of({});
const now = of({ printed: inMyriads });

describe("a sheet whose rows are in another unit than the plan prints", () => {
  const filled = (base: Plan): ReturnType<typeof sheetOf> =>
    sheetOf(base, (sheet) => void (rowNamed(sheet, "粮食产量").cells["actual:2023"] = 231_000));

  it("keeps the unit of a row in which numbers are typed, and has nothing to say of it", () => {
    const { changes, upkeep, plan: kept } = compare({ plan: former, known: true }, now, filled(former));
    expect([changes, upkeep]).toEqual([[], []]);
    expect(kept.indicators).toEqual(former.indicators);
  });

  it("takes a new target in the unit of the row", () => {
    const [change] = compare(
      { plan: former, known: true },
      of({ value: 250_000, printed: { value: 25, unit: "万吨" } }),
      filled(former),
    ).changes;
    expect(inChinese(change!.description)).toBe("目标由“≥230000”改为“≥250000”");
    const [other] = compare(
      { plan: now, known: true },
      of({ value: 1.2e8, printed: { value: 1.2, unit: "亿吨" } }),
      filled(now),
    ).changes;
    expect(inChinese(other!.description)).toBe("目标由“≥23”改为“≥12000”");
  });

  it("changes target and unit together where nothing is typed, and then not again", () => {
    const comparison = compare({ plan: former, known: true }, now, sheetOf(former));
    expect(comparison.changes.map(({ description }) => inChinese(description))).toEqual([
      "目标由“≥230000”改为“≥23”，计量单位由“吨”改为“万吨”",
    ]);
    const { sheet } = synced(former, now, sheetOf(former));
    expect(rowNamed(sheet, "粮食产量").cells).toMatchObject({ target: "≥23", measure: "万吨" });
    expect(compare({ plan: comparison.plan, known: true }, now, sheet)).toMatchObject({ changes: [], upkeep: [] });
  });

  it("follows what somebody has made of the row by hand", () => {
    const byHand = sheetOf(
      former,
      (sheet) =>
        void Object.assign(rowNamed(sheet, "粮食产量").cells, { target: "≥23", measure: "万吨", "actual:2023": 23.1 }),
    );
    expect(inSheetMeasures(now, byHand).indicators).toEqual(now.indicators);
    expect(compare({ plan: former, known: true }, now, byHand).changes).toEqual([]);
  });

  it("is known again from its own keys where the stored plan is lost", () => {
    expect(rebuildPlan(sheetOf(now), now).indicators[0]).toMatchObject({
      value: 230_000,
      unit: "吨",
      printed: inMyriads,
    });
    expect(rebuildPlan(sheetOf(former), now).indicators[0]).not.toHaveProperty("printed");
  });
});
