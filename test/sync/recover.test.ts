import { inChinese } from "../../src/plan/sentence";
import { matrixRows } from "../../src/matrix/rows";
import { plannedOf } from "../../src/sync/planned";
import { recoverKeys } from "../../src/sync/recover";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan, task } from "../plans";
import { rowNamed, sheetOf, synced } from "./sheets";

const rows = plannedOf(plan()).rows;
const lost = (row: LocatedMatrix["rows"][number]): void => {
  delete row.key;
  row.keyText = "";
  row.cells.key = "";
};

describe("rows whose hidden key was lost", () => {
  it("are known again by section, task and indicator", () => {
    const { sheet, notes } = recoverKeys(
      sheetOf(plan(), (held) => lost(rowNamed(held, "培训教师"))),
      rows,
    );
    expect(rowNamed(sheet, "培训教师").key).toMatchObject({ taskId: "t1", indicatorId: "i2" });
    expect(notes.map(inChinese)).toEqual(["有 1 行的键被清除，已按板块、任务和指标的文字重新对上，同步时补回。"]);
  });

  it("are the user's own where the words say nothing of the plan, or two rows of it say the same", () => {
    const twice = plan({ tasks: [task("t1", { title: "读书" }), task("t2", { title: "读书" })], indicators: [] });
    const held = sheetOf(twice, (sheet) => sheet.rows.forEach(lost));
    expect(recoverKeys(held, plannedOf(twice).rows).sheet.rows.filter(({ key }) => key)).toEqual([]);
    const own = sheetOf(plan(), (sheet) =>
      sheet.rows.push({ row: 30, keyText: "", cells: { task: "我们的行" }, formulas: {} }),
    );
    expect(recoverKeys(own, rows).sheet.rows.at(-1)!.key).toBeUndefined();
  });

  it("are not taken for a row that is there with its key", () => {
    const held = sheetOf(plan(), (sheet) => {
      const copy = { ...rowNamed(sheet, "培训教师"), cells: { ...rowNamed(sheet, "培训教师").cells }, row: 30 };
      lost(copy);
      sheet.rows.push(copy);
    });
    expect(recoverKeys(held, rows).sheet.rows.at(-1)!.key).toBeUndefined();
  });

  it("get the key that the plan gives them now, in the same sync", () => {
    const raised = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    const { sheet } = synced(
      plan(),
      raised,
      sheetOf(plan(), (held) => lost(rowNamed(held, "培训教师"))),
    );
    expect(rowNamed(sheet, "培训教师").keyText).toBe(
      matrixRows(raised).find(({ indicator }) => indicator?.id === "i2")!.key,
    );
  });
});
