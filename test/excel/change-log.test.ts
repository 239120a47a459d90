import {
  changesDone,
  changesUndone,
  isLastInLog,
  isLogged,
  localTime,
  queueLog,
  type LoggedRun,
} from "../../src/excel/change-log";
import type { LoggedChange } from "../../src/excel/store/journal";
import type { SideSheet } from "../../src/excel/read-matrix";
import type { CellValue } from "../../src/matrix/sheet";
import { noted } from "./queued";

const change = (more: Partial<LoggedChange> = {}): LoggedChange => ({
  kind: "指标调整",
  place: "1 任务",
  description: "改了目标",
  before: "5",
  after: "6",
  ...more,
});
const run = (more: Partial<LoggedRun> = {}): LoggedRun => ({
  at: "2024-03-05T06:07:08.000Z",
  action: "同步",
  plan: "方案",
  changes: [change()],
  ...more,
});
const at = localTime(run().at);

describe("a time in the log", () => {
  it("is the user's own, each part with two digits", () => {
    const time = new Date(2024, 2, 5, 6, 7, 8);
    expect(localTime(time.toISOString())).toBe("2024-03-05 06:07:08");
    expect(localTime(new Date(2024, 11, 31, 23, 59, 58).toISOString())).toBe("2024-12-31 23:59:58");
  });
});

describe("lines of the log", () => {
  const queued = (log: Pick<SideSheet, "end"> | undefined, one = run()): string[] => {
    const { context, sheet, notes } = noted();
    queueLog(context, log && { sheet, values: [], ...log }, one);
    return notes;
  };
  const line = `["'${at}","同步","指标调整","'1 任务","改了目标","'5","'6","方案"]`;

  it("are none for a run that changed nothing", () => {
    expect(queued(undefined, run({ changes: [] }))).toEqual([]);
  });

  it("come behind those that are there", () => {
    expect(queued({ end: 9 })).toEqual([`[9 0 1 8].values = [${line}]`]);
  });

  it("come with their headers on a new sheet, and on one that is empty", () => {
    for (const [log, sheet] of [
      [undefined, `context.workbook.worksheets.add("变更记录")`],
      [{ end: 0 }, "sheet"],
    ] as const) {
      const notes = queued(log);
      expect(notes.filter((note) => note.includes(".values"))).toEqual([
        `[0 0 2 8].values = [["时间","操作","类别","位置","说明","改前","改后","方案"],${line}]`,
      ]);
      expect(notes.at(-1)).toBe(`${sheet}.freezePanes.freezeRows(1)`);
      expect(notes.filter((note) => note.includes("columnWidth"))).toHaveLength(8);
      expect(notes).toContain("[0 3 1 1].format.columnWidth = 180");
    }
  });
});

describe("whether the log ends with a run already", () => {
  async function isLast(values: CellValue[][], one: LoggedRun): Promise<boolean> {
    const asked: number[][] = [];
    const sheet = {
      getRangeByIndexes: (top: number, left: number, rows: number, columns: number) => {
        asked.push([top, left, rows, columns]);
        const range = {
          load: () => undefined,
          untrack: () => range,
          values: values.slice(top, top + rows).map((row) => row.slice(left, left + columns)),
        };
        return range;
      },
    };
    const context = { sync: async () => undefined } as unknown as Excel.RequestContext;
    return isLastInLog(context, { sheet: sheet as unknown as Excel.Worksheet, end: values.length, values: [] }, one);
  }
  const lineOf = (action: string, one = change()): CellValue[] => [
    "2020-01-01 00:00:00",
    action,
    one.kind,
    one.place,
    one.description,
    Number(one.before),
    one.after,
    "方案",
  ];
  const head: CellValue[] = ["时间", "操作", "类别", "位置", "说明", "改前", "改后", "方案"];
  const two = run({ changes: [change(), change({ place: "2 任务" })] });

  it("is told by all of its lines, whatever their time", async () => {
    const lines = [lineOf("同步"), lineOf("同步", change({ place: "2 任务" }))];
    expect(await isLast([head, ...lines], two)).toBe(true);
    expect(await isLast([head, lineOf("撤销"), ...lines], two)).toBe(true);
    expect(await isLast([head, ...lines, lineOf("撤销")], two)).toBe(false);
    expect(await isLast([head, ...[...lines].reverse()], two)).toBe(false);
    expect(await isLast([head, lines[1]!], two)).toBe(false);
    // The headers are no line of a run.
    expect(await isLast(lines, two)).toBe(false);
    expect(await isLastInLog({} as Excel.RequestContext, undefined, two)).toBe(false);
  });

  it("is looked up by the time and what was done", () => {
    const values = [head, [at, "同步", "类别"]];
    expect(isLogged(values, run())).toBe(true);
    expect(isLogged(values, run({ action: "撤销" }))).toBe(false);
    expect(isLogged(values, run({ at: "2024-03-05T06:07:09.000Z" }))).toBe(false);
    expect(isLogged([], run())).toBe(false);
  });
});

describe("what a sync did", () => {
  const renamed = { do: "columnKey", column: "unit:县文旅局", as: "unit:县文化局" } as const;
  const told = change({ kind: "单位更名", place: "县文旅局", before: "县文化局", after: "县文旅局" });

  it("has a renaming that was left out of the sheet, since forms go by it", () => {
    expect(changesDone({ changes: [change()], undo: [renamed] })).toEqual([
      change(),
      {
        kind: "单位更名",
        place: "县文旅局",
        description: "单位“县文化局”在方案中更名为“县文旅局”，表中列名没有改动",
        before: "县文化局",
        after: "县文旅局",
      },
    ]);
  });

  it("has it once", () => {
    expect(changesDone({ changes: [told], undo: [renamed] })).toEqual([told]);
  });

  it.each([
    ["another kind", { kind: "单位合并" }],
    ["another former name", { before: "县体育局" }],
    ["another present name", { after: "县体育局" }],
  ])("has it beside a change with %s", (_, more) => {
    expect(changesDone({ changes: [{ ...told, ...more }], undo: [renamed] })).toHaveLength(2);
  });

  it("is told in reverse when it is undone", () => {
    expect(changesUndone({ at: run().at, changes: [change()], undo: [] })).toEqual([
      {
        kind: "撤销",
        place: "1 任务",
        description: `撤回 ${at} 同步的“指标调整”：改了目标`,
        before: "6",
        after: "5",
      },
    ]);
  });
});
