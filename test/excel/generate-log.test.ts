import { loggedOf } from "../../src/excel/generate-log";
import type { CarriedMatrix } from "../../src/matrix/carry/carry-over";
import { matrixRows } from "../../src/matrix/rows";
import { plan } from "../plans";

type Carried = Parameters<typeof loggedOf>[0];
const logged = (more: Partial<Carried>, renamed: Parameters<typeof loggedOf>[1] = []): string[][] =>
  loggedOf(
    {
      removed: [],
      dropped: [],
      stayed: { rows: [], columns: [] },
      leftOut: [],
      back: [],
      fresh: [],
      newColumns: [],
      goneColumns: [],
      keptCells: [],
      flattened: [],
      ...more,
    },
    renamed,
  ).map(({ kind, place, before, after, description }) => [kind, place, before, after, description]);

const ofTask = { cells: { number: "1", task: "修路", indicator: "" } };
const ofIndicator = { cells: { number: "1", task: "修路", indicator: "里程", target: "≥5", measure: "公里" } };
const column = {
  key: "unit:县教育局",
  header: "教育局",
  name: "县教育局",
  kind: "mark",
  width: 17,
} as unknown as CarriedMatrix["stayed"]["columns"][number];
const kept = { place: "1 修路 · 目标", column: "target", kept: "≥6", planned: "≥5" };

describe("a line of the log", () => {
  it.each<[string, Partial<Carried>, string[]]>([
    ["of a task that goes", { removed: [ofTask] }, ["移出任务", "1 修路", "修路", ""]],
    ["of an indicator that goes", { removed: [ofIndicator] }, ["移出指标", "1 修路", "里程 ≥5 公里", ""]],
    ["of a task that goes with nothing in it", { dropped: [ofTask] }, ["移出任务", "1 修路", "修路", ""]],
    [
      "of an indicator that goes with nothing in it",
      { dropped: [ofIndicator] },
      ["移出指标", "1 修路", "里程 ≥5 公里", ""],
    ],
    ["of a unit that goes", { goneColumns: ["县教育局"] }, ["移出单位", "县教育局", "县教育局", ""]],
    ["of a row that stays", { stayed: { rows: [ofTask], columns: [] } }, ["保留", "1 修路", "修路", "修路"]],
    [
      "of a column that stays",
      { stayed: { rows: [], columns: [column] } },
      ["保留", "县教育局", "县教育局", "县教育局"],
    ],
    ["of a task that comes", { fresh: [ofTask] }, ["新增任务", "1 修路", "", "修路"]],
    ["of an indicator that comes", { fresh: [ofIndicator] }, ["新增指标", "1 修路", "", "里程 ≥5 公里"]],
    ["of a unit that comes", { newColumns: ["县教育局"] }, ["新增单位", "县教育局", "", "县教育局"]],
    ["of a row that comes back", { back: [ofTask] }, ["补回", "1 修路", "", "修路"]],
    [
      "of a cell that only the sheet changed",
      { keptCells: [{ ...kept, why: "manual" }] },
      ["手工修改", kept.place, "≥6", "≥6"],
    ],
    ["of a cell that both changed", { keptCells: [{ ...kept, why: "both" }] }, ["两边都改过", kept.place, "≥6", "≥6"]],
    [
      "of a cell of which nobody knows",
      { keptCells: [{ ...kept, why: "unknown" }] },
      ["两边都改过", kept.place, "≥6", "≥6"],
    ],
    ["of a formula", { flattened: [{ place: "1 修路", formula: "=A1", value: 7 }] }, ["公式", "1 修路", "=A1", "7"]],
  ])("%s says what there was and what there is", (_, more, expected) => {
    expect(logged(more).map((line) => line.slice(0, 4))).toEqual([expected]);
  });

  it("of a row that is left out has it neither before nor after", () => {
    const [row] = matrixRows(plan());
    expect(logged({ leftOut: [row!] }).map(([kind, , before, after]) => [kind, before, after])).toEqual([
      ["保留", "", ""],
    ]);
  });

  it("of a renaming has both names", () => {
    expect(logged({}, [{ from: "县教委", to: "县教育局" }])).toEqual([
      ["单位更名", "县教育局", "县教委", "县教育局", "单位更名：“县教委”改为“县教育局”"],
    ]);
  });

  it("says why a cell stays, and of a day which one", () => {
    const day = { place: "1 修路", column: "due", kept: 45838, planned: 45657, why: "both" } as const;
    expect(logged({ keptCells: [day] })).toEqual([
      ["两边都改过", "1 修路", "2025年6月30日", "2025年6月30日", "方案和表中都改过，保留（方案为“2024年12月31日”）"],
    ]);
  });

  it("is none where nothing changed", () => {
    expect(logged({})).toEqual([]);
  });
});
