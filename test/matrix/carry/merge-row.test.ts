import { mergeRow, type KeptCell, type SaidBefore } from "../../../src/matrix/carry/merge-row";
import { matrixColumns } from "../../../src/matrix/columns";
import type { LocatedRow } from "../../../src/matrix/locate";
import { cellTextLimit, type CellValue } from "../../../src/matrix/sheet";
import { plan } from "../../plans";

type Cells = Record<string, CellValue>;
const columns = matrixColumns(plan());
const planned: Cells = { key: "m1|t1|i1", task: "新任务", target: "≥8", period: "每年", "unit:县教育局": "●" };
const promised = { op: ">=", value: 5, period: "perYear" } as const;

const merged = (
  held: Cells,
  before: SaidBefore,
  { key, outOfPlan = [] }: { key?: LocatedRow["key"]; outOfPlan?: string[] } = {},
): { cells: Cells; kept: KeptCell[] } =>
  mergeRow(planned, { row: 7, keyText: "", cells: held, formulas: {}, ...(key ? { key } : {}) }, before, {
    columns,
    outOfPlanKeys: new Set(outOfPlan),
    lastYear: 2025,
  });
const told = (...args: Parameters<typeof merged>): unknown[] =>
  merged(...args).kept.map(({ column, kept, planned: says, why }) => [column, kept, says, why]);

describe("a row of the sheet and what the plan says of it now", () => {
  it("has the plan's key and formulas, whatever the sheet holds there", () => {
    const { cells, kept } = merged({ key: "m1|t1|i1|alt", status: "达标", current: 5 }, { key: "x" });
    expect([cells.key, cells.status, cells.current, kept]).toEqual(["m1|t1|i1", undefined, undefined, []]);
  });

  it("keeps what is typed, empty cells included, without a word", () => {
    const { cells, kept } = merged({ "actual:2023": 5, remark: "", "user:联系人": "张三" }, {});
    expect([cells["actual:2023"], cells.remark, kept]).toEqual([5, "", []]);
  });

  it("takes what only the plan has changed, keeps what only the sheet has, and where both have, with the reason", () => {
    expect(merged({ task: "任务" }, { task: "任务" }).cells.task).toBe("新任务");
    expect(told({ task: "任务" }, { task: "任务" })).toEqual([]);
    expect(told({ task: "改过" }, { task: "新任务" })).toEqual([["task", "改过", "新任务", "manual"]]);
    expect(told({ task: "改过" }, { task: "任务" })).toEqual([["task", "改过", "新任务", "both"]]);
    expect(merged({ task: "改过" }, { task: "任务" }).cells.task).toBe("改过");
  });

  it("takes a cell of which the former plan said nothing for one that was empty", () => {
    expect(told({ "unit:县财政局": "○" }, {})).toEqual([["unit:县财政局", "○", "", "manual"]]);
    expect(merged({ "unit:县教育局": "" }, {}).cells["unit:县教育局"]).toBe("●");
  });

  it("knows by the hidden key what was promised where the plan before is lost, and of all else nothing", () => {
    const key = { taskId: "t1", indicatorId: "i1", promised };
    expect(merged({ target: "≥5" }, undefined, { key }).cells.target).toBe("≥8");
    expect(told({ target: "≥6", task: "改过" }, undefined, { key })).toEqual([
      ["task", "改过", "新任务", "unknown"],
      ["target", "≥6", "≥8", "both"],
    ]);
  });

  it("is told by task and full name, but not of a column that stays out of the plan as a whole", () => {
    const held = { "unit:县文化和旅游局": "○" };
    expect(merged(held, {}).kept[0]!.place).toBe("新任务 · 县文化和旅游局");
    const { cells, kept } = merged(held, {}, { outOfPlan: ["unit:县文化和旅游局"] });
    expect([cells["unit:县文化和旅游局"], kept]).toEqual(["○", []]);
  });

  it("leaves spaces around a text as they are, and tells nothing of them", () => {
    const { cells, kept } = merged({ task: " 新任务 " }, { task: "任务" });
    expect([cells.task, kept]).toEqual([" 新任务 ", []]);
  });

  it("compares with what a cell can hold of a long text", () => {
    const long = "长".repeat(cellTextLimit + 10);
    const cut = `${long.slice(0, cellTextLimit - 2)}…`;
    expect(told({ section: cut }, { section: long })).toEqual([]);
  });
});
