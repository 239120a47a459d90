import { pairRows, type RowPairs } from "../../../src/matrix/carry/row-pairs";
import type { LocatedRow } from "../../../src/matrix/locate";
import { parseRowKey } from "../../../src/matrix/row-key";
import { matrixRows } from "../../../src/matrix/rows";
import { indicator, plan, task } from "../../plans";

/** The plan has t1 with i1, and t2 without any. */
const planned = matrixRows(plan({ tasks: [task("t1"), task("t2")], indicators: [indicator("i1", { taskId: "t1" })] }));
const row = (keyText: string, at = 0): LocatedRow => {
  const key = parseRowKey(`m1|${keyText}`);
  return { row: at, ...(key ? { key } : {}), keyText, cells: {}, formulas: {} };
};
const known = new Set(["t1|i1", "t2|", "t9|"]);
const texts = (rows: readonly LocatedRow[]): string[] => rows.map(({ keyText }) => keyText);
const pair = (...keys: string[]): RowPairs => pairRows(planned, keys.map(row), known);

describe("the rows of a sheet beside those of a plan", () => {
  it("belong to the plan's row of the same key; of several the first is the plan's", () => {
    const rows = [row("t1|i1", 6), row("t2|", 7), row("t1|i1", 8)];
    const { ofPlan, leaving, own, outOfPlan } = pairRows(planned, rows, known);
    expect([...ofPlan].map(([identity, held]) => [identity, held.map((one) => one.row)])).toEqual([
      ["t1|i1", [6, 8]],
      ["t2|", [7]],
    ]);
    expect([leaving, own, outOfPlan]).toEqual([[], [], []]);
  });

  it("are the user's own without a key, and leave where the plan has dropped them", () => {
    const { leaving, own, outOfPlan } = pair("t9|", "", "t1|i1");
    expect([texts(leaving), texts(own), texts(outOfPlan)]).toEqual([["t9|"], [""], []]);
  });

  it("stay below their row where the plan of the sheet did not have them either: a sync has left them", () => {
    const { outOfPlan, outOfPlanBelow, leaving } = pair("t7|", "t1|i1", "", "t8|i8", "t9|", "t8|", "t2|");
    expect([texts(outOfPlan), texts(leaving)]).toEqual([["t7|", "t8|i8", "t8|"], ["t9|"]]);
    expect(["", "t1|i1", "t2|"].map((identity) => texts(outOfPlanBelow(identity)))).toEqual([
      ["t7|"],
      ["t8|i8", "t8|"],
      [],
    ]);
  });

  it("leave where the plan of the sheet is lost, since nobody knows whether a sync has left them", () => {
    const { outOfPlan, leaving } = pairRows(planned, [row("t7|")], undefined);
    expect([texts(outOfPlan), texts(leaving)]).toEqual([[], ["t7|"]]);
  });

  it("keep their indicator's row where it went to another task, and know it under both identities", () => {
    const pairs = pair("t5|i1", "t2|");
    const [moved] = pairs.ofPlan.get("t1|i1")!;
    expect(moved!.keyText).toBe("t5|i1");
    expect([pairs.identityNow(moved!), pairs.identityBefore("t1|i1"), pairs.identityBefore("t2|")]).toEqual([
      "t1|i1",
      "t5|i1",
      "t2|",
    ]);
    expect([pairs.leaving, pairs.outOfPlan]).toEqual([[], []]);
  });

  it("are not taken for a moved indicator's where the sheet has the plan's own row", () => {
    const pairs = pair("t1|i1", "t5|i1");
    expect(texts(pairs.ofPlan.get("t1|i1")!)).toEqual(["t1|i1"]);
    expect([texts(pairs.outOfPlan), pairs.identityBefore("t1|i1")]).toEqual([["t5|i1"], "t1|i1"]);
    expect(pairs.identityNow(row(""))).toBeUndefined();
  });
});
