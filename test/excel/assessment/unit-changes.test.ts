import { changesInJournal, changesInLog, knowsAll } from "../../../src/excel/assessment/unit-changes";
import type { SideSheet } from "../../../src/excel/read-matrix";
import type { HistoryEntry, LoggedChange } from "../../../src/excel/store/journal";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Edit } from "../../../src/sync/edit";

const matrix = {
  headers: new Map([
    ["unit:县教育局", "教育局"],
    ["unit:县文旅局", "文旅局"],
    ["task", "任务"],
  ]),
};
const told = (kind: string, before: string, after: string): LoggedChange => ({
  kind,
  place: "",
  description: "",
  before,
  after,
});
const journal = (changes: LoggedChange[], undo: Edit[] = []): { history: HistoryEntry[] } => ({
  history: [{ id: "a", at: "", plan: "", changes, undo, back: [], after: "" }],
});
const joined = (from: string, to: string): object => ({ from, to, kind: "joined" });
const renamed = (from: string, to: string): object => ({ from, to, kind: "renamed" });

describe("changes of units", () => {
  it.each<[string, LoggedChange[], Edit[], object[]]>([
    [
      "a renaming, by the units' full names",
      [told("单位更名", "教育局", "文旅局")],
      [],
      [renamed("县教育局", "县文旅局")],
    ],
    ["one whose names are in no header", [told("单位更名", "县教委", "县体育局")], [], [renamed("县教委", "县体育局")]],
    [
      "one that the user left out of the sheet: the header is the former name still",
      [told("单位更名", "教育局", "县教育局")],
      [],
      [renamed("教育局", "县教育局")],
    ],
    [
      "a merger of several",
      [told("单位合并", "教育局、县体育局", "文旅局")],
      [],
      [joined("县教育局", "县文旅局"), joined("县体育局", "县文旅局")],
    ],
    ["a merger into one of them", [told("单位合并", "教育局、文旅局", "文旅局")], [], [joined("县教育局", "县文旅局")]],
    ["another change", [told("新增单位", "教育局", "文旅局")], [], []],
    [
      "a column's key",
      [],
      [{ do: "columnKey", column: "unit:县文旅局", as: "unit:县文化局" }],
      [renamed("县文化局", "县文旅局")],
    ],
    ["a key that is no unit's", [], [{ do: "columnKey", column: "group:成员单位", as: "unit:县文化局" }], []],
    ["a key that was no unit's", [], [{ do: "columnKey", column: "unit:县文旅局", as: "group:成员单位" }], []],
    ["another edit", [], [{ do: "header", column: "unit:县文旅局", before: "a", after: "b" }], []],
    [
      "a merger whose column is gone, by the header that its undoing gives back",
      [told("单位合并", "体育局", "文旅局")],
      [{ do: "addColumn", column: "unit:县体育局", header: "体育局", cells: {} }],
      [joined("县体育局", "县文旅局")],
    ],
  ])("are known from the journal: %s", (_, changes, undo, expected) => {
    expect(changesInJournal(journal(changes, undo), matrix)).toEqual(expected);
  });

  it("are known from the log of syncs and of generating, whatever the order of its columns", async () => {
    const values: CellValue[][] = [
      ["类别", "操作", "改后", "改前"],
      ["单位更名", "同步", "县文旅局", "县文化局"],
      ["单位更名", "撤销", "县文化局", "县文旅局"],
      ["单位更名", "生成", "文旅局", "县旅游局"],
      ["新增单位", "同步", "", ""],
    ];
    let syncs = 0;
    const context = { sync: async () => void syncs++ } as unknown as Excel.RequestContext;
    const log = (end: number): SideSheet => ({
      sheet: { getUsedRange: () => ({ load: () => undefined, values }) } as unknown as Excel.Worksheet,
      end,
      values: [],
    });
    expect(await changesInLog(context, log(5), matrix)).toEqual([
      renamed("县文化局", "县文旅局"),
      renamed("县旅游局", "县文旅局"),
    ]);
    expect(syncs).toBe(1);
    expect([
      await changesInLog(context, log(0), matrix),
      await changesInLog(context, undefined, matrix),
      syncs,
    ]).toEqual([[], [], 1]);
  });

  it("are all known where each name is a unit's now, or was", () => {
    const changes = [{ from: "县教委", to: "县教育局", kind: "renamed" }] as const;
    expect(knowsAll(["县教育局", "县教委"], ["县教育局"], changes)).toBe(true);
    expect(knowsAll(["县教育局", "县体育局"], ["县教育局"], changes)).toBe(false);
    expect(knowsAll([], ["县教育局"], changes)).toBe(true);
  });
});
